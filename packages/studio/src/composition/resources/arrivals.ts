import type { MediaInfo } from '@lemouf/core/protocol'
import { computed, nextTick, watch } from 'vue'
import { useView } from '../document/view-state.ts'
import type { Library } from './library/use-library.ts'
import { isUnderWay } from './uploads/upload.ts'
import { uploads } from './uploads/uploads.ts'

/**
 * Chooses what was uploaded and brings it into view, unless somebody has chosen something else while it was on its way, is busy, or
 * searches for something that it is not. Call what this gives when the library has read it.
 */
export function useArrivals(library: Library, isBusy: () => boolean, bringIntoView: () => void): (media: readonly MediaInfo[]) => void {
  const { resources: view } = useView()
  /** What was chosen before anything was on its way, and what has come since: whoever chose something else is busy with that. */
  const idle = new Set<string>()
  /** What has come since then. */
  const come = new Set<string>()
  watch(computed(() => uploads.list.value.some(isUnderWay)), (isBegun) => {
    if (!isBegun) return
    idle.clear()
    come.clear()
    for (const key of library.choosing.value.chosen) idle.add(key)
  })
  return (media) => {
    const isOther = [...library.choosing.value.chosen].some((key) => !idle.has(key))
    if (isOther || isBusy()) return
    const added = library.shown.value.find(({ id }) => id === 'added')?.resources ?? []
    const keys = added.filter(({ storeId, hash }) => media.some((one) => one.media === storeId || one.hash === hash)).map(({ key }) => key)
    if (keys.length === 0) return
    view.folded = view.folded.filter((id) => id !== 'added')
    const isAmongThem = [...library.choosing.value.chosen].some((key) => come.has(key))
    for (const [index, key] of keys.entries()) {
      if (!library.choosing.value.chosen.has(key)) library.choose(key, index === 0 && !isAmongThem ? 'one' : 'toggle')
      idle.add(key)
      come.add(key)
    }
    void nextTick(bringIntoView)
  }
}
