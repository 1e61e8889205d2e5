import { mkdtemp, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLoopClass } from '@lemouf/core/workflow'
import { startEngineProcess } from './engine-process.ts'
import { openProxy } from './engine-proxy.ts'

/** A ComfyUI that has never heard of us. */
export interface PlainComfy {
  readonly url: string
  close(): Promise<void>
}

/**
 * The real ComfyUI at COMFYUI_URL, or the embedded engine with the loop's nodes taken out:
 * they are missing in `/object_info`, and a prompt that names one is refused as ComfyUI does.
 */
export async function openPlainComfy(): Promise<PlainComfy> {
  const real = process.env['COMFYUI_URL']
  if (real !== undefined) return { url: real, close: () => Promise.resolve() }
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-plain-'))
  const engine = await startEngineProcess(folder)
  const proxy = await openProxy(engine.url, (incoming, outgoing) => {
    if (incoming.method === 'POST' && incoming.url === '/prompt') {
      void readBody(incoming).then((body) => submit(engine.url, body, outgoing))
      return true
    }
    if (incoming.url !== '/object_info') return false
    void describe(engine.url, outgoing)
    return true
  })
  return {
    url: proxy.url,
    close: async () => {
      proxy.close()
      engine.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function describe(engine: string, outgoing: ServerResponse): Promise<void> {
  const info = (await (await fetch(`${engine}/object_info`)).json()) as Record<string, unknown>
  answer(outgoing, 200, Object.fromEntries(Object.entries(info).filter(([name]) => !isLoopClass(name))))
}

async function submit(engine: string, body: string, outgoing: ServerResponse): Promise<void> {
  const { prompt } = JSON.parse(body) as { prompt: Record<string, { class_type: string }> }
  const unknown = Object.values(prompt).find((node) => isLoopClass(node.class_type))
  if (unknown !== undefined) {
    const message = `Node ${unknown.class_type} not found.`
    return answer(outgoing, 400, { error: { type: 'missing_node_type', message, details: '', extra_info: {} }, node_errors: {} })
  }
  const accepted = await fetch(`${engine}/prompt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  answer(outgoing, accepted.status, await accepted.json())
}

async function readBody(incoming: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(outgoing: ServerResponse, status: number, body: unknown): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify(body))
}
