import { stringifyJson } from '@lemouf/core/json'
import { expect, test } from 'vitest'
import { createCanvas, injectLoopId } from './canvas.ts'
import type { ComfyApi, ComfyApp, LiteGraph, LiteNode, Toast } from './page.ts'

interface FakeNode extends LiteNode {
  readonly id: number
  graph?: LiteGraph
}

const node = (id: number, type: string, more: Partial<FakeNode> = {}): FakeNode => ({ id, type, getBounding: () => [id * 100, 0, 80, 40], ...more })
const loopReturn = (id: number): FakeNode => node(id, 'LoopReturn', { widgets: [{ name: 'loop_id', value: '' }] })

function graphOf(nodes: readonly FakeNode[], subgraphs: readonly (readonly [string, LiteGraph])[] = []): LiteGraph {
  const graph: LiteGraph = { nodes, subgraphs: new Map(subgraphs), getNodeById: (id) => nodes.find((one) => one.id === id) ?? null }
  for (const one of nodes) one.graph = graph
  return graph
}

/** Node 1 stands for a subgraph with nodes 11 and 12; node 2 is beside it. */
function fakePage(given: unknown = { workflow: { nodes: [] }, output: {} }) {
  const inside = graphOf([node(11, 'KSampler'), loopReturn(12)])
  const root = graphOf([node(1, 'a-subgraph', { subgraph: inside }), loopReturn(2)], [['a-subgraph', inside]])
  const log: string[] = []
  const toasts: Toast[] = []
  const rings: number[] = []
  const canvas: ComfyApp['canvas'] & { graph: LiteGraph } = {
    graph: root,
    setDirty: () => canvas.onDrawForeground?.(brush, undefined),
    setGraph: (graph) => {
      canvas.graph = graph
      log.push('setGraph')
    },
    selectNode: (one) => log.push(`select ${(one as FakeNode).id}`),
    centerOnNode: (one) => log.push(`center ${(one as FakeNode).id}`),
    emitBeforeChange: () => log.push('before'),
    emitAfterChange: () => log.push('after'),
  }
  const brush = new Proxy({}, { get: (_target, name) => (name === 'roundRect' ? (x: number) => rings.push(x) : () => undefined), set: () => true }) as CanvasRenderingContext2D
  const manager = { toast: { add: (toast: Toast) => toasts.push(toast) }, workflow: { activeWorkflow: { filename: 'foxes' } } } as unknown as ComfyApp['extensionManager']
  const app: ComfyApp = { graph: root, canvas, extensionManager: manager, registerExtension: () => undefined, graphToPrompt: () => Promise.resolve(given) }
  return { app, inside, log, toasts, rings, canvas: createCanvas(app, {} as ComfyApi) }
}

test('what is on the canvas is taken as plain values; what is no graph is said', async () => {
  const { canvas } = fakePage({ workflow: { nodes: [{ id: 1, gone: undefined }], extra: new Map() }, output: { 1: { class_type: 'A', inputs: {} } }, more: 1 })
  expect(stringifyJson(await canvas.read())).toBe('{"title":"foxes","workflow":{"nodes":[{"id":1}],"extra":{}},"prompt":{"1":{"class_type":"A","inputs":{}}}}')
  await expect(fakePage(null).canvas.read()).rejects.toMatchObject({ code: 'workflow_malformed' })
  await expect(fakePage({ workflow: {} }).canvas.read()).rejects.toMatchObject({ code: 'workflow_malformed' })
})

test('a node in a closed subgraph is ringed as the node that stands for it; in the open one as itself', () => {
  const { canvas, app, inside, rings } = fakePage()
  canvas.highlight(['1:11', '1:12', '2', '99', '1:99'])
  expect(rings).toEqual([94, 194])
  rings.length = 0
  app.canvas.setGraph?.(inside)
  app.canvas.setDirty(true)
  expect(rings).toEqual([1094, 1194])
  rings.length = 0
  canvas.highlight([])
  expect(rings).toEqual([])
})

test('what the page draws itself over the nodes stays', () => {
  const { canvas, app } = fakePage()
  let drawn = 0
  app.canvas.onDrawForeground = () => { drawn++ }
  canvas.highlight(['2'])
  expect(drawn).toBe(1)
})

test('a node in a subgraph is gone to through its graph; one that is gone is said', () => {
  const { canvas, log, toasts } = fakePage()
  canvas.reveal('1:12')
  expect(log).toEqual(['setGraph', 'select 12', 'center 12'])
  canvas.reveal('7')
  expect(toasts).toMatchObject([{ severity: 'warn', summary: 'Node 7 is no longer on the canvas.' }])
})

test('the loop’s id is written into every Loop Return, in one step', () => {
  const { app, log, inside } = fakePage()
  expect(injectLoopId(app, 'foxes-1')).toBe(2)
  expect([...app.graph.nodes, ...inside.nodes].flatMap(({ widgets }) => widgets ?? []).map(({ value }) => value)).toEqual(['foxes-1', 'foxes-1'])
  expect(log).toEqual(['before', 'after'])
})
