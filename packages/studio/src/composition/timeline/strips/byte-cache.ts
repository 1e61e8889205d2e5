interface Kept<V> {
  readonly value: V
  readonly bytes: number
  round: number
}

/**
 * What was used last, up to a number of bytes. What is used in the same round is not put out by something else of that round:
 * where all of it does not fit, the rest is not kept, and nothing is fetched and put out in turns for ever.
 */
export class ByteCache<V> {
  readonly #budget: number
  readonly #dispose: (value: V) => void
  readonly #kept = new Map<string, Kept<V>>()
  #bytes = 0
  #round = 0

  constructor(budget: number, dispose: (value: V) => void) {
    this.#budget = budget
    this.#dispose = dispose
  }

  get bytes(): number {
    return this.#bytes
  }
  get size(): number {
    return this.#kept.size
  }

  /** A round begins: what was used before may go. */
  nextRound(): void {
    this.#round++
  }

  /** Whether it is there; that is no use of it. */
  has(key: string): boolean {
    return this.#kept.has(key)
  }

  /** A value, as used now. */
  get(key: string): V | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    // The order of a map is that of insertion: the first is what was used longest ago.
    if (kept.round !== this.#round) {
      kept.round = this.#round
      this.#kept.delete(key)
      this.#kept.set(key, kept)
    }
    return kept.value
  }

  /** Keeps a value in place of what had its key. False where there is no room for it; it is disposed of then. */
  set(key: string, value: V, bytes: number): boolean {
    this.delete(key)
    for (const [other, { round }] of this.#kept) {
      if (this.#bytes + bytes <= this.#budget || round === this.#round) break
      this.delete(other)
    }
    if (this.#bytes + bytes > this.#budget) {
      this.#dispose(value)
      return false
    }
    this.#kept.set(key, { value, bytes, round: this.#round })
    this.#bytes += bytes
    return true
  }

  delete(key: string): void {
    const kept = this.#kept.get(key)
    if (kept === undefined) return
    this.#kept.delete(key)
    this.#bytes -= kept.bytes
    this.#dispose(kept.value)
  }

  clear(): void {
    for (const key of this.#kept.keys()) this.delete(key)
  }
}
