import type { Json } from '../json.ts'
import { defaultCycles, firstWithoutEntry, readLoopMap, readPayload, usesPrevious, type Assignments, type LoopMap, type SeedPolicy } from '../workflow/index.ts'
import type { AppError } from '../error.ts'
import { ok, type Result } from '../result.ts'
import { decisionOf, isInFlight, isOpen, isTakenBack, roundOf, type Attempt, type AttemptKey } from './attempt.ts'
import type { LoopWorkflow, PayloadFacts } from './event.ts'

export interface LoopConfig {
  /** How many cycles; absent: as many as the payload that the map reads has entries, else one. */
  readonly totalCycles?: number
  /** `auto`: a decision starts what follows from it. `manual`: every attempt waits for a step. */
  readonly mode: 'auto' | 'manual'
  /** `all`: whatever returns is approved by itself. */
  readonly approve: 'ask' | 'all'
  /** Later cycles that are generated while the current one waits for a person. */
  readonly lookahead: number
  /** Attempts that are made of a cycle at once, to choose among; 1 to {@link MAX_CANDIDATES}. */
  readonly candidates: number
  readonly seeds: SeedPolicy
  /** What all seeds derive from, 0..2^64−1; null: the loop's id. */
  readonly seed: number | bigint | null
  /** Nothing new is queued; what runs is finished. */
  readonly paused: boolean
}

export const MAX_CANDIDATES = 16

export const DEFAULT_CONFIG: LoopConfig = { mode: 'auto', approve: 'ask', lookahead: 0, candidates: 1, seeds: 'map', seed: null, paused: false }

export interface Cycle {
  /** Dense: index is the retry. */
  readonly attempts: readonly Attempt[]
}

/** What a loop is set up with. It changes rarely, and is kept apart from the attempts, which change all the time. */
export interface LoopSetup {
  readonly loopId: string
  /** How often the loop began anew. */
  readonly run: number
  readonly createdAt: number
  /** The workflow in use, and those that attempts of this run were made with, by hash. */
  readonly workflowHash: string | undefined
  readonly workflows: Readonly<Record<string, LoopWorkflow>>
  readonly payload: ({ readonly value: Json } & PayloadFacts) | undefined
  readonly overrides: Assignments
  readonly config: LoopConfig
  readonly exited: 'no' | 'early' | 'complete'
}

export interface LoopState extends LoopSetup {
  /** Of the last event; 0 before the first. */
  readonly seq: number
  readonly updatedAt: number
  readonly cycles: readonly Cycle[]
}

/** `paused`: it would go on, and is not to; while something of it runs or waits, that is its status. */
export type LoopStatus = 'empty' | 'ready' | 'running' | 'waiting' | 'paused' | 'failed' | 'complete' | 'exited'

export function initialState(loopId: string): LoopState {
  return {
    loopId,
    seq: 0,
    run: 0,
    createdAt: 0,
    updatedAt: 0,
    workflowHash: undefined,
    workflows: {},
    payload: undefined,
    overrides: {},
    config: DEFAULT_CONFIG,
    exited: 'no',
    cycles: [],
  }
}

export function setupOf(state: LoopState): LoopSetup {
  const { seq: _seq, updatedAt: _updatedAt, cycles: _cycles, ...setup } = state
  return setup
}

/** The state that a setup and the attempts of its run make, without the events that led there. */
export function restore(setup: LoopSetup, now: { readonly seq: number; readonly updatedAt: number; readonly attempts: readonly Attempt[] }): LoopState {
  const cycles: { attempts: Attempt[] }[] = []
  for (const attempt of now.attempts) {
    while (cycles.length <= attempt.cycle) cycles.push({ attempts: [] })
    cycles[attempt.cycle]?.attempts.push(attempt)
  }
  return { ...setup, config: configOf(setup), seq: now.seq, updatedAt: now.updatedAt, cycles }
}

/** The settings, complete: those that were written before a setting existed do not have it. */
export const configOf = (setup: LoopSetup): LoopConfig => ({ ...DEFAULT_CONFIG, ...setup.config })

export const workflowOf = (setup: LoopSetup): LoopWorkflow | undefined =>
  setup.workflowHash === undefined ? undefined : setup.workflows[setup.workflowHash]

/** The payload in force: what was given, else what the workflow's Loop Payload node holds. */
export function payloadOf(setup: LoopSetup): Result<Json | undefined, AppError> {
  if (setup.payload !== undefined) return ok(setup.payload.value)
  const workflow = workflowOf(setup)
  return workflow === undefined ? ok(undefined) : payloadIn(workflow.prompt)
}

/** How many cycles the loop has: as configured, else as its workflow and payload say. */
export function totalCyclesOf(setup: LoopSetup): number {
  const workflow = workflowOf(setup)
  if (setup.config.totalCycles !== undefined || workflow === undefined) return setup.config.totalCycles ?? 1
  const payload = payloadOf(setup)
  return defaultCycles(loopMapOf(setup), payload.ok ? payload.value : undefined, setup.payload?.from?.loopId === setup.loopId)
}

/** The first of so many cycles for which the payload in force has no entry, and why. */
export function lackingEntry(setup: LoopSetup, total: number): ReturnType<typeof firstWithoutEntry> {
  const map = loopMapOf(setup)
  const payload = payloadOf(setup)
  return map.ok && payload.ok ? firstWithoutEntry(map.value, payload.value, total) : undefined
}

/** The attempt of that key; undefined where there is none, and for one of an earlier run. */
export function attemptAt(state: LoopState, key: AttemptKey): Attempt | undefined {
  return key.run === state.run ? state.cycles[key.cycle]?.attempts[key.retry] : undefined
}

/** The approved attempt of a cycle: there is one at most. */
export const approvedOf = (cycle: Cycle | undefined): Attempt | undefined =>
  cycle?.attempts.find((attempt) => decisionOf(attempt) === 'approve')

/** The first cycle without an approved attempt; the last one when all have it. */
export function currentCycleOf(state: LoopState): number {
  return standingOf(state).open ?? Math.max(0, totalCyclesOf(state) - 1)
}

/** The first `count` cycles without an approved attempt. */
export function firstUnapproved(state: LoopState, count: number): readonly number[] {
  const { open } = standingOf(state)
  const total = totalCyclesOf(state)
  const found: number[] = []
  for (let cycle = open ?? total; cycle < total && found.length < count; cycle++) {
    if (approvedOf(state.cycles[cycle]) === undefined) found.push(cycle)
  }
  return found
}

/**
 * The retry that a person looks at first where a loop stands: of the newest candidates the first that waits, else an older one that waits,
 * else the first under way; where there is none, the last try. 0 before anything is made.
 */
export function currentRetryOf(state: LoopState): number {
  const attempts = state.cycles[currentCycleOf(state)]?.attempts ?? []
  const newest = attempts.findLast((attempt) => !isTakenBack(attempt))
  const open = attempts.filter((attempt) => isOpen(attempt) && newest !== undefined && roundOf(attempt) === roundOf(newest))
  const waits = (attempt: Attempt): boolean => attempt.status === 'returned' && isOpen(attempt)
  const chosen = open.find(waits) ?? attempts.findLast(waits) ?? open[0] ?? attempts.at(-1)
  return chosen?.retry ?? 0
}

/** How many of the loop's cycles have an approved attempt; those beyond a total that was lowered do not count. */
export const approvedCountOf = (state: LoopState): number => standingOf(state).approved

/** Whether there are cycles that nothing was made for yet. */
export const attemptsLeft = (state: LoopState): boolean => state.cycles.length < totalCyclesOf(state)

export const isComplete = (state: LoopState): boolean => state.workflowHash !== undefined && standingOf(state).open === undefined

/** What the loop is doing, derived from its attempts: nothing is stored that could disagree with them. */
export function statusOf(state: LoopState): LoopStatus {
  if (state.exited !== 'no') return 'exited'
  if (state.workflowHash === undefined) return 'empty'
  if (isComplete(state)) return 'complete'
  const attempts = state.cycles[currentCycleOf(state)]?.attempts ?? []
  if (attempts.some((attempt) => attempt.status === 'returned' && isOpen(attempt))) return 'waiting'
  if (attempts.some(isInFlight)) return 'running'
  if (attempts.at(-1)?.status === 'failed') return 'failed'
  return state.config.paused ? 'paused' : 'ready'
}

export function loopMapOf(setup: LoopSetup): Result<LoopMap | undefined, AppError> {
  const workflow = workflowOf(setup)
  return workflow === undefined ? ok(undefined) : loopMapIn(workflow.prompt)
}

/** Whether a cycle reads the approved outputs of the one before, so that it cannot be made ahead. */
export function hasFeedback(setup: LoopSetup): boolean {
  const map = loopMapOf(setup)
  return map.ok && map.value !== undefined && usesPrevious(map.value)
}

// Prompts are immutable, and both texts in them are asked for on every command.
const payloadIn = oncePerKey(readPayload)
const loopMapIn = oncePerKey(readLoopMap)

/** Where a loop stands: a look at all its cycles, of which there can be very many, once for each state. `open`: the first without approval. */
const standingOf = oncePerKey((state: LoopState): { readonly open: number | undefined; readonly approved: number } => {
  const total = totalCyclesOf(state)
  let approved = 0
  let open: number | undefined
  for (let index = 0; index < Math.min(total, state.cycles.length); index++) {
    if (approvedOf(state.cycles[index]) !== undefined) approved += 1
    else open ??= index
  }
  open ??= state.cycles.length
  return { open: open < total ? open : undefined, approved }
})

function oncePerKey<K extends object, V>(read: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (key) => {
    const entry = known.get(key) ?? { value: read(key) }
    known.set(key, entry)
    return entry.value
  }
}
