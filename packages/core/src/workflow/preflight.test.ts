import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import objectInfo from './fixtures/object-info.json' with { type: 'json' }
import { hasErrors, type Finding } from './finding.ts'
import type { Chance } from './check-variation.ts'
import { parseObjectInfo } from './object-info.ts'
import { preflight, type PreflightArgs } from './preflight.ts'
import type { Prompt } from './prompt.ts'

const INFO = unwrap(parseObjectInfo(objectInfo))
const SEED = { from: 'seed', to: { node: '@loop.seed', input: 'seed' }, fallback: '$auto_seed', on_retry: '$auto_seed' }
const TEXT = { from: 'prompt', to: { node: '@loop.prompt', input: 'text' } }

const sampler = { seed: 1, steps: 20, cfg: 8, sampler_name: 'euler', scheduler: 'normal', denoise: 1 }
const GRAPH: Prompt = {
  3: { class_type: 'KSampler', inputs: { ...sampler, model: ['4', 0], positive: ['6', 0], negative: ['6', 0], latent_image: ['5', 0] }, _meta: { title: 'Sampler @loop.seed' } },
  4: { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: 'sd15.safetensors' } },
  5: { class_type: 'EmptyLatentImage', inputs: { width: 512, height: 512, batch_size: 1 } },
  6: { class_type: 'CLIPTextEncode', inputs: { text: 'x', clip: ['4', 1] }, _meta: { title: 'Positive @loop.prompt' } },
  8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0], vae: ['4', 2] } },
  9: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['8', 0] } },
}
const withMap = (mappings: readonly Json[], more: Prompt = {}): Prompt => ({
  ...GRAPH,
  20: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  ...more,
})
const change = (id: string, inputs: Readonly<Record<string, Json>>): Prompt => {
  const { [id]: node } = GRAPH
  return { [id]: { ...node!, inputs: { ...node!.inputs, ...inputs } } }
}
const check = (prompt: Prompt, more: Partial<PreflightArgs> = {}) =>
  preflight({ prompt, info: INFO, payload: [{ prompt: 'a' }, { prompt: 'b', seed: 2n ** 64n - 1n }], overrides: {}, totalCycles: 2, ...more })
const codes = (findings: readonly Finding[]) => findings.filter(({ code }) => code !== 'node_pack_missing').map(({ severity, code }) => `${severity} ${code}`)

test('a pipeline is told from a loop that lacks its end', () => {
  const pipeline: Prompt = { 1: { class_type: 'LoopPipelineStep', inputs: { role: 'execute', workflow: 'loop/a.json' } } }
  const found = codes(check(pipeline).findings)
  expect(found).toContain('error pipeline_workflow')
  expect(found).not.toContain('error loop_return_missing')
})

test('a loop that will run has nothing against it, and a table of where its values go', () => {
  const { findings, mappings } = check(withMap([TEXT, SEED]))
  expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info node_pack_missing'])
  expect(hasErrors(findings)).toBe(false)
  expect(mappings).toEqual([
    { path: 'prompt', selector: '@loop.prompt', targets: [{ nodeId: '6', title: 'Positive @loop.prompt', input: 'text', type: 'STRING' }], firstValue: 'a' },
    { path: 'seed', selector: '@loop.seed', targets: [{ nodeId: '3', title: 'Sampler @loop.seed', input: 'seed', type: 'INT' }], firstValue: '$auto_seed' },
  ])
})

test('with the node pack there, nothing is said of it', () => {
  const info = new Map(INFO)
  for (const name of ['LoopReturn', 'LoopMap']) info.set(name, { name, displayName: name, inputs: [], outputs: [], outputNode: name === 'LoopReturn' })
  expect(check(withMap([TEXT, SEED]), { info }).findings).toEqual([])
})

test.each<[string, Prompt, string]>([
  ['no Loop Return', withMap([TEXT, SEED], { 9: { class_type: 'SaveImage', inputs: { images: ['8', 0], filename_prefix: 'x' } } }), 'error loop_return_missing'],
  ['two of them', withMap([TEXT, SEED], { 10: GRAPH['9']! }), 'error loop_return_repeated'],
  ['nothing to return', withMap([TEXT, SEED], change('9', { payload: 'text' })), 'error loop_return_unlinked'],
  ['a class that is not there', withMap([TEXT, SEED], { 8: { class_type: 'Unheard', inputs: {} } }), 'error class_missing'],
  ['a required input left empty', withMap([TEXT, SEED], { 8: { class_type: 'VAEDecode', inputs: { samples: ['3', 0] } } }), 'error input_required'],
  ['a model that is not offered', withMap([TEXT, SEED], change('4', { ckpt_name: 'gone.safetensors' })), 'error model_missing'],
  ['a model that the map names and is not offered', withMap([TEXT, SEED, { from: 'model', to: { node: 'id:4', input: 'ckpt_name' }, fallback: 'gone.ckpt' }]), 'error model_missing'],
  ['a choice typed in that is not offered', withMap([TEXT, SEED], change('3', { scheduler: 'gone' })), 'error value_invalid'],
  ['a number out of range', withMap([TEXT, SEED], change('3', { steps: 0 })), 'error value_invalid'],
  ['a link to nowhere', withMap([TEXT, SEED], change('8', { vae: ['99', 0] })), 'error link_broken'],
  ['a slot that is not there', withMap([TEXT, SEED], change('8', { vae: ['4', 7] })), 'error link_broken'],
  ['a link of another type', withMap([TEXT, SEED], change('8', { vae: ['4', 1] })), 'error link_type'],
  ['a broken map', { ...GRAPH, 20: { class_type: 'LoopMap', inputs: { map_json: '{' } } }, 'error loop_map_invalid'],
  ['a selector without nodes', withMap([SEED, { from: 'prompt', to: { node: '@loop.promt', input: 'text' } }]), 'error selector_unmatched'],
  ['an input that is not there', withMap([SEED, { from: 'prompt', to: { node: '@loop.prompt', input: 'words' } }]), 'error input_missing'],
  ['an input for links only', withMap([SEED, { from: 'prompt', to: { node: 'type:VAEDecode', input: 'vae' } }]), 'error input_takes_links'],
  ['a value of the wrong kind', withMap([SEED, { from: 'prompt', to: { node: '@loop.seed', input: 'steps' } }]), 'error value_invalid'],
  ['a choice that is not offered', withMap([SEED, { from: 'prompt', to: { node: '@loop.seed', input: 'scheduler' } }]), 'error value_invalid'],
  ['a value that a later cycle lacks', withMap([TEXT, { ...SEED, from: 'a', fallback: null }]), 'error mapping_failed'],
  ['nothing that changes', withMap([TEXT]), 'warning no_variation'],
  ['no map', GRAPH, 'warning no_variation'],
])('%s is found', (_what, prompt, finding) => {
  expect(codes(check(prompt).findings)).toEqual([finding])
})

const PAYLOAD_SEED = { from: 'seed', to: { node: '@loop.seed', input: 'seed' }, fallback: 5 }

test.each<[string, Prompt, Chance, string[]]>([
  ['candidates of a map that gives each a seed', withMap([TEXT, SEED]), { candidates: 4, seeds: 'map', seed: null }, []],
  ['candidates of a map that gives all the same', withMap([TEXT, PAYLOAD_SEED]), { candidates: 4, seeds: 'map', seed: null }, ['warning candidates_equal']],
  ['candidates that differ from the first alone', withMap([TEXT, { ...PAYLOAD_SEED, on_retry: 6 }]), { candidates: 3, seeds: 'map', seed: null }, ['warning candidates_equal']],
  ['a pair of them', withMap([TEXT, { ...PAYLOAD_SEED, on_retry: 6 }]), { candidates: 2, seeds: 'map', seed: null }, []],
  ['a seed for every attempt instead', withMap([TEXT, PAYLOAD_SEED]), { candidates: 4, seeds: 'each', seed: null }, []],
  ['a seed that all candidates keep', withMap([TEXT, SEED]), { candidates: 2, seeds: 'cycle', seed: null }, ['warning candidates_equal']],
  ['a seed that a retry keeps', withMap([TEXT, SEED]), { candidates: 1, seeds: 'fixed', seed: 3 }, ['info no_variation']],
  ['a seed kept, and something else that changes', withMap([SEED, { ...TEXT, on_retry: '$retry_index' }]), { candidates: 1, seeds: 'fixed', seed: 3 }, []],
  ['a payload seed whose fallback is never needed', withMap([TEXT, { ...PAYLOAD_SEED, from: 'prompt', to: { node: '@loop.prompt', input: 'text' }, fallback: '$auto_seed' }]), { candidates: 1, seeds: 'map', seed: null }, ['warning no_variation']],
  ['a seed to start from that nothing reads', withMap([TEXT, { ...PAYLOAD_SEED, on_retry: 6 }]), { candidates: 1, seeds: 'map', seed: 2n ** 64n - 1n }, ['warning seed_unused']],
  ['a seed to start from that $auto_seed reads', withMap([TEXT, SEED]), { candidates: 1, seeds: 'map', seed: 2n ** 64n - 1n }, []],
  ['seeds where there is nothing to seed', withMap([TEXT], { 3: { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['4', 2] } }, 9: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['3', 0] } } }), { candidates: 1, seeds: 'each', seed: null }, ['warning no_seed_input']],
])('%s', (_what, prompt, chance, expected) => {
  expect(codes(check(prompt, { chance, payload: [{ prompt: 'a', seed: 1 }, { prompt: 'b', seed: 2 }] }).findings)).toEqual(expected)
})

test('a seed to start from that the input does not take is an error', () => {
  const info = new Map(INFO)
  const known = info.get('KSampler')!
  info.set('KSampler', { ...known, inputs: known.inputs.map((spec) => (spec.name === 'seed' ? Object.assign({}, spec, { options: { min: 0, max: 1000 } }) : spec)) })
  const found = check(withMap([TEXT]), { info, chance: { candidates: 1, seeds: 'cycle', seed: 5000 } }).findings.find(({ severity }) => severity === 'error')
  expect(found).toMatchObject({ code: 'value_invalid', input: 'seed', node: { id: '3' }, message: expect.stringContaining('The seed 5000') })
})

test('a model that is missing is named, with its place and what is there instead', () => {
  const finding = check(withMap([TEXT, SEED], change('4', { ckpt_name: 'gone.safetensors' }))).findings.find(({ severity }) => severity === 'error')
  expect(finding).toMatchObject({ input: 'ckpt_name', node: { id: '4' }, message: expect.stringContaining('"gone.safetensors"') })
  expect(finding?.remedy).toBe('Put the file into models/checkpoints of that ComfyUI and validate again, or choose a file that it has: "sd15.safetensors", "sdxl.safetensors".')
})

test('many nodes that are missing are one finding, that names them all', () => {
  const info = new Map([...INFO].filter(([name]) => name !== 'KSampler' && name !== 'CLIPTextEncode'))
  const found = check(withMap([TEXT, SEED]), { info, conversion: [{ severity: 'warning', code: 'widgets_uncertain', message: 'Order unknown.', node: { id: '3', title: '', classType: 'KSampler' }, remedy: '' }] }).findings
  expect(codes(found)).toEqual(['error class_missing'])
  expect(found.find(({ code }) => code === 'class_missing')).toMatchObject({ message: expect.stringContaining('KSampler (node 3), CLIPTextEncode (node 6).'), remedy: expect.stringContaining('--comfy URL') })
})

test('without a Loop Return the remedy names what the result could be taken from', () => {
  const found = check(withMap([TEXT, SEED], { 9: { class_type: 'VAEDecode', inputs: GRAPH['8']!.inputs, _meta: { title: 'Result' } } })).findings
  expect(found.find(({ code }) => code === 'loop_return_missing')?.remedy).toMatch(/--output-node ID.*Choose one of (?:8 \(VAEDecode\), 9 \(Result\)|9 \(Result\), 8 \(VAEDecode\))/)
})

test('a payload that is too short is said once, whatever reads it', () => {
  const { findings } = check(withMap([TEXT, SEED]), { totalCycles: 3 })
  expect(codes(findings)).toEqual(['error payload_too_short'])
  expect(findings.at(-1)?.message).toContain('cycle 3')
  expect(codes(check(withMap([TEXT, SEED]), { totalCycles: 5000 }).findings)).toEqual(['error payload_too_short'])
})

test('a selector that nearly matches is answered with what is there', () => {
  const { findings } = check(withMap([SEED, { from: 'prompt', to: { node: '@loop.promt', input: 'text' } }]))
  expect(findings.find(({ code }) => code === 'selector_unmatched')).toMatchObject({ message: expect.stringContaining('"@loop.promt"'), remedy: expect.stringContaining('"Positive @loop.prompt"') })
})

test('what the loop sets is not held against the workflow, and what it sets wrongly is', () => {
  const prompt = withMap([TEXT, SEED], change('4', { ckpt_name: 'gone.safetensors' }))
  expect(codes(check(prompt, { overrides: { '4.ckpt_name': 'sdxl.safetensors' } }).findings)).toEqual([])
  const wrong = check(withMap([TEXT, SEED]), { overrides: { '99.x': 1, '3.steps': 'many', '3.model': 'sd15' } }).findings
  expect(codes(wrong)).toEqual(['error override_unmatched', 'error value_invalid', 'error input_takes_links'])
})

test('a fault off the way to Loop Return is a warning, and what no output needs is left alone', () => {
  const side: Prompt = { 30: { class_type: 'SaveImage', inputs: { filename_prefix: 'side' } }, 31: { class_type: 'VAEDecode', inputs: {} } }
  expect(codes(check(withMap([TEXT, SEED], side)).findings)).toEqual(['warning input_required'])
})

test('a file that may yet be uploaded is a warning', () => {
  const load: Prompt = { 40: { class_type: 'LoadImage', inputs: { image: 'new.png' } }, 9: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['40', 0] } } }
  expect(codes(check(withMap([TEXT, SEED], load)).findings)).toEqual(['warning file_unknown'])
})

test('what conversion found is passed on, and said once', () => {
  const prompt = withMap([TEXT, SEED], { 8: { class_type: 'Unheard', inputs: {}, _meta: { title: 'U' } } })
  const found = check(prompt).findings
  expect(check(prompt, { conversion: found.filter(({ code }) => code === 'class_missing') }).findings).toHaveLength(found.length)
})

test('values for a second try are looked at too', () => {
  expect(codes(check(withMap([TEXT, { ...SEED, on_retry: 'another' }])).findings)).toEqual(['error value_invalid'])
})

test('$previous is not known before the run, and not held against it', () => {
  const mapping = { from: '$previous.text', to: { node: '@loop.prompt', input: 'text' } }
  expect(codes(check(withMap([mapping, SEED])).findings)).toEqual([])
})
