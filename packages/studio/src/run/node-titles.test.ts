import { expect, test } from 'vitest'
import { titlesOf } from './node-titles.ts'

test('the titles of a workflow as the editor saves it, its subgraphs opened, tags left out', () => {
  expect(titlesOf({
    nodes: [{ id: 5, type: 'A', title: 'Paint @loop.style  @loop.seed' }, { id: 6, type: 'B' }, { id: 7, type: 'sub', title: '@loop.x' }],
    definitions: { subgraphs: [{ id: 'sub', nodes: [{ id: 2, type: 'A', title: 'Inside' }] }] },
  })).toEqual({ 5: 'Paint', '7:2': 'Inside' })
})

test('the titles of a workflow in API form', () => {
  expect(titlesOf({ 3: { class_type: 'KSampler', _meta: { title: 'Sampler' } }, 4: { class_type: 'VAE' } })).toEqual({ 3: 'Sampler' })
})

test('a subgraph that holds itself comes to an end; what is no workflow has no titles', () => {
  expect(Object.keys(titlesOf({ nodes: [{ id: 1, type: 'sub' }], definitions: { subgraphs: [{ id: 'sub', nodes: [{ id: 1, type: 'sub', title: 'Again' }] }] } })).length).toBeLessThan(20)
  expect([titlesOf([]), titlesOf(null), titlesOf({ a: 1 })]).toEqual([{}, {}, {}])
})
