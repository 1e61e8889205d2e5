import { ATTEMPT_STATUSES, DECISIONS } from '@lemouf/core/loop'
import type { DecisionResponse, ManifestEntry } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reduceView, type ViewAction } from './reduce.ts'
import { shownEntry } from './shown.ts'
import { initialView } from './state.ts'
import { act, change, entry, summary, viewOf } from './testing.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const answer = (facts: Partial<DecisionResponse>): DecisionResponse => ({
  ok: true, decision: 'approve', revision: 1, current_cycle: 0, current_retry: 0, status: 'running', next_cycle_index: 0, next_retry_index: 0, needs_generation: false, ...facts,
})
const approve = (cycle: number, id = 1, revision = 0): ViewAction => ({ type: 'judged', pending: { id, place: at(cycle), decision: 'approve', revision } })

/** The histories of a few attempts: revisions and statuses only go forward, as on the server. */
const histories = fc
  .array(fc.record({ cycle: fc.nat(3), retry: fc.nat(2), decided: fc.constantFrom(...DECISIONS, null), forward: fc.boolean() }), { maxLength: 30 })
  .map((steps) => {
    const known = new Map<string, ManifestEntry>()
    return steps.map(({ cycle, retry, decided, forward }) => {
      const before = known.get(`${cycle}.${retry}`) ?? entry(cycle, retry, { status: 'queued' })
      const status = ATTEMPT_STATUSES[Math.min(ATTEMPT_STATUSES.length - 1, ATTEMPT_STATUSES.indexOf(before.status) + 1)]!
      const after = forward ? { ...before, status } : { ...before, decision: decided, revision: before.revision + 1 }
      known.set(`${cycle}.${retry}`, after)
      return after
    })
  })

const last = (entries: readonly ManifestEntry[]) => [...new Map(entries.map((one) => [`${one.cycle_index}.${one.retry_index}`, one])).values()]

test('news in any order, twice or late ends in the newest state of every attempt', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), fc.array(fc.nat(29), { maxLength: 5 }), (history, random, again) => {
      const news = [...history, ...again.flatMap((index) => history[index] ?? [])].map((one) => ({ one, order: random.next().value as number }))
      const shuffled = news.sort((a, b) => a.order - b.order).map(({ one }) => one)
      const state = shuffled.reduce((view, one, index) => act(view, { type: 'changed', change: change(index + 1, [one]) }), initialView())
      const found = state.cycles.flat()
      expect(found.toSorted(inOrder)).toEqual(last(history).toSorted(inOrder))
      expect(found).toEqual(found.toSorted(inOrder))
    }),
  )
})

const inOrder = (a: ManifestEntry, b: ManifestEntry): number => a.cycle_index - b.cycle_index || a.retry_index - b.retry_index

test('a page that is older than the news does not undo it', () => {
  const decided = entry(0, 0, { decision: 'approve', revision: 1 })
  const state = act(initialView(), { type: 'changed', change: change(7, [decided]) }, { type: 'paged', epoch: 0, from: 0, entries: [entry(0, 0)], next: null })
  expect(shownEntry(state, at(0))).toEqual(decided)
})

test('a reset empties the view, and a page asked for before it is not taken', () => {
  const before = viewOf([entry(0, 0), entry(1, 0)])
  const reset = act(before, { type: 'changed', change: change(9, [], { reset: true, loop: summary({ seq: 9, status: 'ready' }) }) })
  expect(reset.cycles).toEqual([])
  expect(act(reset, { type: 'paged', epoch: before.epoch, from: 0, entries: [entry(0, 0)], next: null }).cycles).toEqual([])
  expect(act(reset, { type: 'changed', change: change(8, [entry(0, 0)]) }).cycles).toEqual([])
})

test('the cursor starts where the loop stands, or where the address says, within the loop', () => {
  const loop = summary({ current_cycle: 4, current_retry: 1 })
  expect(act(initialView(), { type: 'opened', loop }).cursor).toEqual(at(4, 1))
  expect(act(initialView(at(2)), { type: 'opened', loop }).cursor).toEqual(at(2))
  expect(act(initialView(at(900)), { type: 'opened', loop }).cursor).toEqual(at(5))
})

test('new results never move the cursor', () => {
  fc.assert(
    fc.property(histories, fc.nat(5), (history, cycle) => {
      const start = act(viewOf([]), { type: 'moved', to: at(cycle) })
      const state = history.reduce((view, one, index) => act(view, { type: 'changed', change: change(index + 2, [one]) }), start)
      expect(state.cursor).toEqual(at(cycle))
    }),
  )
})

test('a decision shows at once and goes to the next that waits', () => {
  const state = act(viewOf([entry(0, 0), entry(1, 0, { decision: 'approve', revision: 1 }), entry(2, 0)]), approve(0))
  expect(shownEntry(state, at(0))?.decision).toBe('approve')
  expect(state.cursor).toEqual(at(2))
})

test('without auto-advance a decision stays where it was made, also when it is answered', () => {
  const state = act(viewOf([entry(0, 0), entry(1, 0)]), { type: 'judged', pending: { id: 1, place: at(0), decision: 'approve', revision: 0 }, stay: true })
  expect(state.cursor).toEqual(at(0))
  expect(act(state, { type: 'answered', id: 1, response: answer({ next_cycle_index: 2 }) }).cursor).toEqual(at(0))
})

test('a decision elsewhere leaves the cursor where it is, accepted or refused', () => {
  const state = act(viewOf([entry(0, 0), entry(1, 0)]), approve(1))
  expect(state.cursor).toEqual(at(0))
  expect(act(state, { type: 'answered', id: 1, response: answer({ next_cycle_index: 2 }) }).cursor).toEqual(at(0))
  expect(act(state, { type: 'refused', id: 1, message: 'no' }).cursor).toEqual(at(0))
})

test('approving another retry pushes the approved one aside before the server says so', () => {
  const state = act(viewOf([entry(0, 0, { decision: 'approve', revision: 1 }), entry(0, 1)]), {
    type: 'judged', pending: { id: 1, place: at(0, 1), decision: 'approve', revision: 0 },
  })
  expect(shownEntry(state, at(0, 0))?.decision).toBe('discard')
})

test('where nothing waits, the answer says where the loop goes on', () => {
  const judged = act(viewOf([entry(0, 0)]), approve(0))
  expect(judged.cursor).toEqual(at(0))
  expect(act(judged, { type: 'answered', id: 1, response: answer({ next_cycle_index: 1 }) }).cursor).toEqual(at(1))
  const gone = act(judged, { type: 'moved', to: at(3) }, { type: 'answered', id: 1, response: answer({ next_cycle_index: 1 }) })
  expect(gone.cursor).toEqual(at(3))
  expect(act(judged, { type: 'answered', id: 1, response: answer({ status: 'complete' }) }).cursor).toEqual(at(0))
})

test('an answer settles the decision, whether the news of it came before or comes after', () => {
  const judged = act(viewOf([entry(0, 0), entry(1, 0)]), approve(0))
  const news: ViewAction = { type: 'changed', change: change(2, [entry(0, 0, { decision: 'approve', revision: 1, decided_by: 'anna' })]) }
  const answered: ViewAction = { type: 'answered', id: 1, response: answer({}) }
  for (const order of [[news, answered], [answered, news]]) {
    let view = judged
    for (const action of order) {
      view = reduceView(view, action)
      expect(shownEntry(view, at(0))).toMatchObject({ decision: 'approve', revision: 1 })
    }
    expect(view.pending).toEqual([])
    expect(shownEntry(view, at(0))?.decided_by).toBe('anna')
  }
})

test('a refused decision is taken back, explained, and gone back to', () => {
  const judged = act(viewOf([entry(0, 0), entry(1, 0)]), approve(0))
  const refused = act(judged, { type: 'refused', id: 1, message: 'It was decided in the meantime.' })
  expect(shownEntry(refused, at(0))?.decision).toBeNull()
  expect(refused.cursor).toEqual(at(0))
  expect(refused.notice).toEqual({ tone: 'error', message: 'It was decided in the meantime.', place: at(0) })
  expect(refused.decided).toEqual([])
  expect(act(judged, { type: 'moved', to: at(4) }, { type: 'refused', id: 1, message: 'no' }).cursor).toEqual(at(4))
})

test('progress is kept while an attempt is under way, and goes when it settles', () => {
  const running = viewOf([entry(0, 0, { status: 'running' })])
  const progress = { loop_id: 'portraits-07', cycle_index: 0, retry_index: 0, done: 0.5 }
  const told = act(running, { type: 'progressed', progress, at: 10 }, { type: 'previewed', preview: { ...progress, url: '/f' } })
  expect(told.live['0.0']).toEqual({ done: 0.5, preview: '/f', since: { at: 10, done: 0.5 } })
  const settled = act(told, { type: 'changed', change: change(2, [entry(0, 0)]) })
  expect(settled.live).toEqual({})
  expect(act(settled, { type: 'progressed', progress, at: 20 }).live).toEqual({})
})

test('what was said of an attempt goes when the attempt goes on, and stays while it does not', () => {
  const running = viewOf([entry(0, 0, { status: 'running' }), entry(1, 0)])
  const told = act(running, { type: 'noticed', notice: { tone: 'error', message: 'still being made', place: at(0) } })
  expect(act(told, { type: 'changed', change: change(2, [entry(1, 0, { revision: 1, decision: 'approve' })]) }).notice).toBeDefined()
  expect(act(told, { type: 'changed', change: change(2, [entry(0, 0)]) }).notice).toBeUndefined()
})

test('a lost line takes the running figures with it, and a found one the refusals of the time between', () => {
  const progress = { loop_id: 'portraits-07', cycle_index: 0, retry_index: 0, done: 0.5 }
  const lost = act(viewOf([entry(0, 0, { status: 'running' })]), { type: 'progressed', progress, at: 10 }, { type: 'connected', connection: 'lost' })
  expect(lost).toMatchObject({ live: {}, connection: 'lost' })
  const refused = act(lost, { type: 'noticed', notice: { tone: 'error', message: 'The server is away.' } })
  expect(act(refused, { type: 'connected', connection: 'connecting' }).notice).toBeDefined()
  expect(act(refused, { type: 'connected', connection: 'live' }).notice).toBeUndefined()
  expect(act(refused, { type: 'connected', connection: 'live' }, { type: 'forgotten' }).connection).toBe('live')
})

test('a loop that cannot be read says why, until it can', () => {
  const unread = act(initialView(), { type: 'unread', unread: { message: 'There is no such loop.', missing: true } })
  expect(unread.unread?.missing).toBe(true)
  expect(act(unread, { type: 'opened', loop: summary() }).unread).toBeUndefined()
})

test('in a loop that approves by itself the cursor goes with the newest result, until the person moves', () => {
  const start = act(initialView(), { type: 'opened', loop: summary(), approve: 'all' }, { type: 'paged', epoch: 0, from: 0, entries: [entry(0, 0, { status: 'running' })], next: null })
  const two = act(start, { type: 'changed', change: change(2, [entry(0, 0), entry(1, 0, { status: 'queued' })]) }, { type: 'changed', change: change(3, [entry(1, 0), entry(2, 0, { status: 'running' })]) })
  expect(two.cursor).toEqual(at(1))
  expect(act(two, { type: 'changed', change: change(4, [entry(0, 0, { decision: 'approve', revision: 1 })]) }).cursor).toEqual(at(1))
  const moved = act(two, { type: 'moved', to: at(0) }, { type: 'changed', change: change(4, [entry(2, 0)]) })
  expect(moved.cursor).toEqual(at(0))
  const chosen = act(initialView(at(0)), { type: 'opened', loop: summary({ current_cycle: 4 }), approve: 'all' }, { type: 'changed', change: change(2, [entry(4, 0)]) })
  expect(chosen.cursor).toEqual(at(0))
})
