import { randomUUID } from 'node:crypto'
import { WebSocket, type RawData } from 'ws'
import { socketMessage, type SocketMessage } from './messages.ts'
import { parsePythonJson } from './python-json.ts'
import { readPreview, type PreviewFrame } from './preview.ts'

export interface SocketHandlers {
  readonly onOpen: () => void
  readonly onMessage: (message: SocketMessage) => void
  readonly onPreview: (frame: PreviewFrame) => void
  /** Once, when the connection ends for whatever reason. */
  readonly onClose: () => void
}

const MAX_MESSAGE = 64 * 1024 * 1024
const PING_MS = 10_000

/**
 * One WebSocket connection to a ComfyUI. A new connection takes a new client id, because a reused one can lose its messages;
 * nothing is replayed, so the caller reconciles after every `onOpen`.
 */
export class ComfySocket {
  readonly clientId = randomUUID()
  readonly #socket: WebSocket
  #alive = true

  constructor(base: string, handlers: SocketHandlers) {
    const address = `${base.replace(/^http/, 'ws').replace(/\/+$/, '')}/ws?clientId=${this.clientId}`
    this.#socket = new WebSocket(address, { maxPayload: MAX_MESSAGE, handshakeTimeout: 10_000, followRedirects: false })
    const pings = setInterval(() => this.#ping(), PING_MS)
    this.#socket.on('open', () => {
      this.#socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }))
      handlers.onOpen()
    })
    this.#socket.on('pong', () => (this.#alive = true))
    this.#socket.on('message', (data, isBinary) => this.#receive(data, isBinary, handlers))
    // `close` always follows `error`, and says all that is needed: the connection is gone.
    this.#socket.on('error', () => this.#socket.terminate())
    this.#socket.on('close', () => {
      clearInterval(pings)
      handlers.onClose()
    })
  }

  close(): void {
    this.#socket.terminate()
  }

  #ping(): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (!this.#alive) return this.#socket.terminate()
    this.#alive = false
    this.#socket.ping()
  }

  #receive(data: RawData, isBinary: boolean, handlers: SocketHandlers): void {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)
    if (isBinary) {
      const frame = readPreview(bytes)
      if (frame !== undefined) handlers.onPreview(frame)
      return
    }
    const json = parsePythonJson(bytes.toString('utf8'))
    const message = json.ok ? socketMessage.safeParse(json.value) : undefined
    if (message?.success) handlers.onMessage(message.data)
  }
}
