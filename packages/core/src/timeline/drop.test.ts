import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unwrap, type Result } from '../result.ts'
import { clippingOf, pasteOf } from './clipping.ts'
import { planDrop, planMove, type DropZone } from './drop.ts'
import type { Edit } from './edit.ts'
import { laneOf, type Project } from './project.ts'
import { gapsOf, held, trimReach, visible } from './query.ts'
import { snap, snapDrag, snapTargets } from './snap.ts'
import { after, at, loose, show, tl } from './testing.ts'
import { beginnings, dice, editOf } from './testing-edits.ts'
import { ticks } from './time.ts'
import { violations } from './violations.ts'
import { applyEdit } from './apply.ts'
import type { Refusal } from './refusal.ts'

const HOW = { mode: 'fit', scope: 'lanes', ids: 'n' } as const
const film = loose('f[0-1|4]', 'video').media[0]!
const song = loose('s[0-1|4]', 'audio').media[0]!
const still = loose('p[0-1|∞]', 'video').media[0]!

function planned(project: Project, plan: Result<Edit, Refusal>): string {
  if (!plan.ok) return plan.error.reason
  const next = after(project, plan.value)
  expect(violations(next)).toEqual([])
  return show(next)
}

describe('a drop', () => {
  test.each<[string, string, typeof film, DropZone, string]>([
    ['a film on a lane brings its sound along', 'V1 | A1', film, { lane: 'V1' }, 'V1 n.video[2-6] | A1 n.audio[2-6]'],
    ['its sound takes the first free lane', 'V1 | A1 m[0-9] | A2', film, { lane: 'V1' }, 'V1 n.video[2-6] | A1 m[0-9] | A2 n.audio[2-6]'],
    ['or makes one at the bottom', 'V1 | A1! | A2 m[0-9]', film, { lane: 'V1' }, 'V1 n.video[2-6] | A1! | A2 m[0-9] | A3+ n.audio[2-6]'],
    ['a film on a lane of sound brings its picture', 'V1 a[0-9] | A1', film, { lane: 'A1' }, 'V2+ n.video[2-6] | V1 a[0-9] | A1 n.audio[2-6]'],
    ['its picture takes the lowest free lane', 'V3 | V2 | V1 a[0-9] | A1', film, { lane: 'A1' }, 'V3 | V2 n.video[2-6] | V1 a[0-9] | A1 n.audio[2-6]'],
    ['above all', 'V1 | A1', film, 'top', 'V2+ n.video[2-6] | V1 | A1 n.audio[2-6]'],
    ['below all', 'V1 | A1', still, 'bottom', 'V1 | A1 | V2+ n.video[2-7]'],
    ['sound above all', 'V1 | A1', song, 'top', 'A2+ n.audio[2-6] | V1 | A1'],
    ['sound on pictures', 'V1 | A1', song, { lane: 'V1' }, 'wrong_kind'],
    ['a still on sound', 'V1 | A1', still, { lane: 'A1' }, 'wrong_kind'],
    ['nowhere', 'V1 | A1', still, { lane: 'V9' }, 'unknown_lane'],
  ])('%s', (_what, before, media, zone, expected) => {
    expect(planned(tl(before), planDrop(tl(before), { media }, at(2), zone, HOW))).toBe(expected)
  })

  test('that is inserted brings its sound to the lane where the sound of what is there is', () => {
    const project = tl("V1 a[0-5] | A1 m[0-9] | A2 a'[0-5]")
    expect(planned(project, planDrop(project, { media: film }, at(2), { lane: 'V1' }, { ...HOW, mode: 'insert' }))).toBe(
      "V1 a[0-2] n.video[2-6] n.1[6-9@2] | A1 m[0-9] | A2 a'[0-2] n.audio[2-6] n.2[6-9@2]")
    expect(planned(project, planDrop(project, { media: film }, at(5), { lane: 'V1' }, HOW))).toBe("V1 a[0-5] n.video[5-9] | A1 m[0-9] | A2 a'[0-5] n.audio[5-9]")
  })

  test('of a marked stretch takes that only, linked', () => {
    const project = after(tl('V1 | A1'), unwrapped(planDrop(tl('V1 | A1'), { media: film, in: at(1), duration: at(2) }, at(0), { lane: 'V1' }, HOW)))
    expect(show(project)).toBe('V1 n.video[0-2@1] | A1 n.audio[0-2@1]')
    expect(show(after(project, { type: 'move', clips: ['n.audio'], by: at(1), to: [], ...HOW, ids: 'o' }))).toBe('V1 n.video[1-3@1] | A1 n.audio[1-3@1]')
  })

  test('of clips moves those of the held one’s kind as many lanes', () => {
    const project = tl("V3 | V2 a[0-1] | V1 b[1-2] | A1 b'[1-2]")
    const drag = (zone: DropZone) => planned(project, planMove(project, { clips: ['a', 'b'], held: 'b', by: at(1), zone }, HOW))
    expect(drag({ lane: 'V2' })).toBe("V3 a[1-2] | V2 b[2-3] | V1 | A1 b'[2-3]")
    expect(drag('top')).toBe("V4+ b[2-3] | V3 | V2 a[1-2] | V1 | A1 b'[2-3]")
    expect(drag({ lane: 'V3' })).toBe('unknown_lane')
    expect(drag({ lane: 'A1' })).toBe('wrong_kind')
  })
})

describe('a clipping', () => {
  const source = tl("V1 a[3-5@1] b[9-10] | A1 a'[3-5@1]")

  test('is pasted at a moment, linked among itself', () => {
    const paste = pasteOf(source, clippingOf(source, ['a']), at(20), { mode: 'fit', scope: 'lanes', ids: 'n' })
    const pasted = after(source, paste)
    expect(show(pasted)).toBe("V1 a[3-5@1] b[9-10] n.paste.2[20-22@1] | A1 a'[3-5@1] n.paste.3[20-22@1]")
    expect(show(after(pasted, { type: 'lift', clips: ['n.paste.3'] }))).toBe("V1 a[3-5@1] b[9-10] | A1 a'[3-5@1]")
  })

  test('brings media and lanes into another composition', () => {
    const pasted = after(tl('A1'), pasteOf(tl('A1'), clippingOf(source, ['a']), at(0), { mode: 'fit', scope: 'lanes', ids: 'n' }))
    expect(show(pasted)).toBe('V1+ n.paste.2[0-2@1] | A1 n.paste.3[0-2@1]')
    expect(violations(pasted)).toEqual([])
  })
})

describe('snapping', () => {
  const project = after(tl('V1 a[1-3] b[7-9] | A1 c[3-5]'), { type: 'putMarker', marker: { id: 'm', at: at(6), name: '', colour: null } })

  test('draws to edges, markers, playhead and zero, not to what is dragged', () => {
    expect(snapTargets(project, { playhead: at(4), without: new Set(['c']) }).map((target) => target / at(1))).toEqual([0, 1, 3, 4, 6, 7, 9])
  })

  test('takes the closest within the tolerance', () => {
    const targets = snapTargets(project)
    expect(snap(targets, at(6.3), at(0.5))).toBe(at(6))
    expect(snap(targets, at(6.5), at(0.4))).toBeUndefined()
    expect(snap(targets, at(6.5), at(0.5))).toBe(at(6))
    fc.assert(fc.property(fc.nat(12_000), fc.nat(3_000), (where, tolerance) => {
      const moment = at(where / 1000)
      const closest = Math.min(...targets.map((target) => Math.abs(target - moment)))
      const found = snap(targets, moment, at(tolerance / 1000))
      expect(found === undefined ? undefined : Math.abs(found - moment)).toBe(closest <= at(tolerance / 1000) ? closest : undefined)
    }))
  })

  test('of a drag lets the closest of its edges meet a target', () => {
    const targets = snapTargets(project, { without: new Set(['a']) })
    expect(snapDrag(targets, [at(1), at(3)], at(3.9), at(0.5))).toEqual({ by: at(4), line: at(5) })
    expect(snapDrag(targets, [at(1), at(3)], at(9), at(0.5))).toEqual({ by: at(9), line: undefined })
  })
})

describe('what views ask', () => {
  test('the clips in a span', () => {
    fc.assert(fc.property(beginnings, fc.array(dice, { maxLength: 20 }), fc.nat(200), fc.nat(200), (start, rolls, a, b) => {
      let project = start
      for (const [n, roll] of rolls.entries()) {
        const applied = applyEdit(project, editOf(project, roll, n))
        if (applied.ok) project = applied.value.project
      }
      const range = { from: at(Math.min(a, b) / 10), to: at(Math.max(a, b) / 10 + 0.1) }
      for (const { lane, clips } of visible(project, range)) {
        expect(clips).toEqual(lane.clips.filter((clip) => clip.start < range.to && clip.start + clip.duration > range.from))
      }
    }), { numRuns: 50 })
  })

  test('the gaps of a lane', () => {
    expect(gapsOf(laneOf(tl('V1 a[1-2] b[2-3] c[5-6]'), 'V1')!).map(({ from, to }) => [from / at(1), to / at(1)])).toEqual([[0, 1], [3, 5]])
  })

  test('how far a trim will go is how far it goes', () => {
    fc.assert(fc.property(beginnings, dice, fc.boolean(), (project, roll, atStart) => {
      const clip = project.lanes.flatMap(({ clips }) => clips)[roll.a % 5]
      const reach = clip === undefined ? undefined : trimReach(project, clip.id, atStart ? 'start' : 'end', false)
      if (clip === undefined || reach === undefined) return
      const applied = applyEdit(project, { type: 'trim', clip: clip.id, edge: atStart ? 'start' : 'end', by: ticks(roll.time), ripple: null })
      if (!applied.ok) return
      const now = applied.value.project.lanes.flatMap(({ clips }) => clips).find(({ id }) => id === clip.id)!
      const moved = atStart ? now.start - clip.start : now.start + now.duration - clip.start - clip.duration
      expect(held(ticks(roll.time), reach) - moved).toBe(0)
    }))
  })
})

const unwrapped = (plan: Result<Edit, Refusal>): Edit => unwrap(plan.ok ? plan : { ok: false, error: new Error(plan.error.message) })
