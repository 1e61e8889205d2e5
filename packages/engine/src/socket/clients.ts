import { isJsonObject, parseJson, stringifyJson } from '@lemouf/core/json'
import type { RawData, WebSocket } from 'ws'
import { encodePreview, encodePreviewWithMeta, type PreviewFrame, type PreviewMeta } from './binary.ts'
import { FEATURES } from '../http/features.ts'

/** Unsent bytes beyond which a client gets no more previews: it is too slow for them. */
const PREVIEW_BACKLOG = 4 * 1024 * 1024
/** Unsent bytes beyond which a client is taken for dead. */
const DEAD_BACKLOG = 64 * 1024 * 1024

interface Client {
  readonly socket: WebSocket
  previewsWithMeta: boolean
}

/** The connected clients by the id that they chose. A newer connection with the same id takes its messages over. */
export class Clients {
  readonly #clients = new Map<string, Client>()

  /** Adds a connection; `onGone` is called when it closes. */
  add(id: string, socket: WebSocket): void {
    const client: Client = { socket, previewsWithMeta: false }
    this.#clients.set(id, client)
    socket.once('message', (data, isBinary) => {
      if (!isBinary) this.#greet(client, data)
    })
    // `close` follows; an error of one client concerns nobody else.
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      if (this.#clients.get(id) === client) this.#clients.delete(id)
    })
  }

  has(id: string): boolean {
    return this.#clients.has(id)
  }

  /** Sends a message to one client, if it is there. */
  send(id: string, type: string, data: unknown): void {
    const client = this.#clients.get(id)
    if (client !== undefined) transmit(client, stringifyJson({ type, data }))
  }

  broadcast(type: string, data: unknown): void {
    if (this.#clients.size === 0) return
    const text = stringifyJson({ type, data })
    for (const client of this.#clients.values()) transmit(client, text)
  }

  /** Sends a preview frame in the form that the client asked for (binary type 4), or the old one (type 1). */
  sendPreview(id: string, frame: PreviewFrame, meta: PreviewMeta): void {
    const client = this.#clients.get(id)
    if (client === undefined || client.socket.bufferedAmount > PREVIEW_BACKLOG) return
    transmit(client, client.previewsWithMeta ? encodePreviewWithMeta(frame, meta) : encodePreview(frame))
  }

  closeAll(): void {
    for (const { socket } of this.#clients.values()) socket.close(1001, 'The engine stops.')
  }

  /** Only the first message may negotiate features, as in ComfyUI. */
  #greet(client: Client, data: RawData): void {
    const message = parseJson(rawText(data))
    if (!message.ok || !isJsonObject(message.value) || message.value.type !== 'feature_flags') return
    const flags = message.value.data
    client.previewsWithMeta = isJsonObject(flags) && flags.supports_preview_metadata === true
    transmit(client, stringifyJson({ type: 'feature_flags', data: FEATURES }))
  }
}

function transmit(client: Client, message: string | Uint8Array): void {
  if (client.socket.bufferedAmount > DEAD_BACKLOG) client.socket.terminate()
  else if (client.socket.readyState === client.socket.OPEN) client.socket.send(message)
}

function rawText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8')
}
