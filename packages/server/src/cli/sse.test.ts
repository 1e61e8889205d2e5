import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SseParser, type SseEvent } from './sse.ts'

const read = (...pieces: string[]): readonly SseEvent[] => {
  const parser = new SseParser()
  return pieces.flatMap((piece) => parser.push(piece))
}

test('reads events with their names, ids and lines', () => {
  expect(read('id: 7\nevent: change\ndata: a\ndata: b\n\n: heartbeat\n\ndata:c\n\n')).toEqual([
    { event: 'change', data: 'a\nb', id: '7' },
    { event: 'message', data: 'c', id: '7' },
  ])
})

test('an event without data is none, and one that is not ended waits', () => {
  expect(read('event: change\n\ndata: half')).toEqual([])
})

test('a byte order mark, odd fields and ids with NUL are ignored', () => {
  expect(read('\ufeffdata: x\nretry: 5\nnonsense\nid: a\0b\n\n')).toEqual([{ event: 'message', data: 'x', id: '' }])
})

const words = fc.stringMatching(/^[a-z :é\ufeff]{0,12}$/)
const streams = fc.array(
  fc.tuple(
    fc.oneof(words.map((text) => `data: ${text}`), words.map((text) => `event: ${text}`), words.map((text) => `id: ${text}`), words, fc.constant('')),
    fc.constantFrom('\n', '\r', '\r\n'),
  ),
).map((lines) => lines.map(([line, end]) => line + end).join(''))

test('the pieces in which a stream arrives make no difference', () => {
  fc.assert(fc.property(streams, fc.array(fc.nat(200)), (stream, cuts) => {
    const places = [...new Set([0, ...cuts.filter((cut) => cut < stream.length), stream.length])].sort((a, b) => a - b)
    const pieces = places.slice(1).map((end, index) => stream.slice(places[index], end))
    expect(read(...pieces)).toEqual(read(stream))
  }))
})

test('what is written as events is read as events', () => {
  const events = fc.array(fc.record({ event: fc.stringMatching(/^[a-z]{1,8}$/), data: fc.string().filter((text) => !text.includes('\r')), id: fc.nat().map(String) }))
  fc.assert(fc.property(events, (sent) => {
    const stream = sent.map(({ event, data, id }) => `id: ${id}\nevent: ${event}\n${data.split('\n').map((line) => `data: ${line}\n`).join('')}\n`).join('')
    expect(read(stream)).toEqual(sent)
  }))
})
