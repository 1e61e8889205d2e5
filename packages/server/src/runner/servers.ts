import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import type { ModelsView, ServerView, WorkerView } from '@lemouf/core/protocol'
import { mergeObjectInfo, type ObjectInfo } from '@lemouf/core/workflow'
import { ComfyClient } from '../comfy/client.ts'
import type { Store } from '../store/store.ts'
import { modelsOf, reportOf } from './report.ts'
import type { Runner } from './runner.ts'
import { Worker } from './worker.ts'

/** With several servers, one that takes longer to list its nodes is held to those it had before. */
const SLOW_MS = 2_000

export interface ServersParts {
  readonly runner: Runner
  readonly store: Store
  /** Addresses from the command line. */
  readonly given: readonly string[]
  /** The connection to the embedded engine, where there is one. */
  readonly embedded: Worker | undefined
}

/** The generating servers in use: the embedded engine or those of the command line, and those that were added since. */
export class Servers {
  readonly #parts: ServersParts
  readonly #given = new Map<string, Worker>()
  readonly #added = new Map<string, Worker>()

  constructor(parts: ServersParts) {
    this.#parts = parts
    if (parts.embedded !== undefined) parts.runner.add(parts.embedded)
    for (const url of parts.given) if (this.#find(url) === undefined) this.#given.set(url, this.#make(url))
  }

  /** Connects to all of them. */
  async open(): Promise<void> {
    for (const url of await this.#parts.store.servers()) {
      if (this.#find(url) === undefined) this.#added.set(url, this.#make(url))
    }
    for (const [url, worker] of [...this.#given, ...this.#added]) worker.connect(url)
  }

  get views(): readonly WorkerView[] {
    return this.#parts.runner.views.map((view) => ({ ...view, removable: this.#added.has(view.name) }))
  }

  /** Each server, asked just now for its devices, queue and versions. One that does not answer says so, and holds up no other. */
  reports(): Promise<readonly ServerView[]> {
    const workers = new Map(this.#all.map((worker) => [worker.name, worker]))
    return Promise.all(this.views.map(async (view) => Object.assign(view, await reportOf(workers.get(view.name)))))
  }

  /** The models of a server, by folder. Error: `server_not_found`. */
  async models(name: string): Promise<ModelsView> {
    const worker = this.#all.find((one) => one.name === name)
    if (worker === undefined) throw new AppError('server_not_found', `${name} is not among the servers in use. Look at the list of servers for its name.`)
    return Object.assign({ server: name }, await modelsOf(worker))
  }

  /** Addresses of the ComfyUI servers, whose pages may use this one. */
  get addresses(): readonly string[] {
    return [...this.#given.keys(), ...this.#added.keys()]
  }

  /** Takes a ComfyUI into use, from now on and after a restart. Errors: `engine_unavailable`, `engine_answer_invalid` when none is there. */
  async add(url: string): Promise<void> {
    if (this.#find(url) !== undefined) return
    await new ComfyClient(url).version()
    // It may have been added twice at once.
    if (this.#find(url) !== undefined) return
    const worker = this.#make(url)
    this.#added.set(url, worker)
    worker.connect(url)
    await this.#parts.store.addServer(url, Date.now())
  }

  /** Takes an added ComfyUI out of use; what it had is made by others. Error: `server_not_found`. */
  async remove(url: string): Promise<void> {
    const worker = this.#added.get(url)
    if (worker === undefined) {
      const why = this.#given.has(url) ? 'comes from the command line; start without it to leave it out' : 'is not among the servers in use'
      throw new AppError('server_not_found', `${url} ${why}.`)
    }
    await this.#parts.store.removeServer(url)
    this.#added.delete(url)
    await this.#parts.runner.remove(worker)
  }

  /** The nodes that the servers have together, read anew. Errors: `engine_unavailable` when none answers within `waitMs`. */
  async objectInfo(waitMs: number): Promise<ObjectInfo> {
    await this.#whenOnline(waitMs)
    const online = this.#all.filter((worker) => worker.online)
    const answers = await Promise.allSettled(online.map((worker) => nodesOf(worker, online.length > 1 ? SLOW_MS : waitMs)))
    const infos = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    const failed = answers.find((answer) => answer.status === 'rejected')
    if (infos.length === 0 && failed !== undefined) throw failed.reason
    return mergeObjectInfo(infos)
  }

  /** What each server that answers has, by its name, as far as is known. */
  get known(): ReadonlyMap<string, ObjectInfo> {
    return new Map(this.#all.flatMap(({ name, known, online }) => (online && known !== undefined ? [[name, known] as const] : [])))
  }

  /** ComfyUI servers first: where both have a node, theirs is the one that is meant. */
  get #all(): readonly Worker[] {
    const { embedded } = this.#parts
    return [...this.#given.values(), ...this.#added.values(), ...(embedded === undefined ? [] : [embedded])]
  }

  async #whenOnline(waitMs: number): Promise<void> {
    const deadline = Date.now() + waitMs
    const all = this.#all
    while (!all.some((worker) => worker.online)) {
      // The embedded engine comes back by itself; another server may stay away.
      const gone = all.every(({ kind, state }) => kind === 'comfyui' && state === 'offline')
      if (gone || Date.now() > deadline) throw new AppError('engine_unavailable', all[0]?.problem ?? 'No generating server has answered yet. Wait a moment and try again.')
      await sleep(50)
    }
  }

  /** The server at an address; this machine has several names. */
  #find(url: string): Worker | undefined {
    return [...this.#given, ...this.#added].find(([known]) => samePlace(known, url))?.[1]
  }

  #make(url: string): Worker {
    const worker = new Worker(url, 'comfyui')
    this.#parts.runner.add(worker)
    return worker
  }
}

async function nodesOf(worker: Worker, waitMs: number): Promise<ObjectInfo> {
  const read = worker.whenOnline(waitMs).then((client) => worker.readNodes(client))
  const late = sleep(waitMs).then(() => worker.known ?? read)
  return Promise.race([read, late])
}

const samePlace = (one: string, other: string): boolean => one.replace('//localhost', '//127.0.0.1') === other.replace('//localhost', '//127.0.0.1')
