import type { ComfyClient } from '../comfy/client.ts'

/** Prompts that a server may still have and nobody waits for: each is taken back as soon as the server can be told. */
export class Withdrawals {
  readonly #promptIds = new Set<string>()

  get size(): number {
    return this.#promptIds.size
  }

  add(promptId: string): void {
    this.#promptIds.add(promptId)
  }

  /** Takes back what is in the server's queue, and forgets what is not. `isWanted`: it came back here since. Errors: as of {@link ComfyClient}. */
  async carryOut(client: ComfyClient, isQueued: (promptId: string) => boolean, isWanted: (promptId: string) => boolean): Promise<void> {
    await Promise.all([...this.#promptIds].map(async (promptId) => {
      if (isQueued(promptId) && !isWanted(promptId)) await client.cancel(promptId)
      this.#promptIds.delete(promptId)
    }))
  }

  /** Takes all of them back without looking. What fails is left. */
  async parting(client: ComfyClient): Promise<void> {
    await Promise.allSettled([...this.#promptIds].map((promptId) => client.cancel(promptId)))
  }
}
