import { countOn, cycleKey, NO_BOOK, type CycleFacts } from '@lemouf/core/metrics'
import type { KnownCycle, LoopCount, MetricStore, Uncounted } from '../store/metric-store.ts'

/** Events a transaction: the database is not held from others for long. */
const EVENTS_AT_ONCE = 2_000

/** Keeps what is counted of loops up with their events. Nothing is counted twice, whatever breaks in between. */
export class Accounts {
  readonly #store: MetricStore
  #catchingUp: Promise<void> | undefined
  #stopped = false

  constructor(store: MetricStore) {
    this.#store = store
  }

  /** Resolves when every event that was recorded before has been counted. Errors: as of the store. */
  async catchUp(): Promise<void> {
    // One that is under way may have read its last events already.
    await this.#catchingUp
    this.#catchingUp ??= this.#countAll().finally(() => (this.#catchingUp = undefined))
    await this.#catchingUp
  }

  /** What is left is counted the next time. Resolves when nothing is being counted any more. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#catchingUp
  }

  async #countAll(): Promise<void> {
    while (!this.#stopped) {
      const next = await this.#store.uncounted(EVENTS_AT_ONCE)
      if (next === undefined) return
      // At a conflict another program has counted them, and the next look goes on from there.
      await this.#store.keep(next, next.loops.map(countLoop))
    }
  }
}

function countLoop({ loopId, events, book, cycles }: Uncounted['loops'][number]): LoopCount {
  const known = new Map<string, CycleFacts>(cycles.map((one) => [cycleKey(one), one.facts]))
  const counted = countOn(book ?? NO_BOOK, known, events)
  return { loopId, book: counted.book, cycles: [...counted.cycles].map(placed), tally: counted.tally }
}

function placed([key, facts]: readonly [string, CycleFacts]): KnownCycle {
  const [run, cycle] = key.split('/')
  return { run: Number(run), cycle: Number(cycle), facts }
}
