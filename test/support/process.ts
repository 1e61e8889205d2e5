import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const CLI = fileURLToPath(new URL('../../packages/server/src/cli/main.ts', import.meta.url))
const START_PATIENCE_MS = 30_000

/** The program as people start it: a process of its own. */
export interface RunningProgram {
  readonly url: string
  readonly child: ChildProcess
  /** Milliseconds from the start of the process until it answered a request. */
  readonly readyMs: number
  /** SIGKILL, and the end of the process. */
  kill(): Promise<void>
  /** SIGTERM, and the end of the process. */
  stop(): Promise<void>
}

/** Starts `lemouf start` on a free port and resolves when it answers. */
export async function startProcess(dataDir: string, more: readonly string[] = []): Promise<RunningProgram> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [CLI, 'start', '--no-open', '--port', '0', '--data', dataDir, ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The program did not start: ${said}`)), START_PATIENCE_MS)
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const found = /http:\/\/[^\s?]+:\d+/.exec(said)
      if (found === null) return
      clearTimeout(timer)
      resolve(found[0])
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('exit', (code) => reject(new Error(`The program ended with ${code}: ${said}`)))
  })
  const answer = await fetch(`${url}/lemouf/loop/list`)
  await answer.arrayBuffer()
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return { url, child, readyMs: performance.now() - startedAt, kill: end('SIGKILL'), stop: end('SIGTERM') }
}
