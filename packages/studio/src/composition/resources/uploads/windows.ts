import { watch, type ShallowRef } from 'vue'
import { isOver, type Upload } from './upload.ts'

const PREFIX = 'lemouf.upload '

/**
 * Tells the browser's other windows which uploads this one has, for as long as it has them, and gives those that others have by now. Where the
 * browser has no locks, which is on pages that are not secure, each window offers to go on with what the others send.
 */
export async function shareUploads(list: Readonly<ShallowRef<readonly Upload[]>>): Promise<ReadonlySet<string>> {
  const locks = globalThis.navigator?.locks as LockManager | undefined
  if (locks === undefined) return new Set()
  const held = new Map<string, () => void>()
  watch(list, (uploads) => {
    const own = new Set(uploads.filter((one) => one.state !== 'left' && !isOver(one)).map(({ fingerprint }) => fingerprint))
    for (const [fingerprint, release] of held) {
      if (own.has(fingerprint)) continue
      release()
      held.delete(fingerprint)
    }
    for (const fingerprint of own) {
      if (held.has(fingerprint)) continue
      const { promise, resolve } = Promise.withResolvers<void>()
      held.set(fingerprint, resolve)
      // One that another window has as well is only not told: the server takes pieces from either.
      void locks.request(PREFIX + fingerprint, { ifAvailable: true }, () => promise)
    }
  })
  const names = (await locks.query()).held ?? []
  return new Set(names.flatMap(({ name }) => (name?.startsWith(PREFIX) === true ? [name.slice(PREFIX.length)] : [])))
}
