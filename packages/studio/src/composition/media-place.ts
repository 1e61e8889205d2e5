import type { MediaInfo } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { fromServer, server } from '../server/client.ts'

/** The id of a medium in the server's store; undefined for one that is missing. */
export const storeIdOf = ({ source }: Pick<Media, 'source'>): string | undefined => (source.type === 'missing' ? undefined : source.id)

/** What is known of a medium's bytes: not yet, why not, or all of it. */
export interface KnownMedia {
  readonly info: MediaInfo | undefined
  readonly error: unknown
}

const ASK_AGAIN_MS = 5000
const known = new Map<string, ShallowRef<KnownMedia>>()

/** What the server says of a medium; asked once, by whoever asks first. After `mediaChanged` the same ref tells what it is then. */
export function mediaInfo(id: string): Readonly<ShallowRef<KnownMedia>> {
  const asked = known.get(id)
  if (asked !== undefined) return asked
  const state = shallowRef<KnownMedia>({ info: undefined, error: undefined })
  known.set(id, state)
  void ask(id, state)
  return state
}

async function ask(id: string, state: ShallowRef<KnownMedia>): Promise<void> {
  try {
    state.value = { info: await server('getMediaInfo', { params: { id } }), error: undefined }
  } catch (error) {
    state.value = { info: undefined, error }
    // Asked again by who comes later, and not at once: who asks whenever this tells something would never end.
    setTimeout(() => { if (known.get(id) === state) known.delete(id) }, ASK_AGAIN_MS)
  }
}

/** The same once it is known; rejects where it cannot be told. */
export function mediaKnown(id: string): Promise<MediaInfo> {
  const state = mediaInfo(id)
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const { info, error } = state.value
      if (info !== undefined) resolve(info)
      else if (error !== undefined) reject(new Error(`${id} is not known`, { cause: error }))
      return info !== undefined || error !== undefined
    }
    if (settle()) return
    const stop = watch(state, () => { if (settle()) stop() })
  })
}

/** Forgets what was known, so that it is asked again. */
export function forgetMedia(id: string): void {
  known.delete(id)
}

/**
 * The address of something made of a medium, such as its thumbnail `w` pixels wide. The hash of its bytes stands in it: a medium that was
 * given others is not shown as the browser has kept it.
 */
export function mediaAddress(path: string, hash: string, query: Readonly<Record<string, string | number>> = {}): string {
  const pairs = Object.entries({ ...query, v: hash.slice(0, 8) }).map(([key, value]) => `${key}=${value}`)
  return fromServer(`${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`)
}

const listening = new Set<(id: string) => void>()

/** Hears that a medium has other bytes than before, or has them again, while the component lives: what was read or drawn of it no longer holds. */
export function useMediaChanges(heard: (id: string) => void): void {
  listening.add(heard)
  onScopeDispose(() => listening.delete(heard))
}

/** Tells that a medium of the store has other bytes now, or has them again. What `mediaInfo` gave is asked anew. */
export async function mediaChanged(id: string): Promise<void> {
  const state = known.get(id)
  if (state !== undefined) await ask(id, state)
  for (const heard of listening) heard(id)
}
