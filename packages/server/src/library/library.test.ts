import { readFile, rm } from 'node:fs/promises'
import type { LibraryItem, RouteInput } from '@lemouf/core/protocol'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataDir, mediaFile } from '../store/data-dir.ts'
import { colourPrompt, colours, entryAt, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
const LOOP = 'library'

beforeAll(async () => {
  studio = await openTestStudio()
  await studio.call('startLoop', { body: { loop_id: LOOP, prompt: colourPrompt(), payload: colours(3), lookahead: 2 } })
  await studio.until(LOOP, (loop) => [0, 1, 2].every((cycle) => hasReturned(cycle)(loop)))
  for (const cycle of [2, 0]) await studio.call('decide', { body: { loop_id: LOOP, cycle_index: cycle, retry_index: 0, decision: 'approve' } })
})
afterAll(() => studio.close())

const TUS = { 'tus-resumable': '1.0.0' }

/** Adds a file as the studio does. */
async function upload(bytes: Buffer, filename: string): Promise<string> {
  const created = await fetch(`${studio.url}/lemouf/media/uploads`, {
    method: 'POST', headers: { ...TUS, 'upload-length': String(bytes.length), 'upload-metadata': `filename ${Buffer.from(filename).toString('base64')}` },
  })
  const sent = await fetch(studio.url + created.headers.get('location')!, { method: 'PATCH', headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: new Uint8Array(bytes) })
  expect(sent.status).toBe(204)
  return sent.headers.get('lemouf-media')!
}
const picture = (colour: string): Promise<Buffer> => sharp({ create: { width: 20, height: 10, channels: 3, background: colour } }).png().toBuffer()
const list = (query: Partial<RouteInput<'listLibrary'>['query']>): Promise<{ items: LibraryItem[]; total: number; next: number | null }> => studio.call('listLibrary', { query })
const lose = async (media: string): Promise<void> => rm(mediaFile(dataDir(studio.dataDir), (await studio.call('getMediaInfo', { params: { id: media } })).hash))

test('a loop gives what was approved, by cycle and retry, or all its results', async () => {
  const approved = await list({ loop_id: LOOP, uploads: 'none' })
  expect(approved.items.map(({ origins }) => origins)).toMatchObject([
    [{ type: 'loop', loop_id: LOOP, cycle_index: 0, retry_index: 0, output_index: 0, decision: 'approve' }],
    [{ type: 'loop', cycle_index: 2, decision: 'approve' }],
  ])
  const all = await list({ loop_id: LOOP, uploads: 'none', results: 'all' })
  expect(all.items.map(({ origins: [origin] }) => origin?.type === 'loop' && [origin.cycle_index, origin.decision])).toEqual([[0, 'approve'], [1, null], [2, 'approve']])
  expect(all.items[0]).toMatchObject({ kind: 'image', missing: false, contents: { image: { width: 16, height: 16 } } })
  expect((await fetch(studio.url + all.items[0]!.thumb!)).status).toBe(200)
  const page = await list({ loop_id: LOOP, uploads: 'none', results: 'all', from: 1, limit: 1 })
  expect([page.total, page.next, page.items.map(({ id }) => id)]).toEqual([3, 2, [all.items[1]!.id]])
  expect((await list({ loop_id: LOOP, uploads: 'none', kind: 'video' })).items).toEqual([])
  const ofCycle = async (cycle_index: number, results: 'all' | 'approved'): Promise<unknown> => (await list({ loop_id: LOOP, uploads: 'none', cycle_index, results })).items
  expect([await ofCycle(2, 'approved'), await ofCycle(1, 'approved'), await ofCycle(1, 'all'), await ofCycle(9, 'all')]).toEqual([[approved.items[1]], [], [all.items[1]], []])
})

test('a result that was added as well is one item with two origins', async () => {
  const loop = await studio.until(LOOP, () => true)
  const result = entryAt(loop, 0, 0)!.outputs.images[0]!.media
  const bytes = Buffer.from(await (await fetch(`${studio.url}/lemouf/media/${result}`)).arrayBuffer())
  await upload(bytes, 'my copy.png')
  const { items } = await list({ loop_id: LOOP })
  expect(items[0]).toMatchObject({ media: result, origins: [{ type: 'loop', cycle_index: 0 }, { type: 'upload' }] })
})

test('a pipeline gives what its composition was given: the same bytes once, addresses as they are, what no one can open as missing', async () => {
  const [first, second] = [await upload(await picture('orange'), 'orange.png'), await upload(await picture('purple'), 'purple.png')]
  const resources = [`/lemouf/media/${second}`, { src: `/lemouf/media/${first}`, label: 'the sky' }, { src: `/api/lemouf/media/${second}?w=3`, id: 'twice' }, 'https://example.org/song.wav', { path: 'C:\\music\\song.mp3' }]
  const node = { id: 1, type: 'LoopPipelineStep', title: 'Cut', widgets_values: ['composition', '(none)', JSON.stringify(resources)] }
  const { pipeline_id } = await studio.call('startPipeline', { body: { workflow: { version: 0.4, links: [], nodes: [node] } } })
  await expect.poll(async () => (await studio.call('getPipeline', { params: { pipeline_id } })).status).toBe('done')
  const listed = await list({ pipeline_id, uploads: 'none' })
  expect(listed.items.map(({ name, kind, missing, url, origins }) => [name, kind, missing, url, origins.length])).toEqual([
    [second, 'image', false, `/lemouf/media/${second}`, 2],
    ['the sky', 'image', false, `/lemouf/media/${first}`, 1],
    ['song.wav', 'audio', false, 'https://example.org/song.wav', 1],
    ['song.mp3', 'audio', true, null, 1],
  ])
  expect(await list({ pipeline_id, uploads: 'none' })).toEqual(listed)
  const withUploads = await list({ pipeline_id })
  expect(withUploads.items.slice(0, 4).map(({ id }) => id)).toEqual(listed.items.map(({ id }) => id))
  expect(withUploads.items[0]?.origins.map(({ type }) => type)).toEqual(['pipeline', 'pipeline', 'upload'])
})

test('what is missing is said, kept in its place, and heals or is linked anew', async () => {
  const [red, green] = [await upload(await picture('red'), 'red.png'), await upload(await picture('green'), 'green.png')]
  const itemOf = async (media: string): Promise<LibraryItem | undefined> => (await list({})).items.find((item) => item.media === media)
  await expect(studio.call('relinkMedia', { body: { media: red, to: green } })).rejects.toMatchObject({ code: 'media_there' })
  await lose(red)
  expect(await itemOf(red)).toMatchObject({ missing: true, name: 'red.png', contents: { image: { width: 20 } } })
  expect(await studio.call('getMediaInfo', { params: { id: red } })).toMatchObject({ missing: true })
  expect(await upload(await picture('red'), 'found again.png')).toBe(red)
  expect(await itemOf(red)).toMatchObject({ missing: false, name: 'red.png' })
  await lose(red)
  await expect(studio.call('relinkMedia', { body: { media: red, to: green } })).rejects.toMatchObject({ code: 'media_differs' })
  expect(await studio.call('relinkMedia', { body: { media: red, to: green, replace: true } })).toMatchObject({ media: red, filename: 'red.png', missing: false })
  const bytes = Buffer.from(await (await fetch(`${studio.url}/lemouf/media/${red}`)).arrayBuffer())
  expect(bytes.equals(await picture('green'))).toBe(true)
  expect((await list({})).items.find((item) => item.media === red)).toMatchObject({ origins: [{ type: 'upload' }, { type: 'upload' }] })
})

test('only what people added and nothing names can be removed, and other media with the same bytes stay', async () => {
  const [used, unused] = [await upload(await picture('blue'), 'used.png'), await upload(await picture('yellow'), 'unused.png')]
  await studio.call('setRuntimeState', { body: { loop_id: LOOP, runtime_state: { background: `/lemouf/media/${used}` } } })
  const loop = await studio.until(LOOP, () => true)
  const result = entryAt(loop, 2, 0)!.outputs.images[0]!.media
  const path = mediaFile(dataDir(studio.dataDir), (await studio.call('getMediaInfo', { params: { id: result } })).hash)
  const copy = await upload(await readFile(path), 'copy.png')
  const { media } = await studio.call('listUnused', {})
  const ids = new Set(media.map((one) => one.media))
  expect([unused, copy, used, result].map((id) => ids.has(id))).toEqual([true, true, false, false])
  expect(await studio.call('removeMedia', { body: { media: [unused, used, result, copy] } })).toEqual({ removed: [unused, copy], kept: [used, result], freed_bytes: (await picture('yellow')).length })
  await expect(studio.call('getMediaInfo', { params: { id: unused } })).rejects.toMatchObject({ code: 'media_not_found' })
  expect((await fetch(`${studio.url}/lemouf/media/${result}`)).status).toBe(200)
  expect((await fetch(`${studio.url}/lemouf/media/${used}`)).status).toBe(200)
  expect(await upload(await picture('yellow'), 'again.png')).not.toBe(unused)
})

test('what a composition shows is kept, also in the bin and in a named version', async () => {
  const [shown, named, dropped] = [await upload(await picture('cyan'), 'shown.png'), await upload(await picture('magenta'), 'named.png'), await upload(await picture('gray'), 'dropped.png')]
  const { composition } = await studio.call('createComposition', { body: {} })
  const params = { composition_id: composition.composition_id }
  const edit = async (base_revision: number, name: string): Promise<void> => void (await studio.call('editComposition', { params, body: { client: 'w', sequence: base_revision, base_revision, edits: [{ type: 'rename', name }] } }))
  await edit(1, `with ${dropped}`)
  await edit(2, `with ${named}`)
  await studio.call('nameVersion', { params, body: { name: 'first' } })
  const { revision } = await studio.call('getComposition', { params, query: {} })
  await edit(revision, `with ${shown}`)
  await studio.call('removeComposition', { params, body: {} })
  const unused = new Set((await studio.call('listUnused', {})).media.map((one) => one.media))
  expect([shown, named, dropped].map((id) => unused.has(id))).toEqual([false, false, true])
})

test('what is not there is an error with its name', async () => {
  await expect(list({ pipeline_id: 'nowhere' })).rejects.toMatchObject({ code: 'pipeline_not_found' })
  await expect(list({ loop_id: 'nowhere' })).rejects.toMatchObject({ code: 'loop_not_found' })
})
