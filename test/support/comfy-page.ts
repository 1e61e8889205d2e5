import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseJson, stringifyJson, type Json } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { parseObjectInfo, parseUiWorkflow, toPrompt } from '@lemouf/core/workflow'
import { startEngineProcess } from './engine-process.ts'
import { openProxy } from './engine-proxy.ts'

/** Built by `npm run build:pack`. */
const PACK_MODULE = fileURLToPath(new URL('../../comfyui/web/lemouf-studio.js', import.meta.url))
const PAGE = fileURLToPath(new URL('comfy-page.html', import.meta.url))
const WORKFLOW = fileURLToPath(new URL('../../workflows/loop/loop_core_image.json', import.meta.url))

const SCRIPTS: Readonly<Record<string, string>> = {
  '/scripts/app.js': 'export const app = window.comfyAPI.app.app',
  '/scripts/api.js': 'export const api = window.comfyAPI.api.api',
}

/** What a ComfyUI started with --disable-api-nodes makes its page keep to. */
const CLOSED = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'"

/** A server that generates as ComfyUI does, with a page that offers extensions the few things that ours uses. */
export interface PageComfy {
  readonly url: string
  close(): Promise<void>
}

/** The embedded engine behind a page with the built extension, at `/closed` one that may talk to nobody else; on its canvas stands an example. `settings` are ComfyUI's, as saved. */
export async function openPageComfy(settings: Readonly<Record<string, string>>): Promise<PageComfy> {
  if (!existsSync(PACK_MODULE)) throw new Error('The extension for ComfyUI is not built. Build it with: npm run build:pack')
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-page-'))
  const engine = await startEngineProcess(folder)
  const files: Record<string, () => Promise<readonly [mime: string, body: string]>> = {
    '/': async () => ['text/html', await readFile(PAGE, 'utf8')],
    '/closed': async () => ['text/html', await readFile(PAGE, 'utf8')],
    '/extensions/lemouf-studio/lemouf-studio.js': async () => ['text/javascript', await readFile(PACK_MODULE, 'utf8')],
    '/harness.json': async () => ['application/json', stringifyJson({ settings, graph: await exampleGraph(engine.url) })],
    '/favicon.ico': () => Promise.resolve(['image/x-icon', '']),
  }
  for (const [path, body] of Object.entries(SCRIPTS)) files[path] = () => Promise.resolve(['text/javascript', body])
  const proxy = await openProxy(engine.url, ({ url = '' }, outgoing) => {
    const file = files[url]
    if (url === '/closed') outgoing.setHeader('content-security-policy', CLOSED)
    if (file !== undefined) void deliver(file, outgoing)
    return file !== undefined
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

async function deliver(file: () => Promise<readonly [string, string]>, outgoing: ServerResponse): Promise<void> {
  const [mime, body] = await file()
  outgoing.writeHead(200, { 'content-type': `${mime}; charset=utf-8`, 'cache-control': 'no-store' }).end(body)
}

/** What `graphToPrompt` would give for the example. */
async function exampleGraph(engine: string): Promise<{ workflow: Json; output: Json }> {
  const workflow = unwrap(parseJson(await readFile(WORKFLOW, 'utf8')))
  const info = unwrap(parseObjectInfo(unwrap(parseJson(await (await fetch(`${engine}/object_info`)).text()))))
  return { workflow, output: unwrap(toPrompt(unwrap(parseUiWorkflow(workflow)), info)).prompt as Json }
}
