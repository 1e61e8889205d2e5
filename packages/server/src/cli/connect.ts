import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { createClient, type Client } from '@lemouf/core/protocol'
import { startProgram } from '../program.ts'
import { dataFolder, holderOf } from './data-folder.ts'
import { openLog } from './log.ts'
import type { Terminal } from './terminal.ts'

/** How a command line names the server to talk to. */
export interface Place {
  readonly data?: string | undefined
  readonly server?: string | undefined
  readonly token?: string | undefined
  readonly comfy?: string | undefined
  readonly workflows?: string | undefined
}

/** A server to talk to. */
export interface Session {
  readonly client: Client
  /** Its origin, without a slash at the end. */
  readonly base: string
  readonly token: string | undefined
  /** Where its data are, when they are on this machine. */
  readonly dataDir: string | undefined
  /** Options that lead to the same loops again, for what people are told to type. */
  readonly again: string
}

const STARTING_MS = 15_000

/**
 * Talks to the server that is named, else to the one that has the data folder open,
 * else to a whole program in this process that ends with the work.
 * Errors: `data_in_use` when the holder of the data does not listen, and those of starting a program.
 */
export async function withSession<T>(place: Place, terminal: Terminal, work: (session: Session) => Promise<T>): Promise<T> {
  const token = place.token ?? process.env['LEMOUF_TOKEN']
  if (place.server !== undefined) {
    noteIgnored(place, terminal)
    return work(sessionWith(place.server, token, { again: ` --server ${place.server}` }))
  }
  const dataDir = dataFolder(place.data)
  const local = { dataDir, again: place.data === undefined ? '' : ` --data ${place.data}` }
  const running = await runningServer(dataDir)
  if (running !== undefined) {
    noteIgnored(place, terminal)
    return work(sessionWith(running, token, local))
  }
  const { log } = await openLog(dataDir, 'file')
  const program = await startProgram({ dataDir, host: '127.0.0.1', port: 0, token: undefined, comfy: place.comfy, workflows: place.workflows, log })
  try {
    return await work(sessionWith(program.url, undefined, local))
  } finally {
    await program.close()
  }
}

/** Where the program that has a data folder open listens; undefined when nobody has it. One that is just starting is waited for. */
async function runningServer(dataDir: string): Promise<string | undefined> {
  const deadline = Date.now() + STARTING_MS
  for (;;) {
    const holder = await holderOf(dataDir)
    if (holder === undefined || holder.url !== undefined) return holder?.url
    if (Date.now() > deadline) throw new AppError('data_in_use', `The process ${holder.pid} has this data folder open and does not listen. End it, or use another folder with --data.`)
    await sleep(100)
  }
}

function sessionWith(base: string, token: string | undefined, where: Pick<Session, 'again'> & Partial<Session>): Session {
  const client = createClient({ base, actor: 'cli', fetch, ...(token === undefined ? {} : { token }) })
  return { client, base, token, dataDir: undefined, ...where }
}

function noteIgnored({ comfy, workflows }: Place, terminal: Terminal): void {
  if (comfy !== undefined) terminal.note('A server is running already: it generates with what it was started with, and --comfy is not used.')
  if (workflows !== undefined) terminal.note('A server is running already: it has the workflows that it was started with, and --workflows is not used.')
}

/** An address on the server that a person can open, with the token that lets them in. */
export function addressFor({ base, token }: Pick<Session, 'base' | 'token'>, path = '/'): string {
  if (token === undefined) return base + path
  const url = new URL(path, base)
  url.searchParams.set('token', token)
  return url.href
}
