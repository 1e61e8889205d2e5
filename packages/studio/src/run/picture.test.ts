import type { MediaView } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawnWidth, picturePath, widthFor } from './picture.ts'

const picture = (width: number, height: number, more: Partial<MediaView> = {}): MediaView =>
  ({ media: 'm', kind: 'image', url: '/m', thumb: '/m/thumb', mime: 'image/png', bytes: 1, width, height, filename: 'm.png', subfolder: '', type: 'output', ...more })
const slot = { width: 100, height: 100 }

test('a wide picture that fills its slot needs more pixels than one that lies whole in it', () => {
  expect(drawnWidth(picture(1600, 800), slot, 'contain')).toBe(100)
  expect(drawnWidth(picture(1600, 800), slot, 'cover')).toBe(200)
  expect(drawnWidth(picture(800, 1600), slot, 'contain')).toBe(50)
})

test('the picture is never less sharp than its slot, and no larger than it must be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8000 }), fc.integer({ min: 1, max: 8000 }), fc.integer({ min: 10, max: 3000 }), fc.constantFrom(1, 1.5, 2), fc.constantFrom<['contain', 'cover']>('contain', 'cover'), (width, height, side, density, fit) => {
      const media = picture(width, height)
      const room = { width: side, height: side }
      const drawn = drawnWidth(media, room, fit) * density
      const path = picturePath(media, room, fit, density)!
      const given = path === '/m' ? width : Math.min(width, Number(/w=(\d+)/.exec(path)![1]))
      expect(given).toBeGreaterThanOrEqual(Math.floor(Math.min(width, drawn)))
      if (path === '/m') expect(drawn).toBeGreaterThan(1536)
    }),
  )
})

test('what has no picture has no path, a film has its still', () => {
  const { thumb: _none, ...bare } = picture(10, 10)
  expect(picturePath(bare, slot, 'cover', 1)).toBeUndefined()
  expect(picturePath(picture(4000, 4000, { kind: 'video' }), { width: 3000, height: 3000 }, 'contain', 2)).toBe('/m/thumb?w=1536')
  expect([1, 96, 97, 5000].map(widthFor)).toEqual([96, 96, 192, 1536])
})
