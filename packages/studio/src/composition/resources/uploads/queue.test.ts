import { AppError } from '@lemouf/core/error'
import type { MediaInfo } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { fingerprintOf, KeptUploads } from './kept.ts'
import { UploadQueue } from './queue.ts'
import { bytesOf, FakeServer, lineTo, refused } from './tus.fixture.ts'
import { sumOf } from './upload.ts'

/** A browser's storage, as much of it as is used. */
function memory() {
  const stored = new Map<string, string>()
  return { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => void stored.set(key, value) }
}
const fileOf = (name: string, length: number): File => new File([bytesOf(length)], name, { lastModified: 7 })
const infoOf = (media: string): MediaInfo => ({ media, bytes: 5, hash: 'b'.repeat(64) }) as MediaInfo

function opened({ server = new FakeServer([]), kept = memory(), hold, away = 0 }: { server?: FakeServer; kept?: ReturnType<typeof memory>; hold?: (path: string, method: string) => Promise<void> | undefined; away?: number } = {}) {
  let clock = 0
  const line = lineTo(server)
  const fetch: typeof line.fetch = async (path, init) => {
    const held = hold?.(path, init.method ?? '')
    const stopped = new Promise<never>((_, reject) => { init.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))) })
    stopped.catch(() => undefined)
    if (held !== undefined) await Promise.race([held, stopped])
    return line.fetch(path, init)
  }
  let nobody = away
  const info = async (media: string): Promise<MediaInfo> => {
    if (nobody-- > 0) throw new AppError('engine_unavailable', 'Nobody answers.', { cause: 'played' })
    return infoOf(media)
  }
  const queue = new UploadQueue({ line: { ...line, fetch }, kept: new KeptUploads(kept, () => 1e12), info, known: () => new Set(), now: () => (clock += 100) })
  return { queue, server, kept, states: () => queue.list.value.map(({ name, state }) => `${name} ${state}`) }
}
const until = async (met: () => boolean): Promise<void> => { while (!met()) await new Promise((resolve) => { setTimeout(resolve, 1) }) }

test('files are sent a few at once, in order, and each tells what it became', async () => {
  let open = 0
  let most = 0
  const { queue, server, states } = opened({ hold: async (_path, method) => {
    if (method !== 'PATCH') return
    most = Math.max(most, ++open)
    await new Promise((resolve) => { setTimeout(resolve, 3) })
    open -= 1
  } })
  const media = await queue.add(Array.from({ length: 7 }, (_unused, index) => fileOf(`${index}.png`, 1000 + index)))
  expect(media.map((one) => one?.media)).toEqual(Array(7).fill('a'.repeat(32)))
  expect([most, server.begun, states()]).toEqual([3, 7, [0, 1, 2, 3, 4, 5, 6].map((index) => `${index}.png done`)])
  expect(sumOf(queue.list.value)).toMatchObject({ underWay: 0 })
  queue.clearDone()
  expect(states()).toEqual([])
})

test('what is refused says why and stays until it is put away; the others go on', async () => {
  const server = new FakeServer([])
  server.refuse = (bytes) => (bytes.length === 5 ? { status: 415, code: 'media_unsupported' } : undefined)
  const { queue, states, kept } = opened({ server })
  const media = await queue.add([fileOf('words.txt', 5), fileOf('b.png', 600_000)])
  expect([media.map((one) => one !== undefined), states()]).toEqual([[false, true], ['words.txt refused', 'b.png done']])
  expect(queue.list.value[0]?.reason).toMatchObject({ code: 'media_unsupported' })
  queue.clearDone()
  expect(states()).toEqual(['words.txt refused'])
  await queue.cancel(queue.list.value[0]!.id)
  expect([states(), new KeptUploads(kept, () => 1e12).all()]).toEqual([[], []])
})

test('paused, it sends nothing; gone on with, it sends the rest', async () => {
  const gate = Promise.withResolvers<void>()
  let patches = 0
  const { queue, server, states } = opened({ hold: (_path, method) => (method === 'PATCH' && ++patches === 2 ? gate.promise : undefined) })
  const added = queue.add([fileOf('long.mp4', 900_000)])
  await until(() => patches === 2)
  const { id } = queue.list.value[0]!
  queue.pause(id)
  await until(() => states()[0] === 'long.mp4 paused')
  expect(server.uploads.get('/lemouf/media/uploads/0')?.bytes.length).toBe(262_144)
  queue.resume(id)
  expect((await added)[0]?.media).toBe('a'.repeat(32))
  expect([server.begun, server.uploads.get('/lemouf/media/uploads/0')?.bytes.equals(bytesOf(900_000))]).toEqual([1, true])
})

test('after a reload it waits for its file, and goes on where it was when that is chosen again', async () => {
  const server = new FakeServer([])
  const kept = memory()
  let patches = 0
  const before = opened({ server, kept, hold: (_path, method) => (method === 'PATCH' && ++patches === 2 ? new Promise(() => undefined) : undefined) })
  void before.queue.add([fileOf('long.mp4', 900_000)])
  await until(() => patches === 2)
  const after = opened({ server, kept })
  expect(after.queue.list.value).toMatchObject([{ name: 'long.mp4', state: 'left', sent: 262_144, bytes: 900_000 }])
  const other = opened({ server, kept })
  other.queue.leaveTo(new Set([other.queue.list.value[0]!.fingerprint]))
  expect(other.states()).toEqual([])
  const media = await after.queue.add([fileOf('long.mp4', 900_000), fileOf('other.mp4', 10)])
  expect([media.length, server.begun, after.states()]).toEqual([2, 2, ['long.mp4 done', 'other.mp4 done']])
  expect(opened({ server, kept }).states()).toEqual([])
})

test('taken back, it is gone here and there', async () => {
  let patches = 0
  const { queue, server, kept, states } = opened({ hold: (_path, method) => (method === 'PATCH' && ++patches > 0 ? new Promise(() => undefined) : undefined) })
  const added = queue.add([fileOf('a.mp4', 10)])
  await until(() => patches === 1)
  await queue.cancel(queue.list.value[0]!.id)
  expect([await added, states(), server.uploads.size, new KeptUploads(kept, () => 1e12).all()]).toEqual([[undefined], [], 0, []])
})

test('the same bytes again are said to be there; a full disk can be tried again and goes on', async () => {
  const server = new FakeServer([])
  let isFull = true
  const line = server.fetch
  const full = new UploadQueue({ line: { patience: () => 0, fetch: async (path, init) => (init.method === 'PATCH' && isFull ? refused(507, 'disk_full') : line(path, init)) }, kept: new KeptUploads(memory()), info: async (media) => infoOf(media), known: () => new Set(['b'.repeat(64)]), now: () => 0 })
  await full.add([fileOf('a.png', 9)])
  expect(full.list.value).toMatchObject([{ state: 'refused', reason: { code: 'disk_full' } }])
  isFull = false
  full.resume(full.list.value[0]!.id)
  await until(() => full.list.value[0]?.state === 'done')
  expect([server.begun, full.list.value[0]?.wasThere]).toEqual([1, true])
})

test('a file that the library lists before its upload is told of as done was not there before', async () => {
  const library = new Set<string>()
  const server = new FakeServer([])
  const info = async (media: string): Promise<MediaInfo> => {
    library.add(infoOf(media).hash)
    return infoOf(media)
  }
  const queue = new UploadQueue({ line: { patience: () => 0, fetch: server.fetch }, kept: new KeptUploads(memory()), info, known: () => library, now: () => 0 })
  await queue.add([fileOf('a.png', 9)])
  await queue.add([fileOf('b.png', 9)])
  expect(queue.list.value.map(({ wasThere }) => wasThere)).toEqual([false, true])
})

test('files of one name, size and time are each sent, unless they are the same', async () => {
  const { queue, server } = opened()
  const [red, blue] = ['red', 'blu'].map((colour) => new File([bytesOf(90_000), colour], 'frame.png', { lastModified: 7 }))
  await queue.add([red!, blue!, new File([red!], 'frame.png', { lastModified: 7 })])
  expect([...server.uploads.values()].map(({ bytes }) => bytes.subarray(-3).toString())).toEqual(['red', 'blu'])
})

test('what is done is not paused any more, nor sent again', async () => {
  const { queue, server, states } = opened()
  await queue.add([fileOf('a.png', 5)])
  const { id } = queue.list.value[0]!
  queue.pause(id)
  expect(states()).toEqual(['a.png done'])
  queue.resume(id)
  expect([states(), server.begun]).toEqual([['a.png done'], 1])
})

test('a server that goes away behind the last byte is waited for; who dropped the file gets what it became', async () => {
  const { queue, states } = opened({ away: 2 })
  const [medium] = await queue.add([fileOf('a.png', 5)])
  expect([medium?.media, states()]).toEqual(['a'.repeat(32), ['a.png done']])
})

test('what was refused and is tried again can be waited for again', async () => {
  const server = new FakeServer([])
  const gate = Promise.withResolvers<void>()
  server.refuse = () => ({ status: 507, code: 'disk_full' })
  const { queue } = opened({ server, hold: (_path, method) => (method === 'PATCH' && server.begun > 1 ? gate.promise : undefined) })
  await queue.add([fileOf('a.png', 9)])
  server.refuse = () => undefined
  queue.resume(queue.list.value[0]!.id)
  const again = queue.add([fileOf('a.png', 9)])
  await new Promise((resolve) => { setTimeout(resolve, 20) })
  gate.resolve()
  expect((await again)[0]?.media).toBe('a'.repeat(32))
  expect(queue.list.value).toHaveLength(1)
})

test('a file that is no longer where it was is refused; the others go on', async () => {
  const { queue, states } = opened()
  const gone = fileOf('gone.png', 9)
  gone.slice = () => { throw new DOMException('It could not be found.', 'NotFoundError') }
  expect((await queue.add([gone, fileOf('b.png', 9)])).map((one) => one !== undefined)).toEqual([false, true])
  expect(states()).toEqual(['gone.png refused', 'b.png done'])
})

test('what a browser kept of another version, or too long ago, counts as nothing', async () => {
  const kept = memory()
  const fingerprint = await fingerprintOf(fileOf('a.png', 9))
  new KeptUploads(kept, () => 1e12).keep({ fingerprint, path: '/lemouf/media/uploads/0', name: 'a.png', bytes: 9, sent: 3 })
  expect(new KeptUploads(kept, () => 1e12 + 1000).find(fingerprint)).toMatchObject({ sent: 3 })
  expect(new KeptUploads(kept, () => 1e12 + 25 * 3600 * 1000).all()).toEqual([])
  for (const junk of ['{', 'null', '[1, {"path": "https://elsewhere"}]']) {
    kept.setItem('lemouf.uploads', junk)
    expect(new KeptUploads(kept).all()).toEqual([])
  }
})
