import { isUnanswered } from '@lemouf/core/protocol'
import { server } from '../../server/client.ts'

const ASK_AGAIN_MS = 1500

/** Has small films made of films, one after the other, and tells of each when it is ready. */
export class Proxies {
  readonly #asked = new Set<string>()
  readonly #ready: (media: string, path: string) => void
  readonly #failed: (media: string, error: unknown) => void
  #queue: Promise<void> = Promise.resolve()
  #closed = false

  constructor(ready: (media: string, path: string) => void, failed: (media: string, error: unknown) => void) {
    this.#ready = ready
    this.#failed = failed
  }

  /** Asks for that of a film, once. */
  ask(media: string): void {
    if (this.#asked.has(media)) return
    this.#asked.add(media)
    this.#queue = this.#queue.then(() => this.#await(media))
  }

  /** It has other bytes now. */
  forget(media: string): void {
    this.#asked.delete(media)
  }

  close(): void {
    this.#closed = true
  }

  async #await(media: string): Promise<void> {
    try {
      while (!this.#closed && this.#asked.has(media) && !(await this.#isSettled(media))) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
    } catch (error) {
      this.#failed(media, error)
    }
  }

  async #isSettled(media: string): Promise<boolean> {
    try {
      const { state, url } = await server('ensureProxy', { body: { media } })
      if (state === 'ready' && url !== null) this.#ready(media, url)
      // Films with transparency and the like have none: the original does.
      return state === 'failed' || (state === 'ready' && url !== null)
    } catch (error) {
      if (isUnanswered(error)) return false
      throw error
    }
  }
}
