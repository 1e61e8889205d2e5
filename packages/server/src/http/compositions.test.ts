import { applyEdit, contentEnd, newClip, parseProject, serialise, ticks, TICKS_PER_SECOND, violations, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { compositionChangeSchema, compositionFileSchema, staleSchema, type CompositionChange, type RouteOutput } from '@lemouf/core/protocol'
import { unwrap } from '@lemouf/core/result'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SseParser } from '../cli/sse.ts'
import { colourPrompt, colours, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

const create = async (name = 'cut'): Promise<string> => (await studio.call('createComposition', { body: { name } })).composition.composition_id
const open = (composition_id: string, client?: string) => studio.call('getComposition', { params: { composition_id }, query: { client } })
const send = (composition_id: string, body: { base_revision: number; edits: Edit[]; client?: string; sequence?: number; gesture?: string }) =>
  studio.call('editComposition', { params: { composition_id }, body: { client: 'w1', sequence: body.base_revision, ...body } })
const refusal = async (call: Promise<unknown>): Promise<AppError> => {
  const error = await call.then(() => undefined, (cause: unknown) => cause)
  if (error instanceof AppError) return error
  throw new Error('it was not refused')
}

const lane = (id: string): Edit => ({ type: 'addLane', lane: id, kind: 'video', at: 'top' })
const rename = (name: string): Edit => ({ type: 'rename', name })
const still: Media = { id: 'still', name: 'still.png', kind: 'image', source: { type: 'store', id: 'ab'.repeat(16) }, size: { width: 64, height: 64 } }
function put(project: Project, id: string, seconds: number): Edit {
  const clip = newClip(project, { media: still }, 'video', { id, start: ticks(seconds * TICKS_PER_SECOND), link: null })
  return { type: 'place', arrivals: [{ clip, to: { lane: 'v' } }], media: [still], mode: 'overwrite', scope: 'lanes', ids: `${id}-made` }
}

describe('edits', () => {
  test('reach the document, and are there after a restart', async () => {
    const id = await create()
    const { document } = await open(id)
    expect(await send(id, { base_revision: 1, edits: [lane('v'), put(document, 'a', 0)], gesture: 'g1' })).toMatchObject({ revision: 2, repeated: false })
    const before = await open(id)
    await studio.restart()
    const after = await open(id)
    expect(after).toEqual(before)
    expect(after).toMatchObject({ revision: 2, clips: 1, duration: 5 * TICKS_PER_SECOND, thumb: `/lemouf/media/${'ab'.repeat(16)}/thumb` })
    expect(violations(after.document)).toEqual([])
  })

  test('that are sent again are answered again and done once', async () => {
    const id = await create()
    const sent = { base_revision: 1, edits: [lane('v')], client: 'w', sequence: 7 }
    await send(id, sent)
    await send(id, { base_revision: 2, edits: [rename('other')], client: 'someone', sequence: 1 })
    expect(await send(id, sent)).toMatchObject({ revision: 2, repeated: true })
    expect((await open(id, 'w'))).toMatchObject({ revision: 3, sequence: 7 })
  })

  test('of another window under the same name are refused, and not taken for those that were stored', async () => {
    const id = await create()
    await send(id, { base_revision: 1, edits: [lane('v')], client: 'w', sequence: 4, gesture: 'one' })
    expect(await send(id, { base_revision: 1, edits: [lane('v')], client: 'w', sequence: 4, gesture: 'one' })).toMatchObject({ revision: 2, repeated: true })
    for (const sequence of [4, 3]) expect(await refusal(send(id, { base_revision: 2, edits: [rename('lost?')], client: 'w', sequence, gesture: 'two' }))).toMatchObject({ code: 'sequence_taken', status: 409 })
    expect(await open(id, 'w')).toMatchObject({ revision: 2, sequence: 4 })
  })

  test('on an older revision are refused with what was done since, from which they can be made anew', async () => {
    const id = await create()
    const { document } = await open(id)
    await send(id, { base_revision: 1, edits: [lane('v')], client: 'a' })
    const stale = await refusal(send(id, { base_revision: 1, edits: [rename('mine')], client: 'b' }))
    expect([stale.code, stale.status]).toEqual(['composition_stale', 409])
    const { revision, since } = staleSchema.parse(stale.details)
    expect(since?.map(({ client, edits }) => [client, edits.map(({ type }) => type)])).toEqual([['a', ['addLane']]])
    const caughtUp = since!.flatMap(({ edits }) => edits).reduce((now, edit) => done(now, edit), document)
    expect(serialise(caughtUp)).toBe(serialise((await open(id)).document))
    expect(await send(id, { base_revision: revision, edits: [rename('mine')], client: 'b' })).toMatchObject({ revision: 3 })
    expect((await open(id)).document).toMatchObject({ name: 'mine', lanes: [{ id: 'v' }] })
  })

  test('of a window too far behind, or ahead of the data, are told to load anew', async () => {
    const id = await create()
    for (let revision = 1; revision <= 201; revision++) await send(id, { base_revision: revision, edits: [rename(`n${revision}`)], client: 'a' })
    expect(staleSchema.parse((await refusal(send(id, { base_revision: 1, edits: [rename('x')], client: 'b' }))).details).since).toBeNull()
    expect(staleSchema.parse((await refusal(send(id, { base_revision: 999, edits: [rename('x')], client: 'b' }))).details).since).toBeNull()
    expect(staleSchema.parse((await refusal(send(id, { base_revision: 2, edits: [rename('x')], client: 'b' }))).details).since).toHaveLength(200)
  })

  test('that cannot be done are refused with a sentence, and nothing of their request is stored', async () => {
    const id = await create()
    const error = await refusal(send(id, { base_revision: 1, edits: [lane('v'), { type: 'lift', clips: ['none'] }] }))
    expect([error.code, error.status]).toEqual(['edit_refused', 422])
    expect(error.details).toMatchObject({ index: 1, reason: 'unknown_clip' })
    expect(error.message).toMatch(/\.$/)
    expect(await open(id)).toMatchObject({ revision: 1, sequence: 0, document: { lanes: [] } })
  })

  test('that change nothing make no revision', async () => {
    const id = await create('same')
    await send(id, { base_revision: 1, edits: [lane('v')] })
    expect(await send(id, { base_revision: 2, edits: [{ type: 'moveLane', lane: 'v', to: 0 }] })).toMatchObject({ revision: 2 })
  })

  test('of ten windows at once are all done, each once, and the log replays to the document', async () => {
    const id = await create()
    const writers = Array.from({ length: 10 }, (_, writer) => insist(id, `w${writer}`, 10))
    await Promise.all(writers)
    const { document, revision } = await open(id)
    expect(revision).toBe(101)
    expect(new Set(document.markers.map((marker) => marker.id)).size).toBe(100)
    expect(serialise(await replayed(id))).toBe(serialise(document))
  })
})

const done = (project: Project, edit: Edit): Project => {
  const applied = applyEdit(project, edit)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}

/** Puts markers, one a request, catching up whenever somebody was quicker. */
async function insist(id: string, client: string, count: number): Promise<void> {
  let base = 1
  for (let sequence = 1; sequence <= count; ) {
    try {
      const marker = { id: `${client}-${sequence}`, at: ticks(sequence), name: client, colour: null }
      base = (await send(id, { base_revision: base, edits: [{ type: 'putMarker', marker }], client, sequence })).revision
      sequence++
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'composition_stale')) throw error
      base = staleSchema.parse(error.details).revision
    }
  }
}

/** The document put together from nothing but the log. */
async function replayed(id: string): Promise<Project> {
  const { entries } = await studio.call('getCompositionEdits', { params: { composition_id: id }, query: { limit: 1000 } })
  const { composition } = await studio.call('createComposition', { body: { name: 'cut' } })
  const { document } = await open(composition.composition_id)
  return entries.flatMap(({ edits }) => edits).reduce(done, { ...document, id })
}

describe('the log', () => {
  test('is read in pages, with what takes each entry back', async () => {
    const id = await create('first')
    for (const [index, name] of ['b', 'c'].entries()) await send(id, { base_revision: index + 1, edits: [rename(name)], gesture: 'typing' })
    const page = await studio.call('getCompositionEdits', { params: { composition_id: id }, query: { after: 1, limit: 1, inverses: '1' } })
    expect(page).toMatchObject({ next: 2, entries: [{ revision: 2, by: 'tester', client: 'w1', gesture: 'typing', edits: [rename('b')], inverses: [{ type: 'restore', patch: { name: 'first', was: { name: 'b' } } }] }] })
    const rest = await studio.call('getCompositionEdits', { params: { composition_id: id }, query: { after: 2 } })
    expect(rest).toMatchObject({ next: null, entries: [{ revision: 3 }] })
    expect(rest.entries[0]).not.toHaveProperty('inverses')
  })
})

describe('versions', () => {
  test('are named and come back as a new edit, which can be undone', async () => {
    const id = await create()
    const { document } = await open(id)
    await send(id, { base_revision: 1, edits: [lane('v'), put(document, 'a', 0), put(document, 'b', 5), { type: 'putMarker', marker: { id: 'm', at: ticks(5), name: 'here', colour: null } }] })
    const rough = await studio.call('nameVersion', { params: { composition_id: id }, body: { name: 'rough cut' } })
    const then = await open(id)
    await send(id, { base_revision: 3, edits: [{ type: 'lift', clips: ['a'] }, lane('w'), { type: 'removeMarker', marker: 'm' }, { type: 'format', set: { preset: 'square' } }, { type: 'move', clips: ['b'], by: ticks(77), to: [], mode: 'overwrite', scope: 'lanes', ids: 'mv' }] })
    const changed = await open(id)
    await studio.restart()
    expect(await studio.call('restoreVersion', { params: { composition_id: id }, body: { version_id: rough.version_id } })).toMatchObject({ revision: 5, clips: 2 })
    const back = await open(id)
    expect(serialise(back.document)).toBe(serialise(then.document))
    const { entries } = await studio.call('getCompositionEdits', { params: { composition_id: id }, query: { after: 4, inverses: '1' } })
    await send(id, { base_revision: 5, edits: entries[0]!.inverses!, sequence: 9 })
    expect(serialise((await open(id)).document)).toBe(serialise(changed.document))
    expect((await open(id)).versions).toMatchObject([{ name: 'rough cut', revision: 3, by: 'tester' }])
  })

  test('that are not there are refused', async () => {
    const call = studio.call('restoreVersion', { params: { composition_id: await create() }, body: { version_id: 'none' } })
    expect(await refusal(call)).toMatchObject({ code: 'version_not_found', status: 404 })
  })
})

describe('the list', () => {
  test('has what is in use, newest first; the bin has the rest, which can be taken out again', async () => {
    const [older, newer] = [await create('older'), await create('newer')]
    const listed = async (bin: '0' | '1') => (await studio.call('listCompositions', { query: { bin } })).compositions.map((one) => one.composition_id).filter((id) => id === older || id === newer)
    await send(older, { base_revision: 1, edits: [rename('older, changed')] })
    expect(await listed('0')).toEqual([older, newer])
    await studio.call('removeComposition', { params: { composition_id: older }, body: {} })
    expect([await listed('0'), await listed('1')]).toEqual([[newer], [older]])
    expect(await refusal(send(older, { base_revision: 3, edits: [rename('x')], sequence: 9 }))).toMatchObject({ code: 'composition_removed' })
    expect(await studio.call('restoreComposition', { params: { composition_id: older }, body: {} })).toMatchObject({ removed_at: null, name: 'older, changed' })
    expect(await listed('1')).toEqual([])
  })

  test('a copy goes its own way', async () => {
    const id = await create('original')
    await send(id, { base_revision: 1, edits: [lane('v')] })
    const copy = await studio.call('duplicateComposition', { params: { composition_id: id }, body: { name: 'the copy' } })
    await studio.call('renameComposition', { params: { composition_id: id }, body: { name: 'renamed' } })
    expect((await open(copy.composition_id)).document).toMatchObject({ id: copy.composition_id, name: 'the copy', lanes: [{ id: 'v' }] })
    expect(await open(id)).toMatchObject({ name: 'renamed', document: { name: 'renamed' } })
  })

  test('one that is not there, and a name that is taken, are refused', async () => {
    expect(await refusal(open('none'))).toMatchObject({ code: 'composition_not_found', status: 404 })
    const id = await create()
    expect(await refusal(studio.call('createComposition', { body: { composition_id: id } }))).toMatchObject({ code: 'composition_exists', status: 409 })
  })
})

describe('how it is seen', () => {
  test('comes back to its own window, and to a new one as it was seen last', async () => {
    const id = await create()
    expect((await open(id, 'w1')).view).toBeNull()
    const save = (client: string, state: Json) => studio.call('saveCompositionView', { params: { composition_id: id }, body: { client, state } })
    await save('w1', { playhead: 5 })
    await new Promise((resolve) => setTimeout(resolve, 2))
    await save('w2', { playhead: 7, zoom: 0.5 })
    await studio.restart()
    expect((await open(id, 'w1')).view).toMatchObject({ client: 'w1', state: { playhead: 5 } })
    expect((await open(id, 'new')).view).toMatchObject({ client: 'w2', state: { playhead: 7, zoom: 0.5 } })
    expect((await open(id)).revision).toBe(1)
    expect(await refusal(save('w1', 'x'.repeat(300_000)))).toMatchObject({ code: 'json_too_large' })
  })
})

describe('a first composition', () => {
  test('is put together from what a loop approved, in the order of its cycles', async () => {
    const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(32), payload: colours(3) } })
    for (const cycle_index of [0, 1, 2]) {
      await studio.until(loop_id, hasReturned(cycle_index))
      await studio.call('decide', { body: { loop_id, cycle_index, retry_index: 0, decision: 'approve' } })
    }
    const { composition, notes } = await studio.call('createComposition', { body: { from: { type: 'loop', loop_id } } })
    expect(notes).toEqual([])
    const { document } = await open(composition.composition_id)
    expect(violations(document)).toEqual([])
    expect(document).toMatchObject({ name: loop_id, format: { preset: null, width: 32, height: 32 } })
    expect(document.lanes.map(({ clips }) => clips.map(({ choice }) => [choice?.loop, choice?.cycle, choice?.retry]))).toEqual([[0, 1, 2].map((cycle) => [loop_id, cycle, 0])])
    expect(contentEnd(document)).toBe(15 * TICKS_PER_SECOND)
    expect(composition).toMatchObject({ source: { type: 'loop', loop_id }, thumb: expect.stringMatching(/^\/lemouf\/media\/[0-9a-f]{32}\/thumb$/) as string })
    expect((await fetch(studio.url + composition.thumb)).status).toBe(200)
  })

  test('is put together from what a pipeline lists, and what nobody chose is not taken', async () => {
    const { pipeline_id } = await studio.call('startPipeline', { body: { name: 'loop/leMouf_Loop-pipeline_0-1-0.json', approve: 'all' } })
    const { resources } = await composed(pipeline_id)
    const { composition, notes } = await studio.call('createComposition', { body: { name: 'film', from: { type: 'pipeline', pipeline_id } } })
    const { document } = await open(composition.composition_id)
    expect([notes, violations(document), document.lanes.length]).toEqual([[], [], 1])
    expect(composition.source).toEqual({ type: 'pipeline', pipeline_id, node_id: expect.any(String) as string })
    expect(document.media.map(({ source }) => source)).toEqual(expect.arrayContaining(resources.map(({ media, from }) => ({ type: 'loop', id: media, loop: from?.loop_id, cycle: from?.cycle_index, retry: from?.retry_index, output: from?.output_index }))))
    expect(document.lanes[0]?.clips.map(({ media }) => media)).toEqual(resources.map(({ media }) => media))
  })

  test('from a loop that is not there is refused', async () => {
    expect(await refusal(studio.call('createComposition', { body: { from: { type: 'loop', loop_id: 'none' } } }))).toMatchObject({ code: 'loop_not_found' })
  })
})

/** What a pipeline's composition step lists, once it does. */
async function composed(pipeline_id: string) {
  for (let tries = 0; tries < 1000; tries++) {
    if ((await studio.call('getPipeline', { params: { pipeline_id } })).status === 'done') return studio.call('getResources', { params: { pipeline_id }, query: {} })
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('The pipeline never came to its end.')
}

describe('a file', () => {
  test('is opened as a composition of its own, and what media are not here is said', async () => {
    const id = await create('travels')
    const { document } = await open(id)
    await send(id, { base_revision: 1, edits: [lane('v'), put(document, 'a', 0)] })
    const answer = await fetch(`${studio.url}/lemouf/composition/${id}/file`)
    expect(answer.headers.get('content-disposition')).toContain('travels.lemouf.json')
    const file = compositionFileSchema.parse(await answer.json())
    const { composition, notes } = await studio.call('importComposition', { body: { file } })
    expect(notes).toEqual([expect.stringContaining('still.png')])
    const { document: opened } = await open(composition.composition_id)
    expect(composition.composition_id).not.toBe(id)
    expect(opened.media).toMatchObject([{ id: 'still', source: { type: 'missing', was: 'still.png' } }])
    expect(opened.lanes).toEqual((await open(id)).document.lanes)
    expect(unwrap(parseProject(opened as unknown as Json)).mended).toEqual([])
  })

  test('of a large composition is opened again, and all of it is removed and brought back in one edit each', { timeout: 60_000 }, async () => {
    const id = await create('large')
    const { document: empty } = await open(id)
    const begun = done(empty, lane('v'))
    const clips = Array.from({ length: 18_000 }, (_unused, n) => newClip(begun, { media: still }, 'video', { id: `clip number ${n}`.padEnd(190, '.'), start: ticks(n * 5 * TICKS_PER_SECOND), link: null }))
    const document = { ...begun, media: [still], lanes: [{ ...begun.lanes[0], clips }] }
    const file = { format: 'lemouf.composition' as const, version: 1 as const, exported_at: 1, document: document as unknown as Json, media: [] }
    expect(JSON.stringify(file).length).toBeGreaterThan(10 * 1024 * 1024)
    const { composition } = await studio.call('importComposition', { body: { file } })
    const opened = await open(composition.composition_id)
    expect(opened.clips).toBe(18_000)
    await send(composition.composition_id, { base_revision: 1, edits: [{ type: 'lift', clips: opened.document.lanes[0]!.clips.map((clip) => clip.id) }] })
    const log = await studio.call('getCompositionEdits', { params: { composition_id: composition.composition_id }, query: { after: 1, inverses: '1' } })
    expect(await send(composition.composition_id, { base_revision: 2, edits: log.entries[0]!.inverses! })).toMatchObject({ revision: 3 })
    expect(serialise((await open(composition.composition_id)).document)).toBe(serialise(opened.document))
  })

  test('with its media inside is opened by a program that has none of them', async () => {
    const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(48), payload: colours(2) } })
    for (const cycle_index of [0, 1]) {
      await studio.until(loop_id, hasReturned(cycle_index))
      await studio.call('decide', { body: { loop_id, cycle_index, retry_index: 0, decision: 'approve' } })
    }
    const { composition: made } = await studio.call('createComposition', { body: { name: 'Été', from: { type: 'loop', loop_id } } })
    const answer = await fetch(`${studio.url}/lemouf/composition/${made.composition_id}/file?media=1`)
    expect(answer.headers.get('content-disposition')).toContain(`${encodeURIComponent('Été')}.lemouf.tar`)
    const archive = new Uint8Array(await answer.arrayBuffer())
    expect(Number(answer.headers.get('content-length'))).toBe(archive.byteLength)
    const elsewhere = await openTestStudio()
    const opened = await post(elsewhere, archive)
    expect(opened.status).toBe(200)
    const { composition, notes } = (await opened.json()) as RouteOutput<'importComposition'>
    expect(notes).toEqual([])
    const { document } = await elsewhere.call('getComposition', { params: { composition_id: composition.composition_id }, query: {} })
    const { document: original } = await open(made.composition_id)
    expect(withoutFollow(document)).toEqual(withoutFollow(original))
    // No loop of that name here made them, nor will one that comes.
    expect(document.lanes.flatMap(({ clips }) => clips.map(({ choice }) => choice?.follow))).toEqual([false, false])
    for (const [index, { source }] of document.media.entries()) {
      const here = original.media[index]!.source
      if (source.type === 'missing' || here.type === 'missing') throw new Error('a medium is missing')
      expect(await bytesAt(`${elsewhere.url}/lemouf/media/${source.id}`)).toEqual(await bytesAt(`${studio.url}/lemouf/media/${here.id}`))
    }
    expect((await elsewhere.call('listUnused', {})).media).toEqual([])
    const again = (await (await post(elsewhere, archive)).json()) as RouteOutput<'importComposition'>
    const twice = await elsewhere.call('getComposition', { params: { composition_id: again.composition.composition_id }, query: {} })
    expect(twice.document.media).toEqual(document.media)
    await elsewhere.close()
  })

  test('follows only loops that made what it shows, whatever else has their names', async () => {
    const loop_id = 'portraits-of-somebody'
    await studio.call('startLoop', { body: { loop_id, prompt: colourPrompt(32), payload: colours(1) } })
    await studio.until(loop_id, hasReturned(0))
    await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'approve' } })
    const { composition: made } = await studio.call('createComposition', { body: { name: 'cut', from: { type: 'loop', loop_id } } })
    const { revision } = await open(made.composition_id)
    await send(made.composition_id, { base_revision: revision, edits: [{ type: 'settings', set: { follow: true } }] })
    const file = compositionFileSchema.parse(await (await fetch(`${studio.url}/lemouf/composition/${made.composition_id}/file`)).json())
    const follow = async (opened: RouteOutput<'importComposition'>) =>
      (await open(opened.composition.composition_id)).document.lanes.flatMap(({ clips }) => clips.map(({ choice }) => choice?.follow))
    const here = await studio.call('importComposition', { body: { file } })
    expect([here.notes, await follow(here)]).toEqual([[], [null]])
    // As from another machine, where a loop of the same name made another picture.
    const foreign = { ...file, media: file.media.map((one) => Object.assign(structuredClone(one), { hash: 'f'.repeat(64) })) }
    const strange = await studio.call('importComposition', { body: { file: foreign } })
    expect([strange.notes.at(-1), await follow(strange)]).toEqual([expect.stringContaining('A clip was made by loops that are not here.'), [false]])
  })

  test('that is damaged or no archive is refused, and nothing is made of it', async () => {
    const before = (await studio.call('listCompositions', { query: {} })).compositions.length
    const id = await create('whole')
    const archive = new Uint8Array(await (await fetch(`${studio.url}/lemouf/composition/${id}/file?media=1`)).arrayBuffer())
    for (const bytes of [new Uint8Array(), archive.subarray(0, 700), archive.subarray(512), new Uint8Array(4096), new Uint8Array(4096).fill(65)]) {
      const answer = await post(studio, bytes)
      expect([answer.status, ((await answer.json()) as { error: { code: string } }).error.code]).toEqual([422, 'project_malformed'])
    }
    expect((await fetch(`${studio.url}/lemouf/composition/import/archive`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' })).status).toBe(415)
    expect((await studio.call('listCompositions', { query: {} })).compositions).toHaveLength(before + 1)
  })
})

const post = ({ url }: TestStudio, body: Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(`${url}/lemouf/composition/import/archive`, { method: 'POST', headers: { 'content-type': 'application/x-tar' }, body })
const bytesAt = async (address: string): Promise<Buffer> => Buffer.from(await (await fetch(address)).arrayBuffer())

describe('the live feed', () => {
  test('tells a second window of edits, and of those that it missed', async () => {
    const id = await create()
    const { last_event_id } = await hello()
    await send(id, { base_revision: 1, edits: [lane('v')], client: 'first', sequence: 1, gesture: 'g' })
    const heard = listen(last_event_id, (change) => change.composition.revision === 4)
    await send(id, { base_revision: 2, edits: [rename('other')], client: 'first', sequence: 2 })
    await studio.call('removeComposition', { params: { composition_id: id }, body: {} })
    const changes = (await heard).filter(({ composition }) => composition.composition_id === id)
    const entries = changes.flatMap((change) => change.entries ?? [])
    expect(entries.map(({ revision, type, edits }) => [revision, type, edits.length])).toEqual([[2, 'compositionEdited', 1], [3, 'compositionEdited', 1], [4, 'compositionRemoved', 0]])
    expect(entries[0]).toMatchObject({ client: 'first', sequence: 1, gesture: 'g', edits: [lane('v')] })
    expect(changes.at(-1)?.composition.removed_at).not.toBeNull()
  })
})

async function hello(): Promise<{ last_event_id: number }> {
  for await (const { event, data } of stream('')) if (event === 'hello') return JSON.parse(data) as { last_event_id: number }
  throw new Error('the feed ended')
}

async function listen(after: number, isEnough: (change: CompositionChange) => boolean): Promise<CompositionChange[]> {
  const changes: CompositionChange[] = []
  for await (const { event, data } of stream(`?last_event_id=${after}`)) {
    if (event !== 'composition') continue
    const change = compositionChangeSchema.parse(JSON.parse(data))
    changes.push(change)
    if (isEnough(change)) return changes
  }
  throw new Error('the feed ended')
}

async function* stream(query: string): AsyncGenerator<{ event: string; data: string }> {
  const response = await fetch(`${studio.url}/lemouf/events${query}`)
  const parser = new SseParser()
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) yield* parser.push(piece)
}
const withoutFollow = ({ lanes }: Project): unknown => JSON.parse(JSON.stringify(lanes, (key, value: unknown) => (key === 'follow' ? null : value)))
