import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { node, startRig } from '../testing/fixture.ts'

const sum = { 1: node('Int', { value: 2 }), 2: node('Int', { value: 3 }), 3: node('Add', { a: ['1', 0], b: ['2', 0] }), 4: node('Show', { value: ['3', 0] }) }

test('tells the client what happens in the order of ComfyUI', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const { body } = await rig.post('/prompt', { prompt: { 1: node('Int', { value: 7 }), 2: node('Show', { value: ['1', 0] }) }, client_id: 'client' })
  await listener.end(body.prompt_id)
  expect(listener.story(body.prompt_id)).toEqual([
    'execution_start',
    'execution_cached',
    'executing 1',
    'executing 2',
    'executed 2',
    'execution_success',
    'executing null',
  ])
  expect(listener.events.find((event) => event.type === 'executed').data).toEqual({
    node: '2',
    display_node: '2',
    output: { text: ['7'] },
    prompt_id: body.prompt_id,
  })
  expect(listener.events.filter((event) => event.type === 'status').map((event) => event.data.status.exec_info.queue_remaining)).toEqual([0, 1, 1, 0])
  const last = listener.events.findLast((event) => event.type === 'progress_state')
  expect(Object.values(last.data.nodes).map((state) => (state as { state: string }).state)).toEqual(['finished', 'finished'])
})

test('writes history before it says that the prompt is over', async () => {
  const rig = await startRig()
  const { entry, prompt_id: promptId } = await rig.run(sum, { extra_data: { extra_pnginfo: { workflow: { id: 'w' } } } })
  expect(entry.prompt).toEqual([0, promptId, sum, expect.objectContaining({ extra_pnginfo: { workflow: { id: 'w' } }, client_id: expect.any(String) }), ['4']])
  expect(entry.outputs).toEqual({ 4: { text: ['5'] } })
  expect(entry.meta).toEqual({ 4: { node_id: '4', display_node: '4', parent_node: null, real_node_id: '4' } })
  expect(entry.status).toMatchObject({ status_str: 'success', completed: true })
  expect(entry.status.messages.map(([event]: [string]) => event)).toEqual(['execution_start', 'execution_cached', 'execution_success'])
  expect(entry.status.messages[0][1]).toEqual({ prompt_id: promptId, timestamp: expect.any(Number) })
})

test('keeps results across prompts, whatever their nodes are called', async () => {
  const rig = await startRig()
  await rig.run(sum)
  const renamed = {
    a: node('Int', { value: '2' }),
    b: node('Int', { value: 3 }),
    c: node('Add', { b: ['b', 0], a: ['a', 0] }),
    d: node('Show', { value: ['c', 0] }),
  }
  const { entry, events } = await rig.run(renamed)
  expect(rig.calls).toEqual(['1', '2', '3', '4'].toSorted((a, b) => rig.calls.indexOf(a) - rig.calls.indexOf(b)))
  expect(entry.status.messages[1][1].nodes.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  expect(entry.outputs).toEqual({ d: { text: ['5'] } })
  expect(events.find((event: { type: string }) => event.type === 'executed').data).toMatchObject({ node: 'd', output: { text: ['5'] } })
})

test('executes again what a changed value reaches, and nothing else', async () => {
  const rig = await startRig()
  await rig.run(sum)
  rig.calls.length = 0
  const { entry } = await rig.run({ ...sum, 2: node('Int', { value: 4 }) })
  expect(rig.calls).toEqual(['2', '3', '4'])
  expect(entry.outputs).toEqual({ 4: { text: ['6'] } })
})

test('equal nodes of one prompt execute once and show the same', async () => {
  const rig = await startRig()
  const { entry } = await rig.run({ 1: node('Text', { value: 'x' }), 2: node('Show', { value: ['1', 0] }), 3: node('Show', { value: ['1', 0] }) })
  expect(rig.calls).toHaveLength(2)
  expect(entry.outputs).toEqual({ 2: { text: ['x'] }, 3: { text: ['x'] } })
})

test('a fingerprint that changes or fails makes its node run again', async () => {
  const rig = await startRig()
  const prompt = { 1: node('Outside', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }
  const runs = async (): Promise<number> => {
    rig.calls.length = 0
    await rig.run(prompt)
    return rig.calls.length
  }
  expect([await runs(), await runs()]).toEqual([2, 0])
  rig.outside.fingerprint = 'b'
  expect([await runs(), await runs()]).toEqual([2, 0])
  rig.outside.fingerprint = new Error('the file is locked')
  expect([await runs(), await runs()]).toEqual([2, 2])
  expect(rig.warnings[0]).toContain('the file is locked')
})

test('evaluates only the lazy input that is needed', async () => {
  const rig = await startRig()
  const prompt = {
    1: node('Text', { value: 'yes' }),
    2: node('Boom', { value: 0 }),
    3: node('Pick', { first: true, yes: ['1', 0], no: ['2', 0] }),
    4: node('Show', { value: ['3', 0] }),
  }
  const { entry } = await rig.run(prompt)
  expect(rig.calls).toContain('1')
  expect(entry.outputs).toEqual({ 4: { text: ['yes'] } })
  const failed = await rig.run({ ...prompt, 3: node('Pick', { first: false, yes: ['1', 0], no: ['2', 0] }) })
  expect(failed.entry.status.status_str).toBe('error')
})

test('a lazy input may be needed by another node too', async () => {
  const rig = await startRig()
  const { entry } = await rig.run({
    1: node('Int', { value: 1 }),
    2: node('Add', { a: ['1', 0] }),
    3: node('Pick', { first: true, yes: ['2', 0], no: ['1', 0] }),
    4: node('Show', { value: ['3', 0] }),
    5: node('Show', { value: ['2', 0] }),
  })
  expect(entry.outputs).toEqual({ 4: { text: ['1'] }, 5: { text: ['1'] } })
})

test('a failing node ends the prompt with its sentence', async () => {
  const rig = await startRig()
  const prompt = { 1: node('Int', { value: 1 }), 2: node('Boom', { value: ['1', 0] }), 3: node('Show', { value: ['2', 0] }) }
  const { entry, events, prompt_id: promptId } = await rig.run(prompt)
  expect(entry.status).toMatchObject({ status_str: 'error', completed: false })
  expect(entry.status.messages.at(-1)).toEqual(['execution_error', expect.anything()])
  expect(events.find((event: { type: string }) => event.type === 'execution_error').data).toEqual({
    prompt_id: promptId,
    node_id: '2',
    node_type: 'Boom',
    executed: ['1'],
    exception_message: 'The number is too sad. Choose another.',
    exception_type: 'NodeError',
    traceback: [],
    current_inputs: { value: [1] },
    current_outputs: ['1', '2', '3'],
    timestamp: expect.any(Number),
  })
  const next = await rig.run(sum)
  expect(next.entry.status.status_str).toBe('success')
})

test('an output that failed validation does not keep the others from running', async () => {
  const rig = await startRig()
  const answer = await rig.run({ ...sum, 5: node('Float', { value: 2 }), 6: node('Show', { value: ['5', 0] }) })
  expect(answer.node_errors).toMatchObject({ 5: { dependent_outputs: ['6'], class_type: 'Float', errors: [{ type: 'value_bigger_than_max' }] } })
  expect(answer.entry.outputs).toEqual({ 4: { text: ['5'] } })
})

test('an interrupt ends the prompt that it names, and no other', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const waiting = { 1: node('Wait', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }
  const { body } = await rig.post('/prompt', { prompt: waiting, client_id: 'client' })
  await listener.until((event) => event.type === 'progress')
  await rig.post('/interrupt', { prompt_id: crypto.randomUUID() })
  expect((await rig.get('/queue')).queue_running[0][1]).toBe(body.prompt_id)
  await rig.post('/interrupt', { prompt_id: body.prompt_id })
  await listener.end(body.prompt_id)
  expect(listener.story(body.prompt_id).slice(-2)).toEqual(['execution_interrupted', 'executing null'])
  const { [body.prompt_id]: entry } = await rig.get(`/history/${body.prompt_id}`)
  expect(entry.status).toMatchObject({ status_str: 'error', completed: false })
  expect(entry.status.messages.at(-1)[1]).toEqual({
    prompt_id: body.prompt_id,
    node_id: '1',
    node_type: 'Wait',
    executed: [],
    timestamp: expect.any(Number),
  })
})

test('an interrupt without an id ends whatever runs, and the next prompt starts', async () => {
  const rig = await startRig()
  const listener = await rig.connect('client')
  const first = await rig.post('/prompt', { prompt: { 1: node('Wait', { value: 1 }), 2: node('Show', { value: ['1', 0] }) }, client_id: 'client' })
  const second = await rig.post('/prompt', { prompt: sum, client_id: 'client' })
  await listener.until((event) => event.type === 'progress')
  expect((await rig.post('/interrupt')).status).toBe(200)
  await listener.end(second.body.prompt_id)
  expect((await rig.get(`/history/${first.body.prompt_id}`))[first.body.prompt_id].status.status_str).toBe('error')
  expect((await rig.get(`/history/${second.body.prompt_id}`))[second.body.prompt_id].status.status_str).toBe('success')
})

test('a cached file that has vanished is made again', async () => {
  const rig = await startRig()
  const prompt = { 1: node('Text', { value: 'x' }), 2: node('Save', { value: ['1', 0], kind: 'temp' }) }
  const { entry } = await rig.run(prompt)
  expect(entry.outputs[2].images).toEqual([{ filename: 'file_00001_.txt', subfolder: 'saved', type: 'temp' }])
  await rig.run(prompt)
  expect(rig.calls).toEqual(['1', '2'])
  await rm(join(rig.dataDir, 'temp', 'saved', 'file_00001_.txt'))
  const again = await rig.run(prompt)
  expect(rig.calls).toEqual(['1', '2', '2'])
  const [ref] = again.entry.outputs[2].images
  expect((await fetch(`${rig.engine.url}/view?filename=${ref.filename}&subfolder=${ref.subfolder}&type=temp`)).status).toBe(200)
})

const bulk = (seed: number): object => ({ 1: node('Bulk', { megabytes: 2, seed }), 2: node('Show', { value: ['1', 0] }) })
/** Uses the bulk's result in a new place, so that the bulk itself has to be at hand. */
const reuse = (seed: number): object => ({ ...bulk(seed), 3: node('Outside', { value: ['1', 0] }), 4: node('Show', { value: ['3', 0] }) })

test('forgets the oldest results when they outgrow the memory', async () => {
  const rig = await startRig({ cacheBytes: 3 * 1024 * 1024 })
  await rig.run(bulk(1))
  await rig.run(bulk(2))
  rig.calls.length = 0
  await rig.run(reuse(2))
  expect(rig.calls).toEqual(['3', '4'])
  rig.calls.length = 0
  const { entry } = await rig.run(reuse(1))
  expect(rig.calls).toContain('1')
  expect(entry.status.status_str).toBe('success')
})

test('what a running prompt needs stays, even beyond the memory', async () => {
  const rig = await startRig({ cacheBytes: 1 })
  const { entry } = await rig.run({ ...reuse(1), 5: node('Outside', { value: ['3', 0] }), 6: node('Show', { value: ['5', 0] }) })
  expect(entry.status.status_str).toBe('success')
  expect(new Set(rig.calls).size).toBe(rig.calls.length)
})

test('history is bounded, the oldest go first', async () => {
  const rig = await startRig({ historyLimit: 2 })
  const ids: string[] = []
  for (let round = 0; round < 3; round++) ids.push((await rig.run(sum)).prompt_id)
  expect(Object.keys(await rig.get('/history'))).toEqual(ids.slice(1))
})

test('a chain of thousands of nodes runs', async () => {
  const rig = await startRig()
  const length = 3000
  const chain: Record<string, object> = { 0: node('Int', { value: 1 }) }
  for (let index = 1; index < length; index++) chain[index] = node('Add', { a: [String(index - 1), 0] })
  const answer = await rig.run({ ...chain, end: node('Show', { value: [String(length - 1), 0] }) })
  expect(answer.entry.outputs).toEqual({ end: { text: ['1'] } })
})

test('property: nodes of any acyclic graph execute at most once, after what they need, and give the right sums', async () => {
  const rig = await startRig()
  let salt = 0
  const graphs = fc.array(fc.record({ a: fc.nat(), b: fc.option(fc.nat()), value: fc.nat(5), leaf: fc.boolean() }), { minLength: 1, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(graphs, async (specs) => {
      rig.calls.length = 0
      const prompt: Record<string, { class_type: string; inputs: Record<string, unknown> }> = {}
      const sums: number[] = []
      // Values are unique to the round, so that no earlier result is found.
      const base = (salt += 100)
      specs.forEach(({ a, b, value, leaf }, index) => {
        if (leaf || index === 0) {
          prompt[index] = { class_type: 'Int', inputs: { value: base + value } }
          sums.push(base + value)
        } else {
          const [first, second] = [a % index, b === null ? undefined : b % index]
          prompt[index] = { class_type: 'Add', inputs: { a: [String(first), 0], ...(second === undefined ? {} : { b: [String(second), 0] }) } }
          sums.push(sums[first]! + (second === undefined ? 0 : sums[second]!))
        }
      })
      const shown = specs.map((_, index) => index).filter((index) => index % 3 === 0 || index === specs.length - 1)
      for (const index of shown) prompt[`show${index}`] = { class_type: 'Show', inputs: { value: [String(index), 0] } }
      const { entry } = await rig.run(prompt)
      expect(entry.outputs).toEqual(Object.fromEntries(shown.map((index) => [`show${index}`, { text: [String(sums[index])] }])))
      expect(new Set(rig.calls).size).toBe(rig.calls.length)
      const signature = (id: string): string => JSON.stringify([prompt[id]!.class_type, Object.entries(prompt[id]!.inputs).map(([key, input]) => [key, Array.isArray(input) ? signature(String(input[0])) : input])])
      const done = new Set<string>()
      for (const id of rig.calls) {
        for (const input of Object.values(prompt[id]!.inputs)) if (Array.isArray(input)) expect(done).toContain(signature(String(input[0])))
        done.add(signature(id))
      }
      expect(done.size).toBe(rig.calls.length)
    }),
    { numRuns: 60 },
  )
})
