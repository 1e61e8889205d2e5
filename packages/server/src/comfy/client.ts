import { AppError } from '@lemouf/core/error'
import { stringifyJson, type Json, type JsonObject } from '@lemouf/core/json'
import { parseObjectInfo, type ObjectInfo, type Prompt } from '@lemouf/core/workflow'
import type * as z from 'zod'
import {
  historyAnswer, modelNames, promptAccepted, promptRefused, queueAnswer, systemStats, type HistoryAnswer, type PromptAccepted, type PromptRefused, type SystemStats,
} from './messages.ts'
import { parsePythonJson } from './python-json.ts'

export interface Submission {
  readonly prompt: Prompt
  readonly promptId: string
  readonly clientId: string
  readonly extraPngInfo: JsonObject
  /** Its number in the queue, which goes by ascending numbers; the next one when absent. */
  readonly place?: number | undefined
}
export type SubmitAnswer = { readonly accepted: true; readonly answer: PromptAccepted } | { readonly accepted: false; readonly answer: PromptRefused }

/** A file as ComfyUI names it. */
export interface FileRef {
  readonly filename: string
  readonly subfolder: string
  readonly type: 'output' | 'input' | 'temp'
}

const MAX_JSON_DEPTH = 128
const MAX_JSON_BYTES = 64 * 1024 * 1024
const TIMEOUT_MS = 30_000
const DOWNLOAD_TIMEOUT_MS = 600_000
/** What a proxy answers while the server behind it is away: bad gateway, unavailable, timeout. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504])
/** Insufficient storage (RFC 4918). */
const NO_ROOM = 507

/**
 * The HTTP half of a ComfyUI server, embedded or real. It is not trusted: its answers are parsed, redirects are refused,
 * and only the routes below are ever called.
 * Errors: `engine_unavailable` when it does not answer or breaks off, `disk_full` when it has no room, `output_vanished` when a file is gone, `engine_answer_invalid` when the answer is not ComfyUI's.
 */
export class ComfyClient {
  readonly #base: string

  readonly #maxJsonBytes: number

  constructor(base: string, maxJsonBytes = MAX_JSON_BYTES) {
    this.#maxJsonBytes = maxJsonBytes
    this.#base = base.replace(/\/+$/, '')
  }

  /** Queues a prompt. A refusal is an answer, not an error. */
  async submit({ prompt, promptId, clientId, extraPngInfo, place }: Submission): Promise<SubmitAnswer> {
    const response = await this.#post('/prompt', { prompt, prompt_id: promptId, client_id: clientId, extra_data: { extra_pnginfo: extraPngInfo }, ...(place === undefined ? {} : { number: place }) })
    const json = await this.#readJson(response, '/prompt')
    if (response.ok) return { accepted: true, answer: this.#parse(promptAccepted, json, '/prompt') }
    return { accepted: false, answer: this.#parse(promptRefused, json, '/prompt') }
  }

  /** Ids of the prompts that run or wait. */
  async queue(timeout?: number): Promise<{ running: ReadonlySet<string>; pending: ReadonlySet<string> }> {
    const answer = await this.#get('/queue', queueAnswer, timeout)
    const ids = (rows: readonly (readonly [unknown, string, ...unknown[]])[]): ReadonlySet<string> => new Set(rows.map((row) => row[1]))
    return { running: ids(answer.queue_running), pending: ids(answer.queue_pending) }
  }

  /** What became of a prompt; undefined while it is unknown or under way. */
  async history(promptId: string): Promise<HistoryAnswer | undefined> {
    return (await this.#get(`/history/${promptId}`, historyAnswer))[promptId]
  }

  /** Whether a prompt runs, waits or has ended here. The queue is read first: what leaves it meanwhile is in the history. */
  async knows(promptId: string): Promise<boolean> {
    const { running, pending } = await this.queue()
    return running.has(promptId) || pending.has(promptId) || (await this.history(promptId)) !== undefined
  }

  /** Takes a prompt out of the queue, or interrupts it when it runs; never anyone else's. */
  async cancel(promptId: string): Promise<void> {
    await this.#postOk('/queue', { delete: [promptId] })
    const { running } = await this.queue()
    if (running.has(promptId)) await this.#postOk('/interrupt', { prompt_id: promptId })
  }

  /** The bytes of an output, as a stream. */
  async view({ filename, subfolder, type }: FileRef): Promise<AsyncIterable<Uint8Array>> {
    const query = new URLSearchParams({ filename, subfolder, type })
    const response = await this.#fetch(`/view?${query.toString()}`, {}, DOWNLOAD_TIMEOUT_MS)
    if (!response.ok || response.body === null) {
      await response.body?.cancel()
      const code = response.status === 404 ? 'output_vanished' : 'engine_answer_invalid'
      throw new AppError(code, `The generating server does not have ${filename} (it answered ${response.status}). Look for it in its folders, and replay the cycle.`)
    }
    return this.#bytesOf(response.body)
  }

  /** Puts a file into the server's input folder under exactly this name. */
  async upload(name: string, bytes: Blob): Promise<void> {
    const slash = name.lastIndexOf('/')
    const form = new FormData()
    form.set('image', bytes, name.slice(slash + 1))
    form.set('subfolder', slash < 0 ? '' : name.slice(0, slash))
    form.set('type', 'input')
    form.set('overwrite', 'true')
    const response = await this.#fetch('/upload/image', { method: 'POST', body: form }, DOWNLOAD_TIMEOUT_MS)
    await response.body?.cancel()
    if (!response.ok) throw new AppError('engine_refused', `The generating server did not take ${name} (it answered ${response.status}).`)
  }

  async objectInfo(): Promise<ObjectInfo> {
    const parsed = parseObjectInfo(await this.#readJson(await this.#fetch('/object_info'), '/object_info'))
    if (!parsed.ok) throw parsed.error
    return parsed.value
  }

  /** Version of the server, which also tells that one is there. */
  async version(): Promise<string> {
    return (await this.systemStats()).system.comfyui_version
  }

  /** Its machine, devices and versions. */
  systemStats(timeout?: number): Promise<SystemStats> {
    return this.#get('/system_stats', systemStats, timeout)
  }

  /** Names of the folders that models lie in. */
  modelFolders(timeout?: number): Promise<readonly string[]> {
    return this.#get('/models', modelNames, timeout)
  }

  /** Names of the files in one of these folders. */
  modelFiles(folder: string, timeout?: number): Promise<readonly string[]> {
    return this.#get(`/models/${encodeURIComponent(folder)}`, modelNames, timeout)
  }

  async #get<S extends z.ZodType>(path: string, schema: S, timeout?: number): Promise<z.output<S>> {
    const response = await this.#fetch(path, {}, timeout)
    if (!response.ok) {
      await response.body?.cancel()
      throw new AppError('engine_answer_invalid', `The generating server answered ${response.status} to ${path}. Is it a ComfyUI?`)
    }
    return this.#parse(schema, await this.#readJson(response, path), path)
  }

  #post(path: string, body: Json | object): Promise<Response> {
    return this.#fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: stringifyJson(body) })
  }

  async #postOk(path: string, body: Json): Promise<void> {
    const response = await this.#post(path, body)
    await response.body?.cancel()
    if (!response.ok) throw new AppError('engine_refused', `The generating server answered ${response.status} to ${path}.`)
  }

  async #fetch(path: string, init: RequestInit = {}, timeout = TIMEOUT_MS): Promise<Response> {
    const response = await this.#reached(() => fetch(this.#base + path, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeout) }))
    if (!AWAY.has(response.status) && response.status !== NO_ROOM) return response
    await response.body?.cancel()
    if (response.status === NO_ROOM) throw new AppError('disk_full', 'The disk of the generating server is full. Free some space there; no restart is needed.')
    throw this.#unavailable(`status ${response.status}`)
  }

  async #readJson(response: Response, path: string): Promise<Json> {
    const parsed = parsePythonJson(await this.#reached(() => readText(response, this.#maxJsonBytes)), { maxDepth: MAX_JSON_DEPTH, maxLength: this.#maxJsonBytes })
    if (parsed.ok) return parsed.value
    throw new AppError('engine_answer_invalid', `The answer to ${path} is not JSON. Is it a ComfyUI?`, { cause: parsed.error })
  }

  async *#bytesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    try {
      yield* body
    } catch (cause) {
      throw this.#unavailable(cause)
    }
  }

  /** An answer can also break off in its midst. */
  async #reached<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      if (cause instanceof AppError) throw cause
      throw this.#unavailable(cause)
    }
  }

  #unavailable(cause: unknown): AppError {
    return new AppError('engine_unavailable', `The generating server at ${this.#base} does not answer. Start it, or give another with --comfy URL.`, { cause })
  }

  #parse<S extends z.ZodType>(schema: S, json: Json, path: string): z.output<S> {
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    throw new AppError('engine_answer_invalid', `The answer of ${this.#base} to ${path} is not ComfyUI's. Is the address right?`, { cause: parsed.error })
  }
}

/** The body as text. It is counted as it comes, so that an endless one is not read to its end. */
async function readText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw new AppError('engine_answer_invalid', `The generating server answers with more than ${maxBytes} bytes. Is it a ComfyUI?`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
