import { rm } from 'node:fs/promises'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance } from 'fastify'
import { ResultCache } from './executor/result-cache.ts'
import { Worker } from './executor/worker.ts'
import { openFolders } from './files/folders.ts'
import { EngineFiles } from './files/node-files.ts'
import { systemCode } from './files/placing.ts'
import { buildServer } from './http/server.ts'
import type { NodeClass } from './nodes/node.ts'
import { acceptSockets } from './socket/accept.ts'
import { Clients } from './socket/clients.ts'

export interface EngineOptions {
  readonly nodeClasses: ReadonlyMap<string, NodeClass>
  /** Holds `input/`, `output/` and `temp/`; `temp/` is emptied. */
  readonly dataDir: string
  /** 0 takes a free one. */
  readonly port: number
  /** Memory for results that are kept across prompts, in bytes; 512 MiB unless told. */
  readonly cacheBytes?: number
  /** Prompts that history remembers; ComfyUI's 10,000 unless told. */
  readonly historyLimit?: number
  /** Hears of what a person at the console should know; standard error unless told. */
  readonly warn?: (sentence: string, cause?: unknown) => void
}

export interface Engine {
  readonly port: number
  readonly url: string
  /** Interrupts what runs, closes all connections and empties `temp/`. */
  close(): Promise<void>
}

const DEFAULT_CACHE_BYTES = 512 * 1024 * 1024
const DEFAULT_HISTORY = 10_000

/** Starts an engine on 127.0.0.1, the only address it ever has. Error: `usage` when the port is taken. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const warn = options.warn ?? ((sentence: string, cause?: unknown) => console.error(sentence, ...(cause === undefined ? [] : [cause])))
  const folders = await openFolders(options.dataDir)
  const files = new EngineFiles(folders)
  const cache = new ResultCache(options.cacheBytes ?? DEFAULT_CACHE_BYTES)
  const clients = new Clients()
  const worker = new Worker({ cache, files, clients, warn, historyLimit: options.historyLimit ?? DEFAULT_HISTORY })
  const app = await buildServer({ nodeClasses: options.nodeClasses, files, cache, worker }, warn)
  acceptSockets(app.server, clients, worker)
  await listen(app, options.port)
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the engine listens on a TCP port')
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await worker.close()
      clients.closeAll()
      await app.close()
      await rm(folders.temp, { recursive: true, force: true })
    },
  }
}

async function listen(app: FastifyInstance, port: number): Promise<void> {
  try {
    await app.listen({ host: '127.0.0.1', port })
  } catch (cause) {
    if (systemCode(cause) !== 'EADDRINUSE') throw cause
    throw new AppError('usage', `Another program uses port ${port}. Choose another one, or 0 for any that is free.`, { cause })
  }
}
