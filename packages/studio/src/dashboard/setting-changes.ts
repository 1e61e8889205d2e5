import { stringifyJson, type Json, type JsonObject } from '@lemouf/core/json'
import { text } from '../text/text.ts'
import { NOTHING } from './figures.ts'

/** The settings of a loop that differ, by the names that its history has for them. */
export function changedSettings(before: JsonObject, after: JsonObject): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name])
}

/** One change of a setting, in words: `Lookahead: 0 → 2`. */
export function settingNote(name: string, before: JsonObject, after: JsonObject): string {
  return `${labelOf(name)}: ${valueOf(name, before[name])} → ${valueOf(name, after[name])}`
}

function labelOf(name: string): string {
  const labels: Readonly<Record<string, string>> = {
    totalCycles: text.setup.cycles,
    mode: text.setup.mode,
    approve: text.setup.approve,
    lookahead: text.setup.lookahead,
    candidates: text.loopSettings.candidates,
    seeds: text.loopSettings.seeds,
    seed: text.loopSettings.seed,
    paused: text.loopSettings.pause,
  }
  return Object.hasOwn(labels, name) ? (labels[name] ?? name) : name
}

function valueOf(name: string, value: Json | undefined): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = { mode: text.setup.modes, approve: text.setup.approvals, seeds: text.loopSettings.policies }
  if (value === undefined || value === null) return NOTHING
  const said = typeof value === 'object' ? stringifyJson(value) : String(value)
  const known = Object.hasOwn(words, name) ? words[name] : undefined
  return known !== undefined && Object.hasOwn(known, said) ? (known[said] ?? said) : said
}
