import { expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { compileLoopNodes, parseObjectInfo, parseUiWorkflow, returnsPayload, toPrompt, withLoopReturn, type ObjectInfo, type Prompt } from './index.ts'

const PREFIX = 'lemouf_loop/l/cycle_0000_r00'
const prefix = ['STRING', { default: 'ComfyUI' }]
const saver = (input: string, type: string, more: object = {}) => ({ input: { required: { [input]: [type], filename_prefix: prefix, ...more } }, output: [], output_node: true })
const maker = (...output: readonly string[]) => ({ input: {}, output })
const CLASSES = {
  EmptyImage: { input: { required: { width: ['INT', {}] } }, output: ['IMAGE'] },
  SolidMask: { input: { required: { value: ['FLOAT', {}] } }, output: ['MASK'] },
  EmptyAudio: maker('AUDIO'),
  EmptyLatentAudio: maker('LATENT'),
  EmptyLatentImage: maker('LATENT'),
  CheckpointLoaderSimple: maker('MODEL', 'CLIP', 'VAE'),
  CreateVideo: maker('VIDEO'),
  Text: { input: { required: { text: ['STRING', {}] } }, output: ['STRING'] },
  Either: maker('IMAGE,MASK'),
  Any: maker('*'),
  Switch: {
    input: { required: { switch: ['BOOLEAN'] }, optional: { on_false: ['COMFY_MATCHTYPE_V3', {}], on_true: ['COMFY_MATCHTYPE_V3', {}] } },
    output: ['COMFY_MATCHTYPE_V3'],
  },
  MaskToImage: { input: { required: { mask: ['MASK'] } }, output: ['IMAGE'] },
  VAEDecode: { input: { required: { samples: ['LATENT'], vae: ['VAE'] } }, output: ['IMAGE'] },
  SaveImage: saver('images', 'IMAGE'),
  SaveLatent: saver('samples', 'LATENT'),
  SaveVideo: saver('video', 'VIDEO', { format: ['COMBO', { default: 'auto', options: ['auto', 'mp4'] }], codec: [['auto', 'h264']] }),
  PreviewAny: { input: { required: { source: ['*', {}] } }, output: [], output_node: true },
  Combine: { input: { required: { images: ['IMAGE'], frame_rate: ['FLOAT', { default: 8 }] } }, output: ['FILENAMES'], output_node: true },
}
const infoWith = (more: object = {}): ObjectInfo => unwrap(parseObjectInfo({ ...CLASSES, ...more }))
const plain = infoWith()
const withPack = infoWith({ LoopReturn: { input: {}, output: ['*'], output_node: true } })

const returning = (class_type: string, more: Prompt = {}): Prompt => ({
  1: { class_type, inputs: {} },
  9: { class_type: 'LoopReturn', inputs: { loop_id: 'l', payload: ['1', 0] }, _meta: { title: 'Result' } },
  ...more,
})
const compile = (prompt: Prompt, info = plain): Prompt => unwrap(compileLoopNodes(prompt, info, PREFIX))

test('where the pack is, the prompt stays as it is', () => {
  const prompt = returning('EmptyImage')
  expect(compile(prompt, withPack)).toBe(prompt)
})

test('Loop Return becomes the core saver of its type, under its own id', () => {
  expect(compile(returning('EmptyImage'))[9]).toEqual({ class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: PREFIX }, _meta: { title: 'Result' } })
  expect(compile(returning('Text'))[9]).toMatchObject({ class_type: 'PreviewAny', inputs: { source: ['1', 0] } })
  expect(compile(returning('Any'))[9]).toMatchObject({ class_type: 'PreviewAny' })
  expect(compile(returning('Either'))[9]).toMatchObject({ class_type: 'SaveImage' })
})

test('a saver gets what it asks for beside the payload: defaults, the first choice, and what a choice brings', () => {
  expect(compile(returning('CreateVideo'))[9]!.inputs).toEqual({ video: ['1', 0], filename_prefix: PREFIX, format: 'auto', codec: 'auto' })
  const codec = ['COMFY_DYNAMICCOMBO_V3', { options: [{ key: 'auto', inputs: { required: {} } }] }]
  const format = ['COMFY_DYNAMICCOMBO_V3', { options: [{ key: 'auto', inputs: { required: { codec } } }, { key: 'mp4', inputs: {} }] }]
  const newer = infoWith({ SaveVideo: { ...saver('video', 'VIDEO', { format }), output: ['VIDEO'] } })
  expect(compile(returning('CreateVideo'), newer)[9]!.inputs).toEqual({ video: ['1', 0], filename_prefix: PREFIX, format: 'auto', 'format.codec': 'auto' })
})

test('sound goes to the best saver there is', () => {
  const advanced = saver('audio', 'AUDIO', { format: ['COMFY_DYNAMICCOMBO_V3', { options: [{ key: 'flac', inputs: {} }] }] })
  expect(compile(returning('EmptyAudio'), infoWith({ SaveAudioAdvanced: advanced }))[9]).toMatchObject({ class_type: 'SaveAudioAdvanced', inputs: { audio: ['1', 0], format: 'flac' } })
  expect(compile(returning('EmptyAudio'), infoWith({ SaveAudioAdvanced: advanced, SaveAudio: saver('audio', 'AUDIO') }))[9]).toMatchObject({ class_type: 'SaveAudio' })
})

test('a mask is made a picture first', () => {
  const compiled = compile(returning('SolidMask'))
  expect(compiled['9-picture']).toEqual({ class_type: 'MaskToImage', inputs: { mask: ['1', 0] } })
  expect(compiled[9]).toMatchObject({ class_type: 'SaveImage', inputs: { images: ['9-picture', 0] } })
})

test('a latent is shown as a picture where the workflow has a VAE, and kept', () => {
  const compiled = compile(returning('EmptyLatentImage', { 4: { class_type: 'CheckpointLoaderSimple', inputs: {} } }))
  expect(compiled['9-picture']).toEqual({ class_type: 'VAEDecode', inputs: { samples: ['1', 0], vae: ['4', 2] } })
  expect(compiled[9]).toMatchObject({ class_type: 'SaveImage', inputs: { images: ['9-picture', 0], filename_prefix: PREFIX } })
  expect(compiled['9-latent']).toMatchObject({ class_type: 'SaveLatent', inputs: { samples: ['1', 0], filename_prefix: PREFIX } })
  expect(compile(returning('EmptyLatentImage'))[9]).toMatchObject({ class_type: 'SaveLatent' })
  expect(compile(returning('EmptyLatentAudio', { 4: { class_type: 'CheckpointLoaderSimple', inputs: {} } }))[9]).toMatchObject({ class_type: 'SaveLatent' })
})

test('what passes anything on is looked through', () => {
  const through = (inputs: Prompt[string]['inputs']): Prompt => returning('Switch', { 1: { class_type: 'Switch', inputs }, 2: { class_type: 'EmptyImage', inputs: {} }, 3: { class_type: 'SolidMask', inputs: {} } })
  expect(compile(through({ switch: true, on_true: ['2', 0] }))[9]).toMatchObject({ class_type: 'SaveImage' })
  expect(compile(through({ switch: true, on_true: ['3', 0] }))['9-picture']).toMatchObject({ class_type: 'MaskToImage' })
  expect(compile(through({ switch: true, on_true: ['2', 0], on_false: ['3', 0] }))[9]).toMatchObject({ class_type: 'PreviewAny' })
  expect(compile(through({ switch: true, on_true: ['1', 0] }))[9]).toMatchObject({ class_type: 'PreviewAny' })
})

test('in subgraphs, and for each of several', () => {
  const compiled = compile({
    '5:1': { class_type: 'SolidMask', inputs: {} },
    '5:9': { class_type: 'LoopReturn', inputs: { payload: ['5:1', 0] } },
    '7': { class_type: 'LoopReturn', inputs: { payload: ['5:9', 0] } },
  })
  expect(compiled['5:9']).toMatchObject({ class_type: 'SaveImage', inputs: { images: ['5:9-picture', 0] } })
  expect(compiled['7']).toMatchObject({ class_type: 'SaveImage', inputs: { images: ['7-picture', 0] } })
  expect(compiled['7-picture']).toMatchObject({ inputs: { mask: ['5:1', 0] } })
})

test('through a reroute of the editor, and of a primitive', () => {
  const node = (id: number, type: string, more: object) => ({ id, type, pos: [0, 0], size: [1, 1], flags: {}, order: id, mode: 0, properties: {}, ...more })
  const out = (type: string, ...links: number[]) => ({ outputs: [{ name: type, type, links }] })
  const workflow = {
    version: 0.4,
    nodes: [
      node(1, 'SolidMask', { widgets_values: [1], ...out('MASK', 1) }),
      node(2, 'Reroute', { inputs: [{ name: '', type: '*', link: 1 }], ...out('MASK', 2) }),
      node(9, 'LoopReturn', { inputs: [{ name: 'payload', type: '*', link: 2 }], outputs: [], widgets_values: [''] }),
      node(3, 'PrimitiveNode', { widgets_values: ['words', 'fixed'], outputs: [{ name: 'STRING', type: 'STRING', links: [3], widget: { name: 'text' } }] }),
      node(4, 'Text', { inputs: [{ name: 'text', type: 'STRING', widget: { name: 'text' }, link: 3 }], widgets_values: ['old'], ...out('STRING', 4) }),
      node(10, 'LoopReturn', { inputs: [{ name: 'payload', type: '*', link: 4 }], outputs: [], widgets_values: [''] }),
    ],
    links: [[1, 1, 0, 2, 0, 'MASK'], [2, 2, 0, 9, 0, 'MASK'], [3, 3, 0, 4, 0, 'STRING'], [4, 4, 0, 10, 0, 'STRING']],
  }
  const compiled = compile(unwrap(toPrompt(unwrap(parseUiWorkflow(workflow)), plain)).prompt)
  expect(compiled['9-picture']).toMatchObject({ inputs: { mask: ['1', 0] } })
  expect(compiled['10']).toMatchObject({ class_type: 'PreviewAny', inputs: { source: ['4', 0] } })
  expect(compiled['4']!.inputs['text']).toBe('words')
})

test('the other loop nodes are removed, and what they feed becomes a constant', () => {
  const compiled = compile(
    returning('EmptyImage', {
      2: { class_type: 'LoopPayload', inputs: { payload_json: '[{"a": 18446744073709551615}]' } },
      3: { class_type: 'LoopMap', inputs: { map_json: '{}' } },
      4: { class_type: 'LeMoufWorkflowProfile', inputs: { profile_id: 'tool', workflow_kind: 'master' } },
      5: { class_type: 'Text', inputs: { text: ['3', 0], other: ['2', 0], kind: ['4', 4], flow: ['4', 0], result: ['9', 0] } },
      6: { class_type: 'LoopPipelineStep', inputs: { flow: ['4', 0] } },
    }),
  )
  expect(Object.keys(compiled)).toEqual(['1', '5', '9'])
  expect(compiled[5]!.inputs).toEqual({ text: '{}', other: { __value__: [{ a: 18446744073709551615n }] }, kind: 'master', result: ['1', 0] })
})

test('a generator that returns its payload shows it', () => {
  const prompt: Prompt = {
    2: { class_type: 'LoopPayload', inputs: { payload_json: '{"a": 1}' } },
    9: { class_type: 'LoopReturn', inputs: { loop_id: 'l', payload: ['2', 0] } },
  }
  expect(compile(prompt)).toEqual({ 9: { class_type: 'PreviewAny', inputs: { source: { a: 1 } } } })
  const made: Prompt = { ...prompt, 1: { class_type: 'Text', inputs: { text: '[]' } }, 2: { class_type: 'LoopPayload', inputs: { payload_json: ['1', 0] } } }
  expect([returnsPayload(made, '9'), returnsPayload(made, '2'), returnsPayload(made, 'toString')]).toEqual([true, false, false])
  expect(compile(made)).toEqual({ 1: made['1'], 9: { class_type: 'PreviewAny', inputs: { source: ['1', 0] } } })
})

test('loop nodes that feed each other in a circle end nowhere', () => {
  const prompt: Prompt = { 1: { class_type: 'LoopReturn', inputs: { payload: ['2', 0] } }, 2: { class_type: 'LoopPayload', inputs: { payload_json: ['1', 0] } } }
  expect(compile(prompt)).toEqual({})
})

test('a saver whose result was chosen takes the place of its Loop Return, on every server', () => {
  const prompt: Prompt = { 1: { class_type: 'EmptyImage', inputs: { width: 64 } }, 5: { class_type: 'Combine', inputs: { images: ['1', 0], frame_rate: 12 } }, 6: { class_type: 'PreviewAny', inputs: { source: ['5', 0] } } }
  for (const info of [plain, withPack]) {
    const chosen = unwrap(withLoopReturn(prompt, info, '5'))
    expect(compile(chosen, info)).toEqual({ 1: prompt['1'], '5-return': prompt['5'], 6: { class_type: 'PreviewAny', inputs: { source: ['5-return', 0] } } })
  }
})

test('a ComfyUI without the saver is told', () => {
  expect(compileLoopNodes(returning('EmptyAudio'), plain, 'p')).toMatchObject({ ok: false, error: { code: 'saver_missing', message: expect.stringContaining('SaveAudio nor') } })
})
