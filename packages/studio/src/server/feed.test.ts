import { stringifyJson } from '@lemouf/core/json'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { change } from '../loop-view/testing.ts'
import { openFeed, type Connection } from './feed.ts'

/** Stands in for the browser's EventSource: the test plays the server. */
class Stream extends EventTarget {
  static readonly CLOSED = 2
  static readonly opened: Stream[] = []
  readyState = 1
  readonly address: string
  constructor(address: string) {
    super()
    this.address = address
    Stream.opened.push(this)
  }
  close(): void {
    this.readyState = Stream.CLOSED
  }
  say(name: string, data: unknown, lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(name, { data: stringifyJson(data), lastEventId }))
  }
  breakOff(refused: boolean): void {
    this.readyState = refused ? Stream.CLOSED : 0
    this.dispatchEvent(new Event('error'))
  }
}

beforeEach(() => {
  vi.stubGlobal('EventSource', Stream)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  Stream.opened.length = 0
})

function listen(loopId?: string) {
  const heard: string[] = []
  const states: Connection[] = []
  const close = openFeed(loopId, {
    began: () => heard.push('began'),
    changed: ({ loop }) => heard.push(`changed ${loop.seq}`),
    progressed: ({ done }) => heard.push(`progress ${done}`),
    connection: (state) => states.push(state),
  })
  return { heard, states, close, stream: () => Stream.opened.at(-1)! }
}
const hello = (last_event_id: number, server_started_at = 1) => ({ last_event_id, server_started_at })

test('a stream that comes back with everything in between begins nothing anew', () => {
  const { heard, states, stream } = listen()
  stream().say('hello', hello(40))
  stream().say('change', change(7, []), '40')
  stream().say('composition', {}, '41')
  stream().breakOff(false)
  stream().say('hello', hello(41))
  stream().say('change', change(8, []), '42')
  expect(heard).toEqual(['began', 'changed 7', 'changed 8'])
  expect(states).toEqual(['connecting', 'live', 'lost', 'live'])
})

test('another server, or a gap, begins anew', () => {
  const { heard, stream } = listen()
  stream().say('hello', hello(40))
  stream().say('hello', hello(43))
  stream().say('hello', hello(43, 2))
  expect(heard).toEqual(['began', 'began', 'began'])
})

test('a refused stream is opened again after a while, until nobody listens', () => {
  const { states, stream, close } = listen('a-1')
  expect(stream().address).toBe('/lemouf/events?loop_id=a-1')
  stream().breakOff(true)
  vi.advanceTimersByTime(5000)
  expect(Stream.opened).toHaveLength(2)
  expect(states).toEqual(['connecting', 'lost', 'connecting'])
  stream().breakOff(true)
  close()
  vi.advanceTimersByTime(60_000)
  expect(Stream.opened).toHaveLength(2)
})

test('momentary news is passed on', () => {
  const { heard, stream } = listen()
  stream().say('progress', { loop_id: 'a', cycle_index: 0, retry_index: 0, done: 0.5 })
  stream().say('preview', { loop_id: 'a', cycle_index: 0, retry_index: 0, url: '/f?1' })
  expect(heard).toEqual(['progress 0.5'])
})
