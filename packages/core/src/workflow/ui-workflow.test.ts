import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { unwrap } from '../result.ts'
import { parseUiWorkflow } from './ui-workflow.ts'

const refusal = (workflow: Json) => {
  const parsed = parseUiWorkflow(workflow)
  return parsed.ok ? 'accepted' : `${parsed.error.code} ${parsed.error.message}`
}

test('links are the same as lists and as objects', () => {
  const nodes = [{ id: 1, type: 'A' }, { id: 'b', type: 'B', mode: 4, title: null }]
  const asLists = unwrap(parseUiWorkflow({ nodes, links: [[7, 1, 0, 'b', 2, 'IMAGE']] }))
  const asObjects = unwrap(parseUiWorkflow({ nodes, links: [{ id: 7, origin_id: 1, origin_slot: 0, target_id: 'b', target_slot: 2, type: 'IMAGE', parentId: 3 }] }))
  expect(asLists).toEqual(asObjects)
  expect([...asLists.graph.links.values()]).toEqual([{ id: '7', originId: '1', originSlot: 0, targetId: 'b', targetSlot: 2 }])
  expect([...asLists.graph.nodes.values()].map(({ id, mode }) => [id, mode])).toEqual([['1', 'active'], ['b', 'bypassed']])
})

test.each<[Json, RegExp]>([
  [null, /^workflow_malformed/],
  [{}, /^workflow_malformed .*at nodes/],
  [{ nodes: [{ id: 12, type: 'KSampler', inputs: [{ name: 5 }] }] }, /node 12 \(KSampler\), inputs\.0\.name/],
  [{ nodes: [{ type: 'KSampler' }] }, /node number 1 of the file \(KSampler\), id/],
  [{ nodes: [], links: [[1, 2]] }, /at links\.0/],
  [{ nodes: [], definitions: { subgraphs: [{ id: 'u', name: 'Sub', nodes: [{ id: 3, type: 7 }] }] } }, /subgraph "Sub", node 3 \(7\), type/],
  [{ 3: { class_type: 'A', inputs: {} } }, /prompt in API form/],
])('%j is refused with its place', (workflow, sentence) => {
  expect(refusal(workflow)).toMatch(sentence)
})
