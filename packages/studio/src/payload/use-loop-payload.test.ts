import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, type EffectScope } from 'vue'
import type { LoopPayload } from './use-loop-payload.ts'

/** The server as this page hears it: a payload that anybody may change, answered after a while. */
let payload: unknown = []
let seq = 0
const sent: unknown[] = []
const later = (): Promise<unknown> => new Promise((resolve) => { setTimeout(resolve, 80) })
const answers: Record<string, (input: { body: { payload: unknown } }) => unknown> = {
  getLoop: () => ({ status: 'waiting', payload, payload_origin: null, seq: ++seq }),
  getHistory: () => ({ events: [] }),
  getOutline: () => ({ cycles: [0] }),
  getLoopWorkflow: () => ({ prompt: {} }),
  setPayload: ({ body }) => {
    sent.push(body.payload)
    payload = body.payload
    return { ok: true }
  },
}
let feed: { readonly began: () => void; readonly changed: () => void } = { began: () => undefined, changed: () => undefined }
vi.mock('../server/client.ts', () => ({
  sentenceOf: String,
  server: async (name: string, input: { body: { payload: unknown } }) => {
    const answer = answers[name]?.(input)
    await later()
    return answer
  },
}))
vi.mock('../server/feed.ts', () => ({
  openFeed: (_loop: string, listener: typeof feed) => {
    feed = listener
    return () => undefined
  },
}))
const { useLoopPayload } = await import('./use-loop-payload.ts')

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  return () => { vi.useRealTimers() }
})

/** The screen of a loop's payload, once it is read. */
async function opened(loopId: string): Promise<{ readonly view: LoopPayload; readonly scope: EffectScope }> {
  const scope = effectScope()
  const view = scope.run(() => useLoopPayload(loopId))
  if (view === undefined) throw new Error('The scope was stopped.')
  feed.began()
  await vi.advanceTimersByTimeAsync(1000)
  return { view, scope }
}
const said = (view: LoopPayload): unknown => JSON.parse(view.typed.value)

test('what is typed while the loop is read again stays', async () => {
  payload = [{ p: 1 }]
  const { view, scope } = await opened('busy')
  feed.changed()
  await vi.advanceTimersByTimeAsync(310)
  view.typed.value = '[{"p": 2}]'
  await vi.advanceTimersByTimeAsync(1000)
  expect(said(view)).toEqual([{ p: 2 }])
  scope.stop()
})

test('a loop that changes all the time is read all the same', async () => {
  payload = [1]
  const { view, scope } = await opened('restless')
  payload = [2]
  for (let change = 0; change < 40; change++) {
    feed.changed()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(said(view)).toEqual([2])
  scope.stop()
})

test('a draft over something that somebody has changed since says so', async () => {
  payload = [{ p: 1 }]
  const first = await opened('shared')
  first.view.typed.value = '[{"p":"mine"}]'
  first.scope.stop()
  payload = [{ p: 'anna' }]
  const { view, scope } = await opened('shared')
  expect([said(view), view.isOutdated.value]).toEqual([[{ p: 'mine' }], true])
  void view.save()
  await vi.advanceTimersByTimeAsync(1000)
  expect([sent, view.isOutdated.value, view.isChanged.value]).toEqual([[[{ p: 'mine' }]], false, false])
  scope.stop()
})

test('what somebody has changed a moment ago is told first, and not overwritten', async () => {
  payload = [1]
  const { view, scope } = await opened('at-once')
  view.typed.value = '[2]'
  payload = [3]
  void view.save()
  await vi.advanceTimersByTimeAsync(1000)
  expect([sent, view.isOutdated.value, said(view)]).toEqual([[], true, [2]])
  void view.save()
  await vi.advanceTimersByTimeAsync(1000)
  expect([sent, view.saving.value]).toEqual([[[2]], 'saved'])
  scope.stop()
})
