import { HOUR_MS } from '@lemouf/core/metrics'
import type { UseStore } from '../store/use-store.ts'

/** How a server spent its time since it was asked last, in milliseconds. */
export interface Passed {
  readonly server: string
  readonly busyMs: number
  readonly idleMs: number
}

/** Writes down how servers spend their time, so that a restart does not forget it. */
export class TimeSheet {
  readonly #store: UseStore
  readonly #take: () => readonly Passed[]
  #owed: readonly Passed[] = []
  #writing: Promise<void> = Promise.resolve()

  /** `take`: what passed since it was called last. */
  constructor(store: UseStore, take: () => readonly Passed[]) {
    this.#store = store
    this.#take = take
  }

  /** Adds what passed to the hour of `now`. What could not be written is written the next time. */
  write(now: number): Promise<void> {
    const writing = this.#writing.then(() => this.#write(now))
    this.#writing = writing.catch(() => undefined)
    return writing
  }

  async #write(now: number): Promise<void> {
    this.#owed = merged([...this.#owed, ...this.#take()])
    const owed = this.#owed.filter(({ busyMs, idleMs }) => busyMs > 0 || idleMs > 0)
    const hour = Math.floor(now / HOUR_MS)
    await this.#store.add(owed.map((one) => Object.assign({ hour }, one)))
    this.#owed = []
  }
}

const merged = (all: readonly Passed[]): readonly Passed[] =>
  [...Map.groupBy(all, ({ server }) => server)].map(([server, of]) => ({
    server,
    busyMs: of.reduce((sum, { busyMs }) => sum + busyMs, 0),
    idleMs: of.reduce((sum, { idleMs }) => sum + idleMs, 0),
  }))
