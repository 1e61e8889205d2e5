import { AppError } from '@lemouf/core/error'
import type { MediaInfo } from '@lemouf/core/protocol'
import type { Media } from '@lemouf/core/timeline'
import { expect, test, vi } from 'vitest'
import type { KnownMedia, mediaInfo } from '../media-place.ts'
import type { Notice } from '../playback/notices.ts'
import { lackOf } from './lacks.ts'

const known: Record<string, KnownMedia> = {
  gone: { info: { missing: true } as MediaInfo, error: undefined },
  unknown: { info: undefined, error: new AppError('media_not_found', 'There is no such medium.') },
  unread: { info: undefined, error: new TypeError('Failed to fetch') },
}
vi.mock(import('../media-place.ts'), async (original) => ({ ...(await original()), mediaInfo: (id) => ({ value: known[id] ?? { info: undefined, error: undefined } }) as ReturnType<typeof mediaInfo> }))

const film = (source: Media['source']): Media => ({ id: 'm', name: 'pier.mp4', source, kind: 'image', size: { width: 16, height: 9 } })

test('what is not seen says why: gone, not decoded here, or not read', () => {
  const lack = (id: string, ...notices: Notice[]): unknown => lackOf(film({ type: 'store', id }), notices)
  expect(lackOf(film({ type: 'missing', was: 'pier.mp4' }), [])).toBe('missing')
  expect(['gone', 'unknown', 'unread'].map((id) => lack(id))).toEqual(['missing', 'missing', 'unreadable'])
  expect(lack('film', { trouble: 'noFilm', media: 'film' })).toBe('undecoded')
  expect(lack('film', { trouble: 'unreadable', media: 'film' })).toBe('unreadable')
  expect(lack('film', { trouble: 'noFilm', media: 'another' }, { trouble: 'noSound', media: 'film' })).toBeUndefined()
})
