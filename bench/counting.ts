import { initialState, setupOf, type RecordedEvent } from '@lemouf/core/loop'
import { createClient } from '@lemouf/core/protocol'
import { summaryOf } from '../packages/server/src/loops/view.ts'
import { Accounts } from '../packages/server/src/metrics/accounts.ts'
import { openStore } from '../packages/server/src/store/open-store.ts'
import { startProcess } from '../test/support/process.ts'
import { median, ms, quantile, type Figure } from './measure.ts'
import { inFolder } from './system.ts'

const LOOPS = 100
const CYCLES = 2_500
const EVENTS_A_CYCLE = 4
const SPAN_MS = 365 * 24 * 3_600_000
const ASKS = 10

/** A year's history of a million events: how long it takes to count it, and then to ask for figures. */
export function measureMetrics(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    await fill(folder)
    const store = await openStore(folder)
    const begun = performance.now()
    await new Accounts(store.metrics).catchUp()
    const counting = performance.now() - begun
    await store.close()
    const program = await startProcess(folder)
    const call = createClient({ base: program.url, fetch })
    const asked = async (ask: () => Promise<unknown>): Promise<string> => {
      const times: number[] = []
      for (let index = 0; index < ASKS; index++) {
        const askedAt = performance.now()
        await ask()
        times.push(performance.now() - askedAt)
      }
      return `${ms(median(times))} / ${ms(quantile(times, 1))}`
    }
    const events = (LOOPS * CYCLES * EVENTS_A_CYCLE).toLocaleString('en')
    const figures: Figure[] = [{ what: `counting a history of ${events} events for the first time`, value: ms(counting), goal: '' }]
    for (const range of ['week', 'all'] as const) {
      figures.push({ what: `figures of all loops in it, range ${range}, median / worst of ${ASKS}`, value: await asked(() => call('getMetrics', { query: { range } })), goal: '< 200 ms' })
    }
    figures.push({ what: `figures of each of its ${LOOPS} loops`, value: await asked(() => call('getLoopFigures', { query: {} })), goal: '< 200 ms' })
    figures.push({ what: 'the newest page of a loop’s history', value: await asked(() => call('getHistory', { params: { loop_id: 'loop-7' }, query: { order: 'newest', limit: 50, data: 'brief' } })), goal: '< 100 ms' })
    await program.stop()
    return figures
  })
}

/** Writes the loops through the store: each cycle queued, started, returned and approved, spread over a year. */
async function fill(folder: string): Promise<void> {
  const store = await openStore(folder)
  const from = Date.now() - SPAN_MS
  for (let loop = 0; loop < LOOPS; loop++) {
    const loopId = `loop-${loop}`
    const events = Array.from({ length: CYCLES }, (_unused, cycle) => cycleOf(cycle, from + ((loop * CYCLES + cycle) * SPAN_MS) / (LOOPS * CYCLES))).flat()
    const state = { ...initialState(loopId), seq: events.length, updatedAt: Date.now() }
    await store.append({ loopId, expectedSeq: 0, events, attempts: [], clearAttempts: false, setup: setupOf(state), summary: summaryOf(state) })
  }
  await store.close()
}

function cycleOf(cycle: number, at: number): readonly RecordedEvent[] {
  const key = { run: 0, cycle, retry: 0, by: 'bench' }
  const seq = cycle * EVENTS_A_CYCLE
  const when = (seconds: number): number => Math.round(at + seconds * 1000)
  const looked = 2 + ((cycle * 7919) % 600)
  const plan = { promptId: `p${cycle}`, workflowHash: 'h'.repeat(64), assignments: { '1.text': `a picture of hour ${cycle}`, '1.seed': cycle }, edits: {}, seed: cycle, uploads: [] }
  const output = { kind: 'image' as const, media: `m${cycle}`, filename: `cycle_${cycle}.png`, subfolder: 'lemouf_loop', folder: 'output' as const, mime: 'image/png', bytes: 400_000 }
  return [
    { ...key, ...plan, type: 'attemptQueued', seq: seq + 1, at: when(0) },
    { ...key, type: 'attemptStarted', worker: 'bench', seq: seq + 2, at: when(1) },
    { ...key, type: 'attemptReturned', worker: 'bench', outputs: [output], seq: seq + 3, at: when(30) },
    { ...key, type: 'decided', decision: 'approve', revision: 0, seq: seq + 4, at: when(30 + looked) },
  ]
}
