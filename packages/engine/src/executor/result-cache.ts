import { access } from 'node:fs/promises'
import { systemCode } from '../files/placing.ts'
import type { StoredResult } from './result.ts'

/**
 * Results by signature, kept across prompts up to a number of bytes; the least recently used go first.
 * Pinned ones, which a running prompt still needs, stay and count.
 */
export class ResultCache {
  readonly #limit: number
  /** In order of use, the oldest first. */
  readonly #results = new Map<string, StoredResult>()
  readonly #pins = new Map<string, number>()
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(signature: string): StoredResult | undefined {
    const result = this.#results.get(signature)
    if (result !== undefined) {
      this.#results.delete(signature)
      this.#results.set(signature, result)
    }
    return result
  }

  /** As {@link get}, but forgets a result of which a file has vanished. */
  async getIntact(signature: string): Promise<StoredResult | undefined> {
    const result = this.get(signature)
    if (result === undefined) return undefined
    for (const path of result.paths) {
      if (await exists(path)) continue
      this.#drop(signature)
      return undefined
    }
    return result
  }

  set(signature: string, result: StoredResult): void {
    this.#drop(signature)
    this.#results.set(signature, result)
    this.#bytes += result.bytes
    this.#shrink()
  }

  /** Keeps the entry of this signature, present or to come, until as many {@link unpin}. */
  pin(signature: string): void {
    this.#pins.set(signature, (this.#pins.get(signature) ?? 0) + 1)
  }

  unpin(signature: string): void {
    const pins = this.#pins.get(signature) ?? 0
    if (pins > 1) this.#pins.set(signature, pins - 1)
    else {
      this.#pins.delete(signature)
      this.#shrink()
    }
  }

  /** Forgets everything that is not pinned. */
  clear(): void {
    for (const signature of this.#results.keys()) if (!this.#pins.has(signature)) this.#drop(signature)
  }

  #drop(signature: string): void {
    this.#bytes -= this.#results.get(signature)?.bytes ?? 0
    this.#results.delete(signature)
  }

  #shrink(): void {
    if (this.#bytes <= this.#limit) return
    for (const signature of this.#results.keys()) {
      if (this.#pins.has(signature)) continue
      this.#drop(signature)
      if (this.#bytes <= this.#limit) return
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return false
    throw error
  }
}
