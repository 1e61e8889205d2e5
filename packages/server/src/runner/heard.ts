import type { NodeOutput, HistoryAnswer, SocketMessage } from '../comfy/messages.ts'

/**
 * What a prompt's own messages said of its result, which saves asking for its history.
 * Messages can be lost, so it counts only when every Loop Return was heard of and the prompt succeeded.
 */
export class Heard {
  readonly #awaited: ReadonlySet<string>
  readonly #outputs = new Map<string, NodeOutput>()
  #succeeded = false

  /** `loopReturns`: the nodes whose outputs are the result. */
  constructor(loopReturns: readonly string[]) {
    this.#awaited = new Set(loopReturns)
  }

  hear(message: SocketMessage): void {
    if (message.type === 'executed' && this.#awaited.has(message.data.node)) this.#outputs.set(message.data.node, message.data.output)
    if (message.type === 'execution_success') this.#succeeded = true
  }

  /** The same as the history says of it; undefined when something was not heard. */
  get answer(): HistoryAnswer | undefined {
    if (!this.#succeeded || this.#outputs.size < this.#awaited.size) return undefined
    return { outputs: Object.fromEntries(this.#outputs), status: undefined }
  }
}
