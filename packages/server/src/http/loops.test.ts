import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colourPrompt, colours, entryAt, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

const start = async (count = 3, more: object = {}): Promise<string> => {
  const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(count), ...more } })
  return loop_id
}
const decide = (loop_id: string, cycle_index: number, retry_index: number, decision: 'approve' | 'reject' | 'replay' | 'discard', revision?: number) =>
  studio.call('decide', { body: { loop_id, cycle_index, retry_index, decision, revision } })

describe('a loop over HTTP', () => {
  test('runs from start to an export that holds exactly what was approved', async () => {
    const loopId = await start(2)
    await studio.until(loopId, hasReturned(0))
    await decide(loopId, 0, 0, 'reject')
    await studio.until(loopId, hasReturned(0, 1))
    await decide(loopId, 0, 1, 'approve')
    await studio.until(loopId, hasReturned(1))
    expect(await decide(loopId, 1, 0, 'approve')).toMatchObject({ ok: true, status: 'complete', needs_generation: false })
    const exported = await studio.call('exportApproved', { body: { loop_id: loopId } })
    expect(exported.count).toBe(2)
    const folder = join(studio.dataDir, exported.folder)
    expect((await readdir(folder)).sort()).toEqual([...exported.files].sort())
    const manifest = JSON.parse(await readFile(join(folder, exported.files.at(-1)!), 'utf8')) as { approved: { files: string[]; cycle_index: number; retry_index: number }[] }
    expect(manifest.approved.map(({ cycle_index, retry_index }) => [cycle_index, retry_index])).toEqual([[0, 1], [1, 0]])
    expect(exported.files[0]).toMatch(/^cycle_0000_r01_i00_\d+_0\.png$/)
  })

  test('serves the pictures under opaque ids, with thumbnails', async () => {
    const loopId = await start(1)
    const loop = await studio.until(loopId, hasReturned(0))
    const image = entryAt(loop, 0, 0)!.outputs.images[0]!
    expect(image).toMatchObject({ mime: 'image/png', width: 16, height: 16 })
    const picture = await fetch(studio.url + image.url)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
    const thumb = await fetch(`${studio.url}${image.thumb}?w=96`)
    expect(thumb.headers.get('content-type')).toBe('image/webp')
    await Promise.all([picture.arrayBuffer(), thumb.arrayBuffer()])
  })

  test('keeps decisions, results and the place across a restart', async () => {
    const loopId = await start(2)
    await studio.until(loopId, hasReturned(0))
    await decide(loopId, 0, 0, 'approve')
    await studio.call('setRuntimeState', { body: { loop_id: loopId, runtime_state: { scroll: 12 } } })
    await studio.restart()
    const loop = await studio.until(loopId, hasReturned(1))
    expect(entryAt(loop, 0, 0)).toMatchObject({ decision: 'approve', decided_by: 'tester' })
    expect(loop.runtime_state).toEqual({ scroll: 12 })
  })

  test('undo takes a decision back, and the history keeps both', async () => {
    const loopId = await start(1)
    await studio.until(loopId, hasReturned(0))
    await decide(loopId, 0, 0, 'approve')
    expect(await studio.call('undo', { body: { loop_id: loopId, cycle_index: 0, retry_index: 0 } })).toMatchObject({ decision: null, revision: 2 })
    const { events } = await studio.call('getHistory', { params: { loop_id: loopId }, query: {} })
    expect(events.map((event) => event.type)).toEqual(expect.arrayContaining(['decided', 'decisionUndone']))
    expect(events.find((event) => event.type === 'decided')?.by).toBe('tester')
  })

  test('a decision sent again with its key gets its first answer', async () => {
    const loopId = await start(1)
    await studio.until(loopId, hasReturned(0))
    const send = () => fetch(`${studio.url}/lemouf/loop/decision`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k1' },
      body: JSON.stringify({ loop_id: loopId, cycle_index: 0, retry_index: 0, decision: 'approve' }),
    })
    const answers = await Promise.all([send(), send(), send()])
    const bodies = await Promise.all(answers.map((answer) => answer.json()))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
  })

  test('many decisions are one answer: what applies is recorded together, what does not is named', async () => {
    const loopId = await start(4, { lookahead: 3 })
    for (const cycle of [0, 1, 2, 3]) await studio.until(loopId, hasReturned(cycle))
    const items = [0, 1, 2, 9].map((cycle_index) => ({ cycle_index, retry_index: 0 }))
    const answer = await studio.call('decideMany', { body: { loop_id: loopId, decision: 'approve', items } })
    expect(answer).toMatchObject({ ok: true, applied: 3, status: 'waiting', current_cycle: 3, refused: [{ cycle_index: 9, retry_index: 0, code: 'attempt_not_found' }] })
    const { events } = await studio.call('getHistory', { params: { loop_id: loopId }, query: {} })
    expect(new Set(events.filter((event) => event.type === 'decided').map(({ at }) => at)).size).toBe(1)
    const undone = await studio.call('decideMany', { body: { loop_id: loopId, decision: 'undo', items: items.slice(0, 3) } })
    expect(undone).toMatchObject({ applied: 3, refused: [], current_cycle: 0 })
    await expect(studio.call('decideMany', { body: { loop_id: 'nowhere', decision: 'undo', items } })).rejects.toMatchObject({ code: 'loop_not_found' })
  })

  test('the outline says how every attempt stands, as the manifest does', async () => {
    const loopId = await start(2, { lookahead: 1 })
    for (const cycle of [0, 1]) await studio.until(loopId, hasReturned(cycle))
    await decide(loopId, 0, 0, 'reject')
    const { manifest } = await studio.until(loopId, hasReturned(0, 1))
    const { cycles, retries, statuses, decisions, revisions } = await studio.call('getOutline', { params: { loop_id: loopId } })
    expect(cycles.map((cycle, index) => [cycle, retries[index], statuses[index], decisions[index], revisions[index]]))
      .toEqual(manifest.map((entry) => [entry.cycle_index, entry.retry_index, entry.status, entry.decision, entry.revision]))
    expect([cycles, retries, decisions, revisions]).toEqual([[0, 0, 1], [0, 1, 0], ['reject', null, null], [1, 0, 0]])
    await expect(studio.call('getOutline', { params: { loop_id: 'nowhere' } })).rejects.toMatchObject({ code: 'loop_not_found' })
  })

  test('many decisions sent again with their key are made once', async () => {
    const loopId = await start(1)
    await studio.until(loopId, hasReturned(0))
    const send = (decision: string) => fetch(`${studio.url}/lemouf/loop/decisions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k3' },
      body: JSON.stringify({ loop_id: loopId, decision, items: [{ cycle_index: 0, retry_index: 0 }] }),
    })
    const [first, again, other] = [await send('approve'), await send('approve'), await send('discard')]
    expect(await first.json()).toMatchObject({ applied: 1, refused: [], status: 'complete' })
    expect(await again.json()).toMatchObject({ applied: 1, refused: [] })
    expect(other.status).toBe(400)
  })

  test('makes several candidates of a cycle with a seed each, and the first approved ends the choice', async () => {
    const loopId = await start(2, { candidates: 3 })
    const loop = await studio.until(loopId, (view) => [0, 1, 2].every((retry) => hasReturned(0, retry)(view)))
    expect(loop).toMatchObject({ candidates: 3, seeds: 'map', seed: null, paused: false, current_retry: 0 })
    expect(loop.manifest.map(({ cycle_index, retry_index, round_index }) => [cycle_index, retry_index, round_index])).toEqual([[0, 0, 0], [0, 1, 0], [0, 2, 0]])
    expect(await studio.call('decide', { body: { loop_id: loopId, cycle_index: 0, retry_index: 1, decision: 'approve', discard_siblings: true } })).toMatchObject({ decision: 'approve', current_cycle: 1 })
    expect((await studio.call('getLoop', { params: { loop_id: loopId }, query: {} })).manifest.slice(0, 3).map(({ decision }) => decision)).toEqual(['discard', 'approve', 'discard'])
  })

  test('keeps in its history what was returned and what a person made of it', async () => {
    const list = [{ colour: 1 }, { colour: 2 }]
    const prompt = {
      '1': { class_type: 'LoopPayload', inputs: { payload_json: JSON.stringify(list) } },
      '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    }
    const { loop_id: generator } = await studio.call('startLoop', { body: { prompt, total_cycles: 1 } })
    await studio.until(generator, hasReturned(0))
    const from = { loop_id: generator, cycle_index: 0, retry_index: 0 }
    const { loop_id } = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: [{ colour: 9 }], payload_from: { loop_id: generator } } })
    const view = () => studio.call('getLoop', { params: { loop_id }, query: {} })
    expect(await view()).toMatchObject({ total_cycles: 1, payload: [{ colour: 9 }], payload_origin: { source: 'loop_return', edited: true, from } })
    await studio.call('setPayload', { body: { loop_id, payload: list, from: { loop_id: generator } } })
    expect(await view()).toMatchObject({ payload_origin: { edited: false, from } })
    await studio.call('setPayload', { body: { loop_id, payload: [{ colour: 3 }, ...list] } })
    await studio.call('setPayload', { body: { loop_id, payload: [{ colour: 3 }, ...list] } })
    expect(await view()).toMatchObject({ total_cycles: 3, payload_origin: { source: 'loop_return', edited: true, from } })
    const edits = async () => (await studio.call('getHistory', { params: { loop_id }, query: {} })).events.filter(({ type }) => type === 'payloadSet').length
    const { events } = await studio.call('getHistory', { params: { loop_id }, query: {} })
    const set = events.flatMap(({ type, by, data }) => (type === 'payloadSet' ? [{ by, ...(data as { payload: unknown[]; edited?: true; from: object }) }] : []))
    expect(set.map(({ by, payload, edited }) => [by, payload.length, edited ?? false])).toEqual([['tester', 2, false], ['tester', 1, true], ['tester', 2, false], ['tester', 3, true]])
    expect(set.every((event) => JSON.stringify(event.from) === JSON.stringify({ loopId: generator, cycle: 0, retry: 0 }))).toBe(true)
    await studio.call('setPayload', { body: { loop_id, payload: [{ colour: 4 }], from: { loop_id: generator } } })
    expect(await edits()).toBe(5)
    const taken = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload_from: { loop_id: generator } } })
    expect(await studio.call('getLoop', { params: { loop_id: taken.loop_id }, query: {} })).toMatchObject({ total_cycles: 2, payload_origin: { edited: false, from } })
    await studio.call('reset', { body: { loop_id: generator, keep_workflow: true } })
    await studio.call('setPayload', { body: { loop_id, payload: [{ colour: 5 }], from: { loop_id: generator } } })
    expect(await view()).toMatchObject({ payload: [{ colour: 5 }], payload_origin: { edited: true, from } })
  })

  test('gives the workflow that it runs, those that attempts were made with, and where its values go', async () => {
    const loopId = await start(2)
    const loop = await studio.until(loopId, hasReturned(0))
    const used = await studio.call('getLoopWorkflow', { params: { loop_id: loopId }, query: {} })
    expect(used).toMatchObject({ hash: loop.manifest[0]!.workflow_hash, name: null, graph: null, prompt: { 1: { class_type: 'EmptyImage' } } })
    await studio.call('setWorkflow', { body: { loop_id: loopId, prompt: colourPrompt(24) } })
    const now = await studio.call('getLoopWorkflow', { params: { loop_id: loopId }, query: {} })
    expect(now).toMatchObject({ prompt: { 1: { inputs: { width: 24 } } } })
    expect(await studio.call('getLoopWorkflow', { params: { loop_id: loopId }, query: { hash: used.hash } })).toEqual(used)
    await expect(studio.call('getLoopWorkflow', { params: { loop_id: loopId }, query: { hash: 'none' } })).rejects.toMatchObject({ code: 'workflow_not_found' })
    const row = { path: 'colour', selector: 'type:EmptyImage', targets: [{ nodeId: '1', title: 'EmptyImage', input: 'color', type: 'INT' }] }
    expect(await studio.call('getMappings', { params: { loop_id: loopId }, query: { cycle: 1 } })).toEqual({ cycle_index: 1, mappings: [{ ...row, value: colours(2)[1]!.colour }] })
    expect(await studio.call('getMappings', { params: { loop_id: loopId }, query: { cycle: 5 } })).toMatchObject({ mappings: [{ path: 'colour', fault: expect.stringContaining('cycle 6') }] })
    const { loop_id } = await studio.call('createLoop', { body: {} })
    await expect(studio.call('getLoopWorkflow', { params: { loop_id }, query: {} })).rejects.toMatchObject({ code: 'loop_has_no_workflow' })
  })

  test('refuses overrides that no input takes, says which, and keeps those there were', async () => {
    const loopId = await start(1, { overrides: { '1.width': 24 } })
    const set = (overrides: Record<string, string | number>) => studio.call('setOverrides', { body: { loop_id: loopId, overrides } })
    await expect(set({ '77.width': 8 })).rejects.toMatchObject({ code: 'overrides_invalid', message: expect.stringContaining('77.width') })
    await expect(set({ '1.wide': 8 })).rejects.toMatchObject({ code: 'overrides_invalid', message: expect.stringContaining('Choose one of width') })
    await expect(set({ '1.width': 'broad' })).rejects.toMatchObject({ code: 'overrides_invalid', details: { findings: [{ code: 'value_invalid' }] } })
    expect((await studio.call('getLoop', { params: { loop_id: loopId }, query: {} })).overrides).toEqual({ '1.width': 24 })
    await set({ '1.width': 8 })
  })

  test('keeps a 64-bit seed exact, and says which seed an attempt had', async () => {
    const seed = 2n ** 64n - 1n
    const loopId = await start(2, { seeds: 'cycle', seed })
    await studio.call('configure', { body: { loop_id: loopId, paused: true } })
    await studio.restart()
    const loop = await studio.until(loopId, hasReturned(0))
    expect(loop).toMatchObject({ seeds: 'cycle', seed, paused: true })
    await decide(loopId, 0, 0, 'approve')
    expect(await studio.call('getLoop', { params: { loop_id: loopId }, query: {} })).toMatchObject({ status: 'paused', current_cycle: 1 })
    await expect(studio.call('step', { body: { loop_id: loopId } })).rejects.toMatchObject({ code: 'loop_paused' })
    await studio.call('configure', { body: { loop_id: loopId, paused: false, seed: null } })
    expect(await studio.until(loopId, hasReturned(1))).toMatchObject({ paused: false, seed: null })
    await expect(studio.call('configure', { body: { loop_id: loopId, seed: -1 } })).rejects.toMatchObject({ code: 'request_invalid' })
  })

  test('a key that was used for another request is refused, and nothing is decided', async () => {
    const loopId = await start(1)
    await studio.until(loopId, hasReturned(0))
    const send = (path: string, more: object) => fetch(`${studio.url}/lemouf/loop/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'k2' },
      body: JSON.stringify({ loop_id: loopId, cycle_index: 0, retry_index: 0, ...more }),
    })
    expect((await send('decision', { decision: 'approve' })).status).toBe(200)
    for (const other of [send('undo', {}), send('decision', { decision: 'discard', revision: 1 })]) {
      const answer = await other
      expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'request_invalid', message: expect.stringContaining('new key') } }])
    }
    expect(entryAt(await studio.call('getLoop', { params: { loop_id: loopId }, query: {} }), 0, 0)).toMatchObject({ decision: 'approve', revision: 1 })
  })

  test('of many racing decisions one holds and the others are told', async () => {
    const loopId = await start(1)
    await studio.until(loopId, hasReturned(0))
    const racers = await Promise.allSettled(Array.from({ length: 50 }, () => decide(loopId, 0, 0, 'approve', 0)))
    const refused = racers.flatMap((racer) => (racer.status === 'rejected' ? [racer.reason as { code: string }] : []))
    expect(refused).toHaveLength(49)
    expect(new Set(refused.map((error) => error.code))).toEqual(new Set(['decision_stale']))
  })

  test('takes its payload from what a generating workflow returned', async () => {
    const prompt = {
      '1': { class_type: 'LoopPayload', inputs: { payload_json: '[{"colour":1},{"colour":2},{"colour":3}]' } },
      '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    }
    const { loop_id: generator } = await studio.call('startLoop', { body: { prompt: prompt, total_cycles: 1 } })
    await studio.until(generator, hasReturned(0))
    const { loop_id } = await studio.call('createLoop', { body: {} })
    await studio.call('setWorkflow', { body: { loop_id, prompt: colourPrompt() } })
    expect(await studio.call('setPayload', { body: { loop_id, from: { loop_id: generator } } })).toEqual({ ok: true, total_cycles: 3 })
    await studio.call('step', { body: { loop_id } })
    expect(entryAt(await studio.until(loop_id, hasReturned(0)), 0, 0)?.inputs).toEqual({ '1.color': 1 })
  })

  test('speaks the steps of the predecessor: create, set_workflow, config, overrides, step, decision, reset', async () => {
    const { loop_id } = await studio.call('createLoop', { body: { loop_id: 'by-hand' } })
    await studio.call('setWorkflow', { body: { loop_id, prompt: colourPrompt() } })
    await studio.call('setPayload', { body: { loop_id, payload: colours(2) } })
    expect(await studio.call('configure', { body: { loop_id, total_cycles: 2, mode: 'manual' } })).toEqual({ ok: true, total_cycles: 2 })
    await studio.call('setOverrides', { body: { loop_id, overrides: { '1.width': 32 } } })
    const { prompt_id } = await studio.call('step', { body: { loop_id } })
    expect(await studio.call('step', { body: { loop_id, cycle_index: 0, retry_index: 0 } })).toEqual({ ok: true, prompt_id })
    const loop = await studio.until(loop_id, hasReturned(0))
    expect(entryAt(loop, 0, 0)!.outputs.images[0]!.width).toBe(32)
    expect(await decide(loop_id, 0, 0, 'replay')).toMatchObject({ needs_generation: true, next_cycle_index: 0, next_retry_index: 1 })
    await studio.call('reset', { body: { loop_id } })
    expect((await studio.call('getLoop', { params: { loop_id }, query: {} })).manifest).toEqual([])
  })

  test('pages a manifest by whole cycles', async () => {
    const loopId = await start(5, { approve: 'all', lookahead: 3 })
    await studio.until(loopId, (loop) => loop.status === 'complete')
    const page = await studio.call('getManifest', { params: { loop_id: loopId }, query: { limit: 2 } })
    expect(page.entries.map((entry) => entry.cycle_index)).toEqual([0, 1])
    expect(page.next_cycle).toBe(2)
  })
})

describe('what is refused', () => {
  const refused = (promise: Promise<unknown>) => promise.then(() => undefined, (error: { code: string; message: string; status: number }) => [error.code, error.status])

  test('an unknown loop, a decision on a running attempt, nothing to export', async () => {
    expect(await refused(studio.call('getLoop', { params: { loop_id: 'nobody' }, query: {} }))).toEqual(['loop_not_found', 404])
    expect(await refused(decide('nobody', 0, 0, 'approve'))).toEqual(['loop_not_found', 404])
    const slow = { ...colourPrompt(1024), '4': { class_type: 'ImageBlur', inputs: { image: ['1', 0], blur_radius: 31, sigma: 10 } }, '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['4', 0] } } }
    const { loop_id } = await studio.call('startLoop', { body: { prompt: slow, payload: colours(1) } })
    expect(await refused(decide(loop_id, 0, 0, 'approve'))).toEqual(['attempt_not_returned', 409])
    expect(await refused(studio.call('exportApproved', { body: { loop_id } }))).toEqual(['nothing_approved', 409])
    await studio.call('cancel', { body: { loop_id, cycle_index: 0, retry_index: 0 } })
  })

  test('a workflow without Loop Return, and mappings that do not fit, before anything is made', async () => {
    const before = await studio.call('listLoops', {})
    const lonely = { '1': { class_type: 'EmptyImage', inputs: { width: 8, height: 8, batch_size: 1, color: 0 } } }
    expect(await refused(studio.call('startLoop', { body: { prompt: lonely } }))).toEqual(['preflight_failed', 422])
    expect(await refused(start(1, { payload: [{ colour: 'red' }] }))).toEqual(['preflight_failed', 422])
    expect(await refused(start(2, { total_cycles: 5 }))).toEqual(['preflight_failed', 422])
    expect(await refused(studio.call('startLoop', { body: { name: 'loop/none.json' } }))).toEqual(['workflow_not_found', 404])
    expect(await refused(studio.call('startLoop', { body: { name: '../../package.json' } }))).toEqual(['workflow_not_found', 404])
    expect((await studio.call('listLoops', {})).loops).toHaveLength(before.loops.length)
  })

  test('a node that the engine lacks, with the way out', async () => {
    const prompt = { ...colourPrompt(), '9': { class_type: 'KSampler', inputs: {} }, '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['9', 0] } } }
    const { findings } = await studio.call('validateWorkflow', { body: { prompt: prompt } })
    expect(findings.find((finding) => finding.severity === 'error')?.remedy).toContain('--comfy')
  })

  test('malformed, too deep and mistyped JSON', async () => {
    const send = async (body: string, type = 'application/json') => {
      const answer = await fetch(`${studio.url}/lemouf/loop/create`, { method: 'POST', headers: { 'content-type': type }, body })
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code]
    }
    expect(await send('{"loop_id":')).toEqual([400, 'json_malformed'])
    expect(await send('['.repeat(100) + ']'.repeat(100))).toEqual([400, 'json_too_deep'])
    expect(await send(`"${'x'.repeat(11 * 1024 * 1024)}"`)).toEqual([413, 'json_too_large'])
    expect(await send('{"loop_id":"../etc"}')).toEqual([400, 'request_invalid'])
    expect(await send('loop_id=x', 'application/x-www-form-urlencoded')).toEqual([415, 'unsupported_content_type'])
    expect(await send('{}', 'text/plain')).toEqual([415, 'unsupported_content_type'])
  })

  test('64-bit integers come back exact', async () => {
    const loopId = await start(1, { payload: [{ colour: 1, seed: 2n ** 64n - 1n }] })
    const answer = await (await fetch(`${studio.url}/lemouf/loop/${loopId}`)).text()
    expect(answer).toContain('"seed":18446744073709551615')
  })
})
