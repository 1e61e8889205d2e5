import { ATTEMPT_STATUSES, DECISIONS, type Decision } from '@lemouf/core/loop'
import type { DecisionResponse, ManifestEntry } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endOf, neighbour } from './cursor.ts'
import { reduceView, type ViewAction } from './reduce.ts'
import { selectionOf } from './selection.ts'
import { shownEntry, standingsOf } from './shown.ts'
import { initialView, type LoopViewState } from './state.ts'
import { act, change, entry, summary, viewOf } from './testing.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const answer = (facts: Partial<DecisionResponse>): DecisionResponse => ({
  ok: true, decision: 'approve', revision: 1, current_cycle: 0, current_retry: 0, status: 'running', next_cycle_index: 0, next_retry_index: 0, needs_generation: false, ...facts,
})
const judge = (cycle: number, retry: number, decision: Decision, id = 1): ViewAction => ({ type: 'judged', pending: { id, items: [{ place: at(cycle, retry), revision: 0 }], decision } })
const approve = (cycle: number, id = 1): ViewAction => judge(cycle, 0, 'approve', id)

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
  const state = act(viewOf([entry(0, 0), entry(1, 0)]), { ...approve(0), stay: true } as ViewAction)
  expect(state.cursor).toEqual(at(0))
  expect(act(state, { type: 'answered', id: 1, standing: answer({ next_cycle_index: 2 }) }).cursor).toEqual(at(0))
})

test('a decision elsewhere leaves the cursor where it is, accepted or refused', () => {
  const state = act(viewOf([entry(0, 0), entry(1, 0)]), approve(1))
  expect(state.cursor).toEqual(at(0))
  expect(act(state, { type: 'answered', id: 1, standing: answer({ next_cycle_index: 2 }) }).cursor).toEqual(at(0))
  expect(act(state, { type: 'refused', id: 1, message: 'no' }).cursor).toEqual(at(0))
})

test('approving another retry pushes the approved one aside before the server says so', () => {
  const state = act(viewOf([entry(0, 0, { decision: 'approve', revision: 1 }), entry(0, 1)]), judge(0, 1, 'approve'))
  expect(shownEntry(state, at(0, 0))?.decision).toBe('discard')
})

test('where nothing waits, the answer says where the loop goes on', () => {
  const judged = act(viewOf([entry(0, 0)]), approve(0))
  expect(judged.cursor).toEqual(at(0))
  expect(act(judged, { type: 'answered', id: 1, standing: answer({ next_cycle_index: 1 }) }).cursor).toEqual(at(1))
  const gone = act(judged, { type: 'moved', to: at(3) }, { type: 'answered', id: 1, standing: answer({ next_cycle_index: 1 }) })
  expect(gone.cursor).toEqual(at(3))
  expect(act(judged, { type: 'answered', id: 1, standing: answer({ status: 'complete' }) }).cursor).toEqual(at(0))
})

test('an answer settles the decision, whether the news of it came before or comes after', () => {
  const judged = act(viewOf([entry(0, 0), entry(1, 0)]), approve(0))
  const news: ViewAction = { type: 'changed', change: change(2, [entry(0, 0, { decision: 'approve', revision: 1, decided_by: 'anna' })]) }
  const answered: ViewAction = { type: 'answered', id: 1, standing: answer({}) }
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

const outline = (...rows: readonly (readonly [cycle: number, retry: number, decision: Decision | null, revision: number])[]) => ({
  cycles: rows.map(([cycle]) => cycle),
  retries: rows.map(([, retry]) => retry),
  statuses: rows.map(() => 'returned' as const),
  decisions: rows.map(([, , decision]) => decision),
  revisions: rows.map(([, , , revision]) => revision),
})

test('the outline and what was read in full agree, whichever came first', () => {
  const news = entry(1, 0, { decision: 'approve', revision: 1 })
  const rows = outline([0, 0, 'reject', 1], [1, 0, null, 0], [3, 0, null, 0])
  const orders: readonly (readonly ViewAction[])[] = [
    [{ type: 'changed', change: change(2, [news]) }, { type: 'outlined', epoch: 0, outline: rows }],
    [{ type: 'outlined', epoch: 0, outline: rows }, { type: 'changed', change: change(2, [news]) }],
  ]
  for (const actions of orders) {
    const state = act(initialView(), { type: 'opened', loop: summary({ total_cycles: 2 }) }, ...actions)
    expect([0, 1, 2, 3].map((cycle) => standingsOf(state, cycle).map(({ decision }) => decision))).toEqual([['reject'], ['approve'], [], [null]])
    expect(state.outline).toHaveLength(4)
  }
})

test('a decision goes to the next that waits, also where that was not read in full', () => {
  const state = act(initialView(at(0)), { type: 'paged', epoch: 0, from: 0, entries: [entry(0, 0)], next: 1 }, { type: 'outlined', epoch: 0, outline: outline([0, 0, null, 0], [1, 0, 'approve', 1], [500, 0, null, 0]) }, approve(0))
  expect(state.cursor).toEqual(at(500))
})

test('a decision on many goes to the next neighbour, lets the selection go, and its undoing brings it back', () => {
  const all = act(viewOf([0, 1, 2, 3, 4].map((cycle) => entry(cycle, 0))), { type: 'moved', to: at(2) })
  const items = [1, 2].map((cycle) => ({ place: at(cycle), revision: 0 }))
  const judged = act(all, { type: 'selected', selection: selectionOf([at(1), at(2)]) }, { type: 'judged', pending: { id: 1, items, decision: 'reject' } })
  expect(judged.cursor).toEqual(at(3))
  expect(judged.selection.keys.size).toBe(0)
  const undone = act(judged, { type: 'judged', pending: { id: 2, items, decision: null } })
  expect([...undone.selection.keys]).toEqual(['1.0', '2.0'])
})

test('when many are refused as a whole, all are as they were and stay selected', () => {
  const items = [0, 1].map((cycle) => ({ place: at(cycle), revision: 0 }))
  const judged = act(viewOf([entry(0, 0), entry(1, 0), entry(2, 0)]), { type: 'judged', pending: { id: 1, items, decision: 'reject' } })
  const back = act(judged, { type: 'refused', id: 1, message: 'The server does not answer.' })
  expect([0, 1].map((cycle) => shownEntry(back, at(cycle))?.decision)).toEqual([null, null])
  expect(back.cursor).toEqual(at(0))
  expect(back.selection.keys.size).toBe(2)
  expect(back.decided).toEqual([])
})

test('an approval that discards its siblings shows them discarded, until and after it is answered', () => {
  const judged = act(viewOf([entry(0, 0), entry(0, 1), entry(0, 2, { decision: 'reject', revision: 1 })]), { type: 'judged', pending: { id: 1, items: [{ place: at(0, 1), revision: 0 }], decision: 'approve', discardSiblings: true } })
  const decisions = (state: LoopViewState) => [0, 1, 2].map((retry) => shownEntry(state, at(0, retry))?.decision)
  expect(decisions(judged)).toEqual(['discard', 'approve', 'reject'])
  expect(decisions(act(judged, { type: 'answered', id: 1, standing: answer({}) }))).toEqual(['discard', 'approve', 'reject'])
})

test('undecided only: the cursor goes to what waits, steps from one to the next, and stays where nothing does', () => {
  const view = viewOf([entry(0, 0, { decision: 'approve', revision: 1 }), entry(1, 0), entry(2, 0, { decision: 'reject', revision: 1 }), entry(3, 0)], summary({ total_cycles: 4 }))
  const filtered = act(view, { type: 'filtered', undecidedOnly: true })
  expect(filtered.cursor).toEqual(at(1))
  expect(neighbour(filtered, at(1), 'right')).toEqual(at(3))
  expect([endOf(filtered, 'first'), endOf(filtered, 'last')]).toEqual([at(1), at(3)])
  const done = act(filtered, approve(1), approve(3, 2))
  expect(endOf(done, 'first')).toBeUndefined()
  expect(neighbour(done, at(3), 'left')).toEqual(at(3))
})

test('a pause is known whatever the status says, and stays over a break of the stream', () => {
  const waiting = act(viewOf([entry(0, 0)]), { type: 'opened', loop: summary({ status: 'waiting' }), paused: true })
  expect(waiting.paused).toBe(true)
  expect(act(waiting, { type: 'forgotten' }).paused).toBe(true)
  expect(act(waiting, { type: 'paused', paused: false }).paused).toBe(false)
})
