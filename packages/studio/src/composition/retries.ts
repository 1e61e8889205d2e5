const FIRST_MS = 500
const MOST_MS = 8000

interface Failure {
  readonly count: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Has what failed tried again, by key: soon after it failed first, later each further time. */
export class Retries {
  readonly #again: (key: string) => void
  readonly #failures = new Map<string, Failure>()

  constructor(again: (key: string) => void) {
    this.#again = again
  }

  /** Whether something failed and its next try is not due yet. */
  waits(key: string): boolean {
    return this.#failures.get(key)?.timer !== undefined
  }

  failed(key: string): void {
    const known = this.#failures.get(key)
    if (known?.timer !== undefined) return
    const count = (known?.count ?? 0) + 1
    const timer = setTimeout(() => {
      failure.timer = undefined
      this.#again(key)
    }, Math.min(MOST_MS, FIRST_MS * 2 ** (count - 1)))
    const failure: Failure = { count, timer }
    this.#failures.set(key, failure)
  }

  /** It has gone well, or is of no concern any more. Whether it had failed before. */
  settle(key: string): boolean {
    clearTimeout(this.#failures.get(key)?.timer)
    return this.#failures.delete(key)
  }

  close(): void {
    for (const key of this.#failures.keys()) this.settle(key)
  }
}
