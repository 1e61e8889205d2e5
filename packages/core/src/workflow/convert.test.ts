import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson, stringifyJson, type Json, type JsonObject } from '../json.ts'
import { unwrap } from '../result.ts'
import { toPrompt } from './convert.ts'
import mutedAndBypassed from './fixtures/muted-and-bypassed.json' with { type: 'json' }
import namedValues from './fixtures/named-values-1.0.json' with { type: 'json' }
import nestedSubgraphs from './fixtures/nested-subgraphs.json' with { type: 'json' }
import objectInfo from './fixtures/object-info.json' with { type: 'json' }
import textToImage from './fixtures/text-to-image-0.4.json' with { type: 'json' }
import { parseObjectInfo } from './object-info.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const INFO = unwrap(parseObjectInfo(objectInfo))
const convert = (workflow: Json) => unwrap(toPrompt(unwrap(parseUiWorkflow(workflow)), INFO))
const inputsOf = (workflow: Json) => Object.fromEntries(Object.entries(convert(workflow).prompt).map(([id, node]) => [id, node.inputs]))

/** The inputs of one node with these widget values. */
const inputsOfNode = (node: JsonObject) => inputsOf({ nodes: [{ id: 1, ...node }], links: [] })['1']

test('a 0.4 workflow becomes the prompt that the editor queues', () => {
  const { prompt, findings } = convert(textToImage)
  expect(prompt).toEqual({
    3: {
      class_type: 'KSampler',
      inputs: {
        seed: 987654321,
        steps: 25,
        cfg: 7.5,
        sampler_name: 'euler',
        scheduler: 'karras',
        denoise: 0.9,
        model: ['4', 0],
        positive: ['6', 0],
        negative: ['7', 0],
        latent_image: ['5', 0],
      },
      _meta: { title: '@loop.seed' },
    },
    4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd15.safetensors' }, _meta: { title: 'Load Checkpoint' } },
    5: { class_type: 'EmptyLatentImage', inputs: { width: 640, height: 512, batch_size: 1 }, _meta: { title: 'Empty Latent Image' } },
    6: { class_type: 'CLIPTextEncode', inputs: { text: 'a cat', clip: ['4', 1] }, _meta: { title: 'Positive @loop.prompt' } },
    7: { class_type: 'CLIPTextEncode', inputs: { text: ['12', 0], clip: ['4', 1] }, _meta: { title: 'CLIP Text Encode (Prompt)' } },
    8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0], vae: ['4', 2] }, _meta: { title: 'VAE Decode' } },
    9: { class_type: 'LoopReturn', inputs: { loop_id: 'loop-1', payload: ['8', 0] }, _meta: { title: 'Loop Return (leMouf)' } },
    12: { class_type: 'StringJoin', inputs: { b: 'blurry', separator: ' + ' }, _meta: { title: 'Join Texts' } },
  })
  expect(findings).toEqual([])
})

test('values by name are preferred, values in an object are read, unknown classes keep what can be told', () => {
  const { prompt, findings } = convert(namedValues)
  expect(Object.values(prompt).map(({ inputs }) => inputs)).toEqual([
    { image: 'example.png' },
    { image: ['1', 0], upscale_method: 'lanczos', scale_by: 2 },
    { images: ['2', 0], frame_rate: 12, format: 'image/gif', pingpong: false },
    { image: ['2', 0], amount: 5 },
  ])
  expect(findings).toMatchObject([{ severity: 'error', code: 'class_missing', node: { id: '4', title: 'Mystery', classType: 'UnheardOf' } }])
})

test('subgraphs are opened, and their faces give values', () => {
  expect(inputsOf(nestedSubgraphs)).toEqual({
    1: { image: 'example.png' },
    3: { images: ['2:2:7', 0], filename_prefix: 'outer' },
    6: { images: ['5:2:7', 0], filename_prefix: 'second' },
    '2:1': { image: ['1', 0], upscale_method: 'lanczos', scale_by: 3.5 },
    '2:2:7': { image: ['2:1', 0], upscale_method: 'nearest-exact', scale_by: 0.5 },
    '5:1': { image: ['1', 0], upscale_method: 'lanczos', scale_by: 1.25 },
    '5:2:7': { image: ['5:1', 0], upscale_method: 'nearest-exact', scale_by: 0.5 },
  })
})

test('muted nodes are gone with their links, bypassed ones pass on what fits', () => {
  expect(inputsOf(mutedAndBypassed)).toEqual({
    1: { image: 'example.png' },
    3: { destination: ['1', 0], mask: ['1', 1], x: 10, resize_source: true },
    5: { images: ['3', 0], filename_prefix: 'bypass' },
    7: { images: ['1', 0], filename_prefix: 'bypass by type' },
    9: { filename_prefix: 'nothing' },
  })
  expect(convert(mutedAndBypassed).findings).toMatchObject([{ severity: 'warning', code: 'link_removed', node: { id: '3' }, input: 'source' }])
})

test('a socket beside a promoted widget gets what the widget shows', () => {
  const inner = (values: Json) => [
    { id: 7, type: 'ImageScaleBy', inputs: [{ name: 'scale_by', type: 'FLOAT', link: 1, widget: { name: 'scale_by' } }], widgets_values: values },
    { id: 8, type: 'PreviewAny', inputs: [{ name: 'source', type: '*', link: 2 }] },
  ]
  const links = [2, 1].map((id) => ({ id, origin_id: -10, origin_slot: 0, target_id: id + 6, target_slot: 0, type: 'FLOAT' }))
  const subgraph = { id: 'scaler', name: 'Scaler', inputs: [{ name: 'scale_by', type: 'FLOAT' }], nodes: inner(['lanczos', 2.5]), links }
  const workflow = (face: JsonObject) => ({ nodes: [{ id: 1, type: 'scaler', ...face }], links: [], definitions: { subgraphs: [subgraph] } })
  expect(inputsOf(workflow({}))).toEqual({ '1:7': { upscale_method: 'lanczos', scale_by: 2.5 }, '1:8': { source: 2.5 } })
  expect(inputsOf(workflow({ widgets_values: [4] }))).toEqual({ '1:7': { upscale_method: 'lanczos', scale_by: 4 }, '1:8': { source: 4 } })
})

test('broadcasts of Use Everywhere feed inputs that nothing else does, in a subgraph too', () => {
  const load = { id: 1, type: 'LoadImage', widgets_values: ['a.png'] }
  const save = (id: number, link: number | null) => ({ id, type: 'SaveImage', inputs: [{ name: 'images', type: 'IMAGE', link }], widgets_values: ['x'] })
  const broadcast = (downstream: number) => ({ downstream, downstream_slot: 0, upstream: '1', upstream_slot: 0, controller: 9, type: 'IMAGE' })
  const graph = { nodes: [load, save(2, null), save(3, 99), save(4, 5), { ...load, id: 5, widgets_values: ['b.png'] }], links: [[5, 5, 0, 4, 0, 'IMAGE']], extra: { ue_links: [2, 3, 4, 7].map(broadcast) } }
  const images = (prefix: string) => ['1', '1', '5'].map((origin) => [prefix + origin, 0])
  const { 2: second, 3: third, 4: fourth } = inputsOf(graph)
  expect([second, third, fourth].map((inputs) => inputs?.['images'])).toEqual(images(''))
  const inside = inputsOf({ nodes: [{ id: 8, type: 'inside' }], definitions: { subgraphs: [{ id: 'inside', ...graph }] } })
  expect([2, 3, 4].map((id) => inside[`8:${id}`]?.['images'])).toEqual(images('8:'))
})

test('a primitive fills the widgets it is linked to, and none behind a reroute', () => {
  const latent = (id: number, link: number) => ({ id, type: 'EmptyLatentImage', inputs: [{ name: 'width', type: 'INT', link, widget: { name: 'width' } }], widgets_values: [64, 64, 1] })
  const nodes = [{ id: 1, type: 'PrimitiveNode', widgets_values: [640, 'fixed'] }, latent(2, 1), reroute(3, 2), latent(4, 3)]
  const links = [[1, 1, 0, 2, 0, 'INT'], [2, 1, 0, 3, 0, '*'], [3, 3, 0, 4, 0, 'INT']]
  expect(inputsOf({ nodes, links })).toEqual({ 2: { width: 640, height: 64, batch_size: 1 }, 4: { width: 64, height: 64, batch_size: 1 } })
})

/** The nested subgraphs with the first face in this mode. */
const withMode = (mode: number) => {
  const nodes = nestedSubgraphs.nodes.map((node) => (node.id === 2 ? Object.assign({}, node, { mode }) : node))
  return inputsOf({ ...nestedSubgraphs, nodes })
}

test('variables of the editor are followed to where they are set, also from inside a subgraph', () => {
  const getter = { id: 3, type: 'GetNode', widgets_values: ['picture'], outputs: [{ name: 'IMAGE', type: 'IMAGE' }] }
  const save = (link: number) => ({ id: 4, type: 'SaveImage', inputs: [{ name: 'images', type: 'IMAGE', link }], widgets_values: ['x'] })
  const links = [[2, 3, 0, 4, 0, 'IMAGE']]
  const nodes = [
    { id: 1, type: 'LoadImage', widgets_values: ['a.png', 'image'] },
    { id: 2, type: 'SetNode', widgets_values: ['picture'], inputs: [{ name: 'IMAGE', type: 'IMAGE', link: 1 }] },
    { id: 5, type: 'inside' },
  ]
  const workflow = { nodes: [...nodes, getter, save(2)], links: [[1, 1, 0, 2, 0, 'IMAGE'], ...links], definitions: { subgraphs: [{ id: 'inside', nodes: [getter, save(2)], links }] } }
  const image = { images: ['1', 0], filename_prefix: 'x' }
  expect(inputsOf(workflow)).toEqual({ 1: { image: 'a.png' }, 4: image, '5:4': image })
  expect(convert({ ...workflow, nodes: workflow.nodes.filter(({ id }) => id !== 2) }).findings.map(({ code }) => code)).toEqual(['link_removed', 'link_removed'])
})

test('a muted or bypassed subgraph takes its nodes with it', () => {
  expect(Object.keys(withMode(2))).toEqual(['1', '3', '6', '5:1', '5:2:7'])
  expect(withMode(2)['3']).toEqual({ filename_prefix: 'outer' })
  expect(withMode(4)['3']).toEqual({ images: ['1', 0], filename_prefix: 'outer' })
})

test.each<[string, JsonObject, JsonObject]>([
  ['a seed without its control', { type: 'KSampler', widgets_values: [5, 20, 8, 'euler', 'normal', 1] }, { seed: 5, steps: 20, cfg: 8, sampler_name: 'euler', scheduler: 'normal', denoise: 1 }],
  ['a combo with control and filter', { type: 'PickModel', widgets_values: ['b', 'increment', '', 0.5] }, { model_name: 'b', strength: 0.5 }],
  ['a slot of an input that takes links only', { type: 'StringJoin', widgets_values: ['old', 'text', '-'] }, { b: 'text', separator: '-' }],
  ['no such slot', { type: 'StringJoin', widgets_values: ['text', '-'] }, { b: 'text', separator: '-' }],
  ['a widget added to the class since', { type: 'StringJoin', widgets_values: ['text'] }, { b: 'text', separator: ', ' }],
  ['an upload button', { type: 'LoadImage', widgets_values: ['a.png', 'image'] }, { image: 'a.png' }],
  ['no upload button', { type: 'LoadImage', widgets_values: ['a.png'] }, { image: 'a.png' }],
  ['a choice with inputs of its own', { type: 'ResizeByMode', widgets_values: ['size', 32, 48, 'lanczos'] }, { mode: 'size', method: 'lanczos', 'mode.width': 32, 'mode.height': 48 }],
  ['its other choice', { type: 'ResizeByMode', widgets_values: ['scale', 3, 'lanczos'] }, { mode: 'scale', method: 'lanczos', 'mode.factor': 3 }],
  ['no values at all', { type: 'EmptyLatentImage' }, { width: 512, height: 512, batch_size: 1 }],
  ['a list as a value', { type: 'SaveImage', widgets_values: { filename_prefix: ['4', 0] } }, { filename_prefix: { __value__: ['4', 0] } }],
  ['a pipeline step', { type: 'LoopPipelineStep', widgets_values: ['generate', 'a.json', '{}'] }, { role: 'generate', workflow: 'a.json', resources_json: '{}' }],
  [
    'an unknown class that lists its widgets',
    { type: 'Unheard', widgets_values: [5, 'fixed', 'x'], inputs: [{ name: 'seed', type: 'INT', widget: { name: 'seed' } }, { name: 'label', type: 'STRING', widget: { name: 'label' } }] },
    { seed: 5, label: 'x' },
  ],
])('widget values: %s', (_what, node, inputs) => {
  expect(inputsOfNode(node)).toEqual(inputs)
})

test('values that do not fit are said', () => {
  const { findings } = convert({ nodes: [{ id: 1, type: 'EmptyLatentImage', widgets_values: ['wide', 5, 1] }, { id: 2, type: 'Unheard', widgets_values: [1] }] })
  expect(findings.map(({ code, node }) => [code, node?.id])).toEqual([['widgets_uncertain', '1'], ['class_missing', '2'], ['widgets_uncertain', '2']])
})

test('what only the editor can convert is said', () => {
  const { prompt, findings } = convert({
    nodes: [
      { id: 1, type: 'workflow>My group', outputs: [{ name: 'IMAGE', type: 'IMAGE' }] },
      { id: 2, type: 'SaveImage', inputs: [{ name: 'images', type: 'IMAGE', link: 1 }] },
      { id: 3, type: '33333333-3333-4333-8333-333333333333' },
    ],
    links: [[1, 1, 0, 2, 0, 'IMAGE']],
    extra: { groupNodes: { 'My group': { nodes: [] } } },
  })
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['error group_node', 'warning link_removed', 'error subgraph_missing'])
  expect(prompt['2']?.inputs).toEqual({ filename_prefix: 'ComfyUI' })
})

const reroute = (id: number, link: number) => ({ id, type: 'Reroute', inputs: [{ name: '', type: '*', link }], outputs: [{ name: '', type: '*' }] })

test('links in a circle and subgraphs in themselves end with a sentence', () => {
  const circle = convert({
    nodes: [reroute(1, 2), reroute(2, 1), { id: 3, type: 'SaveImage', inputs: [{ name: 'images', type: 'IMAGE', link: 3 }] }],
    links: [[1, 1, 0, 2, 0, '*'], [2, 2, 0, 1, 0, '*'], [3, 1, 0, 3, 0, '*']],
  })
  expect(circle.findings).toMatchObject([{ code: 'link_removed', input: 'images' }])
  const itself = parseUiWorkflow({ nodes: [{ id: 1, type: 'a' }], definitions: { subgraphs: [{ id: 'a', name: 'A', nodes: [{ id: 1, type: 'a' }] }] } })
  expect(toPrompt(unwrap(itself), INFO)).toMatchObject({ ok: false, error: { code: 'workflow_malformed' } })
})

test('64-bit seeds survive from text to text, as widget, by name and from a primitive', () => {
  const sampler = { type: 'KSampler', inputs: [{ name: 'seed', type: 'INT', link: 1, widget: { name: 'seed' } }] }
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (seed) => {
      const workflow = {
        nodes: [
          { id: 1, type: 'KSampler', widgets_values: [seed, 'fixed', 20, 8, 'euler', 'normal', 1] },
          { id: 2, type: 'KSampler', widgets_values_named: { seed } },
          { id: 3, ...sampler },
          { id: 4, type: 'PrimitiveNode', widgets_values: [seed, 'fixed'] },
        ],
        links: [[1, 4, 0, 3, 0, 'INT']],
      }
      const { prompt } = convert(unwrap(parseJson(stringifyJson(workflow))))
      expect(stringifyJson(prompt).match(/"seed":(\d+)/g)).toEqual([1, 2, 3].map(() => `"seed":${seed}`))
    }),
  )
})

test('links win over widget values', () => {
  fc.assert(
    fc.property(fc.string(), fc.boolean(), (typed, byName) => {
      const values = byName ? { widgets_values_named: { text: typed } } : { widgets_values: [typed] }
      const inputs = [{ name: 'text', type: 'STRING', link: 1, widget: { name: 'text' } }]
      const workflow = { nodes: [{ id: 1, type: 'CLIPTextEncode', ...values, inputs }, { id: 2, type: 'StringJoin' }], links: [[1, 2, 0, 1, 0, 'STRING']] }
      expect(convert(workflow).prompt['1']?.inputs).toEqual({ text: ['2', 0] })
    }),
  )
})
