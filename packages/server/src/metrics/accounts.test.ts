import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RecordedEvent } from '@lemouf/core/loop'
import { countOn, HOUR_MS, isCounted, NO_BOOK, type Tally } from '@lemouf/core/metrics'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loopOf, type LoopOnPaper } from '../../../core/src/loop/testing.ts'
import { PipelineOnPaper, planOf } from '../../../core/src/pipeline/testing.ts'
import { openStore } from '../store/open-store.ts'
import { summary } from '../store/store.fixture.ts'
import type { Store } from '../store/store.ts'
import { Accounts } from './accounts.ts'

let root: string
let store: Store
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-metrics-'))
  store = await openStore(root)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true })
})

/** The events of a loop, as a store has them: under a name, 7 minutes apart. */
const eventsOf = (loop: LoopOnPaper) => loop.events.map((event): RecordedEvent => Object.assign({}, event, { at: event.at * 420_000 }))
const append = (loopId: string, events: ReturnType<typeof eventsOf>) =>
  store.append({ loopId, expectedSeq: events[0]!.seq - 1, events, attempts: [], clearAttempts: false, summary: summary(loopId, events.at(-1)!.seq) })

/** What a loop's events come to when they are counted at once. */
function tallyOf(loop: LoopOnPaper): Tally {
  return countOn(NO_BOOK, new Map(), eventsOf(loop).flatMap((event) => (isCounted(event) ? [event] : []))).tally
}

async function counted(loopId: string): Promise<Tally> {
  const hours = await store.metrics.parts({ starts: [0, HOUR_MS], loopId })
  const some = (waits: ReadonlyMap<number, number>) => new Map([...waits].filter(([, number]) => number !== 0))
  return new Map(hours.filter(({ counts }) => Object.values(counts).some((number) => number !== 0)).map(({ key, counts, waits }) => [key, { counts, waits: some(waits) }]))
}

const decision = fc.constantFrom('approve', 'reject', 'replay', 'discard')
const anyLoop = fc.array(fc.tuple(fc.nat(1), fc.nat(2), fc.constantFrom('return', 'decide', 'undo', 'exit', 'reset'), decision), { maxLength: 25 }).map((moves) => {
  const loop = loopOf(2).do({ type: 'configure', config: { lookahead: 1 } }).do({ type: 'step' })
  for (const [cycle, retry, type, what] of moves) {
    const { run } = loop.state
    const command =
      type === 'return' ? ({ type, run, cycle, retry, worker: 'w', outputs: [] } as const)
      : type === 'decide' ? ({ type, cycle, retry, decision: what } as const)
      : type === 'undo' ? ({ type, cycle, retry } as const)
      : type === 'exit' ? ({ type } as const)
      : ({ type: 'reset', keepWorkflow: true } as const)
    if (loop.refusal(command) === undefined) loop.do(command)
  }
  return loop
})

test('what is counted of loops is what their events come to, in however many goes and over restarts', async () => {
  let loops = 0
  await fc.assert(
    fc.asyncProperty(anyLoop, fc.integer({ min: 1, max: 9 }), async (loop, size) => {
      const loopId = `l${loops++}`
      const events = eventsOf(loop)
      for (let from = 0; from < events.length; from += size) {
        await append(loopId, events.slice(from, from + size))
        await new Accounts(store.metrics).catchUp()
      }
      expect(await counted(loopId)).toEqual(tallyOf(loop))
    }),
    { numRuns: 40 },
  )
})

test('an hour is counted in the part that it begins in, also where parts differ in length', async () => {
  const loop = loopOf(2).do({ type: 'step' }).returns(0, 0).do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve' })
  const starts = [0, 1, 2, 4, 5].map((hour) => hour * HOUR_MS)
  for (const later of [0, 1, 2, 3, 4, 5]) {
    const loopId = `parts-${later}`
    await append(loopId, eventsOf(loop).map((event, index) => Object.assign(event, { at: (index + later) * HOUR_MS })))
    await new Accounts(store.metrics).catchUp()
    const keysOf = async (of: readonly number[]) => (await store.metrics.parts({ starts: of, loopId })).map(({ key }) => key)
    const expected = (await keysOf([0, HOUR_MS])).map((hour) => (hour < 3 ? hour : hour - 1))
    expect(expected.length).toBeGreaterThan(0)
    expect(await keysOf(starts)).toEqual([...new Set(expected)])
  }
})

test('counting again, or twice at once, counts nothing twice', async () => {
  const loop = loopOf(2).do({ type: 'step' }).returns(0, 0).do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve' })
  await append('a', eventsOf(loop))
  const accounts = new Accounts(store.metrics)
  await Promise.all([accounts.catchUp(), accounts.catchUp(), new Accounts(store.metrics).catchUp()])
  await accounts.catchUp()
  expect(await counted('a')).toEqual(tallyOf(loop))
})

test('loops are told apart and summed up, pipelines have no part in it', async () => {
  const waiting = loopOf(2).do({ type: 'step' }).returns(0, 0)
  const approved = loopOf(1).do({ type: 'step' }).returns(0, 0).do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve' })
  const paper = new PipelineOnPaper().do({ type: 'run', plan: planOf('e1') })
  await store.pipelines.append({ expectedSeq: 0, events: paper.events, state: paper.state })
  await append('a', eventsOf(waiting))
  await append('b', eventsOf(approved))
  await new Accounts(store.metrics).catchUp()
  const loops = await store.metrics.loops()
  expect(loops.map(({ key, counts }) => [key, counts.arrived - counts.settled, counts.approved])).toEqual([['a', 1, 0], ['b', 0, 1]])
  expect(await store.metrics.standing(undefined)).toEqual({ waiting: 1, firstHour: 0 })
  expect(await store.metrics.standing('b')).toMatchObject({ waiting: 0 })
  expect(await store.metrics.standing('none')).toEqual({ waiting: 0, firstHour: undefined })
})
