/** Prompts that take longer than this stand at a server alone. */
const SHORT_MS = 2_000

/** What a server works on, as it tells, and how long its prompts take. */
export class Pace {
  #running: string | undefined
  #startedAt = 0
  #usualMs = 0

  /** The prompt that runs; undefined before the server has told of any. */
  get running(): string | undefined {
    return this.#running
  }

  /** How many prompts are kept at the server: short ones stand one behind the other, so that it never idles while we write; a long one would hold up what comes next. */
  get depth(): number {
    return this.#usualMs < SHORT_MS ? 2 : 1
  }

  began(promptId: string): void {
    this.#running = promptId
    this.#startedAt = performance.now()
  }

  ended(promptId: string): void {
    if (this.#running === promptId) this.#usualMs = performance.now() - this.#startedAt
  }
}
