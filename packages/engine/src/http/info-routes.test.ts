import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startRig } from '../testing/fixture.ts'

test('publishes its classes in ComfyUI\'s shape', async () => {
  const rig = await startRig()
  await writeFile(join(rig.dataDir, 'input', 'a.txt'), 'a')
  const all = await rig.get('/object_info')
  expect(Object.keys(all)).toEqual([...rig.nodeClasses.keys()])
  expect(all.Add).toMatchObject({
    input: { required: { a: ['INT', {}] }, optional: { b: ['INT', {}] } },
    input_order: { required: ['a'], optional: ['b'] },
    output: ['INT'],
    output_is_list: [false],
    output_name: ['INT'],
    name: 'Add',
    display_name: 'Add',
    description: '',
    python_module: 'nodes',
    category: 'test',
    output_node: false,
  })
  expect(all.Int.input.required.value[1].max).toBe(18446744073709551615n)
  expect(all.Pick.input.required.yes).toEqual(['*', { lazy: true }])
  expect(all.Choice.input.required.value).toEqual([['red', 'green'], {}])
  expect((await rig.get('/api/object_info/File')).File.input.required.file).toEqual([['a.txt'], {}])
  expect(await rig.get('/object_info/Nothing')).toEqual({})
})

test('says what machine it is on', async () => {
  const rig = await startRig()
  const { system, devices } = await rig.get('/system_stats')
  expect(system.ram_total).toBeGreaterThan(system.ram_free)
  expect(system.comfyui_version).toMatch(/^\d+\.\d+\.\d+\+lemouf\./)
  expect(devices).toEqual([expect.objectContaining({ name: 'cpu', type: 'cpu', index: null, vram_total: system.ram_total })])
  expect(await rig.get('/features')).toEqual({ supports_preview_metadata: true, max_upload_size: 104857600 })
  for (const path of ['/models', '/embeddings', '/api/extensions']) expect(await rig.get(path)).toEqual([])
})
