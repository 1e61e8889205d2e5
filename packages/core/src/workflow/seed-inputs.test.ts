import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { readLoopMap } from './loop-map.ts'
import type { Prompt } from './prompt.ts'
import { seedInputs } from './seed-inputs.ts'

const PROMPT: Prompt = {
  1: { class_type: 'KSampler', inputs: { seed: 1, steps: 20 }, _meta: { title: 'A' } },
  2: { class_type: 'RandomNoise', inputs: { noise_seed: 2n ** 63n } },
  3: { class_type: 'PrimitiveInt', inputs: { value: 4 } },
  '4:7': { class_type: 'KSampler', inputs: { seed: ['3', 0] } },
  5: { class_type: 'KSampler', inputs: { seed: ['2', 0] } },
  6: { class_type: 'Dice', inputs: { number: 3 } },
}
const inputsOf = (...mappings: readonly Json[]): readonly string[] => {
  const prompt = { ...PROMPT, 9: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ mappings }) } } }
  return seedInputs(prompt, unwrap(readLoopMap(prompt)))
}

test('without a map they are the seeds that the nodes hold, followed over a number node', () => {
  expect(seedInputs(PROMPT, undefined)).toEqual(['1.seed', '2.noise_seed', '3.value'])
})

test('a map that sends no seed leaves it at these', () => {
  expect(inputsOf({ from: 'steps', to: { node: 'id:1', input: 'steps' } })).toEqual(['1.seed', '2.noise_seed', '3.value'])
})

test('a map says which they are: by name, or because $auto_seed goes there', () => {
  expect(inputsOf({ from: 'seed', to: { node: 'id:1', input: 'seed' } })).toEqual(['1.seed'])
  expect(inputsOf({ from: 'dice', to: { node: 'id:6', input: 'number' }, on_retry: '$auto_seed' }, { from: 'seed', to: { node: 'type:KSampler', input: 'seed' } })).toEqual(['6.number', '1.seed', '5.seed', '4:7.seed'])
})
