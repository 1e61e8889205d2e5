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
  /** The nodes it has became known. */
  readonly onNodes: () => void
}

const FIRST_REST_MS = 30_000
const LAST_REST_MS = 600_000
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
  #known: ObjectInfo | undefined
  #awaySince: number | undefined = Date.now()
  #restMs = FIRST_REST_MS
  #rest: { readonly until: number; readonly reason: string } | undefined
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

  /** It failed for reasons of its own and is given nothing for a while. */
  get resting(): boolean {
    return this.#rest !== undefined && Date.now() < this.#rest.until
  }

  /** For how long it has not answered, in milliseconds; 0 while it does. */
  get awayMs(): number {
    return this.#awaySince === undefined ? 0 : Date.now() - this.#awaySince
  }

  /** The nodes it had when it was asked last; undefined while that is unknown. */
  get known(): ObjectInfo | undefined {
    return this.#known
  }

  get state(): WorkerView['state'] {
    return this.#state
  }

  /** Why it is away, and what to do. */
  get problem(): string | null {
    return this.#problem
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
    return this.#nodes ?? this.readNodes(client)
  }

  /** The same, read anew: files and models come and go while a server runs. */
  readNodes(client: ComfyClient): Promise<ObjectInfo> {
    const reading = client.objectInfo()
    this.#nodes = reading
    reading.then((info) => this.#learn(info, reading), () => this.#nodes === reading && (this.#nodes = undefined))
    return reading
  }

  #learn(info: ObjectInfo, from: Promise<ObjectInfo>): void {
    // A later reading, or another connection, knows better.
    if (this.#nodes !== from) return
    this.#known = info
    this.#handlers?.onNodes()
  }

  /** Asks for its nodes again, where that failed. Errors: as of {@link ComfyClient}. */
  async learn(): Promise<void> {
    if (this.online && this.#client !== undefined && this.#nodes === undefined) await this.readNodes(this.#client)
  }

  /** Gives it a pause after a failure of its own, longer each time until it did something again. */
  rest(reason: string): void {
    this.#rest = { until: Date.now() + this.#restMs, reason }
    this.#restMs = Math.min(this.#restMs * 2, LAST_REST_MS)
  }

  /** It answers, and yet something goes wrong with it, which goes away by itself or stays. */
  complain(problem: string): void {
    this.#problem = problem
  }

  /** It made a result: whatever was wrong is over. */
  recovered(): void {
    this.#restMs = FIRST_REST_MS
    if (this.online) this.#problem = null
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

  /** What is to be said of it; how it is used is known to others. */
  view(): Pick<WorkerView, 'name' | 'url' | 'kind' | 'state' | 'version' | 'problem'> {
    const resting = this.online && this.resting
    return {
      name: this.name,
      url: this.#url ?? '',
      kind: this.kind,
      state: resting ? 'resting' : this.#state,
      version: this.#version,
      problem: resting ? `It failed and is given a pause. ${this.#rest?.reason ?? ''}`.trim() : this.#problem,
    }
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
    this.#away()
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
    this.#awaySince = undefined
    this.#problem = null
    this.#retryMs = FIRST_RETRY_MS
    this.#handlers?.onOnline()
    // What it has decides what it is given; while it does not say, the watch asks again.
    if (client !== undefined) this.nodes(client).catch((error: unknown) => this.complain(error instanceof Error ? error.message : String(error)))
  }

  #away(): void {
    this.#state = 'offline'
    this.#awaySince ??= Date.now()
  }

  #closed(url: string): void {
    this.#away()
    this.#problem = `${url} does not answer; it is tried again and again. Start it, or give another with --comfy URL.`
    this.#retry = setTimeout(() => this.#open(url), this.#retryMs)
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS)
  }
}
