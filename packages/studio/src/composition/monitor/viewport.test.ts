import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rasterOf } from './use-picture.ts'
import { pannedBy, toFrame, toStage, viewportOf, zoomedTo, zoomOf, type Sight, type Stage } from './viewport.ts'

const FRAME = { width: 1280, height: 720 }
const FIT: Sight = { zoom: null, x: 0.1, y: 0.9 }
const stageOf = (width: number, height: number, density = 1): Stage => ({ width, height, density, margin: 20 })
const stages = fc.record({ width: fc.integer({ min: 120, max: 3000 }), height: fc.integer({ min: 120, max: 2000 }), density: fc.constantFrom(1, 1.25, 1.5, 2, 3), margin: fc.constantFrom(0, 20) })
const sights: fc.Arbitrary<Sight> = fc.record({ zoom: fc.option(fc.double({ min: 0.05, max: 16, noNaN: true })), x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) })

test('fitted, all of the frame is seen, in the middle', () => {
  expect(viewportOf(FIT, stageOf(680, 400), FRAME)).toEqual({ scale: 0.5, origin: { x: 20, y: 20 } })
  expect(viewportOf(FIT, stageOf(680, 1000), FRAME)).toEqual({ scale: 0.5, origin: { x: 20, y: 320 } })
  expect(zoomOf(FIT, stageOf(680, 400, 2), FRAME)).toBe(1)
})

test('at 100 % a pixel of the frame is a pixel of the screen, on a whole one', () => {
  fc.assert(fc.property(stages, sights, (stage, sight) => {
    const { scale, origin } = viewportOf({ ...sight, zoom: 1 }, stage, FRAME)
    expect(scale * stage.density).toBeCloseTo(1)
    expect((origin.x * stage.density) % 1).toBeCloseTo(0)
  }))
})

test('zooming leaves in place what is under the pointer, to a screen pixel', () => {
  fc.assert(fc.property(stages, sights, fc.double({ min: 0.05, max: 16, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (stage, sight, zoom, part) => {
    const about = { x: stage.width * part, y: stage.height * (1 - part) }
    const held = toFrame(viewportOf(sight, stage, FRAME), about)
    const after = toStage(viewportOf(zoomedTo(sight, stage, FRAME, zoom, about), stage, FRAME), held)
    expect(Math.abs(after.x - about.x) * stage.density).toBeLessThanOrEqual(0.51)
    expect(Math.abs(after.y - about.y) * stage.density).toBeLessThanOrEqual(0.51)
  }))
})

test('the frame is pulled along with the hand, and not out of sight', () => {
  const stage = stageOf(680, 400)
  const sight: Sight = { zoom: 1, x: 0.5, y: 0.5 }
  const before = viewportOf(sight, stage, FRAME).origin
  const after = viewportOf(pannedBy(sight, stage, FRAME, { x: 60, y: -40 }), stage, FRAME).origin
  expect([after.x - before.x, after.y - before.y]).toEqual([60, -40])
  expect(pannedBy(sight, stage, FRAME, { x: 9e9, y: -9e9 })).toEqual({ zoom: 1, x: 0, y: 1 })
})

test('the canvas is no finer than it may be, covers the stage, and lies as the frame does', () => {
  fc.assert(fc.property(stages, sights, fc.constantFrom(1, 0.5, 0.25), (stage, sight, part) => {
    const viewport = viewportOf(sight, stage, FRAME)
    const { lens, left, top, pixel, width, height } = rasterOf(viewport, stage, part)
    expect(lens.scale).toBeLessThanOrEqual(part + 1e-9)
    expect([lens.origin.x % 1, lens.origin.y % 1].map(Math.abs)).toEqual([0, 0])
    expect(left + lens.origin.x * pixel).toBeCloseTo(viewport.origin.x)
    expect(lens.scale * pixel).toBeCloseTo(viewport.scale)
    expect(left).toBeLessThanOrEqual(1e-6)
    expect(top).toBeLessThanOrEqual(1e-6)
    expect(left + width * pixel).toBeGreaterThanOrEqual(stage.width - 1e-6)
    expect(top + height * pixel).toBeGreaterThanOrEqual(stage.height - 1e-6)
  }))
})
