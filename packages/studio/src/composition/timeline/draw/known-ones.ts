import { watch, type WatchHandle } from 'vue'
import { mediaInfo, type KnownMedia } from '../../media-place.ts'

/** What the server knows of the media that have been drawn: each is asked about when it is first seen, and `changed` called when it answers. */
export class KnownOnes {
  readonly #changed: () => void
  readonly #heard = new Map<string, { readonly state: { readonly value: KnownMedia }; readonly stop: WatchHandle }>()

  constructor(changed: () => void) {
    this.#changed = changed
  }

  readonly of = (id: string): KnownMedia => {
    const heard = this.#heard.get(id)
    if (heard !== undefined) return heard.state.value
    const state = mediaInfo(id)
    this.#heard.set(id, { state, stop: watch(state, this.#changed) })
    return state.value
  }

  close(): void {
    for (const { stop } of this.#heard.values()) stop()
    this.#heard.clear()
  }
}
