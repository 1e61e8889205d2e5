import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify, { type FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { loopOf } from '../../../core/src/loop/testing.ts'
import type { App } from '../app.ts'
import { Live } from '../live/live.ts'
import { summaryOf } from '../loops/view.ts'
import type { Store } from '../store/store.ts'
import { serveLiveFeed } from './live-feed.ts'

let server: FastifyInstance
afterEach(() => server.close())

/** The live feed over a store that holds what the test says. */
async function serve(store: Pick<Store, 'lastEventId' | 'changesSince'>): Promise<{ live: Live; open: (lastId: number) => Promise<IncomingMessage> }> {
  const live = new Live()
  server = fastify({ forceCloseConnections: true })
  const app = { store, live, log: pino({ level: 'silent' }), startedAt: 1 } as unknown as App
  serveLiveFeed(server, app)
  const url = await server.listen({ port: 0 })
  return { live, open: (lastId) => new Promise((resolve, reject) => get(`${url}/lemouf/events?last_event_id=${lastId}`, resolve).on('error', reject)) }
}

const { state } = loopOf(1).do({ type: 'step' })
/** An event with its loop's summary, too large for many to be on their way at once. */
const changeAt = (eventId: number) => ({
  eventId, loopId: 'paper', attempts: [], reset: false,
  events: [{ seq: eventId, type: 'x'.repeat(20_000), at: 1, by: 'tester' }],
  summary: summaryOf(state),
})

test('a slow reader is told everything that it missed and what happened meanwhile, once and in order', async () => {
  let newest = 1_000
  const { live, open } = await serve({
    lastEventId: async () => newest,
    changesSince: async (after, limit) => Array.from({ length: Math.min(limit, newest - after) }, (_unused, index) => changeAt(after + 1 + index)),
  })
  const stream = await open(0)
  // It does not read for a while, and the loop goes on.
  await sleep(300)
  newest += 1
  live.changed({ state, events: [], attempts: [], lastEventId: newest })
  const heard: number[] = []
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    const lines = text.split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('id: ')) heard.push(Number(line.slice(4)))
    if (heard.at(-1) === 1_001) live.changed({ state, events: [], attempts: [], lastEventId: 1_002 })
    if (heard.at(-1) === 1_002) break
  }
  expect(heard).toEqual(Array.from({ length: 1_002 }, (_unused, index) => index + 1))
})

test('news of many attempts comes in parts that together are all of it; only the last one says how far the reader is', async () => {
  const { live, open } = await serve({ lastEventId: async () => 5, changesSince: async () => [] })
  const [attempt] = state.cycles[0]!.attempts
  const attempts = Array.from({ length: 450 }, (_unused, cycle) => ({ ...attempt!, cycle }))
  const parts: { id: string | undefined; cycles: number[] }[] = []
  let text = ''
  for await (const chunk of await open(5)) {
    if (text === '') live.changed({ state, events: [], attempts, lastEventId: 6 })
    text += String(chunk)
    if (text.includes('id: 6') && text.endsWith('\n\n')) break
  }
  for (const message of text.split('\n\n').filter((one) => one.includes('event: change'))) {
    const { entries } = JSON.parse(/^data: (.*)$/m.exec(message)![1]!) as { entries: { cycle_index: number }[] }
    parts.push({ id: /^id: (\d+)$/m.exec(message)?.[1], cycles: entries.map(({ cycle_index }) => cycle_index) })
  }
  expect(parts.map(({ id }) => id)).toEqual([undefined, undefined, '6'])
  expect(parts.flatMap(({ cycles }) => cycles)).toEqual(attempts.map(({ cycle }) => cycle))
})

test('a stream whose past cannot be read ends, so that the reader comes back', async () => {
  const { open } = await serve({ lastEventId: async () => 5, changesSince: () => Promise.reject(new Error('the database is closed')) })
  const read = async (): Promise<void> => {
    for await (const chunk of await open(0)) expect(String(chunk)).toContain('hello')
  }
  await expect(read()).rejects.toThrow(/aborted|hang up/)
})
