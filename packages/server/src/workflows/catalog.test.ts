import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WorkflowCatalog } from './catalog.ts'

const WORKFLOW = JSON.stringify({ version: 0.4, nodes: [], links: [] })
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-catalog-'))
  await mkdir(join(folder, 'loop'))
  await writeFile(join(folder, 'loop', 'a.json'), WORKFLOW)
})
afterEach(() => rm(folder, { recursive: true }))

test('names its files the same however its folder is written', async () => {
  for (const written of [folder, `${folder}/`, `${folder}/loop/..`, `${folder}//`]) {
    const catalog = new WorkflowCatalog(written)
    expect((await catalog.list()).workflows).toEqual(['loop/a.json'])
    expect((await catalog.load('loop/a.json')).name).toBe('loop/a.json')
  }
})

test('a file that cannot be read is listed with its reason and hides no other', async () => {
  await writeFile(join(folder, 'loop', 'broken.json'), '{"nodes": [')
  const large = await open(join(folder, 'loop', 'large.json'), 'w')
  await large.truncate(3 * 1024 ** 3)
  await large.close()
  const { workflows, unreadable } = await new WorkflowCatalog(folder).list()
  expect(workflows).toEqual(['loop/a.json'])
  expect(unreadable.map(({ name }) => name)).toEqual(['loop/broken.json', 'loop/large.json'])
  await expect(new WorkflowCatalog(folder).load('loop/large.json')).rejects.toMatchObject({ code: 'workflow_malformed', message: expect.stringContaining('large.json') })
})

test('leads nowhere else', async () => {
  await symlink('/etc/hostname', join(folder, 'loop', 'link.json'))
  const catalog = new WorkflowCatalog(folder)
  for (const name of ['loop/link.json', '../secret.json', `${folder}/loop/a.json`, 'loop/../loop/a.json', '']) {
    await expect(catalog.load(name)).rejects.toMatchObject({ code: 'workflow_not_found' })
  }
})

test('names the model files that a workflow says it needs, and takes no other shape for them', async () => {
  const model = { name: 'a.safetensors', directory: 'checkpoints', url: 'https://example.org/a' }
  const nodes = [{ id: 1, type: 'A', properties: { models: [model] } }, { id: 2, type: 'B', properties: { models: [model, 3] } }, { id: 3, type: 'C', properties: [] }, { id: 4, type: 'D' }]
  await writeFile(join(folder, 'loop', 'model.json'), JSON.stringify({ version: 0.4, nodes, links: [] }))
  const { workflow_models, unreadable } = await new WorkflowCatalog(folder).list()
  expect(unreadable).toEqual([])
  expect(workflow_models).toEqual({ 'loop/model.json': ['checkpoints/a.safetensors'] })
})
