import { createClient } from '@lemouf/core/protocol'
import { initialState, restore, setupOf, type Attempt } from '@lemouf/core/loop'
import { startProcess } from '../test/support/process.ts'
import { summaryOf } from '../packages/server/src/loops/view.ts'
import { openStore } from '../packages/server/src/store/open-store.ts'
import { mb, median, ms, quantile, type Figure } from './measure.ts'
import { inFolder, residentBytes } from './system.ts'

const ENTRIES = 100_000
const BATCH = 5_000
const PAGES = 50

/** A loop with 100,000 attempts: how long until its first page is there after a start, and until any other is. */
export function measurePaging(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    await fill(folder)
    const program = await startProcess(folder)
    const call = createClient({ base: program.url, fetch })
    const startedAt = performance.now()
    await call('getLoop', { params: { loop_id: 'large' }, query: { manifest: 'none' } })
    await call('getManifest', { params: { loop_id: 'large' }, query: { limit: 200 } })
    const first = performance.now() - startedAt
    const others: number[] = []
    for (let page = 0; page < PAGES; page++) {
      const askedAt = performance.now()
      await call('getManifest', { params: { loop_id: 'large' }, query: { from_cycle: Math.floor((page * ENTRIES) / PAGES), limit: 200 } })
      others.push(performance.now() - askedAt)
    }
    const decidedAt = performance.now()
    await call('decide', { body: { loop_id: 'large', cycle_index: 5, retry_index: 0, decision: 'approve' } })
    const decision = performance.now() - decidedAt
    const memory = residentBytes(program.child.pid ?? 0)
    await program.stop()
    return [
      { what: `opening a loop of ${ENTRIES.toLocaleString('en')} attempts, with its first page`, value: ms(first), goal: '< 100 ms' },
      { what: 'any page of 200, p50 / p99', value: `${ms(median(others))} / ${ms(quantile(others, 0.99))}`, goal: '' },
      { what: 'the first decision in it (its state is read then)', value: ms(decision), goal: '' },
      { what: 'resident memory with that loop in use, server + engine', value: mb(memory), goal: '' },
    ]
  })
}

/** Writes the loop through the store, as the program would have: every attempt queued and returned. */
async function fill(folder: string): Promise<void> {
  const store = await openStore(folder)
  const attempts: Attempt[] = []
  let seq = 0
  for (let first = 0; first < ENTRIES; first += BATCH) {
    const batch = Array.from({ length: BATCH }, (_unused, index) => attemptOf(first + index, seq + index + 1))
    attempts.push(...batch)
    const events = batch.map(({ run, cycle, retry, seq: number, queuedAt }) =>
      ({ type: 'attemptReturned' as const, run, cycle, retry, worker: 'bench', outputs: [], seq: number, at: queuedAt, by: 'bench' }))
    const setup = { ...setupOf(initialState('large')), workflowHash: 'h', workflows: { h: { hash: 'h', prompt: {} } }, config: { ...initialState('large').config, totalCycles: ENTRIES } }
    const state = restore(setup, { seq: seq + BATCH, updatedAt: Date.now(), attempts })
    await store.append({ loopId: 'large', expectedSeq: seq, events, attempts: batch, clearAttempts: false, setup, summary: summaryOf(state) })
    seq += BATCH
  }
  await store.close()
}

function attemptOf(cycle: number, seq: number): Attempt {
  const at = Date.now()
  return {
    run: 0, cycle, retry: 0, seq,
    promptId: `00000000-0000-5000-8000-${String(cycle).padStart(12, '0')}`,
    status: 'returned',
    decisions: [],
    revision: 0,
    workflowHash: 'h',
    assignments: { '1.text': `a picture of hour ${cycle}`, '1.seed': cycle },
    edits: {},
    seed: cycle,
    uploads: [],
    outputs: [{ kind: 'image', media: `m${cycle}`, filename: `cycle_${cycle}.png`, subfolder: 'lemouf_loop/large', folder: 'output', mime: 'image/png', bytes: 400_000, width: 512, height: 512 }],
    failure: undefined,
    unwanted: false,
    worker: 'bench',
    queuedAt: at,
    startedAt: at,
    endedAt: at,
    updatedAt: at,
  }
}
