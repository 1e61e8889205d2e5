import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import objectInfo from './fixtures/object-info.json' with { type: 'json' }
import { outputCandidates, parseObjectInfo, preflight, withLoopReturn, type Prompt } from './index.ts'

const SAVE = { input: { required: { images: ['IMAGE'], filename_prefix: ['STRING', {}] } }, output: ['IMAGE'], output_node: true }
const INFO = unwrap(parseObjectInfo({ ...objectInfo, SaveImage: SAVE, SaveImageWebsocket: { ...SAVE, output: [] }, CheckpointSave: { input: { required: { model: ['MODEL'] } }, output: [], output_node: true } }))

const sampler = { seed: 1, steps: 20, cfg: 8, sampler_name: 'euler', scheduler: 'normal', denoise: 1 }
const GRAPH: Prompt = {
  3: { class_type: 'KSampler', inputs: { ...sampler, model: ['4', 0], positive: ['6', 0], negative: ['6', 0], latent_image: ['5', 0] }, _meta: { title: 'Sampler' } },
  4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd15.safetensors' } },
  5: { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512, batch_size: 1 } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: 'x', clip: ['4', 1] } },
  8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0], vae: ['4', 2] } },
  9: { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'x' }, _meta: { title: 'Final' } },
}
const MORE: Prompt = {
  ...GRAPH,
  10: { class_type: 'CheckpointSave', inputs: { model: ['4', 0] } },
  11: { class_type: 'SaveImageWebsocket', inputs: { images: ['8', 0] } },
}
const payloadAfter = (node: string, prompt = GRAPH): Json | undefined => unwrap(withLoopReturn(prompt, INFO, node))[`${node}-return`]?.inputs['payload']

test('candidates: what saves first, then what makes, the last in the graph before the first', () => {
  expect(outputCandidates(MORE, INFO).map(({ node, type }) => [node, type])).toEqual([['9', 'IMAGE'], ['11', 'IMAGE'], ['8', 'IMAGE'], ['3', 'LATENT'], ['5', 'LATENT']])
  expect(outputCandidates(GRAPH, INFO)[0]).toEqual({ node: '9', title: 'Final', classType: 'SaveImage', type: 'IMAGE' })
})

test('there is nothing to choose with a Loop Return, nor in a pipeline', () => {
  expect(outputCandidates(unwrap(withLoopReturn(GRAPH, INFO, '9')), INFO)).toEqual([])
  expect(outputCandidates({ ...GRAPH, 20: { class_type: 'LoopPipelineStep', inputs: {} } }, INFO)).toEqual([])
})

test('a saver gives what it shows, another node its first output that can be saved', () => {
  expect(payloadAfter('9')).toEqual(['9', -1])
  expect(payloadAfter('8')).toEqual(['8', 0])
  expect(payloadAfter('3')).toEqual(['3', 0])
  expect(payloadAfter('11', MORE)).toEqual(['8', 0])
})

test.each([['9'], ['8'], ['3']])('with node %s chosen the preflight finds nothing against it', (node) => {
  const prompt = unwrap(withLoopReturn(GRAPH, INFO, node))
  const errors = preflight({ prompt, info: INFO, payload: undefined, overrides: {}, totalCycles: 1 }).findings.filter(({ severity }) => severity === 'error')
  expect(errors).toEqual([])
})

test.each([
  ['a node that is not there', GRAPH, '99', 'no node 99'],
  ['a node of the prototype', GRAPH, 'constructor', 'no node constructor'],
  ['one that makes nothing to look at', GRAPH, '4', 'Choose one of 9 (Final), 8 (VAEDecode)'],
  ['a workflow that has a Loop Return', { ...GRAPH, 12: { class_type: 'LoopReturn', inputs: { payload: ['8', 0] } } }, '9', 'node 12'],
])('%s is refused', (_what, prompt, node, says) => {
  expect(withLoopReturn(prompt, INFO, node)).toMatchObject({ ok: false, error: { code: 'output_node_invalid', message: expect.stringContaining(says) } })
})

test('a class that is not there is left to the check of classes, and an id that is taken is not used twice', () => {
  const prompt: Prompt = { ...GRAPH, 9: { class_type: 'Unheard', inputs: {} }, '9-return': { class_type: 'EmptyLatentImage', inputs: {} } }
  const chosen = unwrap(withLoopReturn(prompt, INFO, '9'))
  expect(chosen['9-return']).toEqual(prompt['9-return'])
  expect(preflight({ prompt: chosen, info: INFO, payload: undefined, overrides: {}, totalCycles: 1 }).findings.map(({ code }) => code)).toContain('class_missing')
})
