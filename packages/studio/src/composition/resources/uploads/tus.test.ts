import { AppError } from '@lemouf/core/error'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, FakeServer, lineTo, refused, type Fault } from './tus.fixture.ts'
import { forgetUpload, nextPiece, sendFile, type Sending } from './tus.ts'

function sendingOf(length: number, more: Partial<Sending> = {}): { sending: Sending; heard: { begun: string[]; arrived: number[]; away: boolean[] } } {
  const heard = { begun: [] as string[], arrived: [] as number[], away: [] as boolean[] }
  const sending: Sending = {
    file: new Blob([bytesOf(length)]), name: 'röt 音.png', path: undefined, signal: new AbortController().signal,
    begun: (path) => heard.begun.push(path), arrived: (bytes) => heard.arrived.push(bytes), away: (isAway) => heard.away.push(isAway), ...more,
  }
  return { sending, heard }
}

test('a file arrives as it is, under its name, with a figure for every piece', async () => {
  const server = new FakeServer([])
  const { sending, heard } = sendingOf(1_000_000)
  expect(await sendFile(sending, lineTo(server))).toBe('a'.repeat(32))
  const upload = server.uploads.get('/lemouf/media/uploads/0')!
  expect([upload.name, upload.bytes.equals(bytesOf(1_000_000))]).toEqual(['röt 音.png', true])
  expect(heard.begun).toEqual(['/lemouf/media/uploads/0'])
  expect(heard.arrived[0]).toBe(0)
  expect(heard.arrived.at(-1)).toBe(1_000_000)
  expect(heard.arrived.length).toBeGreaterThan(2)
})

test('whatever breaks off, and wherever, all of it arrives, once and in order', async () => {
  const faults = fc.array(fc.constantFrom<Fault>('none', 'none', 'before', 'behind', 'part', '502', 'forgotten'), { maxLength: 12 })
  await fc.assert(fc.asyncProperty(faults, fc.integer({ min: 0, max: 900_000 }), async (broken, length) => {
    const server = new FakeServer(broken)
    const { sending, heard } = sendingOf(length)
    await sendFile(sending, lineTo(server))
    const whole = [...server.uploads.values()].filter(({ media }) => media !== undefined)
    expect(whole).toHaveLength(1)
    expect(whole[0]!.bytes.equals(bytesOf(length))).toBe(true)
    expect(heard.away.at(-1)).toBe(false)
  }), { numRuns: 60 })
})

test('what was begun before is gone on with, and nothing is sent twice', async () => {
  const server = new FakeServer(['none', 'none', 'none', 'before'])
  const stop = new AbortController()
  const first = sendingOf(700_000, { signal: stop.signal, away: (isAway) => isAway && stop.abort(new Error('left')) })
  await expect(sendFile(first.sending, lineTo(server))).rejects.toThrow('left')
  const had = server.uploads.get('/lemouf/media/uploads/0')!.bytes.length
  expect(had).toBeGreaterThan(0)
  const second = sendingOf(700_000, { path: '/lemouf/media/uploads/0' })
  await sendFile(second.sending, lineTo(server))
  expect([second.heard.begun, second.heard.arrived[0], server.begun]).toEqual([[], had, 1])
})

test('what the server does not take is not sent again, and says why', async () => {
  const server = new FakeServer([])
  server.refuse = () => ({ status: 415, code: 'media_unsupported' })
  await expect(sendFile(sendingOf(10).sending, lineTo(server))).rejects.toMatchObject({ code: 'media_unsupported', message: 'Not taken. Choose another.' })
  expect(server.asked.filter((asked) => asked.startsWith('PATCH'))).toHaveLength(1)
})

test('a stop is heard while nobody answers', async () => {
  const server = new FakeServer(Array.from({ length: 100 }, () => 'before' as const))
  const stop = new AbortController()
  const sent = sendFile(sendingOf(10, { signal: stop.signal }).sending, { fetch: server.fetch, patience: () => 10_000 })
  await new Promise((resolve) => { setTimeout(resolve, 5) })
  stop.abort(new Error('enough'))
  await expect(sent).rejects.toThrow('enough')
})

test('an upload is forgotten, also one that is gone; another failure is told', async () => {
  const server = new FakeServer([])
  await sendFile(sendingOf(10).sending, lineTo(server))
  await forgetUpload('/lemouf/media/uploads/0', lineTo(server))
  expect(server.uploads.size).toBe(0)
  await forgetUpload('/lemouf/media/uploads/0', lineTo(server))
  await expect(forgetUpload('/x', { fetch: async () => refused(500, 'internal'), patience: () => 0 })).rejects.toBeInstanceOf(AppError)
})

test('pieces follow the line, within bounds', () => {
  expect([nextPiece(1_000_000, 10), nextPiece(1_000_000, 700), nextPiece(1_000_000, 7000), nextPiece(300_000, 9000), nextPiece(33_000_000, 1)]).toEqual([2_000_000, 1_000_000, 500_000, 262_144, 33_554_432])
})
