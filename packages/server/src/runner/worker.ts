import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { ComfyClient } from '../comfy/client.ts'
import type { SocketMessage } from '../comfy/messages.ts'
import type { PreviewFrame } from '../comfy/preview.ts'
import { ComfySocket } from '../comfy/socket.ts'
import type { WorkerView } from '@lemouf/core/protocol'
import type { ObjectInfo } from '@lemouf/core/workflow'

export interface WorkerHandlers {
  /** Connected anew: whatever was posted before has to be looked for. */
  readonly onOnline: () => void
  readonly onMessage: (message: SocketMessage) => void
  readonly onPreview: (frame: PreviewFrame) => void
}

const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 5_000

/** The connection to one generating server, made again whenever it breaks. */
export class Worker {
  readonly name: string
  readonly kind: WorkerView['kind']
  #handlers: WorkerHandlers | undefined
  #url: string | undefined
  #client: ComfyClient | undefined
  #socket: ComfySocket | undefined
  #state: WorkerView['state'] = 'starting'
  #problem: string | null = null
  #version: string | null = null
  #nodes: Promise<ObjectInfo> | undefined
  #retryMs = FIRST_RETRY_MS
  #retry: NodeJS.Timeout | undefined

  constructor(name: string, kind: WorkerView['kind']) {
    this.name = name
    this.kind = kind
  }

  listen(handlers: WorkerHandlers): void {
    this.#handlers = handlers
  }

  get online(): boolean {
    return this.#state === 'online'
  }

  /** HTTP to the server; undefined while its address is unknown. */
  get client(): ComfyClient | undefined {
    return this.#client
  }

  /** Of the present connection: messages of prompts posted with it arrive here. */
  get clientId(): string | undefined {
    return this.#socket?.clientId
  }

  /** The nodes that the server has, read once a connection. Errors: as of {@link ComfyClient}. */
  nodes(client: ComfyClient): Promise<ObjectInfo> {
    this.#nodes ??= client.objectInfo().catch((error: unknown) => {
      this.#nodes = undefined
      throw error
    })
    return this.#nodes
  }

  /** The server as soon as it answers. Errors: `engine_unavailable` when that takes longer than `waitMs`. */
  async whenOnline(waitMs: number): Promise<ComfyClient> {
    const deadline = Date.now() + waitMs
    while (!this.online || this.#client === undefined) {
      // The embedded engine comes back by itself; another server may stay away.
      if ((this.kind === 'comfyui' && this.#state === 'offline') || Date.now() > deadline) {
        throw new AppError('engine_unavailable', this.#problem ?? 'The generating server has not answered yet. Wait a moment and try again.')
      }
      await sleep(50)
    }
    return this.#client
  }

  view(inFlight: number): WorkerView {
    return { name: this.name, url: this.#url ?? '', kind: this.kind, state: this.#state, version: this.#version, problem: this.#problem, in_flight: inFlight }
  }

  /** Connects to an address, leaving the one before. */
  connect(url: string): void {
    this.close()
    this.#url = url
    this.#client = new ComfyClient(url)
    this.#retryMs = FIRST_RETRY_MS
    this.#open(url)
  }

  /** The server is known to be gone, for the reason given. */
  lose(problem: string): void {
    this.close()
    this.#url = undefined
    this.#client = undefined
    this.#state = 'offline'
    this.#problem = problem
  }

  close(): void {
    clearTimeout(this.#retry)
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  #open(url: string): void {
    const socket: ComfySocket = new ComfySocket(url, {
      onOpen: () => void this.#opened(socket),
      onMessage: (message) => socket === this.#socket && this.#handlers?.onMessage(message),
      onPreview: (frame) => socket === this.#socket && this.#handlers?.onPreview(frame),
      onClose: () => socket === this.#socket && this.#closed(url),
    })
    this.#socket = socket
  }

  async #opened(socket: ComfySocket): Promise<void> {
    const client = this.#client
    // It may have been started again with other nodes.
    this.#nodes = undefined
    const version = await client?.version().catch(() => 'unknown')
    if (socket !== this.#socket) return
    this.#version = version ?? null
    this.#state = 'online'
    this.#problem = null
    this.#retryMs = FIRST_RETRY_MS
    this.#handlers?.onOnline()
  }

  #closed(url: string): void {
    this.#state = 'offline'
    this.#problem = `${url} does not answer; it is tried again and again. Start it, or give another with --comfy URL.`
    this.#retry = setTimeout(() => this.#open(url), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
  }
}
