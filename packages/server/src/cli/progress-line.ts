import type { ManifestEntry } from '@lemouf/core/protocol'
import type { FollowedLoop } from './followed-loop.ts'

export interface LoopProgress {
  readonly approved: number
  readonly total: number
  /** The cycle under way, one-based, and the share of its prompt that is done, 0..1. */
  readonly prompt: { readonly cycle: number; readonly done: number } | undefined
  /** Estimate of the time to the end, in milliseconds. */
  readonly leftMs: number | undefined
}

const BAR_WIDTH = 20
const MEASURED = 20

/** How far a loop is, with the time left as its last cycles took on average. */
export function progressOf({ loop, entries, running }: FollowedLoop): LoopProgress {
  const underWay = entries.find(({ status, cycle_index, retry_index }) => status === 'running' && cycle_index === running?.cycle_index && retry_index === running.retry_index)
  const done = underWay === undefined ? 0 : (running?.done ?? 0)
  const each = averageMs(entries)
  return {
    approved: loop.approved,
    total: loop.total_cycles,
    prompt: underWay === undefined ? undefined : { cycle: underWay.cycle_index + 1, done },
    leftMs: each === undefined ? undefined : each * Math.max(0, loop.total_cycles - madeCycles(entries) - done),
  }
}

/** One line of at most `columns` characters: `████░░ 2/5 approved · cycle 3 at 40 % · about 12 s left`. */
export function progressLine({ approved, total, prompt, leftMs }: LoopProgress, columns: number): string {
  const filled = total === 0 ? 0 : Math.round((approved / total) * BAR_WIDTH)
  const parts = [
    `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${approved}/${total} approved`,
    ...(prompt === undefined ? [] : [`cycle ${prompt.cycle} at ${Math.floor(prompt.done * 100)} %`]),
    ...(leftMs === undefined || leftMs === 0 ? [] : [`about ${duration(leftMs)} left`]),
  ]
  // A line that fills the last column would wrap and could not be drawn over.
  return parts.join(' · ').slice(0, Math.max(0, columns - 1))
}

/** What happened to an attempt, in a line: `cycle 2 of 5, retry 1: failed: …`. */
export function entryLine({ cycle_index, retry_index, status, decision, error }: ManifestEntry, total: number): string {
  const retry = retry_index === 0 ? '' : `, retry ${retry_index}`
  const what = decision === null ? status : DECIDED[decision]
  return `cycle ${cycle_index + 1} of ${total}${retry}: ${what}${status === 'failed' && decision === null ? `: ${error?.message ?? 'no reason was given'}` : ''}`
}

const DECIDED = { approve: 'approved', reject: 'rejected', replay: 'to be made again', discard: 'discarded' } as const

/** A time in the unit that reads best: `45 s`, `12 min`, `3.5 h`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}

function averageMs(entries: readonly ManifestEntry[]): number | undefined {
  const times = entries.flatMap(({ status, started_at, ended_at }) => (status === 'returned' && started_at !== null && ended_at !== null ? [ended_at - started_at] : []))
  const last = times.slice(-MEASURED)
  return last.length === 0 ? undefined : last.reduce((sum, time) => sum + time, 0) / last.length
}

/** Cycles that are approved or wait for a person with nothing left to generate. */
function madeCycles(entries: readonly ManifestEntry[]): number {
  const made = entries.filter(({ status, decision }) => status === 'returned' && (decision === null || decision === 'approve'))
  return new Set(made.map((entry) => entry.cycle_index)).size
}
