import type { PipelineStepView, PipelineView } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { loopName, nextOf, stepOf } from './of-loop.ts'

const step = (node_id: string, title: string, loop_id: string | null = null): PipelineStepView => ({
  node_id, title, role: 'execute', workflow: null, after: [], status: 'waiting', loop_id, started_at: null, ended_at: null,
  error: null, payload_held: false, can_retry: false, resources: null, last: null,
})
const film: PipelineView = {
  pipeline_id: 'film', name: 'a/film.json', run: 2, status: 'running', started_at: 1, ended_at: null, updated_at: 2, seq: 5,
  steps: [step('1:7', 'Write'), step('4', '2. Paint them', 'film_2_4_r1'), { ...step('6', 'Compose'), role: 'composition' }],
}

test('a loop of a pipeline is named after its step, and a loop of its own by its own name', () => {
  expect(loopName('film_2_4_r1', [film])).toBe('2. Paint them · film')
  expect(loopName('film_1_1-7', [film])).toBe('1. Write · film · run 1')
  expect(loopName('portraits-07', [film])).toBe('portraits-07')
  expect(loopName('film_1_99', [film])).toBe('film_1_99')
  expect(loopName('film_1_6', [film])).toBe('film_1_6')
})

test('after a step comes the next one, and nothing after the last or in an earlier run', () => {
  const of = (loopId: string) => nextOf(stepOf(loopId, [film])!)?.step.title
  expect(of('film_2_4_r1')).toBe('Compose')
  expect(of('film_1_4')).toBeUndefined()
  expect(nextOf({ pipeline: film, step: film.steps[2]!, number: 3, earlierRun: undefined })).toBeUndefined()
})
