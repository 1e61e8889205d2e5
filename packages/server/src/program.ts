import { fileURLToPath } from 'node:url'
import { AppError } from '@lemouf/core/error'
import type { FastifyBaseLogger } from 'fastify'
import type { App } from './app.ts'
import { Compositions } from './compositions/compositions.ts'
import { isLoopback } from './http/guard.ts'
import { createServer } from './http/server.ts'
import { Live } from './live/live.ts'
import { Loops } from './loops/loops.ts'
import { MediaDesk } from './media/media-desk.ts'
import { openMediaStore } from './media/media-store.ts'
import { Uploads } from './media/uploads.ts'
import { Metrics } from './metrics/metrics.ts'
import { TimeSheet } from './metrics/time-sheet.ts'
import { Caretaker } from './pipelines/caretaker.ts'
import { Pipelines } from './pipelines/pipelines.ts'
import { EmbeddedEngine } from './runner/embedded-engine.ts'
import { Runner } from './runner/runner.ts'
import { Servers } from './runner/servers.ts'
import { Worker } from './runner/worker.ts'
import { dataDir as placesIn } from './store/data-dir.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { WorkflowCatalog } from './workflows/catalog.ts'
import { join } from 'node:path'

export interface ProgramOptions {
  readonly dataDir: string
  readonly host: string
  /** 0 chooses a free one. */
  readonly port: number
  readonly token: string | undefined
  /** ComfyUI servers to use instead of the embedded engine; empty for that one. */
  readonly comfy: readonly string[]
  /** Folder of workflow files; the examples of the project when absent. */
  readonly workflows: string | undefined
  /** The largest file that is taken, in bytes; 2 GiB unless told. */
  readonly maxUploadBytes?: number
  readonly log: FastifyBaseLogger
}

export interface Program {
  /** Where it listens. */
  readonly url: string
  close(): Promise<void>
}

const EXAMPLES = fileURLToPath(new URL('../../../workflows', import.meta.url))
const ENGINE_WAIT_MS = 15_000
const MAX_UPLOAD_BYTES = 2 * 1024 ** 3

/**
 * Starts the whole program: data, engine, runner, HTTP. It serves as soon as it listens; work left by an earlier process goes on.
 * Errors: `address_needs_token`, `address_in_use`, `data_in_use`, `data_unusable`.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const { host, token } = options
  if (!isLoopback(host) && token === undefined) {
    throw new AppError('address_needs_token', `${host} can be reached by other machines. Set a token with --token, or listen on 127.0.0.1.`)
  }
  const store = await openStore(options.dataDir)
  try {
    return await serve(options, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function serve(options: ProgramOptions, store: Store): Promise<Program> {
  const { dataDir, host, token, log } = options
  const media = await openMediaStore(dataDir, store)
  const places = placesIn(dataDir)
  const maxUploadBytes = options.maxUploadBytes ?? MAX_UPLOAD_BYTES
  const loops = new Loops(store)
  const live = new Live()
  loops.onCommit((commit) => live.changed(commit))
  const pipelines = new Pipelines(store.pipelines)
  pipelines.onCommit((commit) => live.pipelineChanged(commit))
  const compositions = new Compositions(store.compositions)
  compositions.onCommit((commit) => live.compositionChanged(commit))
  const caretaker = new Caretaker({ pipelines, loops, store: store.pipelines, log })
  const events = { onProgress: live.progressed.bind(live), onPreview: live.previewed.bind(live) }
  const runner = new Runner({ loops, store, media, log, events })
  const embedded = options.comfy.length === 0 ? new Worker('embedded engine', 'embedded') : undefined
  const servers = new Servers({ runner, store, given: options.comfy, embedded })
  const metrics = new Metrics(store, new TimeSheet(store.use, () => runner.takePassed()), log)
  const app: App = {
    dataDir, store, media, loops, pipelines, compositions, live, servers, metrics, log,
    startedAt: Date.now(),
    maxUploadBytes,
    desk: new MediaDesk(places, store, media),
    uploads: new Uploads(places.resumable, media, maxUploadBytes),
    catalog: new WorkflowCatalog(options.workflows ?? EXAMPLES),
    objectInfo: () => servers.objectInfo(ENGINE_WAIT_MS),
  }
  await app.uploads.sweep()
  const server = await createServer(app, { host, token })
  const engine = embedded === undefined ? undefined : new EmbeddedEngine(embedded, join(dataDir, 'engine'), log)
  const stop = async (): Promise<void> => {
    runner.stop()
    await Promise.all([engine?.stop(), server.close(), caretaker.stop(), app.desk.close()])
    await metrics.stop()
  }
  try {
    const url = await listen(server, options)
    await store.announce(url)
    engine?.start()
    await servers.open()
    await runner.start()
    await caretaker.start()
    metrics.start()
    return {
      url,
      close: async () => {
        await stop()
        await store.close()
      },
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, { host, port }: ProgramOptions): Promise<string> {
  try {
    const address = await server.listen({ host, port })
    return address.replace('[::1]', 'localhost')
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause
    throw new AppError('address_in_use', `Port ${port} on ${host} is taken by another program. Choose another with --port, or close that program.`, { cause })
  }
}
