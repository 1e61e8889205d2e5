import type { Json, JsonObject } from '@lemouf/core/json'
import { NodeError, type NodeUi } from '../nodes/node.ts'
import type { Clients } from '../socket/clients.ts'
import type { PreviewFrame } from '../socket/binary.ts'
import type { StatusMessage } from './history.ts'
import { Progress } from './progress.ts'
import type { Job } from './queue.ts'

/** What a running prompt tells: messages to its client, and the record that goes into history. */
export class Report {
  readonly messages: StatusMessage[] = []
  /** What nodes showed, by id. */
  readonly outputs = new Map<string, NodeUi>()
  readonly progress: Progress
  readonly #promptId: string
  readonly #clientId: string | undefined
  readonly #clients: Clients

  constructor(job: Job, clients: Clients) {
    this.#promptId = job.row[1]
    this.#clientId = job.clientId
    this.#clients = clients
    this.progress = new Progress(this.#promptId, (data) => this.#send('progress_state', data))
  }

  /** A lifecycle message: recorded, and sent to the client that queued. */
  lifecycle(event: string, data: JsonObject = {}): void {
    const message = { prompt_id: this.#promptId, ...data, timestamp: Date.now() }
    this.messages.push([event, message])
    // ComfyUI tells everyone of an interrupted prompt that belongs to nobody.
    if (this.#clientId === undefined && event === 'execution_interrupted') this.#clients.broadcast(event, message)
    else this.#send(event, message)
  }

  executing(nodeId: string): void {
    this.#send('executing', { node: nodeId, display_node: nodeId, prompt_id: this.#promptId })
  }

  /** After the history entry is written: the prompt is over. */
  idle(): void {
    this.#send('executing', { node: null, prompt_id: this.#promptId })
  }

  executed(nodeId: string, ui: NodeUi | undefined): void {
    if (ui !== undefined) this.outputs.set(nodeId, ui)
    this.#send('executed', { node: nodeId, display_node: nodeId, output: ui ?? null, prompt_id: this.#promptId })
  }

  step(nodeId: string, value: number, max: number): void {
    this.progress.update(nodeId, value, max)
    this.#send('progress', { value, max, prompt_id: this.#promptId, node: nodeId })
  }

  preview(nodeId: string, frame: PreviewFrame): void {
    if (this.#clientId === undefined) return
    const meta = { node_id: nodeId, prompt_id: this.#promptId, display_node_id: nodeId, parent_node_id: null, real_node_id: nodeId }
    this.#clients.sendPreview(this.#clientId, frame, meta)
  }

  #send(event: string, data: unknown): void {
    if (this.#clientId !== undefined) this.#clients.send(this.#clientId, event, data)
  }
}

/** The exception's part of `execution_error`. A failure that a person can mend has no traceback: its sentence says all. */
export function describeError(error: unknown): { exception_message: string; exception_type: string; traceback: readonly string[] } {
  if (!(error instanceof Error)) return { exception_message: String(error), exception_type: 'Error', traceback: [] }
  const traceback = error instanceof NodeError ? [] : (error.stack ?? '').split('\n').slice(1)
  return { exception_message: error.message, exception_type: error.name, traceback }
}

/** An input as `current_inputs` shows it: plain values as they are, others in a few words. */
export function describeInput(value: unknown): Json {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.length > 0 && isSized(value[0]) ? `${value.length} × ${sizeText(value[0])}` : `list of ${value.length}`
  return isSized(value) ? sizeText(value) : Object.prototype.toString.call(value).slice('[object '.length, -1)
}

interface Sized {
  readonly width: number
  readonly height: number
}

const isSized = (value: unknown): value is Sized =>
  typeof value === 'object' && value !== null && 'width' in value && 'height' in value && typeof value.width === 'number'
const sizeText = ({ width, height }: Sized): string => `${width}x${height}`
