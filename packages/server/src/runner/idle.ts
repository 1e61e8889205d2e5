/**
 * How a server's time was used, in milliseconds since the clock was made: at work, and idle although there was more to make,
 * because it waited for a person. Time in which nothing was wanted, or the server was away, is neither.
 */
export class IdleClock {
  readonly #now: () => number
  #since: number
  #state: 'busy' | 'idle' | 'off' = 'off'
  #busy = 0
  #idle = 0
  #taken = { busyMs: 0, idleMs: 0 }

  /** `now`: milliseconds from any origin that never go back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
    this.#since = now()
  }

  /** From now on: whether it works, whether it could, and whether a loop with cycles left waits for a person. */
  note({ working, online, waiting }: { readonly working: boolean; readonly online: boolean; readonly waiting: boolean }): void {
    this.#count()
    if (working) this.#state = 'busy'
    else this.#state = online && waiting ? 'idle' : 'off'
  }

  get spent(): { readonly busyMs: number; readonly idleMs: number } {
    this.#count()
    return { busyMs: Math.round(this.#busy), idleMs: Math.round(this.#idle) }
  }

  /** What was spent since this was asked last. */
  take(): { readonly busyMs: number; readonly idleMs: number } {
    const before = this.#taken
    this.#taken = this.spent
    return { busyMs: this.#taken.busyMs - before.busyMs, idleMs: this.#taken.idleMs - before.idleMs }
  }

  #count(): void {
    const now = this.#now()
    if (this.#state === 'busy') this.#busy += now - this.#since
    if (this.#state === 'idle') this.#idle += now - this.#since
    this.#since = now
  }
}
