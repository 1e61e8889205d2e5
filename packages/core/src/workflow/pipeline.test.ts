import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { isPipeline, missingWorkflows, pipelineSteps } from './pipeline.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const step = (id: number, values: readonly Json[], link: number | null = null, more: { readonly [key: string]: Json } = {}) => ({
  id,
  type: 'LoopPipelineStep',
  title: `Step ${id}`,
  widgets_values: values,
  inputs: [{ name: 'flow', type: 'PIPELINE', link }],
  outputs: [{ name: 'flow', type: 'PIPELINE' }],
  ...more,
})
const through = (id: number, type: string, link: number) => ({ id, type, inputs: [{ name: 'flow', type: 'PIPELINE', link }], outputs: [{ name: 'flow', type: 'PIPELINE' }] })
const stepsOf = (nodes: readonly Json[], links: readonly Json[] = []) => pipelineSteps(unwrap(parseUiWorkflow({ nodes, links })))
const idsOf = (...args: Parameters<typeof stepsOf>) => unwrap(stepsOf(...args)).map(({ nodeId }) => nodeId)

test('steps run in the order of their links', () => {
  const nodes = [step(1, ['composition', 'c.json'], 2), step(2, ['execute', 'b.json'], 1), step(10, ['generate', 'a.json'])]
  expect(idsOf(nodes, [[1, 10, 0, 2, 0, 'PIPELINE'], [2, 2, 0, 1, 0, 'PIPELINE']])).toEqual(['10', '2', '1'])
})

test('steps without links run in the order of their ids, counted and not spelt', () => {
  const steps = unwrap(stepsOf([step(10, ['execute', 'b']), step(9, ['generate', 'a']), step(1, ['execute', 'c'])]))
  expect(steps.map(({ nodeId, after }) => [nodeId, after])).toEqual([['1', []], ['9', ['1']], ['10', ['9']]])
})

test('a workflow with steps and no result of its own is a pipeline', () => {
  const of = (...nodes: Json[]) => isPipeline(unwrap(parseUiWorkflow({ nodes, links: [] })))
  expect(of(step(1, ['generate', 'a']))).toBe(true)
  expect(of(step(1, ['generate', 'a']), { id: 2, type: 'LoopReturn' })).toBe(false)
  expect(of(step(1, ['generate', 'a'], null, { mode: 2 }))).toBe(false)
  expect(of({ id: 2, type: 'LoopReturn' })).toBe(false)
})

test('the flow is followed through a profile, a reroute and a bypassed step', () => {
  const nodes = [step(1, ['execute', 'b'], 4), through(2, 'LeMoufWorkflowProfile', 1), through(3, 'Reroute', 2), step(4, ['execute', 'x'], 3, { mode: 4 }), step(5, ['generate', 'a'])]
  const steps = unwrap(stepsOf(nodes, [[1, 5, 0, 2, 0, 'P'], [2, 2, 0, 3, 0, 'P'], [3, 3, 0, 4, 0, 'P'], [4, 4, 0, 1, 0, 'P']]))
  expect(steps.map(({ nodeId, after }) => [nodeId, after])).toEqual([['5', []], ['1', ['5']]])
})

test('a step says what it runs', () => {
  const [first, second] = unwrap(stepsOf([step(1, ['generate', '(none)']), step(2, ['composition', 'c.json', '[{"src": "a.png"}]'])]))
  expect(first).toEqual({ nodeId: '1', title: 'Step 1', role: 'generate', workflow: undefined, resources: undefined, after: [] })
  expect(second).toMatchObject({ role: 'composition', workflow: 'c.json', resources: [{ src: 'a.png' }] })
})

test('a step without a title is called by what it does', () => {
  const bare = (values: readonly string[], id: number) => step(id, values, null, { title: null })
  expect(unwrap(stepsOf([bare(['execute', 'loop/paint.json'], 1), bare(['composition', '(none)'], 2)])).map(({ title }) => title)).toEqual(['Execute paint', 'Composition'])
})

test('workflows that the library lacks are named once', () => {
  const steps = unwrap(stepsOf([step(1, ['generate', 'a']), step(2, ['execute', 'b']), step(3, ['execute', 'b']), step(4, ['execute', '(none)'])]))
  expect(missingWorkflows(steps, new Set(['a']))).toEqual(['b'])
})

test.each<[string, Parameters<typeof stepsOf>, RegExp]>([
  ['a circle', [[step(1, ['execute', 'a'], 2), step(2, ['execute', 'b'], 1)], [[1, 1, 0, 2, 0, 'P'], [2, 2, 0, 1, 0, 'P']]], /circle: 1 → 2 → 1/],
  ['an unknown role', [[step(1, ['paint', 'a'])]], /step 1 \("Step 1"\)/],
  ['broken resources', [[step(1, ['composition', 'a', '[{'])]], /resources_json of pipeline step 1/],
])('%s is said', (_what, args, sentence) => {
  const refused = stepsOf(...args)
  expect(refused.ok ? 'accepted' : `${refused.error.code} ${refused.error.message}`).toMatch(sentence)
})
