import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The command line as a process of its own, as a script would start it; the variables of this one do not reach it. */
export function startCli(words: readonly string[], more: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
  const { LEMOUF_DATA: _data, LEMOUF_TOKEN: _token, npm_lifecycle_event: _event, ...env } = process.env
  return spawn(process.execPath, [MAIN, ...words], { stdio: 'pipe', env: { ...env, CI: '1', ...more } })
}

/** Runs it to its end. `typed` comes through a pipe. */
export async function lemouf(words: readonly string[], typed = '', env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = startCli(words, env)
  child.stdin.end(typed)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close') as Promise<[number | null]>])
  return { code, out, err }
}

/** The JSON lines that it printed. */
export const jsonLines = ({ out }: Ended): Record<string, unknown>[] => out.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
