import type { CompositionSummary } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { isSameSource, noteOf, screenOf } from './starting.ts'

test('a composition belongs to its loop, or to its pipeline and the step that is named', () => {
  const loop = { type: 'loop', loop_id: 'a' } as const
  const step = { type: 'pipeline', pipeline_id: 'a', node_id: '7' } as const
  expect([isSameSource(loop, loop), isSameSource(loop, { type: 'loop', loop_id: 'b' }), isSameSource(null, loop), isSameSource(step, loop)]).toEqual([true, false, false, false])
  expect([isSameSource(step, { type: 'pipeline', pipeline_id: 'a' }), isSameSource(step, { ...step, node_id: '8' }), isSameSource(step, step)]).toEqual([true, false, true])
})

test('what there is to say of a new composition is said once', () => {
  const made = { composition: { composition_id: 'c' } as CompositionSummary, notes: ['One file was left out.', 'Another too.'] }
  expect(screenOf(made)).toEqual({ name: 'composition', compositionId: 'c' })
  expect([noteOf('c'), noteOf('c')]).toEqual(['One file was left out. Another too.', undefined])
})
