import { parseJson } from '@lemouf/core/json'
import type { LoopView, RouteInput } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import { SEED_POLICIES, type SeedPolicy } from '@lemouf/core/workflow'
import * as z from 'zod'
import { text } from '../text/text.ts'

/** How a loop runs, as typed; an empty field leaves it to the workflow or the server. */
export interface SettingsForm {
  cycles: string
  mode: 'auto' | 'manual'
  approve: 'ask' | 'all'
  lookahead: string
  candidates: string
  seeds: SeedPolicy
  /** What all seeds derive from; empty: the loop's name. */
  seed: string
}

/** A form that was kept as JSON. */
export const settingsFormShape = {
  cycles: z.string(),
  mode: z.enum(['auto', 'manual']),
  approve: z.enum(['ask', 'all']),
  lookahead: z.string(),
  candidates: z.string(),
  seeds: z.enum(SEED_POLICIES),
  seed: z.string(),
}

/** A form that was kept as JSON; undefined where it cannot be read. */
export function parseSettingsForm(kept: string): SettingsForm | undefined {
  const json = parseJson(kept)
  const read = z.object(settingsFormShape).safeParse(json.ok ? json.value : undefined)
  return read.success ? read.data : undefined
}

export type LoopSettings = Omit<RouteInput<'configure'>['body'], 'loop_id' | 'paused'>
export type SettingsErrors = Partial<Record<keyof SettingsForm, string>>

export const EMPTY_SETTINGS: Readonly<SettingsForm> = { cycles: '', mode: 'auto', approve: 'ask', lookahead: '0', candidates: '1', seeds: 'map', seed: '' }

const MOST_CYCLES = 1_000_000
const MOST_AHEAD = 100
const MOST_CANDIDATES = 16
const SEEDS = 2n ** 64n

/** The form as the server takes it, or a sentence beside each field that it would refuse. */
export function readSettings(form: SettingsForm): Result<LoopSettings, SettingsErrors> {
  const errors: SettingsErrors = {}
  const cycles = integerIn(form.cycles, 1, MOST_CYCLES)
  if (cycles === null) errors.cycles = text.setup.cyclesInvalid
  const lookahead = integerIn(form.lookahead, 0, MOST_AHEAD)
  if (lookahead === null) errors.lookahead = text.setup.lookaheadInvalid
  const candidates = integerIn(form.candidates, 1, MOST_CANDIDATES)
  if (candidates === null) errors.candidates = text.loopSettings.candidatesInvalid
  const seed = seedIn(form.seed)
  if (seed === undefined) errors.seed = text.loopSettings.seedInvalid
  if (cycles === null || lookahead === null || candidates === null || seed === undefined) return fail(errors)
  return ok({
    mode: form.mode,
    approve: form.approve,
    seeds: form.seeds,
    seed,
    ...(lookahead === undefined ? {} : { lookahead }),
    ...(candidates === undefined ? {} : { candidates }),
    ...(cycles === undefined ? {} : { total_cycles: cycles }),
  })
}

/** The settings of a loop as the form shows them. */
export function formOf(loop: LoopView): SettingsForm {
  const { total_cycles, mode, approve, lookahead, candidates, seeds, seed } = loop
  return { cycles: String(total_cycles), mode, approve, lookahead: String(lookahead), candidates: String(candidates), seeds, seed: seed === null ? '' : String(seed) }
}

/** A whole number; undefined when nothing is typed, null when something else is. */
function integerIn(typed: string, least: number, most: number): number | undefined | null {
  const digits = typed.trim()
  if (digits === '') return undefined
  if (!/^\d{1,9}$/.test(digits)) return null
  const value = Number(digits)
  return value < least || value > most ? null : value
}

/** A seed, exact; null when nothing is typed, undefined when something else is. */
function seedIn(typed: string): number | bigint | null | undefined {
  const digits = typed.trim()
  if (digits === '') return null
  const read = /^\d{1,20}$/.test(digits) && BigInt(digits) < SEEDS ? parseJson(String(BigInt(digits))) : undefined
  return read?.ok && (typeof read.value === 'number' || typeof read.value === 'bigint') ? read.value : undefined
}
