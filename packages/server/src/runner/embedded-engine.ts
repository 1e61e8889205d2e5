import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FastifyBaseLogger } from 'fastify'
import * as z from 'zod'
import type { Worker } from './worker.ts'

const ENGINE = fileURLToPath(new URL('../../../engine/src/main.ts', import.meta.url))
const FIRST_RESTART_MS = 100
const LAST_RESTART_MS = 10_000
/** An engine that lived this long was sound: its next restart is quick again. */
const SOUND_AFTER_MS = 30_000
const STOP_DEADLINE_MS = 4_000

const readyMessage = z.object({ type: z.literal('ready'), port: z.int() })

/** The embedded engine as a process of its own, started again when it dies. It ends with this process. */
export class EmbeddedEngine {
  readonly #worker: Worker
  readonly #dataDir: string
  readonly #log: FastifyBaseLogger
  #child: ChildProcess | undefined
  #restartMs = FIRST_RESTART_MS
  #restart: NodeJS.Timeout | undefined
  #stopping = false

  constructor(worker: Worker, dataDir: string, log: FastifyBaseLogger) {
    this.#worker = worker
    this.#dataDir = dataDir
    this.#log = log
  }

  start(): void {
    const startedAt = Date.now()
    const child = fork(ENGINE, ['--port', '0', '--data', this.#dataDir], { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.#child = child
    child.stderr?.on('data', (chunk: Buffer) => this.#log.warn({ engine: chunk.toString('utf8').trimEnd() }, 'the engine says'))
    child.on('message', (message) => {
      const ready = readyMessage.safeParse(message)
      if (ready.success) this.#worker.connect(`http://127.0.0.1:${ready.data.port}`)
    })
    child.on('error', (error) => {
      this.#log.error({ err: error }, 'the engine could not be started')
      // A process that never was does not exit.
      if (child.pid === undefined) this.#exited(null, null, 0)
    })
    child.on('exit', (code, signal) => this.#exited(code, signal, Date.now() - startedAt))
  }

  /** Resolves when its process has ended, so that nothing writes to its folder any more. */
  async stop(): Promise<void> {
    this.#stopping = true
    clearTimeout(this.#restart)
    const child = this.#child
    if (child === undefined) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    // A node that does not hear the interrupt must not keep the program.
    const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS)
    await ended
    clearTimeout(deadline)
  }

  #exited(code: number | null, signal: NodeJS.Signals | null, livedMs: number): void {
    this.#child = undefined
    if (this.#stopping) return
    if (livedMs > SOUND_AFTER_MS) this.#restartMs = FIRST_RESTART_MS
    this.#log.error({ code, signal, restartMs: this.#restartMs }, 'the engine ended; it is started again')
    this.#worker.lose('The embedded engine ended and is being started again. What it had is posted again.')
    this.#restart = setTimeout(() => this.start(), this.#restartMs)
    this.#restartMs = Math.min(this.#restartMs * 2, LAST_RESTART_MS)
  }
}
