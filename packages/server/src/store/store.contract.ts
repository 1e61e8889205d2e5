import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '@lemouf/core/json'
import { payloadOf, replay, type LoopEvent } from '@lemouf/core/loop'
import type { HistoryQuery } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PipelineOnPaper, planOf } from '../../../core/src/pipeline/testing.ts'
import { describeCompositions } from './composition-store.contract.ts'
import { attempt, batch, created, key, payloadSet, reset, started, summary } from './store.fixture.ts'
import type { PipelineBatch } from './pipeline-store.ts'
import type { Store } from './store.ts'

/** A store whose disk can be made to have no room left, without a restart. */
export interface StoreUnderTest {
  readonly store: Store
  setFull(full: boolean): Promise<void>
}

/** What every store does, whichever database it is on. `open` opens an empty or a used data folder. */
export function storeContract(name: string, open: (root: string) => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let root: string
    let held: StoreUnderTest

    const context: Context = {
      store: () => held.store,
      setFull: (full) => held.setFull(full),
      reopen: async () => {
        await held.store.close()
        held = await open(root)
      },
    }

    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'lemouf-store-'))
      held = await open(root)
    })
    afterEach(async () => {
      await held.store.close()
      await rm(root, { recursive: true })
    })

    describeAppends(context)
    describeReads(context)
    describeChanges(context)
    describePipelines(context)
    describeCompositions(context)
    describeRest(context)
    describeFullDisk(context)
  })
}

interface Context {
  readonly store: () => Store
  readonly setFull: (full: boolean) => Promise<void>
  readonly reopen: () => Promise<void>
}

function describeAppends({ store, reopen }: Context): void {
  test('an append is there, as it was, after a restart', async () => {
    const queued = attempt('a', key(0))
    const first = await store().append(batch('a', 0, [created, started(key(0))], { attempts: [queued] }))
    await reopen()
    expect(first).toEqual({ lastEventId: await store().lastEventId() })
    expect(await store().readEvents('a', 0)).toEqual([
      { type: 'created', seq: 1, at: 1000, by: 'tester' },
      { type: 'attemptStarted', worker: 'gpu', run: 0, cycle: 0, retry: 0, seq: 2, at: 1000, by: 'tester' },
    ])
    expect(await store().readSummary('a')).toEqual(summary('a', 2))
    expect(await store().inFlight()).toStrictEqual([{ loopId: 'a', attempt: queued }])
  })

  test('an append on an older sequence number is a conflict and leaves no trace', async () => {
    await store().append(batch('a', 0, [created]))
    await store().append(batch('a', 1, [reset]))
    const before = await everything(store())
    const late = { attempts: [attempt('a', key(0))], clearAttempts: true, request: { key: 'k', response: 1 } }
    expect(await store().append(batch('a', 1, [reset], late))).toBe('conflict')
    expect(await store().append(batch('a', 0, [created], late))).toBe('conflict')
    expect(await store().append(batch('b', 4, [reset], late))).toBe('conflict')
    expect(await everything(store())).toEqual(before)
  })

  test('of 10,000 racing appends exactly one wins each sequence number', async () => {
    let won = 0
    for (let seq = 0; seq < 100; seq++) {
      const racers = Array.from({ length: 100 }, (_, racer) => store().append(batch('a', seq, [payloadSet(racer)])))
      won += (await Promise.all(racers)).filter((result) => result !== 'conflict').length
      expect(won).toBe(seq + 1)
    }
    expect((await store().readEvents('a', 0)).map((event) => event.seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
  })

  test('events that leave a gap in the numbers are refused as a programming error', async () => {
    const good = batch('a', 0, [created, reset])
    await expect(store().append({ ...good, events: good.events.slice(1) })).rejects.toThrow(/do not follow/)
    expect(await store().lastEventId()).toBe(0)
  })

  test('a batch of thousands of events and attempts is one append', async () => {
    const cycles = Array.from({ length: 2500 }, (_, cycle) => cycle)
    const events = cycles.map((cycle) => started(key(cycle)))
    await store().append(batch('a', 0, events, { attempts: cycles.map((cycle) => attempt('a', key(cycle))) }))
    expect(await store().lastEventId()).toBe(2500)
    expect(await store().inFlight()).toHaveLength(2500)
  })

  test('integers of any size stay exact', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.bigInt(), { minLength: 1 }), fc.jsonValue().map(asReceived), async (seeds, value) => {
        const payload = [...seeds.map((seed) => (Number.isSafeInteger(Number(seed)) ? Number(seed) : seed)), value]
        const loopId = `p${await store().lastEventId()}`
        await store().append(batch(loopId, 0, [created, payloadSet(payload)], { request: { key: loopId, response: payload } }))
        const state = replay(loopId, await store().readEvents(loopId, 0))
        expect(payloadOf(state)).toEqual({ ok: true, value: payload })
        expect((await store().findRequest(loopId))?.response).toEqual(payload)
      }),
      { numRuns: 100 },
    )
  })
}

const asked = (more: Partial<HistoryQuery>): HistoryQuery => ({ order: 'oldest', after_seq: 0, limit: 200, data: 'all', about: 'all', ...more })

function describeReads({ store }: Context): void {
  test('loops are listed by their last change', async () => {
    await store().append(batch('old', 0, [created], { summary: summary('old', 1, { updated_at: 5 }) }))
    await store().append(batch('new', 0, [created], { summary: summary('new', 1, { updated_at: 9 }) }))
    expect((await store().listLoops()).map((loop) => loop.loop_id)).toEqual(['new', 'old'])
    await store().append(batch('old', 1, [reset], { summary: summary('old', 2, { updated_at: 12 }) }))
    expect((await store().listLoops()).map((loop) => loop.loop_id)).toEqual(['old', 'new'])
    expect(await store().readSummary('none')).toBeUndefined()
  })

  test('events and history are read in pages, from either end', async () => {
    await store().append(batch('a', 0, [created, payloadSet([1]), reset]))
    expect((await store().readEvents('a', 1, 1)).map((event) => event.type)).toEqual(['payloadSet'])
    const row = { at: 1000, by: 'tester', place: null, superseded_by: null }
    expect(await store().readHistory('a', asked({ after_seq: 1, limit: 2 }))).toEqual([
      { ...row, seq: 2, type: 'payloadSet', data: { payload: [1], source: 'given' } },
      { ...row, seq: 3, type: 'reset', data: { keepWorkflow: true } },
    ])
    await store().append(batch('b', 0, [created, started(key(0)), reset]))
    expect((await store().readHistory('b', asked({ about: 'people' }))).map(({ type }) => type)).toEqual(['created', 'reset'])
    expect((await store().readHistory('a', asked({ about: 'payload' }))).map(({ type }) => type)).toEqual(['payloadSet'])
    expect(await store().readHistory('a', asked({ order: 'newest', before_seq: 3, limit: 1, data: 'brief' }))).toEqual([{ ...row, seq: 2, type: 'payloadSet', data: { source: 'given' } }])
  })

  test('the history says what overlaid a decision or took it back', async () => {
    const decided = (cycle: number, decision: 'approve' | 'reject'): LoopEvent => ({ type: 'decided', ...key(cycle), decision, revision: 0 })
    const undone: LoopEvent = { type: 'decisionUndone', ...key(0), revision: 1, undoes: 4 }
    await store().append(batch('a', 0, [created, decided(0, 'approve'), decided(1, 'approve'), decided(0, 'reject'), undone]))
    await store().append(batch('b', 0, [created, decided(1, 'approve'), decided(1, 'reject')]))
    const rows = await store().readHistory('a', asked({ order: 'newest', limit: 4 }))
    const later = { at: 1000, by: 'tester' }
    expect(rows.map(({ seq, place, superseded_by }) => [seq, place?.cycle_index, superseded_by])).toEqual([
      [5, 0, null],
      [4, 0, { ...later, seq: 5, decision: null }],
      [3, 1, null],
      [2, 0, { ...later, seq: 4, decision: 'reject' }],
    ])
  })

  test('pages of attempts hold whole cycles and together everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 4 }), { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), async (retries, limit) => {
        const loopId = `p${await store().lastEventId()}`
        const all = retries.flatMap((count, cycle) => Array.from({ length: count }, (_, retry) => attempt(loopId, key(cycle, retry))))
        await store().append(batch(loopId, 0, [created], { attempts: all.toReversed() }))
        const pages = await pagesOf(store(), loopId, limit)
        expect(pages.flat()).toEqual(all)
        const cyclesOfPages = pages.map((page) => new Set(page.map((entry) => entry.cycle)))
        expect(cyclesOfPages.reduce((sum, cycles) => sum + cycles.size, 0)).toBe(new Set(all.map((entry) => entry.cycle)).size)
        for (const [index, page] of pages.entries()) if (page.length > limit) expect(cyclesOfPages[index]?.size).toBe(1)
      }),
      { numRuns: 40 },
    )
  })

  test('all attempts of a loop are more than is read at once, and none is missing', async () => {
    const attempts = Array.from({ length: 10_400 }, (_, index) => attempt('a', key(Math.floor(index / 3), index % 3)))
    await store().append(batch('a', 0, [created], { attempts }))
    expect(await store().readAllAttempts('a')).toEqual(attempts)
    const outline = await store().readOutline('a')
    expect(outline.cycles.map((cycle, index) => [cycle, outline.retries[index]])).toEqual(attempts.map(({ cycle, retry }) => [cycle, retry]))
  })

  test('an attempt is replaced by its newer state, and a reset forgets the attempts of before', async () => {
    await store().append(batch('a', 0, [started(key(0))], { attempts: [attempt('a', key(0)), attempt('a', key(1))] }))
    await store().append(batch('a', 1, [started(key(0))], { attempts: [attempt('a', key(0), { status: 'returned' })] }))
    expect((await store().inFlight()).map(({ attempt: { cycle } }) => cycle)).toEqual([1])
    await store().append(batch('a', 2, [reset, started(key(0, 0, 1))], { clearAttempts: true, attempts: [attempt('a', key(0, 0, 1))] }))
    expect((await store().readAttempts({ loopId: 'a', fromCycle: 0, limit: 10 })).attempts).toEqual([attempt('a', key(0, 0, 1))])
  })
}

const loopChanges = async (store: Store, from: number, limit: number) => (await store.changesSince(from, limit)).filter((change) => 'loopId' in change)

function describePipelines({ store, reopen }: Context): void {
  const batchOf = (paper: PipelineOnPaper, from: number): PipelineBatch => ({ expectedSeq: from, events: paper.events.slice(from), state: paper.state })

  test('a pipeline is there, as it was, after a restart, and its events are told among those of loops', async () => {
    const paper = new PipelineOnPaper().do({ type: 'run', plan: planOf('e1 c2<1', { name: 'a.json', graph: { nodes: [] } }) })
    const begun = paper.events.length
    await store().append(batch('a', 0, [created]))
    const first = await store().pipelines.append(batchOf(paper, 0))
    await store().append(batch('a', 1, [reset]))
    const resources = [{ id: 'x', kind: 'text', name: 'x', text: 'y' }] as const
    paper.hear('1', 5, 'complete').do({ type: 'compose', nodeId: '2', run: 1, tries: 1, resources })
    await store().pipelines.append(batchOf(paper, begun))
    await reopen()
    expect(await store().pipelines.read('film')).toEqual(paper.state)
    expect(await store().pipelines.list()).toEqual([{ ...paper.state, plan: undefined }])
    expect(await store().pipelines.readResources('film', paper.state.steps[1]?.resources?.seq ?? 0)).toEqual(resources)
    expect(await store().pipelines.open()).toEqual([])
    expect(first).toEqual({ lastEventId: 1 + begun })
    const told = (await store().changesSince(1, 100)).map((change) => ['pipeline' in change ? change.pipeline.pipelineId : 'loopId' in change ? change.loopId : 'a composition', change.events.length])
    expect(told).toEqual([['a', 1], ['film', paper.events.length]])
  })

  test('of two that were decided on the same number one is a conflict and leaves no trace', async () => {
    const paper = new PipelineOnPaper().do({ type: 'run', plan: planOf('e1') })
    const begun = paper.events.length
    await store().pipelines.append(batchOf(paper, 0))
    expect(await store().pipelines.append(batchOf(paper, 0))).toBe('conflict')
    const before = await store().lastEventId()
    paper.hear('1', 5, 'waiting')
    const both = await Promise.all([store().pipelines.append(batchOf(paper, begun)), store().pipelines.append(batchOf(paper, begun))])
    expect(both.filter((written) => written === 'conflict')).toHaveLength(1)
    expect(await store().lastEventId()).toBe(before + 1)
    expect(await store().pipelines.open()).toEqual(['film'])
  })
}

function describeChanges({ store }: Context): void {
  test('a reader learns what changed since an event, each loop with its attempts as they are now', async () => {
    await store().append(batch('a', 0, [created], { attempts: [attempt('a', key(0)), attempt('a', key(1))] }))
    const since = await store().lastEventId()
    await store().append(batch('b', 0, [created]))
    await store().append(batch('a', 1, [started(key(1))], { attempts: [attempt('a', key(1), { status: 'running' })] }))
    const changes = await loopChanges(store(), since, 100)
    expect(changes.map(({ loopId, reset: began, attempts, events }) => ({ loopId, began, attempts, types: events.map((event) => event.type) }))).toEqual([
      { loopId: 'b', began: false, attempts: [], types: ['created'] },
      { loopId: 'a', began: false, attempts: [attempt('a', key(1), { status: 'running' })], types: ['attemptStarted'] },
    ])
    expect(changes.map((change) => change.summary)).toEqual([summary('b', 1), summary('a', 2)])
    expect(changes.at(-1)?.eventId).toBe(await store().lastEventId())
    expect(await store().changesSince(await store().lastEventId(), 100)).toEqual([])
  })

  test('after a reset a reader gets the attempts of the new run only', async () => {
    await store().append(batch('a', 0, [started(key(0))], { attempts: [attempt('a', key(0))] }))
    await store().append(batch('a', 1, [reset], { clearAttempts: true }))
    await store().append(batch('a', 2, [started(key(0, 0, 1))], { attempts: [attempt('a', key(0, 0, 1))] }))
    const [before] = await store().changesSince(0, 1)
    expect(before).toMatchObject({ reset: false, attempts: [] })
    const [change] = await store().changesSince(0, 100)
    expect(change).toMatchObject({ reset: true, attempts: [{ run: 1, cycle: 0 }], summary: { seq: 3 } })
  })

  test('a reader who leaves after any change and comes back misses no event', async () => {
    for (let seq = 0; seq < 6; seq++) for (const loopId of ['a', 'b', 'c']) await store().append(batch(loopId, seq, [started(key(seq))]))
    for (const limit of [1, 4, 18]) {
      for (const patience of [1, 2]) {
        const seen = new Set<string>()
        let from = 0
        for (let changes = await loopChanges(store(), from, limit); changes.length > 0; changes = await loopChanges(store(), from, limit)) {
          // Whoever has one page always takes at least what moves them on.
          const taken = changes.slice(0, Math.max(patience, changes.findIndex((change) => change.eventId > from) + 1))
          for (const { loopId, events } of taken) for (const { seq } of events) seen.add(`${loopId}/${seq}`)
          from = taken.at(-1)?.eventId ?? from
        }
        expect(seen.size).toBe(18)
      }
    }
  })
}

function describeRest({ store, reopen }: Context): void {
  test('a request key is used once, in the append that it belongs to', async () => {
    await store().append(batch('a', 0, [created], { request: { key: 'k', response: { ok: true } } }))
    expect(await store().findRequest('k')).toMatchObject({ loopId: 'a', response: { ok: true } })
    expect(await store().append(batch('b', 0, [created], { request: { key: 'k', response: null } }))).toBe('conflict')
    expect(await store().readSummary('b')).toBeUndefined()
    expect(await store().findRequest('other')).toBeUndefined()
  })

  test('request keys are forgotten after a day', async () => {
    await store().append(batch('a', 0, [created], { request: { key: 'k', response: 1 } }))
    await store().forgetOldRequests(Date.now() + 23 * 3_600_000)
    expect(await store().findRequest('k')).toBeDefined()
    await store().forgetOldRequests(Date.now() + 25 * 3_600_000)
    expect(await store().findRequest('k')).toBeUndefined()
  })

  test('a client keeps something with a loop that exists', async () => {
    await store().append(batch('a', 0, [created]))
    expect((await store().readLoop('a'))?.runtimeState).toBeNull()
    await store().setRuntimeState('a', { zoom: 2, id: 2n ** 63n })
    await store().append(batch('a', 1, [reset]))
    await reopen()
    expect((await store().readLoop('a'))?.runtimeState).toEqual({ zoom: 2, id: 2n ** 63n })
    await store().setRuntimeState('a', null)
    expect((await store().readLoop('a'))?.runtimeState).toBeNull()
    await expect(store().setRuntimeState('none', 1)).rejects.toMatchObject({ code: 'loop_not_found' })
  })

  test('media rows come back by id and by hash', async () => {
    const row = { id: 'i1', hash: 'h', kind: 'image', mime: 'image/png', bytes: 2 ** 40, width: 3, height: 4, ext: 'png', filename: 'ü.png', loopId: null, createdAt: 5 } as const
    await store().insertMedia({ ...row, id: 'i2', createdAt: 6 })
    await store().insertMedia(row)
    await reopen()
    expect(await store().getMedia('i1')).toEqual(row)
    expect(await store().findMediaByHash('h')).toEqual(row)
    expect(await store().getMedia('h')).toBeUndefined()
  })
}

function describeFullDisk({ store, setFull }: Context): void {
  test('on a full disk nothing is half written, reads go on, and writes resume without a restart', async () => {
    await store().append(batch('a', 0, [created]))
    await setFull(true)
    const large = batch('a', 1, [reset, payloadSet('x'.repeat(1_000_000))], { clearAttempts: true })
    const before = await everything(store())
    await expect(store().append(large)).rejects.toMatchObject({ code: 'disk_full', status: 507 })
    expect(await everything(store())).toEqual(before)
    await setFull(false)
    expect(await store().append(large)).not.toBe('conflict')
    expect(await store().readEvents('a', 0)).toHaveLength(3)
  })
}

/** All that reads give of the loops a and b. */
async function everything(store: Store): Promise<unknown> {
  return {
    loops: await store.listLoops(),
    a: await store.readEvents('a', 0),
    b: await store.readEvents('b', 0),
    inFlight: await store.inFlight(),
    request: await store.findRequest('k'),
    last: await store.lastEventId(),
  }
}

async function pagesOf(store: Store, loopId: string, limit: number) {
  const pages = []
  for (let from: number | null = 0; from !== null; ) {
    const { attempts, nextCycle }: Awaited<ReturnType<Store['readAttempts']>> = await store.readAttempts({ loopId, fromCycle: from, limit })
    pages.push(attempts)
    from = nextCycle
  }
  return pages
}

/** As JSON comes in here: without -0, and with bigints for integers that a number would not hold exactly. */
function asReceived(value: unknown): Json {
  return JSON.parse(JSON.stringify(value), (_key, item: unknown) =>
    typeof item === 'number' && !Number.isSafeInteger(item) && /^-?\d+$/.test(String(item)) ? BigInt(String(item)) : item,
  ) as Json
}
