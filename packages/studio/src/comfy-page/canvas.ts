import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import * as z from 'zod'
import type { Canvas } from '../app/embedding.ts'
import { allNodes, pathTo, rootOf } from './nodes.ts'
import type { ComfyApi, ComfyApp, LiteNode } from './page.ts'
import { text } from './text.ts'

const graphSchema = z.object({ workflow: z.record(z.string(), z.unknown()), output: z.record(z.string(), z.unknown()) })
const fileNameSchema = z.string().min(1)

const RING = '#5b96f5'
const RING_PX = 3
const RING_GAP_PX = 6
const RING_RADIUS_PX = 10

/** ComfyUI's canvas as the studio needs it. */
export function createCanvas(app: ComfyApp, api: ComfyApi): Canvas {
  return {
    read: async () => {
      const graph = graphSchema.safeParse(await app.graphToPrompt())
      if (!graph.success) throw new AppError('workflow_malformed', text.graphUnreadable, { cause: graph.error })
      const title = fileNameSchema.catch(text.unnamed).parse(app.extensionManager.workflow?.activeWorkflow?.filename)
      return { title, workflow: plain(graph.data.workflow), prompt: plain(graph.data.output) }
    },
    onChange: (heard) => {
      api.addEventListener('graphChanged', heard)
      return () => api.removeEventListener('graphChanged', heard)
    },
    highlight: createRings(app),
    reveal: (promptId) => reveal(app, promptId),
  }
}

/**
 * Writes a loop's id into the `loop_id` of every Loop Return, as one step of ComfyUI's undo.
 * Gives how many there are.
 */
export function injectLoopId(app: ComfyApp, loopId: string): number {
  const widgets = allNodes(rootOf(app)).filter(({ type }) => type === 'LoopReturn').flatMap((node) => node.widgets?.filter(({ name }) => name === 'loop_id') ?? [])
  app.canvas.emitBeforeChange?.()
  for (const widget of widgets) {
    widget.value = loopId
    widget.callback?.(loopId)
  }
  app.canvas.emitAfterChange?.()
  app.canvas.setDirty(true, true)
  return widgets.length
}

/** As it would be sent: what the page keeps beside the plain values is left out. */
const plain = (value: unknown): Json => unwrap(parseJson(JSON.stringify(value)))

function reveal(app: ComfyApp, promptId: string): void {
  const { canvas } = app
  const node = pathTo(rootOf(app), promptId).at(-1)
  if (node === undefined) {
    app.extensionManager.toast.add({ severity: 'warn', summary: text.nodeGone(promptId), life: 4000 })
    return
  }
  if (node.graph && node.graph !== canvas.graph) canvas.setGraph?.(node.graph)
  canvas.selectNode(node)
  canvas.centerOnNode(node)
  canvas.setDirty(true, true)
}

/** Draws rings around the nodes given last; of a node within a closed subgraph around the node that stands for it. */
function createRings(app: ComfyApp): (nodes: readonly string[]) => void {
  let ringed: readonly string[] = []
  let isHooked = false

  function draw(brush: CanvasRenderingContext2D): void {
    const root = rootOf(app)
    const shown = ringed.flatMap((id) => pathTo(root, id).find(({ graph }) => (graph ?? root) === app.canvas.graph) ?? [])
    for (const node of new Set(shown)) ring(brush, node)
  }

  function hook(): void {
    const { canvas } = app
    const before = canvas.onDrawForeground
    canvas.onDrawForeground = (brush, area) => {
      before?.call(canvas, brush, area)
      draw(brush)
    }
    isHooked = true
  }

  return (nodes) => {
    if (nodes.length === 0 && ringed.length === 0) return
    if (!isHooked) hook()
    ringed = nodes
    app.canvas.setDirty(true)
  }
}

/** Outside the node's edge, so that it shows whatever draws the node. */
function ring(brush: CanvasRenderingContext2D, node: LiteNode): void {
  const [x = 0, y = 0, width = 0, height = 0] = Array.from(node.getBounding())
  brush.save()
  brush.strokeStyle = RING
  brush.lineWidth = RING_PX
  brush.beginPath()
  brush.roundRect(x - RING_GAP_PX, y - RING_GAP_PX, width + 2 * RING_GAP_PX, height + 2 * RING_GAP_PX, RING_RADIUS_PX)
  brush.stroke()
  brush.restore()
}
