import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { createClient, type Client } from '@lemouf/core/protocol'
import { startProgram, type Program } from '../program.ts'
import { dataFolder, hasData, holderOf, noData } from './data-folder.ts'
import { quoted } from './invocation.ts'
import { openLog } from './log.ts'
import type { Terminal } from './terminal.ts'

/** How a command line names the server to talk to. */
export interface Place {
  readonly data?: string | undefined
  readonly server?: string | undefined
  readonly token?: string | undefined
  readonly comfy?: readonly string[] | undefined
  readonly workflows?: string | undefined
}

/** What a command needs of the data folder: it is `made` when absent, the data must be `there`, or another is `borrowed` for as long as the command runs. */
export type DataNeed = 'made' | 'there' | 'borrowed'

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
  /** It ends with the command. */
  readonly own: boolean
}

const STARTING_MS = 15_000

/**
 * Talks to the server that is named, else to the one that has the data folder open,
 * else to a whole program in this process that ends with the work.
 * Errors: `data_in_use` when the holder of the data does not listen, `data_unusable` when needed data are not there, and those of starting a program.
 */
export async function withSession<T>(place: Place, terminal: Terminal, need: DataNeed, work: (session: Session) => Promise<T>): Promise<T> {
  const token = place.token ?? process.env['LEMOUF_TOKEN']
  if (place.server !== undefined) {
    noteIgnored(place, terminal)
    return work(sessionWith(place.server, token, { again: ` --server ${quoted(place.server)}`, own: false }))
  }
  const dataDir = dataFolder(place.data)
  const local = { dataDir, again: place.data === undefined ? '' : ` --data ${quoted(place.data)}`, own: false }
  const running = await runningServer(dataDir)
  if (running !== undefined) {
    noteIgnored(place, terminal)
    return work(sessionWith(running, token, local))
  }
  const alone = (folder: string): Promise<T> => withOwnProgram(place, folder, ({ url }) => work(sessionWith(url, undefined, { ...local, dataDir: folder, own: true })))
  if (need === 'made' || (await hasData(dataDir))) return alone(dataDir)
  if (need === 'there') throw noData(dataDir)
  return inBorrowedFolder(alone)
}

async function withOwnProgram<T>({ comfy = [], workflows }: Place, dataDir: string, work: (program: Program) => Promise<T>): Promise<T> {
  const { log } = await openLog(dataDir, 'file')
  const program = await startProgram({ dataDir, host: '127.0.0.1', port: 0, token: undefined, comfy, workflows, log })
  try {
    return await work(program)
  } finally {
    await program.close()
  }
}

async function inBorrowedFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
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

function sessionWith(base: string, token: string | undefined, where: Pick<Session, 'again' | 'own'> & Partial<Session>): Session {
  const client = createClient({ base, actor: 'cli', fetch, ...(token === undefined ? {} : { token }) })
  return { client, base, token, dataDir: undefined, ...where }
}

function noteIgnored({ comfy, workflows }: Place, terminal: Terminal): void {
  if (comfy !== undefined && comfy.length > 0) terminal.note('A server is running already: it generates with what it was started with, and --comfy is not used.')
  if (workflows !== undefined) terminal.note('A server is running already: it has the workflows that it was started with, and --workflows is not used.')
}

/** An address on the server that a person can open, with the token that lets them in. */
export function addressFor({ base, token }: Pick<Session, 'base' | 'token'>, path = '/'): string {
  if (token === undefined) return base + path
  const url = new URL(path, base)
  url.searchParams.set('token', token)
  return url.href
}
