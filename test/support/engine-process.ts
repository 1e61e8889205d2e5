import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ENGINE = fileURLToPath(new URL('../../packages/engine/src/main.ts', import.meta.url))

/** The embedded engine as a process of its own. */
export async function startEngineProcess(dataDir: string): Promise<{ url: string; pid: number; stop(): void }> {
  const child = fork(ENGINE, ['--port', '0', '--data', dataDir], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { port: number }).port))
    child.once('exit', (code) => reject(new Error(`The engine ended with ${code}.`)))
  })
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => child.kill('SIGTERM') }
}
