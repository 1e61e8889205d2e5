import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../json.ts'
import { unwrap } from '../result.ts'
import { toPrompt } from './convert.ts'
import groupNodes from './fixtures/group-nodes.json' with { type: 'json' }
import objectInfo from './fixtures/object-info.json' with { type: 'json' }
import { parseObjectInfo } from './object-info.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const INFO = unwrap(parseObjectInfo(objectInfo))
const convert = (workflow: Json) => unwrap(toPrompt(unwrap(parseUiWorkflow(workflow)), INFO))
const inputsOf = (workflow: Json) => Object.fromEntries(Object.entries(convert(workflow).prompt).map(([id, node]) => [id, node.inputs]))

test('group nodes are opened: sockets by order, widgets dealt out, reroutes inside seen through', () => {
  expect(convert(groupNodes).findings).toEqual([])
  expect(inputsOf(groupNodes)).toEqual({
    1: { image: 'example.png' },
    2: { images: ['3:1', 0], filename_prefix: 'grouped' },
    '3:1': { image: ['1', 0], upscale_method: 'lanczos', scale_by: 3 },
    '3:2': { image: ['1', 0], upscale_method: 'nearest-exact', scale_by: 2 },
    4: { images: ['3:2', 0], filename_prefix: 'second' },
  })
})

/** The fixture with its placed group changed. */
const withFace = (change: JsonObject): JsonObject => ({ ...groupNodes, nodes: groupNodes.nodes.map((node) => (node.id === 3 ? Object.assign({}, node, change) : node)) })

test('the values of the definition count where the face has none; a bypassed group passes on', () => {
  expect(inputsOf(withFace({ widgets_values: null }))['3:1']).toEqual({ image: ['1', 0], upscale_method: 'nearest-exact', scale_by: 1.5 })
  expect(inputsOf(withFace({ mode: 4 }))).toEqual({ 1: { image: 'example.png' }, 2: { images: ['1', 0], filename_prefix: 'grouped' }, 4: { images: ['1', 0], filename_prefix: 'second' } })
})

test.each<[string, JsonObject]>([
  ['more values than widgets', withFace({ widgets_values: [1, 2, 3, 4, 5] })],
  ['another output', withFace({ outputs: [{ name: 'IMAGE', type: 'IMAGE' }] })],
  ['another socket', withFace({ inputs: [] })],
  ['a linked widget that is not inside', withFace({ inputs: [...groupNodes.nodes[2]!.inputs!, { name: 'size', type: 'INT', link: 1, widget: { name: 'size' } }] })],
  ['no definition', { ...groupNodes, extra: {} }],
  ['a definition that cannot be read', { ...groupNodes, extra: { groupNodes: { Twice: { nodes: 'two' } } } }],
])('a group whose definition does not fit is said: %s', (_what, workflow) => {
  expect(convert(workflow).findings.map(({ code, severity, node }) => `${severity} ${code} ${node?.id}`).sort()).toEqual(['error group_node 3', 'warning link_removed 2', 'warning link_removed 4'])
})

test('a group within itself ends with a sentence', () => {
  const itself = { type: 'workflow>Loop', index: 0 }
  const parsed = parseUiWorkflow({ nodes: [{ id: 1, type: 'workflow>Loop' }], extra: { groupNodes: { Loop: { nodes: [itself, itself] } } } })
  expect(toPrompt(unwrap(parsed), INFO)).toMatchObject({ ok: false, error: { code: 'workflow_malformed' } })
})

const latents = fc.array(fc.record({ width: fc.nat(), height: fc.nat(), batch_size: fc.nat() }), { minLength: 1, maxLength: 6 })

test('a group gives its nodes what they had outside it', () => {
  fc.assert(
    fc.property(latents, (sizes) => {
      const nodes = sizes.map((size) => ({ type: 'EmptyLatentImage', widgets_values: Object.values(size), outputs: [{ name: 'LATENT', type: 'LATENT' }] }))
      const outputs = nodes.map((_node, at) => ({ name: `LATENT ${at}`, type: 'LATENT' }))
      const face = { id: 9, type: 'workflow/Latents', widgets_values: sizes.flatMap((size) => Object.values(size)), outputs }
      const grouped = inputsOf({ nodes: [face], extra: { groupNodes: { Latents: { nodes: nodes.map((node) => ({ ...node, widgets_values: [1, 1, 1] })), links: [] } } } })
      expect(Object.values(grouped)).toEqual(Object.values(inputsOf({ nodes: nodes.map((node, id) => Object.assign({ id }, node)) })))
    }),
  )
})
