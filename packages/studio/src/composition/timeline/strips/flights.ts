interface Wish {
  readonly key: string
  readonly fetch: (signal: AbortSignal) => Promise<void>
}

/**
 * What is fetched for the picture that is seen: one flight a key, few at once, in the order in which they were wished for. Each
 * drawing wishes anew; what nobody wishes for any more is given up, also under way.
 */
export class Flights {
  readonly #most: number
  readonly #again: () => void
  readonly #under = new Map<string, AbortController>()
  readonly #failed = new Map<string, number>()
  #wishes: Wish[] = []
  #later: Wish[] = []
  #wished = new Set<string>()

  /** `again` is called when what failed may be wished for again: nothing else may happen that has the picture drawn. */
  constructor(most: number, again: () => void) {
    this.#most = most
    this.#again = again
  }

  /** All wishes were for a picture of before. */
  forget(): void {
    this.#wishes = []
    this.#later = []
    this.#wished = new Set()
  }

  /** Wishes for something, or for something better than what is there, which is fetched when the rest is there. What failed is not tried again for some seconds. */
  wish(key: string, fetch: Wish['fetch'], better = false): void {
    if (this.#wished.has(key) || (this.#failed.get(key) ?? 0) > performance.now()) return
    this.#wished.add(key)
    ;(better ? this.#later : this.#wishes).push({ key, fetch })
  }

  /** Gives up what is not wished for, and sets out for the rest. */
  settle(): void {
    for (const [key, flight] of this.#under) {
      if (this.#wished.has(key)) continue
      this.#under.delete(key)
      flight.abort()
    }
    this.#depart()
  }

  #depart(): void {
    for (const wish of [...this.#wishes, ...this.#later]) {
      if (this.#under.size >= this.#most) return
      if (!this.#under.has(wish.key)) this.#fly(wish)
    }
  }

  #fly({ key, fetch }: Wish): void {
    const flight = new AbortController()
    this.#under.set(key, flight)
    fetch(flight.signal).then(
      () => this.#land(key, flight),
      (error: unknown) => {
        if (!flight.signal.aborted) {
          console.warn(`${key} could not be fetched`, error)
          this.#failed.set(key, performance.now() + RETRY_AFTER)
          setTimeout(this.#again, RETRY_AFTER + 1)
        }
        this.#land(key, flight)
      },
    )
  }

  #land(key: string, flight: AbortController): void {
    if (this.#under.get(key) !== flight) return
    this.#under.delete(key)
    this.#wishes = this.#wishes.filter((wish) => wish.key !== key)
    this.#later = this.#later.filter((wish) => wish.key !== key)
    this.#depart()
  }
}

/** Milliseconds after which something is tried again that could not be had. */
const RETRY_AFTER = 5000
