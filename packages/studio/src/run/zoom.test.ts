import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closer, fitted, lookOf, panned, zoomedBy, zoomOf, type Point, type Size } from './zoom.ts'

const room = { width: 1000, height: 600 }
const size: fc.Arbitrary<Size> = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) })
const point: fc.Arbitrary<Point> = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -300, max: 300 }) })
const middle = { x: 0, y: 0 }

test('a click never makes a picture smaller: a large one comes at its own pixels, a small one at twice them or more', () => {
  expect(closer({ width: 4000, height: 3000 }, room, middle).scale).toBe(1)
  expect(closer({ width: 768, height: 512 }, room, middle).scale).toBe(2)
  expect(closer({ width: 1000, height: 600 }, room, middle).scale).toBe(2)
  fc.assert(fc.property(size, point, (picture, at) => { expect(closer(picture, room, at).scale).toBeGreaterThan(fitted(picture, room).scale) }))
})

test('what is under the cursor stays there, where the picture is larger than the room', () => {
  const picture = { width: 4000, height: 3000 }
  const zoom = closer(picture, room, { x: 120, y: -40 })
  const under = (z: typeof zoom, at: Point) => [(at.x - z.x) / z.scale, (at.y - z.y) / z.scale]
  const at = { x: -300, y: 200 }
  const nearer = zoomedBy(zoom, 1.7, at, picture, room)
  under(nearer, at).forEach((coordinate, axis) => expect(coordinate).toBeCloseTo(under(zoom, at)[axis]!, 6))
})

test('however it is zoomed and dragged, no room is left empty that the picture could fill', () => {
  const step = fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: point, by: point })
  fc.assert(
    fc.property(size, fc.array(step, { maxLength: 8 }), (picture, steps) => {
      const end = steps.reduce((zoom, { factor, at, by }) => panned(zoomedBy(zoom, factor, at, picture, room), by, picture, room), fitted(picture, room))
      for (const [where, long, wide] of [[end.x, picture.width, room.width], [end.y, picture.height, room.height]] as const) {
        expect(Math.abs(where)).toBeLessThanOrEqual(Math.max(0, (long * end.scale - wide) / 2) + 1e-6)
      }
    }),
  )
})

test('a wheel does not go below the fitted picture, nor beyond sixteen times', () => {
  const picture = { width: 4000, height: 3000 }
  expect(zoomedBy(fitted(picture, room), 0.01, middle, picture, room).scale).toBeCloseTo(0.2)
  expect(zoomedBy(fitted(picture, room), 1000, middle, picture, room).scale).toBe(16)
})

test('a look comes back as the zoom that it was made from', () => {
  fc.assert(
    fc.property(size, point, fc.double({ min: 0.3, max: 6, noNaN: true }), (picture, at, factor) => {
      const zoom = zoomedBy(closer(picture, room, at), factor, at, picture, room)
      const again = zoomOf(lookOf(zoom, picture, room), picture, room)
      expect(again.scale).toBeCloseTo(zoom.scale, 6)
      expect(again.x).toBeCloseTo(zoom.x, 3)
      expect(again.y).toBeCloseTo(zoom.y, 3)
    }),
  )
})

test('two sizes of the same picture show the same part of it, in rooms of any size', () => {
  const small = { width: 512, height: 384 }
  const look = lookOf(zoomedBy(fitted(small, room), 4, { x: 90, y: -40 }, small, room), small, room)
  const large = { width: 2048, height: 1536 }
  const half = { width: 500, height: 300 }
  for (const [picture, frame] of [[large, room], [small, half], [large, half]] as const) {
    const { scale, x, y } = zoomOf(look, picture, frame)
    expect(scale / fitted(picture, frame).scale).toBeCloseTo(look.times, 6)
    expect(-x / (picture.width * scale)).toBeCloseTo(look.x, 6)
    expect(-y / (picture.height * scale)).toBeCloseTo(look.y, 6)
  }
})

test('a look at the edge of a wide picture leaves no room empty in a narrow one', () => {
  const tall = { width: 400, height: 2000 }
  const { scale, x } = zoomOf({ times: 2, x: 0.5, y: 0 }, tall, room)
  expect(Math.abs(x)).toBeLessThanOrEqual(Math.max(0, (tall.width * scale - room.width) / 2))
})
