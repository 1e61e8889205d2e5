import type { JsonObject } from '@lemouf/core/json'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { entryAt, hasReturned, openTestStudio, type TestStudio } from '../packages/server/src/testing/studio.ts'
import { openPlainComfy, type PlainComfy } from './support/plain-comfy.ts'

let comfy: PlainComfy
let studio: TestStudio
beforeAll(async () => {
  comfy = await openPlainComfy()
  studio = await openTestStudio({ comfy: comfy.url })
})
afterAll(async () => {
  await studio.close()
  await comfy.close()
})

const returning = (type: string, inputs: JsonObject): JsonObject => ({
  '1': { class_type: type, inputs },
  '9': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
})

test('an example of core nodes runs on a ComfyUI without the node pack', async () => {
  const { loop_id, findings } = await studio.call('startLoop', { body: { name: 'loop/loop_core_image.json', approve: 'all', lookahead: 1 } })
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info node_pack_missing'])
  const loop = await studio.until(loop_id, (one) => one.status === 'complete' || one.status === 'failed')
  expect(loop.manifest.map((entry) => [entry.status, entry.outputs.images.length])).toEqual(Array.from({ length: 5 }, () => ['returned', 1]))
  expect(entryAt(loop, 2, 0)?.outputs.images[0]).toMatchObject({ subfolder: `lemouf_loop/${loop_id}`, filename: expect.stringMatching(/^cycle_0002_r00_/) })
})

test('masks and texts come back too', async () => {
  const mask = await studio.call('startLoop', { body: { prompt: returning('SolidMask', { value: 0.5, width: 32, height: 16 }) } })
  const shown = entryAt(await studio.until(mask.loop_id, hasReturned(0)), 0, 0)
  expect(shown?.outputs.images[0]).toMatchObject({ width: 32, height: 16 })
  const text = await studio.call('startLoop', { body: { prompt: returning('PrimitiveString', { value: 'a line' }) } })
  expect(entryAt(await studio.until(text.loop_id, hasReturned(0)), 0, 0)?.outputs.text).toEqual(['a line'])
})

test('a payload that a workflow generates comes back as JSON, ready for a loop', async () => {
  const { loop_id } = await studio.call('startLoop', { body: { name: 'loop/leMouf_Loop-payload_0-1-0.json', approve: 'all' } })
  const loop = await studio.until(loop_id, (one) => one.status === 'complete' || one.status === 'failed')
  const first = entryAt(loop, 0, 0)
  expect(first?.error).toBeNull()
  expect(first?.outputs.json).not.toEqual([])
  expect(first?.outputs.text).toEqual([])
})

test('feedback: what was approved is given to the next cycle', async () => {
  const mappings = [{ from: '$previous.images[0]', to: { node: 'id:1', input: 'image' }, fallback: 'example.png' }]
  const prompt = {
    ...returning('LoadImage', { image: '' }),
    '3': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
  const { loop_id } = await studio.call('startLoop', { body: { prompt: prompt, total_cycles: 2, approve: 'all' } })
  const loop = await studio.until(loop_id, (one) => one.status === 'complete' || one.status === 'failed')
  expect(loop.status).toBe('complete')
  const [first, second] = [entryAt(loop, 0, 0)?.outputs.images[0], entryAt(loop, 1, 0)]
  expect(second?.inputs['1.image']).toBe(`lemouf/${first?.media}.png`)
})
