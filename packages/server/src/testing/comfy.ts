import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isJsonObject, parseJson, type JsonObject } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { WebSocketServer } from 'ws'

/** Answers in place of the server; true when it did. */
type Disturbance = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * A generating server that misbehaves on demand, for tests of what the runner makes of it. It takes prompts, and each is done when the
 * test says so; the result is one small picture. It never sends a message: everything has to be found out by asking.
 */
export interface TestComfy {
  readonly url: string
  /** Ids of the prompts posted, in order; one that came twice stands twice. */
  readonly posted: readonly string[]
  /** What was posted under them. */
  readonly prompts: readonly JsonObject[]
  /** Ids of the prompts taken back. */
  readonly withdrawn: readonly string[]
  /** Everything posted so far, and from now on what is posted, is done at once. */
  finish(): void
  /** What the history says of prompts from now on; undefined: each Loop Return showed a picture. */
  entry: JsonObject | undefined
  /** Called with every request before it is answered; undefined for none. */
  disturb: Disturbance | undefined
  /** Sends a message to whoever is connected. */
  say(type: string, data: object): void
  close(): Promise<void>
}

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export async function openTestComfy(): Promise<TestComfy> {
  const queue = new Map<string, JsonObject>()
  const history = new Map<string, JsonObject>()
  const posted: string[] = []
  const prompts: JsonObject[] = []
  const withdrawn: string[] = []
  let finishing = false
  const finish = (): void => {
    finishing = true
    for (const [id, prompt] of queue) history.set(id, comfy.entry ?? entryOf(prompt))
    queue.clear()
  }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (comfy.disturb?.(request, response) === true) return
    const path = new URL(request.url ?? '', 'http://comfy').pathname
    const body = request.method === 'POST' ? unwrap(parseJson(await textOf(request))) : null
    const say = (value: unknown): void => void response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
    if (path === '/system_stats') return say({ system: { comfyui_version: 'test' } })
    if (path === '/object_info') return say(OBJECT_INFO)
    if (path === '/view') return void response.end(PICTURE)
    if (path.startsWith('/history/')) return say(Object.fromEntries([...history].filter(([id]) => path.endsWith(id))))
    if (path === '/prompt' && isJsonObject(body)) {
      const id = body['prompt_id'] as string
      posted.push(id)
      prompts.push(body['prompt'] as JsonObject)
      queue.set(id, body['prompt'] as JsonObject)
      if (finishing) finish()
      return say({ prompt_id: id, number: posted.length, node_errors: {} })
    }
    if (path === '/queue' && isJsonObject(body)) {
      for (const id of body['delete'] as string[]) if (queue.delete(id)) withdrawn.push(id)
    }
    say({ queue_running: [], queue_pending: [...queue.keys()].map((id, index) => [index, id]) })
  }
  const server = createServer((request, response) => void answer(request, response))
  const sockets = new WebSocketServer({ server })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const comfy: TestComfy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posted, prompts, withdrawn, finish,
    entry: undefined,
    say: (type, data) => {
      for (const socket of sockets.clients) socket.send(JSON.stringify({ type, data }))
    },
    disturb: undefined,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return comfy
}

/** What the history says of a prompt that ran: each Loop Return showed a picture. */
function entryOf(prompt: JsonObject): JsonObject {
  const returns = Object.entries(prompt).filter(([, node]) => isJsonObject(node) && node['class_type'] === 'LoopReturn')
  const images = [{ filename: 'one.png', subfolder: '', type: 'output' }]
  return { outputs: Object.fromEntries(returns.map(([id]) => [id, { images }])), status: { status_str: 'success', completed: true, messages: [] } }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const node = (name: string, required: object, outputs: string[], more: object = {}): object => ({
  name, display_name: name, description: '', category: 'test', input: { required }, input_order: { required: Object.keys(required) },
  output: outputs, output_name: outputs, output_is_list: outputs.map(() => false), output_node: false, ...more,
})
const whole = ['INT', { default: 0, min: 0, max: 16_777_215 }]
const OBJECT_INFO = {
  EmptyImage: node('EmptyImage', { width: whole, height: whole, batch_size: whole, color: whole }, ['IMAGE']),
  LoopReturn: node('LoopReturn', { loop_id: ['STRING', {}] }, ['*'], { input: { required: { loop_id: ['STRING', {}] }, optional: { payload: ['*'] } }, output_node: true }),
  LoopMap: node('LoopMap', { map_json: ['STRING', { multiline: true }] }, ['STRING']),
}
