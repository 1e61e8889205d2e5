/** Values pushed by many, read in order by one. */
export class Queue<T> implements AsyncIterable<T> {
  readonly #values: T[] = []
  #failure: { readonly error: unknown } | undefined
  #wake: (() => void) | undefined

  push(value: T): void {
    this.#values.push(value)
    this.#wake?.()
  }

  /** The reader gets the error after the values that came before it. */
  fail(error: unknown): void {
    this.#failure ??= { error }
    this.#wake?.()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const value = this.#values.shift()
      if (value !== undefined) yield value
      else if (this.#failure !== undefined) throw this.#failure.error
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }
}
