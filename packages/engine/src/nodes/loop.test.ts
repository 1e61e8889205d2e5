import { expect, test } from 'vitest'
import type { VideoClip } from '../media/types.ts'
import { nodeClasses } from './index.ts'
import { execute, grey, mask, testContext, type TestContext } from './test-context.ts'

const attempt = (): Promise<TestContext> => testContext({ extraPngInfo: { lemouf: { loop_id: 'series one', cycle_index: 3, retry_index: 1 } } })
const PREFIX = { subfolder: 'lemouf_loop/series_one', type: 'output' }

test('images are saved under their attempt and handed on', async () => {
  const batch = [grey([1]), grey([2])]
  const { outputs, ui } = await execute('LoopReturn', { loop_id: 'x', payload: batch }, await attempt())
  expect(outputs).toEqual([batch])
  expect(ui).toEqual({ images: [{ ...PREFIX, filename: 'cycle_0003_r01_00001_.png' }, { ...PREFIX, filename: 'cycle_0003_r01_00002_.png' }] })
})

test('without an attempt the files go to cycle 0 of the loop the node names, which cannot leave its folder', async () => {
  const { ui } = await execute('LoopReturn', { loop_id: '../../etc', payload: [mask([255])] })
  expect(ui?.images).toEqual([{ filename: 'cycle_0000_r00_00001_.png', subfolder: 'lemouf_loop/__.._etc', type: 'output' }])
})

test('every kind of payload is shown in its own way', async () => {
  const context = await attempt()
  const show = async (payload: unknown): Promise<unknown> => (await execute('LoopReturn', { loop_id: '', payload }, context)).ui
  const audio = { sampleRate: 8000, channels: [new Float32Array(800)] }
  const film = (await execute('CreateVideo', { images: [grey([1, 1], [1, 1])], fps: 8 }, context)).outputs[0] as VideoClip
  expect(await show('a line')).toEqual({ text: ['a line'] })
  expect(await show(18446744073709551615n)).toEqual({ json: [18446744073709551615n] })
  expect(await show([1, { a: null }])).toEqual({ json: [[1, { a: null }]] })
  expect(await show({ score: 2 })).toEqual({ json: [{ score: 2 }] })
  expect(await show(audio)).toEqual({ audio: [{ ...PREFIX, filename: 'cycle_0003_r01_00001_.flac' }] })
  expect(await show(film)).toEqual({ images: [{ ...PREFIX, filename: 'cycle_0003_r01_00002_.mp4' }], animated: [true] })
  expect(await show({ images: [grey([3])], text: 'both', json: { k: [grey([3])] }, audio: null })).toEqual({
    images: [{ ...PREFIX, filename: 'cycle_0003_r01_00003_.png' }],
    text: ['both'],
    json: [{ k: '1 images of 1×1' }],
  })
  expect((await execute('LoopReturn', { loop_id: '' }, context)).ui).toEqual({})
})

test('LoopReturn is never cached, and refuses a malformed attempt', async () => {
  const node = nodeClasses.get('LoopReturn')!
  const context = await testContext({ extraPngInfo: { lemouf: { cycle_index: 'first' } } })
  expect(await node.fingerprint!({}, context.files)).not.toBe(await node.fingerprint!({}, context.files))
  await expect(execute('LoopReturn', { loop_id: '', payload: 'x' }, context)).rejects.toThrow('extra_pnginfo.lemouf should be')
})

test('LoopPayload parses exact integers; malformed text fails its check and its run', async () => {
  expect((await execute('LoopPayload', { payload_json: '[{"seed": 18446744073709551615}]' })).outputs).toEqual([[{ seed: 18446744073709551615n }]])
  const node = nodeClasses.get('LoopPayload')!
  const { files } = await testContext()
  expect(await node.check!({ payload_json: '[1,' }, files)).toContain('payload_json: This is not valid JSON')
  expect(await node.check!({ payload_json: ['2', 0] }, files)).toBeUndefined()
  await expect(execute('LoopPayload', { payload_json: '[1,' })).rejects.toThrow('not valid JSON')
})

test('pipeline steps follow one another and a profile resolves its custom id', async () => {
  const [first] = (await execute('LoopPipelineStep', { role: 'generate', workflow: 'a.json', resources_json: '{"n": 1}' })).outputs
  expect((await execute('LoopPipelineStep', { role: 'execute', workflow: '(none)', flow: first })).outputs).toEqual([
    [{ role: 'generate', workflow: 'a.json', resources: { n: 1 } }, { role: 'execute', workflow: '(none)', resources: null }],
  ])
  expect((await execute('LeMoufWorkflowProfile', { profile_id: 'custom', profile_id_custom: ' mine ' })).outputs).toEqual([null, 'mine', '0.1.0', '1.0.0', 'master'])
})
