import { expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { compileLoopNodes, parseObjectInfo, type ObjectInfo, type Prompt } from './index.ts'

const CLASSES = {
  EmptyImage: { input: { required: { width: ['INT', {}] } }, output: ['IMAGE'] },
  SolidMask: { input: { required: { value: ['FLOAT', {}] } }, output: ['MASK'] },
  EmptyAudio: { input: {}, output: ['AUDIO'] },
  Text: { input: { required: { text: ['STRING', {}] } }, output: ['STRING'] },
  Any: { input: {}, output: ['*'] },
  MaskToImage: { input: { required: { mask: ['MASK', {}] } }, output: ['IMAGE'] },
  SaveImage: { input: {}, output: [], output_node: true },
  PreviewAny: { input: {}, output: [], output_node: true },
}
const plain: ObjectInfo = unwrap(parseObjectInfo(CLASSES))
const withPack: ObjectInfo = unwrap(parseObjectInfo({ ...CLASSES, LoopReturn: { input: {}, output: ['*'], output_node: true } }))

const returning = (class_type: string, more: Prompt = {}): Prompt => ({
  1: { class_type, inputs: {} },
  9: { class_type: 'LoopReturn', inputs: { loop_id: 'l', payload: ['1', 0] }, _meta: { title: 'Result' } },
  ...more,
})
const compile = (prompt: Prompt, info = plain): Prompt => unwrap(compileLoopNodes(prompt, info, 'lemouf_loop/l/cycle_0000_r00'))

test('where the pack is, the prompt stays as it is', () => {
  const prompt = returning('EmptyImage')
  expect(compile(prompt, withPack)).toBe(prompt)
})

test('Loop Return becomes the core saver of its type, under its own id', () => {
  expect(compile(returning('EmptyImage'))[9]).toEqual({
    class_type: 'SaveImage',
    inputs: { images: ['1', 0], filename_prefix: 'lemouf_loop/l/cycle_0000_r00' },
    _meta: { title: 'Result' },
  })
  expect(compile(returning('Text'))[9]).toMatchObject({ class_type: 'PreviewAny', inputs: { source: ['1', 0] } })
  expect(compile(returning('Any'))[9]).toMatchObject({ class_type: 'PreviewAny' })
})

test('a mask is made a picture first', () => {
  const compiled = compile(returning('SolidMask'))
  expect(compiled['9-mask']).toEqual({ class_type: 'MaskToImage', inputs: { mask: ['1', 0] } })
  expect(compiled[9]).toMatchObject({ class_type: 'SaveImage', inputs: { images: ['9-mask', 0] } })
})

test('the other loop nodes are removed, and what they feed becomes a constant', () => {
  const compiled = compile(
    returning('EmptyImage', {
      2: { class_type: 'LoopPayload', inputs: { payload_json: '[{"a": 18446744073709551615}]' } },
      3: { class_type: 'LoopMap', inputs: { map_json: '{}' } },
      4: { class_type: 'LeMoufWorkflowProfile', inputs: { profile_id: 'tool', workflow_kind: 'master' } },
      5: { class_type: 'Text', inputs: { text: ['3', 0], other: ['2', 0], kind: ['4', 4], flow: ['4', 0] } },
    }),
  )
  expect(Object.keys(compiled)).toEqual(['1', '5', '9'])
  expect(compiled[5]!.inputs).toEqual({ text: '{}', other: { __value__: [{ a: 18446744073709551615n }] }, kind: 'master' })
})

test('a generator that returns its payload shows it', () => {
  const prompt: Prompt = {
    2: { class_type: 'LoopPayload', inputs: { payload_json: '{"a": 1}' } },
    9: { class_type: 'LoopReturn', inputs: { loop_id: 'l', payload: ['2', 0] } },
  }
  expect(compile(prompt)).toEqual({ 9: { class_type: 'PreviewAny', inputs: { source: { a: 1 } } } })
})

test('a ComfyUI without the saver is told', () => {
  expect(compileLoopNodes(returning('EmptyAudio'), plain, 'p')).toMatchObject({ ok: false, error: { code: 'saver_missing' } })
})
