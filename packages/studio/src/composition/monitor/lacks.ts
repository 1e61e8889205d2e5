import { AppError } from '@lemouf/core/error'
import type { Media } from '@lemouf/core/timeline'
import { mediaInfo, storeIdOf } from '../media-place.ts'
import type { Notice } from '../playback/notices.ts'

/** Why a medium is not seen: its file is not there, this browser cannot decode it, or reading it failed. */
export type Lack = 'missing' | 'undecoded' | 'unreadable'

/** Why a medium is not seen; undefined where nothing is known against it. */
export function lackOf(media: Media, notices: readonly Notice[]): Lack | undefined {
  const id = storeIdOf(media)
  if (id === undefined) return 'missing'
  const { info, error } = mediaInfo(id).value
  if (info?.missing === true || (error instanceof AppError && error.code === 'media_not_found')) return 'missing'
  const told = (trouble: Notice['trouble']): boolean => notices.some((one) => one.media === id && one.trouble === trouble)
  return told('noFilm') ? 'undecoded' : error !== undefined || told('unreadable') ? 'unreadable' : undefined
}
