import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cornersOf, distance, partAt, pointOf, type Point } from './plane.ts'
import { anchoredAt, HANDLES, heldPart, moved, partOf, pivotOf, pulled, rotatedBy, scaledAbout, type Pose } from './pose.ts'
import { changed, FRAME, points, posed, transforms } from './testing.ts'

function near(a: Point, b: Point): void {
  expect(distance(a, b)).toBeLessThan(1e-6)
}
const same = (a: Pose, b: Pose): void => cornersOf(a.placement).forEach((corner, index) => near(corner, cornersOf(b.placement)[index]!))
const poses = transforms.map((transform) => posed(transform))
const handles = fc.constantFrom(...HANDLES)
/** As a hand does it: pulls a handle by a way. */
const pull = (pose: Pose, handle: (typeof HANDLES)[number], by: Point, { opposite = false, free = false } = {}): Pose => {
  const about = heldPart(pose, handle, opposite)
  return changed(pose, scaledAbout(pose, pulled(pose, handle, about, by, free), about))
}

test('a part of a picture is where it is, however that is placed', () => {
  fc.assert(fc.property(poses, points, ({ placement }, part) => near(partAt(placement, pointOf(placement, part)), part)))
})

test('moving by a way and back is nothing, and all of the picture goes that way', () => {
  fc.assert(fc.property(poses, points, (pose, by) => {
    const there = changed(pose, moved(pose, by))
    near(there.placement, { x: pose.placement.x + by.x, y: pose.placement.y + by.y })
    same(changed(there, moved(there, { x: -by.x, y: -by.y })), pose)
  }))
})

describe('a handle', () => {
  test('goes with the hand: a free corner wholly, whatever is held in place', () => {
    fc.assert(fc.property(poses, points, fc.boolean(), fc.constantFrom(...HANDLES.filter(({ x, y }) => x !== 0 && y !== 0)), (pose, way, opposite, handle) => {
      const about = heldPart(pose, handle, opposite)
      const factors = pulled(pose, handle, about, way, true)
      fc.pre(factors.x > 0.2 && factors.y > 0.2)
      const start = pointOf(pose.placement, partOf(handle))
      near(pointOf(pull(pose, handle, way, { opposite, free: true }).placement, partOf(handle)), { x: start.x + way.x, y: start.y + way.y })
    }))
  })

  test('leaves in place what it is scaled about', () => {
    fc.assert(fc.property(poses, points, handles, fc.boolean(), fc.boolean(), (pose, way, handle, opposite, free) => {
      const about = heldPart(pose, handle, opposite)
      near(pointOf(pull(pose, handle, way, { opposite, free }).placement, about), pointOf(pose.placement, about))
    }))
  })

  test('pulled and pulled back leaves everything as it was', () => {
    fc.assert(fc.property(poses, points, handles, fc.boolean(), fc.boolean(), (pose, way, handle, opposite, free) => {
      const factors = pulled(pose, handle, heldPart(pose, handle, opposite), way, free)
      fc.pre(factors.x > 0.2 && factors.y > 0.2)
      const there = pull(pose, handle, way, { opposite, free })
      // The handle has gone as far as it was drawn to; back it goes by what it went.
      const [from, to] = [pointOf(pose.placement, partOf(handle)), pointOf(there.placement, partOf(handle))]
      const about = heldPart(pose, handle, opposite)
      const back = changed(there, scaledAbout(there, pulled(there, handle, about, { x: from.x - to.x, y: from.y - to.y }, free), about))
      same(back, pose)
    }))
  })

  test('drawn beyond what it is scaled about leaves a picture that can be taken hold of, in its shape', () => {
    const least = FRAME.height / 50
    const through = pull(posed(), { x: 1, y: 1 }, { x: -400, y: -400 }).placement
    expect([through.width, through.height]).toEqual([least / 2, least])
    const narrow = pull(posed(), { x: 1, y: 0 }, { x: -400, y: 0 }).placement
    expect([narrow.width, narrow.height]).toEqual([least, 200])
    const tiny = posed({ scale: { x: 0.01, y: 0.01 } })
    same(pull(tiny, { x: 1, y: 1 }, { x: -400, y: -400 }), tiny)
  })

  test('at a corner keeps the shape, at an edge changes one axis', () => {
    expect(pulled(posed(), { x: 1, y: 1 }, { x: 0.5, y: 0.5 }, { x: 50, y: 100 }, false)).toEqual({ x: 2, y: 2 })
    expect(pulled(posed(), { x: 1, y: 0 }, { x: 0.5, y: 0.5 }, { x: 50, y: 100 }, false)).toEqual({ x: 2, y: 1 })
    expect(pulled(posed(), { x: 1, y: 1 }, { x: 0, y: 0 }, { x: 50, y: 100 }, true)).toEqual({ x: 1.5, y: 1.5 })
  })

  test('with the anchor at it is scaled about what is opposite', () => {
    expect(heldPart(posed({ anchor: { x: 1, y: 0.3 } }), { x: 1, y: 0 }, false)).toEqual({ x: 0, y: 0.5 })
    expect(heldPart(posed({ anchor: { x: 1, y: 0.3 } }), { x: 0, y: 1 }, false)).toEqual({ x: 1, y: 0.3 })
  })
})

test('turning leaves the anchor in place', () => {
  fc.assert(fc.property(poses, fc.double({ min: -720, max: 720, noNaN: true }), (pose, by) => near(pivotOf(changed(pose, rotatedBy(pose, by))), pivotOf(pose))))
})

test('the anchor goes to where it is put, and the picture stays', () => {
  fc.assert(fc.property(poses, points, (pose, point) => {
    const part = partAt(pose.placement, point)
    fc.pre(Math.abs(part.x) < 10 && Math.abs(part.y) < 10)
    const there = changed(pose, anchoredAt(pose, point))
    near(pivotOf(there), point)
    same(there, pose)
  }))
})
