import type { WorkflowList } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { summary } from '../loop-view/testing.ts'
import { inOrder, withLoop } from './loops.ts'
import { firstToTry, foldersOf } from './workflows.ts'

const profile = (profile_id: string) => ({ profile_id, profile_version: '0.1.0', ui_contract_version: '1.0.0', workflow_kind: 'master' as const })
const list: WorkflowList = {
  workflows: [], pipelines: ['loop/portraits.json'], master_workflows: ['song/verse.json', 'loop/portraits.json', 'loop/basic.json', 'loose.json'],
  workflow_notes: { 'loop/portraits.json': 'Faces of a crowd, one a cycle.' }, workflow_models: { 'loose.json': ['checkpoints/a.safetensors'] }, workflow_profiles: { 'song/verse.json': profile('song2daw') }, unreadable: [], folder: 'workflows', exists: true, count: 4,
}
const titles = (search: string) => foldersOf(list, search).flatMap(({ items }) => items.map(({ title }) => title))

test('master workflows stand in their folders', () => {
  expect(foldersOf(list, '').map(({ folder, items }) => [folder, items.map(({ title }) => title)])).toEqual([['', ['loose']], ['loop', ['portraits', 'basic']], ['song', ['verse']]])
})

test('a workflow says which model files it needs', () => {
  expect(foldersOf(list, '').flatMap(({ items }) => items).filter(({ models }) => models.length > 0)).toMatchObject([{ title: 'loose', models: ['checkpoints/a.safetensors'] }])
})

test('search goes over path, type and note, every word', () => {
  expect(titles('LOOP port')).toEqual(['portraits'])
  expect(titles('song2daw')).toEqual(['verse'])
  expect(titles('pipeline')).toEqual(['portraits'])
  expect(titles('crowd faces')).toEqual(['portraits'])
  expect(titles('nothing')).toEqual([])
})

test('one begins with the simplest example, else with the first', () => {
  expect(firstToTry(list)?.name).toBe('loose.json')
  expect(firstToTry({ ...list, master_workflows: [...list.master_workflows, 'loop/loop_basic_image.json'] })?.name).toBe('loop/loop_basic_image.json')
  expect(firstToTry({ ...list, master_workflows: [] })).toBeUndefined()
})

test('loops that wait for a person come first, then by their last change', () => {
  const loops = [summary({ loop_id: 'a', status: 'complete', updated_at: 9 }), summary({ loop_id: 'b', status: 'running', updated_at: 8 }), summary({ loop_id: 'c', updated_at: 1 }), summary({ loop_id: 'd', updated_at: 2 })]
  expect(inOrder(loops).map(({ loop_id }) => loop_id)).toEqual(['d', 'c', 'b', 'a'])
})

test('news of a loop replaces what is older, and joins what is new', () => {
  const known = [summary({ seq: 5, approved: 2 })]
  expect(withLoop(known, summary({ seq: 4, approved: 1 }))).toEqual(known)
  expect(withLoop(known, summary({ seq: 6, approved: 3 }))[0]?.approved).toBe(3)
  expect(withLoop(known, summary({ loop_id: 'other' }))).toHaveLength(2)
})
