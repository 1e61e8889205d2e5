import { expect, test } from 'vitest'
import type { JsonObject } from '../json.ts'
import { unwrap } from '../result.ts'
import { toPrompt } from './convert.ts'
import { parseObjectInfo } from './object-info.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const required = (inputs: JsonObject, optional: JsonObject = {}): JsonObject => ({ input: { required: inputs, optional }, output: ['IMAGE'] })

/** Classes whose widgets are more than their inputs say. */
const INFO = unwrap(
  parseObjectInfo({
    Film: required({
      rate: ['FLOAT', { default: 8 }],
      format: [['gif', 'webm'], { formats: { webm: [['crf', 'INT', { default: 20 }], ['pixels', ['yuv420', 'yuva420']]], gif: [['dither', 'BOOLEAN', { default: true }]] } }],
      loops: ['INT', { default: 0 }],
    }),
    Resize: required(
      {
        how: ['COMFY_DYNAMICCOMBO_V3', { options: [
          { key: 'scale', inputs: { required: { factor: ['FLOAT', { default: 2 }], filter: ['COMFY_DYNAMICCOMBO_V3', { options: [{ key: 'none', inputs: {} }, { key: 'blur', inputs: { required: { radius: ['INT', { default: 3 }] } } }] }] } } },
          { key: 'size', inputs: { required: { width: ['INT', { default: 64 }] } } },
        ] }],
      },
      { crop: ['BOOLEAN', { default: false }] },
    ),
    Compare: required({ view: ['IMAGECOMPARE', { socketless: true }] }, { a: ['IMAGE'], b: ['IMAGE'] }),
    Canvas: required({ mask: ['STRING', { widgetType: 'PAINTER', default: '' }], ground: ['COLOR', { default: '#102030', socketless: true }], back: ['COLOR', { socketless: true }] }),
    Show3D: required({ model: ['STRING,FILE_3D', { default: '', widgetType: 'STRING' }] }, { behind: ['IMAGE'] }),
    Load3D: required({ model: [['toy.glb']], image: ['LOAD_3D', {}], width: ['INT', { default: 1024 }], height: ['INT', { default: 1024 }] }),
    Microphone: required({ audio: ['AUDIO_RECORD', {}] }),
    CustomCombo: required({ choice: ['COMBO', { options: [] }] }),
    'Power Lora Loader (rgthree)': required({}, { model: ['MODEL'], clip: ['CLIP'] }),
    Sampler: required({ steps: ['INT', { default: 20 }] }, { cache: ['CACHE'] }),
    Plain: required({ image: ['IMAGE'] }),
    Curves: required({ steps: ['INT', { default: 20 }], curve: ['CURVE_EDITOR'] }),
    Keep: required({ filename_prefix: ['STRING', { default: 'x' }], note: ['STRING', { default: '' }] }),
  }),
)

const convert = (node: JsonObject) => {
  const { prompt, findings } = unwrap(toPrompt(unwrap(parseUiWorkflow({ nodes: [{ id: 1, ...node }, { id: 2, type: 'Show3D' }], links: [[1, 2, 0, 1, 0, 'INT']] })), INFO))
  return { inputs: prompt['1']?.inputs, said: findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code) }
}

const scaled = { how: 'scale', 'how.factor': 2, 'how.filter': 'none', crop: false }
const lora = (name: string, strengths: JsonObject = {}): JsonObject => ({ on: true, lora: name, strength: 0.5, ...strengths })

test.each<[string, JsonObject, JsonObject]>([
  ['a format brings its defaults', { type: 'Film', widgets_values: { rate: 12, format: 'webm', loops: 1 } }, { rate: 12, format: 'webm', loops: 1, crf: 20, pixels: 'yuv420' }],
  ['a format brings its values', { type: 'Film', widgets_values: { rate: 12, format: 'webm', loops: 1, crf: 5, pixels: 'yuva420' } }, { rate: 12, format: 'webm', loops: 1, crf: 5, pixels: 'yuva420' }],
  ['a choice brings its defaults', { type: 'Resize' }, scaled],
  ['a choice in a choice brings its defaults', { type: 'Resize', widgets_values: ['scale', 4, 'blur'] }, { ...scaled, 'how.factor': 4, 'how.filter': 'blur', 'how.filter.radius': 3 }],
  ['values of a choice by name', { type: 'Resize', widgets_values_named: { how: 'size', 'how.width': 9 } }, { how: 'size', 'how.width': 9, crop: false }],
  ['a display holds nothing of earlier runs', { type: 'Compare', widgets_values: [{ before: 'a.png', after: 'b.png' }] }, { view: { __value__: ['', ''] } }],
  ['widgets without sockets', { type: 'Canvas', widgets_values: ['m.png', '#fff'] }, { mask: 'm.png', ground: '#fff', back: '#000000' }],
  ["buttons' blanks are nobody's", { type: 'Show3D', widgets_values: ['toy.glb', '', null] }, { model: 'toy.glb' }],
  ['a socket added since takes no value', { type: 'Sampler', widgets_values: [30, '', null] }, { steps: 30 }],
  ['what a class without widgets showed', { type: 'Plain', inputs: [{ name: 'image', type: 'IMAGE' }], widgets_values: ['1024 x 512'] }, {}],
  ['a custom widget that no list names takes a value', { type: 'Curves', widgets_values: [30, 'warm'] }, { steps: 30, curve: 'warm' }],
  ['names that ComfyUI itself fills in', { type: 'Keep', widgets_values: ['%year%/%width%x%height%', '%date:yy%'] }, { filename_prefix: '%year%/%width%x%height%', note: '%date:yy%' }],
  ['a recording that the file holds', { type: 'Microphone', widgets_values: ['voice.wav'] }, { audio: 'voice.wav' }],
  ['choices that were typed', { type: 'CustomCombo', widgets_values: ['b', 1, 'a', 'b'] }, { choice: 'b', index: 1, option1: 'a', option2: 'b' }],
  ['choices of its first version', { type: 'CustomCombo', widgets_values: ['b', 'a', 'b', ''] }, { choice: 'b', index: 1, option1: 'a', option2: 'b', option3: '' }],
  ['rows of LoRAs', { type: 'Power Lora Loader (rgthree)', widgets_values: [{}, { type: 'Header' }, lora('a', { strengthTwo: null }), lora('b', { strengthTwo: 1 }), {}, ''] }, { lora_1: lora('a'), lora_2: lora('b', { strengthTwo: 1 }) }],
])('%s', (_what, node, inputs) => {
  expect(convert(node)).toEqual({ inputs, said: [] })
})

test.each<[string, JsonObject, JsonObject, string]>([
  ['a view of the 3-D editor', { type: 'Load3D', widgets_values: ['toy.glb', 'upload3dmodel', 'uploadExtraResources', 'clear', '', 640, 480] }, { model: 'toy.glb', width: 640, height: 480 }, 'editor_value'],
  ['the same without buttons', { type: 'Load3D', widgets_values: ['toy.glb', '', 640, 480] }, { model: 'toy.glb', width: 640, height: 480 }, 'editor_value'],
  ['a recording not yet made', { type: 'Microphone', widgets_values: ['', ''] }, {}, 'editor_value'],
  ['more values than widgets', { type: 'Sampler', widgets_values: [30, 'warm'] }, { steps: 30 }, 'widgets_uncertain'],
  ['a date in a file name', { type: 'Keep', widgets_values: ['film_%date:yyyy-MM-dd%', ''] }, { filename_prefix: 'film_%date:yyyy-MM-dd%', note: '' }, 'editor_value'],
  ['a value in a file name', { type: 'Keep', widgets_values: ['film_%KSampler.seed%', ''] }, { filename_prefix: 'film_%KSampler.seed%', note: '' }, 'editor_value'],
  ['values of another version', { type: 'Film', widgets_values: { rate: 12, format: 'gif', force_rate: 3, preview: {} } }, { rate: 12, format: 'gif', loops: 0, dither: true }, 'widgets_uncertain'],
  ['a choice that is none any more', { type: 'Resize', widgets_values_named: { how: 'size', 'how.width': 9, 'crop.edge': 1 } }, { how: 'size', 'how.width': 9, crop: false }, 'widgets_uncertain'],
  ['a link to a widget of another version', { type: 'Sampler', inputs: [{ name: 'last_step', type: 'INT', link: 1, widget: { name: 'last_step' } }] }, { steps: 20, last_step: ['2', 0] }, 'input_unknown'],
])('said: %s', (_what, node, inputs, code) => {
  expect(convert(node)).toEqual({ inputs, said: [code] })
})

test('values of formats not chosen are no sign of another version', () => {
  expect(convert({ type: 'Film', widgets_values: { format: 'gif', crf: 5, 'choose video to upload': 'image' } }).said).toEqual([])
})
