/** What a page keeps in its browser. It never throws: where the browser keeps nothing, it lasts until the page is left. */
export type BrowserMemory = Pick<Storage, 'getItem' | 'setItem'>

/** Kept for the browser's other windows and another day. */
export const lastingMemory = guarded(() => localStorage)

/** Kept for this tab, over a reload. */
export const tabMemory = guarded(() => sessionStorage)

/** A storage that may be forbidden, even to be named, or full. */
export function guarded(open: () => BrowserMemory): BrowserMemory {
  /** What could not be stored. */
  const unstored = new Map<string, string>()
  let isTold = false

  function tried<T>(work: (storage: BrowserMemory) => T, otherwise: () => T): T {
    try {
      return work(open())
    } catch (error) {
      if (!isTold) console.warn('This browser keeps nothing for this page: it forgets when it is left.', error)
      isTold = true
      return otherwise()
    }
  }

  return {
    getItem: (key) => unstored.get(key) ?? tried((storage) => storage.getItem(key), () => null),
    setItem: (key, value) => tried((storage) => {
      storage.setItem(key, value)
      unstored.delete(key)
    }, () => { unstored.set(key, value) }),
  }
}
