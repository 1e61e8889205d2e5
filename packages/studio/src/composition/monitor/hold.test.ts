import { expect, test } from 'vitest'
import type { EditOf, Transform } from '@lemouf/core/timeline'
import { pullTo, type Grip, type Held, type Hold } from './hold.ts'
import { linesOf, NO_LINES } from './magnet.ts'
import type { Point } from './plane.ts'
import type { Pose } from './pose.ts'
import { changed, FRAME, posed } from './testing.ts'

const FREE: Held = { shift: false, alt: false, mod: false }
const holding = (grip: Grip, from: Point, poses: readonly [Pose, ...Pose[]], more: Partial<Hold> = {}): Hold =>
  ({ grip, poses, from, at: from, turned: 0, lines: NO_LINES, reach: 10, ...more })
const setOf = (edit: unknown): Partial<Transform> => (edit as EditOf<'transform'>).set as Partial<Transform>
const pulledTo = (hold: Hold, to: Point, held: Partial<Held> = {}) => {
  const { edits, lines } = pullTo(hold, to, { ...FREE, ...held })
  return { lines, poses: hold.poses.map((pose, index) => changed(pose, setOf(edits[index]))) }
}
const lines = linesOf(FRAME, [{ id: 'g', line: 'upright', at: 0.3 }])

test('several pictures move together; Shift keeps to one axis', () => {
  const hold = holding({ kind: 'move' }, { x: 0, y: 0 }, [posed(), posed({ position: { x: 0.2, y: 0 } }, 'b')])
  expect(pulledTo(hold, { x: 30, y: 12 }).poses.map(({ placement: { x, y } }) => [x, y])).toEqual([[530, 262], [730, 262]])
  expect(pulledTo(hold, { x: 30, y: 12 }, { shift: true }).poses.map(({ placement: { x, y } }) => [x, y])).toEqual([[530, 250], [730, 250]])
})

test('what is moved clings to edges, middle and guides of the frame, unless Ctrl is held', () => {
  const hold = holding({ kind: 'move' }, { x: 0, y: 0 }, [posed()], { lines })
  const near = pulledTo(hold, { x: -243, y: 4 })
  expect([near.poses[0]!.placement.x, near.poses[0]!.placement.y]).toEqual([250, 250])
  expect(near.lines).toEqual({ upright: [300], lying: [250] })
  const free = pulledTo(hold, { x: -243, y: 4 }, { mod: true })
  expect([free.poses[0]!.placement.x, free.poses[0]!.placement.y, free.lines]).toEqual([257, 254, NO_LINES])
})

test('a corner is drawn to a line along its diagonal, an edge along its axis', () => {
  const corner = pulledTo(holding({ kind: 'scale', handle: { x: 1, y: 1 } }, { x: 550, y: 350 }, [posed()], { lines }), { x: 620, y: 494 })
  expect(corner.poses[0]!.placement).toMatchObject({ width: 250, height: 500 })
  expect(corner.lines).toEqual({ upright: [], lying: [500] })
  const edge = pulledTo(holding({ kind: 'scale', handle: { x: -1, y: 0 } }, { x: 450, y: 250 }, [posed()], { lines }), { x: 304, y: 400 }, { alt: true })
  expect(edge.poses[0]!.placement).toMatchObject({ x: 425, width: 250, height: 200 })
})

test('a turn goes round more than once, straightens when nearly straight, and in steps with Shift', () => {
  const around = (degrees: number): Point => ({ x: 500 + 100 * Math.cos((degrees * Math.PI) / 180), y: 250 + 100 * Math.sin((degrees * Math.PI) / 180) })
  const turnTo = (last: number, held: Partial<Held> = {}): number => {
    let hold = holding({ kind: 'rotate' }, around(0), [posed()])
    for (let angle = 0; angle <= last; angle += 20) hold = pullTo(hold, around(angle), FREE).hold
    return setOf(pullTo(hold, around(last), { ...FREE, ...held }).edits[0]).rotation!
  }
  expect(turnTo(400)).toBeCloseTo(400)
  expect([turnTo(91.5), turnTo(358)]).toEqual([90, 360])
  expect(turnTo(91.5, { mod: true })).toBeCloseTo(91.5)
  expect(turnTo(52, { shift: true })).toBe(45)
})

test('the anchor clings to the parts of its picture', () => {
  const { poses: [pose] } = pulledTo(holding({ kind: 'anchor' }, { x: 500, y: 250 }, [posed()]), { x: 453, y: 346 })
  expect(pose!.transform.anchor).toEqual({ x: 0, y: 1 })
  expect(pose!.placement).toEqual(posed().placement)
})

test('scaled from anywhere, what is chosen grows to the right and upwards', () => {
  const { poses } = pulledTo(holding({ kind: 'scale', handle: undefined }, { x: 0, y: 0 }, [posed(), posed({}, 'b')]), { x: 250, y: -250 })
  expect(poses.map(({ placement: { width } }) => width)).toEqual([200, 200])
})
