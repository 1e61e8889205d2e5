import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { node, startRig, type Anything } from '../testing/fixture.ts'

const show = (source: string): object => node('Show', { value: [source, 0] })

/** The errors of node 1, which node 2 shows. */
async function problemsOf(first: object, more: object = {}): Promise<Anything> {
  const rig = await startRig()
  const { status, body } = await rig.post('/prompt', { prompt: { 1: first, 2: show('1'), ...more } })
  expect(status).toBe(400)
  expect(body.error.type).toBe('prompt_outputs_failed_validation')
  return body.node_errors['1'].errors
}

test('a prompt that is none is refused as a whole', async () => {
  const rig = await startRig()
  const error = async (body: unknown): Promise<Anything> => {
    const answer = await rig.post('/prompt', body)
    expect(answer.status).toBe(400)
    expect(answer.body.node_errors).toEqual({})
    return answer.body.error
  }
  expect(await error({})).toEqual({ type: 'no_prompt', message: 'No prompt provided', details: 'No prompt provided', extra_info: {} })
  expect((await error({ prompt: null })).type).toBe('invalid_prompt')
  expect((await error({ prompt: [] })).type).toBe('invalid_prompt')
  expect((await error({ prompt: { 1: 'x' } })).type).toBe('invalid_prompt')
  expect((await error({ prompt: { 1: { class_type: 'Int' } } })).type).toBe('invalid_prompt')
  expect((await error({ prompt: {}, number: 'first' })).type).toBe('invalid_prompt')
  expect(await error({ prompt: { 1: node('Int', { value: 1 }) } })).toEqual({ type: 'prompt_no_outputs', message: 'Prompt has no outputs', details: '', extra_info: {} })
  for (const id of ['A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11', 'x', 7, 'a0eebc999c0b4ef8bb6d6bb9bd380a11']) {
    expect((await error({ prompt: { 1: show('1') }, prompt_id: id })).type).toBe('invalid_prompt_id')
  }
})

test('an unknown class is named, and the way out', async () => {
  const rig = await startRig()
  const prompt = { 1: { ...node('KSampler', {}), _meta: { title: 'Sampler' } }, 2: show('1') }
  const { body } = await rig.post('/prompt', { prompt })
  expect(body.error).toEqual({
    type: 'missing_node_type',
    message: 'This embedded engine has no node KSampler. Connect a ComfyUI that has it: --comfy URL.',
    details: "Node ID '#1'",
    extra_info: { node_id: '1', class_type: 'KSampler', node_title: 'Sampler' },
  })
  const without = await rig.post('/prompt', { prompt: { constructor: { inputs: {} } } })
  expect(without.body.error).toMatchObject({ type: 'missing_node_type', extra_info: { node_id: 'constructor', class_type: null } })
})

test('a missing required input', async () => {
  expect(await problemsOf(node('Int'))).toEqual([
    { type: 'required_input_missing', message: 'Required input is missing', details: 'value', extra_info: { input_name: 'value' } },
  ])
})

test('a link of a wrong length', async () => {
  expect(await problemsOf(node('Int', { value: ['9'] }))).toEqual([
    {
      type: 'bad_linked_input',
      message: 'Bad linked input, must be a length-2 list of [node_id, slot_index]',
      details: 'value',
      extra_info: { input_name: 'value', input_config: ['INT', { default: 0, min: 0, max: 18446744073709551615n }], received_value: ['9'] },
    },
  ])
})

test('a link of a wrong type', async () => {
  expect(await problemsOf(node('Int', { value: ['3', 0] }), { 3: node('Text', { value: 'x' }) })).toEqual([
    expect.objectContaining({
      type: 'return_type_mismatch',
      details: 'value, received_type(STRING) mismatch input_type(INT)',
      extra_info: expect.objectContaining({ received_type: 'STRING', linked_node: ['3', 0] }),
    }),
  ])
  expect(await problemsOf(node('Choice', { value: ['3', 0] }), { 3: node('Text', { value: 'x' }) })).toEqual([
    expect.objectContaining({ details: "value, received_type(STRING) mismatch input_type(['red', 'green'])" }),
  ])
})

test('a link to nowhere is the exception that it is in ComfyUI', async () => {
  for (const link of [['9', 0], ['3', 1], ['3', 'x'], [3, 0], ['constructor', 0]]) {
    const [problem, ...others] = await problemsOf(node('Int', { value: link }), { 3: node('Int', { value: 1 }) })
    expect(others).toEqual([])
    expect(problem).toMatchObject({ type: 'exception_during_inner_validation', extra_info: { input_name: 'value', linked_node: ['1', 0] } })
  }
  const rig = await startRig()
  const { body } = await rig.post('/prompt', { prompt: { 1: show('9') } })
  expect(body.node_errors['1'].errors[0]).toMatchObject({ type: 'exception_during_validation', extra_info: { exception_type: 'KeyError' } })
  expect(body.error.details).toBe("Exception when validating node: The input value is linked to node '9', which the prompt does not have.")
})

test('values that cannot be cast', async () => {
  expect(await problemsOf(node('Int', { value: 'three' }))).toEqual([
    {
      type: 'invalid_input_type',
      message: 'Failed to convert an input value to a INT value',
      details: "value, three, invalid literal for int() with base 10: 'three'",
      extra_info: expect.objectContaining({ received_value: 'three', exception_message: "invalid literal for int() with base 10: 'three'" }),
    },
  ])
})

test('values beyond their range, also beyond 2^53', async () => {
  expect(await problemsOf(node('Int', { value: -1 }))).toMatchObject([
    { type: 'value_smaller_than_min', message: 'Value -1 smaller than min of 0', details: 'value', extra_info: { received_value: -1 } },
  ])
  expect(await problemsOf(node('Int', { value: 18446744073709551616n }))).toMatchObject([
    { type: 'value_bigger_than_max', message: 'Value 18446744073709551616 bigger than max of 18446744073709551615' },
  ])
})

test('a value that is not in its list', async () => {
  expect(await problemsOf(node('Choice', { value: 'blue' }))).toEqual([
    {
      type: 'value_not_in_list',
      message: 'Value not in list',
      details: "value: 'blue' not in ['red', 'green']",
      extra_info: { input_name: 'value', input_config: [['red', 'green'], {}], received_value: 'blue' },
    },
  ])
})

test('what a class itself refuses, or falls over', async () => {
  expect(await problemsOf(node('File', { file: '../secret.txt' }))).toEqual([
    {
      type: 'custom_validation_failed',
      message: 'Custom validation failed for node',
      details: 'file - The file name "../secret.txt" leaves the input folder. Use a name inside it.',
      extra_info: { input_name: 'file' },
    },
  ])
  expect(await problemsOf(node('File', { file: 'throw' }))).toMatchObject([
    { type: 'exception_during_inner_validation', details: 'the check fell over', extra_info: { exception_type: 'TypeError' } },
  ])
})

test('a class that checks its files may take one that its list does not have', async () => {
  const rig = await startRig()
  await writeFile(join(rig.dataDir, 'output', 'a.txt'), 'a')
  const { entry } = await rig.run({ 1: node('File', { file: 'a.txt [output]' }), 2: show('1') })
  expect(entry.outputs).toEqual({ 2: { text: ['a.txt [output]'] } })
})

test('a circle is reported on each of its nodes', async () => {
  const rig = await startRig()
  const prompt = { 1: node('Add', { a: ['2', 0] }), 2: node('Add', { a: ['3', 0] }), 3: node('Add', { a: ['2', 0] }), 4: show('1') }
  const { body } = await rig.post('/prompt', { prompt })
  expect(Object.keys(body.node_errors)).toEqual(['2', '3'])
  expect(body.node_errors['3'].errors).toEqual([
    {
      type: 'dependency_cycle',
      message: 'Dependency cycle detected',
      details: '2 (Add) -> 3 (Add) -> 2 (Add)',
      extra_info: { node_id: '3', cycle_nodes: ['2', '3'] },
    },
  ])
  expect((await rig.post('/prompt', { prompt: { 1: node('Add', { a: ['1', 0] }), 2: show('1') } })).body.node_errors['1'].errors[0].type).toBe('dependency_cycle')
})

test('a circle thousands of nodes long is found', async () => {
  const rig = await startRig()
  const prompt: Record<string, object> = { show: show('0') }
  for (let index = 0; index < 5000; index++) prompt[index] = node('Add', { a: [String((index + 1) % 5000), 0] })
  const { body } = await rig.post('/prompt', { prompt })
  expect(body.error.type).toBe('prompt_outputs_failed_validation')
  expect(body.node_errors['0'].errors[0]).toMatchObject({ type: 'dependency_cycle', details: expect.stringMatching(/ -> … -> 0 \(Add\)$/) })
})

test('names the outputs that depend on a failed node, and those only', async () => {
  const rig = await startRig()
  const { body } = await rig.post('/prompt', {
    prompt: { 1: node('Int'), 2: node('Choice', { value: 'blue' }), 3: show('1'), 4: show('2'), 5: node('Add', { a: ['1', 0] }), 6: show('5') },
  })
  const dependents = Object.fromEntries(Object.entries(body.node_errors).map(([id, entry]) => [id, (entry as Anything).dependent_outputs]))
  expect(dependents).toEqual({ 1: ['3', '6'], 2: ['4'] })
})

test('partial execution runs the targets only', async () => {
  const rig = await startRig()
  const prompt = { 1: node('Int', { value: 1 }), 2: show('1'), 3: node('Int', { value: 2 }), 4: show('3') }
  const { entry } = await rig.run(prompt, { partial_execution_targets: ['4'] })
  expect(entry.outputs).toEqual({ 4: { text: ['2'] } })
  expect(entry.prompt[4]).toEqual(['4'])
  expect((await rig.post('/prompt', { prompt, partial_execution_targets: ['9'] })).body.error.type).toBe('prompt_no_outputs')
})

test('casts widget values as ComfyUI, and shows the prompt with them', async () => {
  const rig = await startRig()
  const { entry } = await rig.run({
    1: node('Int', { value: ' 1_8446744073709551615 ' }),
    2: show('1'),
    3: node('Float', { value: '5e-1' }),
    4: show('3'),
    5: node('Text', { value: true }),
    6: show('5'),
    7: node('Flag', { value: 'false' }),
    8: show('7'),
    9: node('Int', { value: 2.9 }),
    10: show('9'),
    11: node('Text', { value: { __value__: ['a', 1] } }),
    12: show('11'),
  })
  const shown = Object.fromEntries(Object.entries(entry.outputs).map(([id, ui]) => [id, (ui as Anything).text[0]]))
  expect(shown).toEqual({ 2: '18446744073709551615', 4: '0.5', 6: 'True', 8: 'true', 10: '2', 12: "['a', 1]" })
  expect(entry.prompt[2]['1'].inputs.value).toBe(18446744073709551615n)
  expect(entry.prompt[2]['3'].inputs.value).toBe(0.5)
})

test('a 64-bit seed comes back exact', async () => {
  const rig = await startRig()
  const { entry } = await rig.run({ 1: node('Int', { value: 9007199254740993n }), 2: show('1') }, { extra_data: { extra_pnginfo: { seed: 9007199254740995n } } })
  expect(entry.outputs['2'].text).toEqual(['9007199254740993'])
  expect(entry.prompt[2]['1'].inputs.value).toBe(9007199254740993n)
  expect(entry.prompt[3].extra_pnginfo.seed).toBe(9007199254740995n)
})

test('hostile node ids are ids like others', async () => {
  const rig = await startRig()
  const text = '{"prompt": {"__proto__": {"class_type": "Int", "inputs": {"value": 1}}, "toString": {"class_type": "Show", "inputs": {"value": ["__proto__", 0]}}}}'
  const listener = await rig.connect('client')
  const { body } = await rig.post('/prompt', text.replace('}}}}', '}}}, "client_id": "client"}'))
  await listener.end(body.prompt_id)
  const entry = (await rig.get(`/history/${body.prompt_id}`))[body.prompt_id]
  expect(entry.outputs.toString).toEqual({ text: ['1'] })
})
