import type { SocketMessage } from '../comfy/messages.ts'

/** How far one prompt is: the share of its nodes that are done, and of the one that works. */
export class PromptProgress {
  readonly #total: number
  readonly #finished = new Set<string>()
  #current: { node: string; share: number } | undefined

  /** `nodeCount`: the nodes that Loop Return needs; others of the prompt run beside them or not at all. */
  constructor(nodeCount: number) {
    this.#total = Math.max(1, nodeCount)
  }

  /** Takes a message of this prompt in; gives the share done, 0..1. */
  advance(message: SocketMessage): number {
    if (message.type === 'execution_cached') for (const node of message.data.nodes) this.#finished.add(node)
    if (message.type === 'executing') this.#enter(message.data.node)
    if (message.type === 'progress' && message.data.max > 0) {
      const node = message.data.node ?? this.#current?.node
      if (node !== undefined) this.#current = { node, share: Math.min(1, message.data.value / message.data.max) }
    }
    return Math.min(1, (this.#finished.size + (this.#current?.share ?? 0)) / this.#total)
  }

  #enter(node: string | null): void {
    if (this.#current !== undefined) this.#finished.add(this.#current.node)
    this.#current = node === null ? undefined : { node, share: 0 }
  }
}
