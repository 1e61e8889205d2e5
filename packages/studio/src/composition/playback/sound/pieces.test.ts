import { applyAll, emptyProject, fadeAt, fromSeconds, newClip, sceneAt, ticks, TICKS_PER_SECOND, toSeconds, type AudioClip, type Clip, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stretchesOf, type Course } from '../course.ts'
import { levelsFrom, piecesOf, PAGE_SECONDS } from './pieces.ts'

const MUSIC: Media = { id: 'm', name: 'm', kind: 'audio', source: { type: 'store', id: 'm' }, duration: fromSeconds(60) }

interface Cut { readonly id: string; readonly lane: string; readonly at: number; readonly seconds: number; readonly in?: number; readonly more?: Partial<AudioClip> }

function composed(cuts: readonly Cut[], edits: readonly Edit[] = []): Project {
  const lanes = [...new Set(cuts.map(({ lane }) => lane))].map((lane): Edit => ({ type: 'addLane', lane, kind: 'audio', at: 'bottom' }))
  const empty = emptyProject('c', 'c')
  const placed = cuts.map((cut): Edit => {
    const clip = newClip(empty, { media: MUSIC, in: fromSeconds(cut.in ?? 0), duration: fromSeconds(cut.seconds) }, 'audio', { id: cut.id, start: fromSeconds(cut.at), link: null })
    return { type: 'place', arrivals: [{ clip: { ...clip, ...cut.more } as Clip, to: { lane: cut.lane } }], media: [MUSIC], mode: 'overwrite', scope: 'lanes', ids: `${cut.id}.` }
  })
  const applied = applyAll(empty, [...lanes, ...placed, ...edits])
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}
const course = (start: number, rate: number, to: number, repeats = false): Course => ({ start: fromSeconds(start), rate, range: { from: ticks(0), to: fromSeconds(to) }, repeats })
const planned = (project: Project, one: Course, from: number, until: number) => stretchesOf(one, from, until).flatMap((stretch) => piecesOf(project, stretch, one.rate))

test('a clip that is played from its middle begins there, page by page, at once', () => {
  const project = composed([{ id: 'a', lane: 'A1', at: 1, seconds: 10, in: 5 }])
  const pieces = planned(project, course(2.25, 1, 11), 0, 1.5)
  expect(pieces.map(({ page, since, lasts, offset }) => [page, since, lasts, offset].map((value) => Number(value.toFixed(6))))).toEqual([[6, 0, 0.75, 0.25], [7, 0.75, 1, 0]])
})

test('gaps and muted lanes have nothing; several clips of one lane follow each other', () => {
  const cuts = [{ id: 'a', lane: 'A1', at: 0, seconds: 1 }, { id: 'b', lane: 'A1', at: 2, seconds: 1, in: 7 }, { id: 'c', lane: 'A2', at: 0, seconds: 4 }]
  const mute: Edit = { type: 'setLane', lane: 'A2', set: { muted: true } }
  expect(planned(composed(cuts, [mute]), course(0, 1, 4), 0, 4).map(({ page, since }) => [page, since])).toEqual([[0, 0], [7, 2]])
})

test('neighbouring spans give the same pieces by the same keys, and going round gives them anew', () => {
  const project = composed([{ id: 'a', lane: 'A1', at: 0.3, seconds: 9, in: 0.2, more: { fadeIn: { duration: fromSeconds(2), shape: 'smooth' } } }])
  const round = course(4, 1, 8, true)
  const keys = (from: number, until: number): string[] => planned(project, round, from, until).map(({ key }) => key)
  expect(new Set([...keys(0, 1.2), ...keys(0.1, 1.3), ...keys(0.7, 1.9)]).size).toBe(keys(0, 1.9).length)
  expect(keys(0, 20).length).toBe(new Set(keys(0, 20)).size)
})

test('a change of loudness, a fade or a place makes other pieces, another clip does not', () => {
  const cuts = [{ id: 'a', lane: 'A1', at: 0, seconds: 4 }, { id: 'b', lane: 'A2', at: 0, seconds: 4 }]
  const keysOf = (project: Project, media = 'a') => planned(project, course(0, 1, 4), 0, 1).map(({ key }) => key).filter((key) => key.startsWith(`["${media}"`))
  const louder: Edit = { type: 'gain', clips: ['b'], gain: 6 }
  expect(keysOf(composed(cuts, [louder]))).toEqual(keysOf(composed(cuts)))
  expect(keysOf(composed(cuts, [louder]), 'b')).not.toEqual(keysOf(composed(cuts), 'b'))
})

test('at every moment what sounds is what the scene says: source and loudness', () => {
  const shapes = fc.constantFrom('linear' as const, 'smooth' as const, 'equalPower' as const)
  const clips = fc.record({ at: fc.double({ min: 0, max: 3, noNaN: true }), seconds: fc.double({ min: 0.5, max: 5, noNaN: true }), in: fc.double({ min: 0, max: 9, noNaN: true }), fade: fc.double({ min: 0, max: 0.25, noNaN: true }), shape: shapes, speed: fc.constantFrom([1, 1], [2, 1], [1, 2], [3, 4]), gain: fc.constantFrom(0, -6, 6) })
  fc.assert(fc.property(clips, fc.constantFrom(1, 2), fc.double({ min: 0, max: 1, noNaN: true }), ({ at, seconds, in: from, fade, shape, speed: [num = 1, den = 1], gain }, rate, part) => {
    const more: Partial<AudioClip> = { gain, speed: { num, den }, fadeIn: { duration: fromSeconds(seconds * fade), shape }, fadeOut: { duration: fromSeconds(seconds * fade), shape } }
    const project = composed([{ id: 'a', lane: 'A1', at, seconds, in: from, more }])
    const moment = fromSeconds(part * 8)
    const time = moment / TICKS_PER_SECOND / rate
    const sounding = planned(project, course(0, rate, 9), Math.max(0, time - 0.3), time + 0.3).filter(({ since, lasts }) => since <= time && time < since + lasts)
    const [voice] = sceneAt(project, moment).voices
    expect(sounding.length).toBe(voice === undefined ? 0 : 1)
    const [piece] = sounding
    if (piece === undefined || voice === undefined) return
    const passed = (time - piece.since) / piece.lasts
    expect(piece.page * PAGE_SECONDS + piece.offset + (time - piece.since) * piece.pace).toBeCloseTo(toSeconds(voice.source), 4)
    const rest = levelsFrom(piece.levels, passed)
    expect(rest[0]).toBeCloseTo(piece.levels.length === 1 ? voice.amplitude : voice.amplitude, 1)
    expect(fadeAt(voice.clip, moment)).toBeLessThanOrEqual(1)
  }))
})
