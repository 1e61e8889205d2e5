import type { MediaInfo } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import { shallowRef, type ShallowRef } from 'vue'
import { server } from '../server/client.ts'

/** The id of a medium in the server's store; undefined for one that is missing. */
export const storeIdOf = ({ source }: Pick<Media, 'source'>): string | undefined => (source.type === 'missing' ? undefined : source.id)

/** What is known of a medium's bytes: not yet, why not, or all of it. */
export interface KnownMedia {
  readonly info: MediaInfo | undefined
  readonly error: unknown
}

const known = new Map<string, ShallowRef<KnownMedia>>()

/** What the server says of a medium; asked once, by whoever asks first. */
export function mediaInfo(id: string): Readonly<ShallowRef<KnownMedia>> {
  const asked = known.get(id)
  if (asked !== undefined) return asked
  const state = shallowRef<KnownMedia>({ info: undefined, error: undefined })
  known.set(id, state)
  server('getMediaInfo', { params: { id } }).then(
    (info) => { state.value = { info, error: undefined } },
    (error: unknown) => {
      state.value = { info: undefined, error }
      known.delete(id)
    },
  )
  return state
}

/** Forgets what was known, so that it is asked again: its bytes are other ones now. */
export function forgetMedia(id: string): void {
  known.delete(id)
}
