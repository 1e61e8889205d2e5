import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringifyJson, type JsonObject } from '@lemouf/core/json'
import type { LoopView, PipelineView } from '@lemouf/core/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStudio, type TestStudio } from '../testing/studio.ts'

const EXAMPLES = fileURLToPath(new URL('../../../../workflows', import.meta.url))
const PIPELINE = 'loop/leMouf_Loop-pipeline_0-1-0.json'

let library: string
let studio: TestStudio
beforeAll(async () => {
  library = await mkdtemp(join(tmpdir(), 'lemouf-library-'))
  await cp(EXAMPLES, library, { recursive: true })
  await mkdir(join(library, 'made'))
  await save('words', [{ id: 1, type: 'StringConcatenate', widgets_values: ['a', 'b', ''], outputs: [{ name: 'STRING', type: 'STRING', links: [1] }] }, { id: 2, type: 'LoopReturn', inputs: [{ name: 'payload', type: '*', link: 1 }] }], [[1, 1, 0, 2, 0, 'STRING']])
  studio = await openTestStudio({ workflows: library })
})
afterAll(async () => {
  await studio.close()
  await rm(library, { recursive: true, force: true })
})

const save = (name: string, nodes: readonly JsonObject[], links: readonly (readonly (number | string)[])[] = []): Promise<void> =>
  writeFile(join(library, 'made', `${name}.json`), stringifyJson({ version: 0.4, nodes, links }))

/** A pipeline of steps without links, which run one after another. */
const stepsOf = (...steps: readonly (readonly string[])[]): JsonObject =>
  ({ version: 0.4, links: [], nodes: steps.map((widgets_values, index) => ({ id: index + 1, type: 'LoopPipelineStep', title: `Step ${index + 1}`, widgets_values })) })

async function until(pipelineId: string, isReady: (pipeline: PipelineView) => boolean): Promise<PipelineView> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const pipeline = await studio.call('getPipeline', { params: { pipeline_id: pipelineId } })
    if (isReady(pipeline)) return pipeline
    if (Date.now() > deadline) throw new Error(`The pipeline did not become as expected: ${stringifyJson(pipeline)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const picture = ({ steps }: PipelineView): string => steps.map(({ status }) => status).join(' ')
const stepAt = (pipeline: PipelineView, index: number): PipelineView['steps'][number] => pipeline.steps[index]!

/** Approves what waits in a loop until it is complete. */
async function approveAll(loopId: string): Promise<LoopView> {
  for (;;) {
    const loop = await studio.until(loopId, ({ status }) => status === 'waiting' || status === 'complete')
    if (loop.status === 'complete') return loop
    const entry = loop.manifest.find(({ cycle_index, decision }) => cycle_index === loop.current_cycle && decision === null)!
    await studio.call('decide', { body: { loop_id: loopId, cycle_index: entry.cycle_index, retry_index: entry.retry_index, decision: 'approve', revision: entry.revision } })
  }
}

test('the example: validated, run from one call, reviewed, composed', async () => {
  const { pipelines } = await studio.call('listWorkflows', {})
  expect(pipelines).toEqual([PIPELINE])
  const found = await studio.call('validatePipeline', { body: { name: PIPELINE } })
  expect(found).toMatchObject({ ok: true, findings: [], steps: [{ role: 'generate' }, { role: 'execute' }, { role: 'composition' }] })
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { name: PIPELINE } })
  const reviewed = await until(id, ({ status }) => status === 'review')
  expect(picture(reviewed)).toBe('done review waiting')
  await expect(studio.call('startPipeline', { body: { name: PIPELINE } })).rejects.toMatchObject({ code: 'pipeline_running' })
  const loop = await approveAll(stepAt(reviewed, 1).loop_id!)
  expect(loop.total_cycles).toBe(5)
  const done = await until(id, ({ status }) => status === 'done')
  expect(stepAt(done, 2)).toMatchObject({ resources: 5, error: null })
  expect(done.steps.every(({ started_at, ended_at }) => started_at! <= ended_at!)).toBe(true)
  const { resources } = await studio.call('getResources', { params: { pipeline_id: id }, query: {} })
  expect(resources.map(({ kind, media, from }) => [kind, media, from?.cycle_index])).toEqual(loop.manifest.map(({ outputs, cycle_index }) => ['image', outputs.images[0]!.media, cycle_index]))
  expect((await fetch(studio.url + resources[0]!.thumb!)).headers.get('content-type')).toMatch(/^image\//)
})

test('ended and started anywhere in between, it goes on where it was and makes nothing twice', async () => {
  const { pipeline_id: id, run } = await studio.call('startPipeline', { body: { name: PIPELINE } })
  expect(run).toBe(2)
  await studio.restart()
  const first = await until(id, ({ status }) => status === 'review')
  await studio.restart()
  expect(picture(await until(id, ({ status }) => status === 'review'))).toBe('done review waiting')
  await approveAll(stepAt(first, 1).loop_id!)
  await studio.restart()
  const done = await until(id, ({ status }) => status === 'done')
  expect(done.steps.map(({ last }) => last?.status)).toEqual(['done', 'done', 'done'])
  const { loops } = await studio.call('listLoops', {})
  expect(loops.map(({ loop_id }) => loop_id).filter((loopId) => loopId.startsWith(`${id}_2_`)).sort()).toEqual(done.steps.flatMap(({ loop_id }) => loop_id ?? []).sort())
})

test('a payload that is held is shown, changed by a person, and recorded with who and what it was, across restarts', async () => {
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { name: PIPELINE, pipeline_id: 'held', hold_payload: true, approve: 'all' } })
  const waiting = await until(id, ({ status }) => status === 'review')
  expect(waiting.steps.map(({ status, payload_held, loop_id }) => [status, payload_held, loop_id === null])).toEqual([['done', false, false], ['review', true, true], ['waiting', false, true]])
  await studio.restart()
  const shown = await studio.call('getStepPayload', { params: { pipeline_id: id }, query: {} })
  const generator = stepAt(waiting, 0)
  expect(shown).toMatchObject({ node_id: stepAt(waiting, 1).node_id, held: true, edited: false, released_by: null, from: { node_id: generator.node_id, loop_id: generator.loop_id, outputs: { json: [shown.payload] } } })
  const entries = shown.payload as JsonObject[]
  expect(entries).toHaveLength(5)
  const payload = [{ ...entries[0], prompt: 'a red night' }, entries[1]!]
  await expect(studio.call('releasePayload', { body: { pipeline_id: id, node_id: shown.node_id, payload: [] } })).rejects.toMatchObject({ code: 'payload_invalid' })
  for (const single of [null, 'text', 7, true]) {
    await expect(studio.call('releasePayload', { body: { pipeline_id: id, node_id: shown.node_id, payload: single } })).rejects.toMatchObject({ code: 'payload_invalid' })
  }
  expect(stepAt(await studio.call('releasePayload', { body: { pipeline_id: id, node_id: shown.node_id, payload } }), 1)).toMatchObject({ status: 'running', payload_held: false })
  await studio.restart()
  const done = await until(id, ({ status }) => status === 'done')
  expect(await studio.call('getStepPayload', { params: { pipeline_id: id }, query: { node_id: shown.node_id } })).toMatchObject({ held: false, edited: true, released_by: 'tester', payload, returned: entries })
  const loopId = stepAt(done, 1).loop_id!
  const from = { loop_id: generator.loop_id, cycle_index: 0, retry_index: 0 }
  expect(await studio.call('getLoop', { params: { loop_id: loopId }, query: {} })).toMatchObject({ total_cycles: 2, payload, payload_origin: { source: 'loop_return', edited: true, from } })
  const { events } = await studio.call('getHistory', { params: { loop_id: loopId }, query: {} })
  expect(events.filter(({ type }) => type === 'payloadSet').map(({ by, data }) => [by, (data as JsonObject)['edited'] ?? false, (data as JsonObject)['payload']])).toEqual([['tester', false, entries], ['tester', true, payload]])
})

test('approved by rule it runs to its end by itself, with the map of the pipeline for a workflow that has none', async () => {
  const nodes = [
    { id: 1, type: 'EmptyImage', title: '@colour', widgets_values: [16, 16, 1, 0], outputs: [{ name: 'IMAGE', type: 'IMAGE', links: [1] }] },
    { id: 2, type: 'LoopReturn', inputs: [{ name: 'payload', type: '*', link: 1 }] },
  ]
  await save('plain', nodes, [[1, 1, 0, 2, 0, 'IMAGE']])
  await save('list', [
    { id: 1, type: 'LoopPayload', widgets_values: ['[{"colour": 1}, {"colour": 2}, {"colour": 3}]'], outputs: [{ name: 'payload', type: '*', links: [1] }] },
    { id: 2, type: 'LoopReturn', inputs: [{ name: 'payload', type: '*', link: 1 }] },
  ], [[1, 1, 0, 2, 0, '*']])
  const workflow = stepsOf(['generate', 'made/list.json'], ['execute', 'made/plain.json'], ['composition', '(none)', '["https://example.org/song.wav"]'])
  const unmapped = await studio.call('validatePipeline', { body: { workflow } })
  expect(unmapped.findings).toMatchObject([{ code: 'no_variation' }, { code: 'payload_unused', severity: 'warning', step: { node_id: '2' } }])
  const map = stringifyJson({ schema: 'lemouf.loopmap.v1', mappings: [{ from: 'colour', to: { node: '@colour', input: 'color' } }] })
  const mapped = { ...workflow, nodes: [...(workflow['nodes'] as JsonObject[]), { id: 9, type: 'LoopMap', widgets_values: [map] }] }
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { workflow: mapped, approve: 'all' } })
  const done = await until(id, ({ status }) => status === 'done')
  const { resources } = await studio.call('getResources', { params: { pipeline_id: id }, query: {} })
  expect(resources.map(({ kind, url }) => [kind, url?.startsWith('/lemouf/media/')])).toEqual([['image', true], ['image', true], ['image', true], ['audio', false]])
  const loop = await studio.until(stepAt(done, 1).loop_id!, () => true)
  expect(loop.manifest.map(({ inputs }) => inputs['1.color'])).toEqual([1, 2, 3])
})

test('what is missing is named with its step before anything starts', async () => {
  const workflow = stepsOf(['generate', 'made/absent.json'], ['execute', '(none)'], ['composition', 'made/words.json', '["C:\\\\a.wav"]'])
  const { ok, findings } = await studio.call('validatePipeline', { body: { workflow } })
  expect(ok).toBe(false)
  expect(findings.map(({ step, code }) => [step?.title, code])).toEqual([
    ['Step 1', 'workflow_not_found'], ['Step 2', 'step_without_workflow'], ['Step 3', 'composition_workflow_unused'], ['Step 3', 'resource_unreachable'],
  ])
  const before = await studio.call('listPipelines', {})
  await expect(studio.call('startPipeline', { body: { workflow } })).rejects.toMatchObject({ code: 'preflight_failed', message: expect.stringContaining('Step "Step 1": The library has no workflow made/absent.json') })
  expect(await studio.call('listPipelines', {})).toEqual(before)
  expect(await studio.call('validatePipeline', { body: { workflow: { version: 0.4, nodes: [], links: [] } } })).toMatchObject({ ok: false, findings: [{ code: 'pipeline_empty' }] })
})

test('a generate step that returns no list says so, and is retried with another loop', async () => {
  const workflow = stepsOf(['generate', 'made/words.json'], ['execute', 'loop/loop_basic_image.json'])
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { workflow } })
  const failed = await until(id, ({ status }) => status === 'failed')
  expect(stepAt(failed, 0)).toMatchObject({ status: 'failed', can_retry: true, error: { code: 'payload_invalid', message: expect.stringContaining('returned only text') } })
  const retried = await studio.call('retryStep', { body: { pipeline_id: id, node_id: '1' } })
  expect(stepAt(retried, 0).loop_id).toBe(`${stepAt(failed, 0).loop_id}_r1`)
  await until(id, ({ status, seq }) => status === 'failed' && seq > retried.seq)
  await expect(studio.call('retryStep', { body: { pipeline_id: id, node_id: '2' } })).rejects.toMatchObject({ code: 'pipeline_step_refused' })
})

test('cancelled, it stops its loops and keeps what was approved; it runs again from the start', async () => {
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { name: PIPELINE, pipeline_id: 'stopped' } })
  const { steps: [, execute] } = await until(id, ({ status }) => status === 'review')
  const loopId = execute!.loop_id!
  await studio.call('decide', { body: { loop_id: loopId, cycle_index: 0, retry_index: 0, decision: 'approve' } })
  expect(picture(await studio.call('cancelPipeline', { body: { pipeline_id: id } }))).toBe('done cancelled waiting')
  const loop = await studio.until(loopId, ({ status }) => status === 'exited')
  expect(loop.manifest[0]).toMatchObject({ decision: 'approve' })
  const again = await studio.call('startPipeline', { body: { name: PIPELINE, pipeline_id: 'stopped' } })
  expect([again.run, stepAt(again, 1).last?.status]).toEqual([2, 'cancelled'])
  await studio.call('cancelPipeline', { body: { pipeline_id: id } })
})

test('a loop that was left early leaves its step; the loop begun anew takes the step up again', async () => {
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { name: PIPELINE, pipeline_id: 'left' } })
  const { steps: [, execute] } = await until(id, ({ status }) => status === 'review')
  await studio.call('exit', { body: { loop_id: execute!.loop_id! } })
  expect(picture(await until(id, ({ status }) => status === 'cancelled'))).toBe('done cancelled waiting')
  await studio.call('reset', { body: { loop_id: execute!.loop_id! } })
  await studio.call('step', { body: { loop_id: execute!.loop_id! } })
  await until(id, ({ status }) => status === 'review')
  await approveAll(execute!.loop_id!)
  await until(id, ({ status }) => status === 'done')
})

test('the live feed tells of pipelines among the loops, and again from where a reader left', async () => {
  const since = Number(/"last_event_id":(\d+)/.exec(await feed(`${studio.url}/lemouf/events`, /hello[^]*\n\n/))![1])
  const { pipeline_id: id } = await studio.call('startPipeline', { body: { workflow: stepsOf(['composition', '(none)', '[]']) } })
  await until(id, ({ status }) => status === 'done')
  const told = await feed(`${studio.url}/lemouf/events?last_event_id=${since}`, /event: pipeline[^]*"status":"done"[^]*\n\n/)
  expect(told).toMatch(/id: \d+\nevent: pipeline\ndata: \{"pipeline":\{"pipeline_id":"pipeline-/)
  const loop = (await studio.call('listLoops', {})).loops[0]!.loop_id
  expect(await feed(`${studio.url}/lemouf/events?last_event_id=0&loop_id=${loop}`, /event: change[^]*\n\n/)).not.toMatch(/event: pipeline/)
})

/** What a stream says until it has said something. */
async function feed(address: string, expected: RegExp): Promise<string> {
  const stop = new AbortController()
  const response = await fetch(address, { signal: stop.signal })
  let said = ''
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    said += piece
    if (expected.test(said)) break
  }
  stop.abort()
  return said
}
