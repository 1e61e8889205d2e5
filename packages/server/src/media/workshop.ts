/** Something being made, or waiting for its turn. */
interface Flight {
  readonly key: string
  readonly controller: AbortController
  readonly start: () => void
  readonly done: Promise<unknown>
  waiting: number
}

/**
 * Makes things that several may ask for at once: one flight a key, a few at a time, what was asked for last first.
 * What nobody waits for any more is ended.
 */
export class Workshop {
  readonly #places: number
  readonly #flights = new Map<string, Flight>()
  /** Waiting for a place; the next one is last. */
  readonly #queue: Flight[] = []
  #busy = 0

  constructor(places: number) {
    this.#places = places
  }

  /** What `work` makes, or a flight of the same key that is under way. An abort of `signal` gives up waiting and throws its reason. */
  async make<T>(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted()
    const flight = this.#flights.get(key) ?? this.#enter(key, work)
    flight.waiting++
    this.#raise(flight)
    try {
      // Flights of one key are of one type: the key names what is made.
      return await (signal === undefined ? flight.done : orAbort(flight.done, signal)) as T
    } finally {
      flight.waiting--
      if (flight.waiting === 0) this.#leave(flight)
    }
  }

  /** Ends all that is under way, and resolves when it has ended. */
  async close(): Promise<void> {
    const flights = [...this.#flights.values()]
    this.#queue.length = 0
    for (const { controller } of flights) controller.abort(new Error('the program ends'))
    await Promise.allSettled(flights.map(({ done }) => done))
  }

  #enter(key: string, work: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController()
    const turn = Promise.withResolvers<void>()
    controller.signal.addEventListener('abort', () => turn.reject(controller.signal.reason))
    const done = turn.promise.then(() => work(controller.signal)).finally(() => this.#forget(flight))
    // Who waits hears of a failure; a flight that everybody left fails unheard.
    done.catch(() => undefined)
    const flight: Flight = { key, controller, start: turn.resolve, done, waiting: 0 }
    this.#flights.set(key, flight)
    this.#queue.push(flight)
    queueMicrotask(() => this.#next())
    return flight
  }

  /** Puts a flight that waits at the head. */
  #raise(flight: Flight): void {
    const index = this.#queue.indexOf(flight)
    if (index >= 0) this.#queue.push(...this.#queue.splice(index, 1))
  }

  #next(): void {
    while (this.#busy < this.#places) {
      const flight = this.#queue.pop()
      if (flight === undefined) return
      this.#busy++
      const end = (): void => {
        this.#busy--
        this.#next()
      }
      flight.done.then(end, end)
      flight.start()
    }
  }

  #leave(flight: Flight): void {
    const index = this.#queue.indexOf(flight)
    if (index >= 0) this.#queue.splice(index, 1)
    this.#forget(flight)
    flight.controller.abort(new Error('nobody waits for it any more'))
  }

  #forget(flight: Flight): void {
    if (this.#flights.get(flight.key) === flight) this.#flights.delete(flight.key)
  }
}

async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const give = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', give, { once: true })
  try {
    return await Promise.race([promise, aborted.promise])
  } finally {
    signal.removeEventListener('abort', give)
  }
}
