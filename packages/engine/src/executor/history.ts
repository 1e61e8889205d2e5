import type { Json, JsonObject } from '@lemouf/core/json'
import type { NodeUi } from '../nodes/node.ts'

/** A prompt as queue and history list it: `[number, prompt_id, prompt, extra_data, outputs_to_execute]`. */
export type PromptRow = readonly [number: number, promptId: string, prompt: JsonObject, extraData: JsonObject, outputs: readonly string[]]

/** A lifecycle message with the data that went to the client. */
export type StatusMessage = readonly [event: string, data: Readonly<Record<string, Json>>]

export interface NodeMeta {
  readonly node_id: string
  readonly display_node: string
  readonly parent_node: null
  readonly real_node_id: string
}

/** An entry of `/history`. */
export interface HistoryEntry {
  readonly prompt: PromptRow
  readonly outputs: Readonly<Record<string, NodeUi>>
  readonly status: { readonly status_str: 'success' | 'error'; readonly completed: boolean; readonly messages: readonly StatusMessage[] }
  readonly meta: Readonly<Record<string, NodeMeta>>
}

/** The prompts that have run, the oldest first; beyond `limit` the oldest are forgotten. */
export class History {
  readonly #limit: number
  readonly #entries = new Map<string, HistoryEntry>()

  constructor(limit: number) {
    this.#limit = limit
  }

  add(entry: HistoryEntry): void {
    const promptId = entry.prompt[1]
    this.#entries.delete(promptId)
    this.#entries.set(promptId, entry)
    const oldest = this.#entries.keys().next()
    if (this.#entries.size > this.#limit && oldest.done !== true) this.#entries.delete(oldest.value)
  }

  get(promptId: string): HistoryEntry | undefined {
    return this.#entries.get(promptId)
  }

  /** `maxItems` entries from `offset`; without an offset the newest ones, as ComfyUI has it. */
  list(maxItems = Infinity, offset = Math.max(0, this.#entries.size - maxItems)): readonly (readonly [string, HistoryEntry])[] {
    return [...this.#entries].slice(offset, offset + maxItems)
  }

  delete(promptId: string): void {
    this.#entries.delete(promptId)
  }

  clear(): void {
    this.#entries.clear()
  }
}
