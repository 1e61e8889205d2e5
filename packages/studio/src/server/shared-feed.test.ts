import { expect, test, vi } from 'vitest'
import type { FeedListener } from './feed.ts'

const opened: { listener: FeedListener; closed: boolean }[] = []
vi.mock('./feed.ts', () => ({
  openFeed: (_loop: undefined, listener: FeedListener) => {
    const feed = { listener, closed: false }
    opened.push(feed)
    return () => { feed.closed = true }
  },
}))
const { joinFeed } = await import('./shared-feed.ts')

function listening() {
  const heard: string[] = []
  return { heard, listener: { began: () => heard.push('began'), changed: () => heard.push('changed'), connection: (state: string) => heard.push(state) } satisfies FeedListener }
}

test('several listen on one line; each is told how it is connected, and who comes later that it began; the last one closes it', async () => {
  const [first, second] = [listening(), listening()]
  const leave = joinFeed(first.listener)
  await Promise.resolve()
  const [feed] = opened
  feed!.listener.connection('live')
  feed!.listener.began()
  const leaveToo = joinFeed(second.listener)
  await Promise.resolve()
  feed!.listener.changed({} as never)
  expect([opened.length, first.heard, second.heard]).toEqual([1, ['connecting', 'live', 'began', 'changed'], ['live', 'began', 'changed']])
  leave()
  feed!.listener.changed({} as never)
  expect([first.heard.length, second.heard.length, feed!.closed]).toEqual([4, 4, false])
  leaveToo()
  expect(feed!.closed).toBe(true)
  joinFeed(first.listener)()
  expect(opened.map(({ closed }) => closed)).toEqual([true, true])
})
