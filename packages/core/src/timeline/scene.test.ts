import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdit } from './apply.ts'
import { placementOf } from './placement.ts'
import { planRender, sceneOf } from './plan.ts'
import { durationOf, type Project } from './project.ts'
import { sceneAt } from './scene.ts'
import { IDENTITY } from './clip.ts'
import { after, at, tl } from './testing.ts'
import { beginnings, dice, editOf } from './testing-edits.ts'
import { ticks } from './time.ts'

/** What is seen and heard, `clip@seconds of its source`, from the back. */
function seen(project: Project, seconds: number): string {
  const { layers, voices } = sceneAt(project, at(seconds))
  const text = (all: typeof layers | typeof voices) => all.map(({ clip, source }) => `${clip.id}@${source / at(1)}`).join(' ')
  return `${text(layers)} | ${text(voices)}`
}

test('a clip is there from its start until just before its end, at its in point and speed', () => {
  const project = tl("V1 a[1-3@2] b[3-5@1x2] | A1 a'[1-3@2]")
  expect(seen(project, 0.5)).toBe(' | ')
  expect(seen(project, 1)).toBe("a@2 | a'@2")
  expect(seen(project, 3)).toBe('b@1 | ')
  expect(seen(project, 4)).toBe('b@3 | ')
  expect(seen(project, 5)).toBe(' | ')
})

test('upper lanes cover lower ones unless a clip says otherwise', () => {
  const project = tl('V3 c[0-9|∞] | V2 b[0-9] | V1 a[0-9]')
  expect(seen(project, 1)).toBe('a@1 b@1 c@0 | ')
  expect(seen(after(project, { type: 'look', clips: ['a'], set: { z: 1 } }), 1)).toBe('b@1 c@0 a@1 | ')
})

test.each([
  ['hidden', { hidden: true }, 'V2', "a@1 | a'@1 m@1"],
  ['muted', { muted: true }, 'A1', 'a@1 b@1 | m@1'],
  ['solo pictures', { solo: true }, 'V2', "b@1 | a'@1 m@1"],
  ['solo sound', { solo: true }, 'A2', 'a@1 b@1 | m@1'],
] as const)('a lane that is %s', (_what, set, lane, expected) => {
  const project = tl("V2 b[0-9] | V1 a[0-9] | A1 a'[0-9] | A2 m[0-9]")
  expect(seen(after(project, { type: 'setLane', lane, set }), 1)).toBe(expected)
})

test('fades let through more and more, and less and less', () => {
  const fade = (duration: number, shape: 'linear' | 'smooth' | 'equalPower') => ({ duration: at(duration), shape })
  const project = after(tl('V1 a[0-8] | A1 m[0-8]'),
    { type: 'look', clips: ['a'], set: { opacity: 0.5 } },
    { type: 'fade', clips: ['a'], in: fade(2, 'linear'), out: fade(4, 'smooth') },
    { type: 'fade', clips: ['m'], in: fade(2, 'equalPower') },
    { type: 'gain', clips: ['m'], gain: -20 })
  const opacity = (seconds: number) => sceneAt(project, at(seconds)).layers[0]!.opacity
  expect([0, 1, 2, 4].map(opacity)).toEqual([0, 0.25, 0.5, 0.5])
  expect(opacity(6)).toBeCloseTo(0.25)
  const amplitude = (seconds: number) => sceneAt(project, at(seconds)).voices[0]!.amplitude
  expect(amplitude(1)).toBeCloseTo(0.1 * Math.SQRT1_2)
  expect(amplitude(3)).toBeCloseTo(0.1)
  expect(sceneAt(after(project, { type: 'gain', clips: ['m'], gain: -100 }), at(3)).voices[0]!.amplitude).toBe(0)
})

describe('a picture on the frame', () => {
  const frame = { width: 1000, height: 500 }
  const tall = { width: 100, height: 200 }

  test.each([
    ['contain', { x: 500, y: 250, width: 250, height: 500 }],
    ['cover', { x: 500, y: 250, width: 1000, height: 2000 }],
    ['stretch', { x: 500, y: 250, width: 1000, height: 500 }],
    ['none', { x: 500, y: 250, width: 100, height: 200 }],
  ] as const)('%s', (fit, expected) => {
    expect(placementOf(tall, frame, fit, IDENTITY)).toEqual({ ...expected, rotation: 0 })
  })

  test('is moved in parts of the frame, and scaled and turned about its anchor', () => {
    const moved = placementOf(tall, frame, 'none', { ...IDENTITY, position: { x: 0.1, y: -0.2 }, scale: { x: 2, y: 0.5 } })
    expect(moved).toEqual({ x: 600, y: 150, width: 200, height: 100, rotation: 0 })
    // About its top left, which lies at (450, 150), a quarter clockwise: what was right of it is below it now.
    const turned = placementOf(tall, frame, 'none', { ...IDENTITY, rotation: 90, anchor: { x: 0, y: 0 } })
    expect(turned.x).toBeCloseTo(350)
    expect(turned.y).toBeCloseTo(200)
  })

  test('keeps its point under the anchor wherever that is', () => {
    const part = fc.double({ min: -2, max: 2, noNaN: true })
    fc.assert(fc.property(part, part, fc.double({ min: 0.1, max: 4, noNaN: true }), fc.integer({ min: -720, max: 720 }), (ax, ay, scale, rotation) => {
      const { x, y, width, height } = placementOf(tall, frame, 'none', { ...IDENTITY, anchor: { x: ax, y: ay }, scale: { x: scale, y: scale }, rotation })
      const angle = (rotation * Math.PI) / 180
      const [dx, dy] = [(ax - 0.5) * width, (ay - 0.5) * height]
      expect(x + dx * Math.cos(angle) - dy * Math.sin(angle)).toBeCloseTo(450 + 100 * ax, 5)
      expect(y + dx * Math.sin(angle) + dy * Math.cos(angle)).toBeCloseTo(150 + 200 * ay, 5)
    }))
  })
})

describe('the plan of a render', () => {
  const edited = fc.tuple(beginnings, fc.array(dice, { maxLength: 25, size: 'max' })).map(([start, rolls]) => rolls.reduce<Project>((now, roll, n) => {
    const applied = applyEdit(now, editOf(now, roll, n))
    return applied.ok ? applied.value.project : now
  }, start))

  test('says at every moment what the scene says', () => {
    fc.assert(fc.property(edited, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 5, maxLength: 10 }), (project, moments) => {
      const end = durationOf(project)
      const plan = planRender(project)
      const edges = plan.segments.flatMap(({ from }) => [from, ticks(Math.max(0, from - 1))])
      for (const moment of [...moments.map((part) => ticks(Math.floor(part * end))), ...edges, end]) expect(sceneOf(plan, moment)).toEqual(sceneAt(project, moment))
    }), { numRuns: 100 })
  })

  test('covers its span without gaps, and is cut only where pictures change', () => {
    fc.assert(fc.property(edited, fc.nat(200), fc.nat(200), (project, a, b) => {
      const range = { from: at(Math.min(a, b) / 10), to: at(Math.max(a, b) / 10) }
      const { segments } = planRender(project, range)
      if (a === b) { expect(segments).toEqual([]); return }
      expect(segments[0]!.from).toBe(range.from)
      expect(segments.at(-1)!.to).toBe(range.to)
      for (const [index, { from, to, pictures }] of segments.entries()) {
        expect(from).toBeLessThan(to)
        const next = segments[index + 1]
        if (next === undefined) continue
        expect(next.from).toBe(to)
        expect(next.pictures.map(({ clip }) => clip.id)).not.toEqual(pictures.map(({ clip }) => clip.id))
      }
    }), { numRuns: 100 })
  })

  test('goes on to the set duration in black and silence', () => {
    const plan = planRender(after(tl('V1 a[1-2] | A1'), { type: 'format', set: { duration: at(5) } }))
    expect(plan.segments.map(({ from, to, pictures }) => [from / at(1), to / at(1), pictures.length])).toEqual([[0, 1, 0], [1, 2, 1], [2, 5, 0]])
    expect(planRender(after(tl('V1 a[1-9]'), { type: 'format', set: { duration: at(5) } })).to).toBe(at(9))
  })
})
