import type { PipelineStepView, PipelineView } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationOf, newestPipelines, shownSteps, withPipeline } from './pipelines.ts'
import { drawSteps, placeSteps } from './step-layout.ts'

const step = (node_id: string, more: Partial<PipelineStepView> = {}): PipelineStepView => ({
  node_id, title: node_id, role: 'execute', workflow: null, after: [], status: 'waiting', loop_id: null, started_at: null, ended_at: null,
  error: null, payload_held: false, can_retry: false, resources: null, last: null, ...more,
})
const pipeline = (more: Partial<PipelineView> = {}): PipelineView => ({
  pipeline_id: 'film', name: 'a.json', run: 1, status: 'done', started_at: 1, ended_at: 2, updated_at: 2, seq: 5, steps: [], ...more,
})

test('news of a pipeline replaces what is older, and joins what is new', () => {
  expect(withPipeline([pipeline()], pipeline({ seq: 4, run: 0 }))[0]?.run).toBe(1)
  expect(withPipeline([pipeline()], pipeline({ seq: 6, run: 2 }))[0]?.run).toBe(2)
  expect(withPipeline([pipeline()], pipeline({ pipeline_id: 'other' }))).toHaveLength(2)
  expect(newestPipelines([pipeline()], [pipeline({ seq: 9, run: 3 })])[0]?.run).toBe(3)
})

test('while a run is under way its own steps are shown, afterwards those of the file with how they went', () => {
  const steps = [step('1', { status: 'done' }), step('2', { status: 'review' })]
  const file = [{ ...step('2'), title: 'changed' }, step('3')]
  expect(shownSteps(file, pipeline({ status: 'review', steps })).map(({ plan }) => plan.node_id)).toEqual(['1', '2'])
  expect(shownSteps(file, pipeline({ steps })).map(({ plan, run }) => [plan.title, run?.status])).toEqual([['changed', 'review'], ['3', undefined]])
  expect(shownSteps(undefined, pipeline({ steps }))).toHaveLength(2)
  expect(shownSteps(file, undefined).map(({ run }) => run)).toEqual([undefined, undefined])
})

test('a step tells how long it took, takes, or took last time', () => {
  expect(durationOf(step('1', { started_at: 10, ended_at: 40 }), 99)).toBe(30)
  expect(durationOf(step('1', { started_at: 10 }), 99)).toBe(89)
  expect(durationOf(step('1', { last: { status: 'done', started_at: 1, ended_at: 6 } }), 99)).toBe(5)
  expect(durationOf(step('1'), 99)).toBeUndefined()
})

const graph = fc.array(fc.nat(8), { maxLength: 8 }).map((parents) => parents.map((parent, index) => ({ node_id: String(index), after: parent < index ? [String(parent)] : [] })))

test('in any width, steps stand behind those they wait for and over no other', () => {
  fc.assert(fc.property(graph, fc.integer({ min: 200, max: 2000 }), (steps, width) => {
    const placed = placeSteps(steps)
    const ranks = new Map(placed.map(({ step: { node_id }, rank }) => [node_id, rank]))
    for (const { step: { after }, rank } of placed) for (const id of after) expect(ranks.get(id)).toBeLessThan(rank)
    const { boxes, links } = drawSteps(placed, width)
    const all = [...boxes.values()]
    expect(all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height))).toEqual([])
    expect(links).toHaveLength(steps.reduce((sum, { after }) => sum + after.length, 0))
  }))
})
