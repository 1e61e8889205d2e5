import { fork, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonObject } from '@lemouf/core/json'

const MACHINE = fileURLToPath(new URL('machine.ts', import.meta.url))

/** A generating server in a process of its own, that can be killed and started again at the same address. */
export interface Machine {
  readonly url: string
  /** SIGKILL, and the end of the process. */
  kill(): Promise<void>
  /** Again, with an empty queue and history, as a ComfyUI that was restarted. */
  restart(): Promise<void>
  close(): Promise<void>
}

export async function startMachine(...words: readonly string[]): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-machine-'))
  const start = (port: number): Promise<{ child: ChildProcess; port: number }> => launch(['--port', String(port), '--data', folder, ...words])
  let { child, port } = await start(0)
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    restart: async () => {
      await kill()
      ;({ child, port } = await start(port))
    },
    close: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function launch(words: readonly string[]): Promise<{ child: ChildProcess; port: number }> {
  const child = fork(MACHINE, words, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve({ child, port: (message as { port: number }).port }))
    child.once('exit', (code) => reject(new Error(`The machine ended with ${code}.`)))
  })
}

/** A workflow whose prompts take `ms` on a {@link Machine} that has the model; its payload gives a colour. */
export function dwellWorkflow(ms: number, model = 'common'): JsonObject {
  const mappings = [{ from: 'colour', to: { node: 'id:1', input: 'color' }, on_retry: '$retry_index' }]
  return {
    '1': { class_type: 'EmptyImage', inputs: { width: 16, height: 16, batch_size: 1, color: 0 } },
    '2': { class_type: 'Dwell', inputs: { image: ['1', 0], ms, model } },
    '3': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['2', 0] } },
    '4': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
}
