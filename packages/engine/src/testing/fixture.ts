import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseJson, stringifyJson } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { startEngine, type Engine, type EngineOptions } from '../engine.ts'
import { testNodes, type TestNodes } from './test-nodes.ts'

/** JSON as tests look into it. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test asserts on the shape that it reads
export type Anything = any

export interface Rig extends TestNodes {
  readonly engine: Engine
  readonly dataDir: string
  readonly warnings: string[]
  get(path: string): Promise<Anything>
  post(path: string, body?: unknown): Promise<{ status: number; body: Anything }>
  /** Queues a prompt and resolves when it is over: with the answer and its history entry. */
  run(prompt: unknown, more?: object): Promise<Anything>
  connect(clientId?: string, firstMessage?: unknown): Promise<Listener>
}

/** A running engine with test nodes in a temporary folder; both end with the test. */
export async function startRig(options: Partial<EngineOptions> = {}): Promise<Rig> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-engine-'))
  const nodes = testNodes()
  const warnings: string[] = []
  const engine = await startEngine({ nodeClasses: nodes.nodeClasses, dataDir, port: 0, warn: (sentence) => warnings.push(sentence), ...options })
  onTestFinished(async () => {
    await engine.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const request = async (path: string, init?: RequestInit): Promise<{ status: number; body: Anything }> => {
    const response = await fetch(engine.url + path, init)
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : unwrap(parseJson(text)) }
  }
  const rig: Rig = {
    ...nodes,
    engine,
    dataDir,
    warnings,
    get: async (path) => (await request(path)).body,
    post: (path, body) => request(path, { method: 'POST', ...(body === undefined ? {} : { body: typeof body === 'string' ? body : stringifyJson(body) }) }),
    run: async (prompt, more) => {
      const listener = await rig.connect()
      const { body } = await rig.post('/prompt', { prompt, client_id: listener.id, ...more })
      if (body.error !== undefined) return body
      await listener.end(body.prompt_id)
      listener.close()
      const history = await rig.get(`/history/${body.prompt_id}`)
      return { ...body, entry: history[body.prompt_id], events: listener.events }
    },
    connect: async (clientId = crypto.randomUUID(), firstMessage?: unknown) => {
      const listener = new Listener(clientId, `${engine.url.replace('http', 'ws')}/ws?clientId=${clientId}`, firstMessage)
      await listener.until((event) => event.type === 'status')
      return listener
    },
  }
  return rig
}

/** A connected client that keeps what it hears. */
export class Listener {
  readonly id: string
  readonly events: Anything[] = []
  readonly previews: Buffer[] = []
  readonly #socket: WebSocket
  readonly #waiting = new Set<() => void>()

  constructor(id: string, url: string, firstMessage: unknown) {
    this.id = id
    this.#socket = new WebSocket(url)
    if (firstMessage !== undefined) this.#socket.on('open', () => this.#socket.send(stringifyJson(firstMessage)))
    this.#socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) this.previews.push(data)
      else this.events.push(unwrap(parseJson(data.toString('utf8'))))
      for (const look of this.#waiting) look()
    })
  }

  /** Resolves with the first event, past or to come, that fits. */
  until(fits: (event: Anything) => boolean): Promise<Anything> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = this.events.find(fits)
        if (found === undefined) return
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Resolves when the prompt is over. */
  async end(promptId: string): Promise<void> {
    await this.until(({ type, data }) => type === 'executing' && data.node === null && data.prompt_id === promptId)
  }

  /** The types of what came for a prompt, without the progress of nodes. */
  story(promptId: string): string[] {
    return this.events
      .filter(({ type, data }) => data.prompt_id === promptId && type !== 'progress_state')
      .map(({ type, data }) => (data.node === undefined ? type : `${type} ${data.node}`))
  }

  close(): void {
    this.#socket.terminate()
  }
}

/** A node of a prompt. */
export const node = (classType: string, inputs: Record<string, unknown> = {}): object => ({ class_type: classType, inputs })
