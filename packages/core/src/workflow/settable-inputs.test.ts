import { expect, test } from 'vitest'
import { unwrap } from '../result.ts'
import { parseObjectInfo } from './object-info.ts'
import type { Prompt } from './prompt.ts'
import { settableInputs } from './settable-inputs.ts'

const info = unwrap(parseObjectInfo({
  KSampler: { input: { required: { seed: ['INT', {}], sampler_name: [['euler', 'ddim'], {}], model: ['MODEL', {}] } }, output: ['LATENT'] },
}))
const prompt: Prompt = {
  3: { class_type: 'KSampler', inputs: { seed: 2n ** 63n, sampler_name: 'euler', model: ['4', 0] }, _meta: { title: 'Sampler @loop.seed' } },
  4: { class_type: 'Unheard', inputs: { 'file.name': 'a.png' } },
  9: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['3', 0] } },
}

test('what can be set is what holds a value, with what its class says of it', () => {
  expect(settableInputs(prompt, info)).toEqual([
    { key: '3.seed', node: '3', title: 'Sampler @loop.seed', classType: 'KSampler', input: 'seed', type: 'INT', value: 2n ** 63n },
    { key: '3.sampler_name', node: '3', title: 'Sampler @loop.seed', classType: 'KSampler', input: 'sampler_name', type: 'COMBO', value: 'euler', choices: ['euler', 'ddim'] },
    { key: '4.file.name', node: '4', title: 'Unheard', classType: 'Unheard', input: 'file.name', type: '?', value: 'a.png' },
  ])
})
