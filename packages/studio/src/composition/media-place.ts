import { AppError } from '@lemouf/core/error'
import type { MediaInfo } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { fromServer, server } from '../server/client.ts'
import { Retries } from './retries.ts'

/** The id of a medium in the server's store; undefined for one that is missing. */
export const storeIdOf = ({ source }: Pick<Media, 'source'>): string | undefined => (source.type === 'missing' ? undefined : source.id)

/** What is known of a medium's bytes: all of it, or why not yet. */
export interface KnownMedia {
  readonly info: MediaInfo | undefined
  readonly error: unknown
}

/** Whether the server itself says that there are no such bytes. That it does not answer says nothing of them. */
export const isGone = ({ info, error }: KnownMedia): boolean => info?.missing === true || isUnknown(error)
const isUnknown = (error: unknown): boolean => error instanceof AppError && error.code === 'media_not_found'

const known = new Map<string, ShallowRef<KnownMedia>>()
const retries = new Retries((id) => {
  const state = known.get(id)
  if (state !== undefined) void ask(id, state)
})

/** What the server says of a medium; asked by whoever asks first, and until it answers. The same ref always: after `mediaChanged` it tells what it is then. */
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
    const info = await server('getMediaInfo', { params: { id } })
    retries.settle(id)
    state.value = { info, error: undefined }
  } catch (error) {
    state.value = { info: undefined, error }
    if (!isUnknown(error)) retries.failed(id)
  }
}

/** The same once it is known, however long the server does not answer; rejects where it says that it has no such medium. */
export function mediaKnown(id: string): Promise<MediaInfo> {
  const state = mediaInfo(id)
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const { info, error } = state.value
      if (info !== undefined) resolve(info)
      else if (isUnknown(error)) reject(new AppError('media_not_found', `${id} is not known`, { cause: error }))
      return info !== undefined || isUnknown(error)
    }
    if (settle()) return
    const stop = watch(state, () => { if (settle()) stop() })
  })
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
