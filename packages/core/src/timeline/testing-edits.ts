import fc from 'fast-check'
import { changed } from './arrange.ts'
import type { Edit } from './edit.ts'
import { clipsWhere } from './find.ts'
import type { Media } from './media.ts'
import type { Project } from './project.ts'
import { at, loose, tl } from './testing.ts'
import { frameStart, ticks, type Ticks } from './time.ts'

const env = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env

/** LONG_RUN=1 runs the 10,000 sequences of 50 edits that the project promises; by default a sample of them is run. */
export const LONG_RUN = env?.['LONG_RUN'] !== undefined

/**
 * A random edit, before it is known what it is done to: numbers that `editOf` turns into ids of what is there. So a sequence can be
 * shrunk, and most of its edits can be done.
 */
export interface Dice {
  readonly kind: number
  readonly a: number
  readonly b: number
  readonly time: number
  readonly flag: boolean
  readonly place: number
}

export const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(999), a: fc.nat(999), b: fc.nat(999), flag: fc.boolean(), place: fc.nat(9),
  // Mostly frames, sometimes any tick: hands are on frames, programs are not.
  time: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -250, max: 500 }).map((frames) => frameStart(Math.abs(frames), { num: 25, den: 1 }) * Math.sign(frames) + 0) }, { weight: 1, arbitrary: fc.integer({ min: -7_000_000_000, max: 14_000_000_000 }) }),
})

/** Compositions to start from: empty, pictures with their sound, locks, stills, speeds; all of it made by a loop. */
export const beginnings: fc.Arbitrary<Project> = fc.constantFrom(
  'V1 | A1',
  "V1 a[0-5] b[5-9] c[9-12] | A1 a'[0-5] b'[5-9] c'[9-12] | A2 m[0-12]",
  "V2+ s[1-4|∞] | V1 a[0-5@2|8] b[6-9@1x2] | A1! d[0-3] | A2 b'[6-9@1x2]",
  "V1 a[1-3x3/7] b[3-4@5x10/3] | A1 a'[0-4x3/7]",
).map(tl).map((project) => changed(project, clipsWhere(project, () => true), (clip) => ({ ...clip, choice: CHOICE })))

const CHOICE = { loop: 'loop', cycle: 0, retry: 0, chosenAt: 0, follow: null, wanted: null }

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)]

/** The edit that dice mean on a composition; `n` makes its ids fresh. */
export function editOf(project: Project, roll: Dice, n: number): Edit {
  const clips = project.lanes.flatMap((lane) => lane.clips)
  const kinds = clips.length === 0 ? EMPTY_KINDS : KINDS
  const make = pick(kinds, roll.kind) ?? placing
  return make({ project, roll, ids: `e${n}`, clip: pick(clips, roll.a)?.id ?? 'none', other: pick(clips, roll.b)?.id ?? 'none', lane: pick(project.lanes, roll.b)?.id ?? 'none', by: ticks(roll.time), moment: ticks(Math.abs(roll.time)) })
}

interface Cast {
  readonly project: Project
  readonly roll: Dice
  readonly ids: string
  readonly clip: string
  readonly other: string
  readonly lane: string
  readonly by: Ticks
  readonly moment: Ticks
}

const MODES = ['overwrite', 'insert', 'fit'] as const
const scopeOf = ({ flag }: Dice) => (flag ? 'all' as const : 'lanes' as const)
const rippleOf = (roll: Dice) => (roll.place % 3 === 0 ? null : scopeOf(roll))
const modeOf = ({ place }: Dice) => MODES[place % 3] ?? 'fit'
const targetOf = ({ roll, lane, ids }: Cast) =>
  roll.place < 7 ? { lane } : { newLane: `${ids}.lane`, at: roll.place === 7 ? 'top' as const : roll.place === 8 ? 'bottom' as const : 1 }

function placing(cast: Cast): Edit {
  const { project, roll, ids, lane, moment } = cast
  const target = targetOf(cast)
  const kind = 'lane' in target ? project.lanes.find(({ id }) => id === lane)?.kind ?? 'video' : roll.flag ? 'video' : 'audio'
  const name = `${ids}c`
  const { clip, media } = loose(roll.a % 4 === 0 && kind === 'video' ? `${name}[0-2|∞]` : `${name}[0-${1 + (roll.a % 5)}@1|9]`, kind)
  const picture = { clip: { ...clip, start: moment }, to: target }
  const partner = kind === 'video' && roll.flag && media[0]?.kind === 'video' ? pick(project.lanes.filter((one) => one.kind === 'audio'), roll.b) : undefined
  if (partner === undefined) return { type: 'place', arrivals: [picture], media, mode: modeOf(roll), scope: scopeOf(roll), ids }
  const sound = loose(`${name}'[0-${1 + (roll.a % 5)}@1|9]`, 'audio').clip
  const arrivals = [{ ...picture, clip: { ...picture.clip, link: ids } }, { clip: { ...sound, start: moment, link: ids }, to: { lane: partner.id } }]
  return { type: 'place', arrivals, media, mode: modeOf(roll), scope: scopeOf(roll), ids }
}

const EMPTY_KINDS: readonly ((cast: Cast) => Edit)[] = [
  placing, placing, placing,
  ({ ids, roll }) => ({ type: 'addLane', lane: ids, kind: roll.flag ? 'video' : 'audio', at: 'top' }),
]

const film = (id: string, seconds: number, hasAudio: boolean): Media =>
  ({ id, name: id, kind: 'video', source: { type: 'store', id }, size: { width: 640, height: 360 }, duration: at(seconds), fps: null, hasAudio })
const still = (id: string): Media => ({ id, name: id, kind: 'image', source: { type: 'missing', was: id }, size: { width: 10, height: 10 } })

const KINDS: readonly ((cast: Cast) => Edit)[] = [
  placing, placing, placing, placing, placing, placing, placing,
  (cast) => ({ type: 'move', clips: [cast.clip], by: cast.by, to: cast.roll.flag ? [] : [{ clip: cast.clip, target: targetOf(cast) }], mode: modeOf(cast.roll), scope: scopeOf(cast.roll), ids: cast.ids }),
  ({ clip, other, by, roll, ids }) => ({ type: 'move', clips: [...new Set([clip, other])], by, to: [], mode: modeOf(roll), scope: scopeOf(roll), ids }),
  ({ clip, by, roll }) => ({ type: 'trim', clip, edge: 'start', by, ripple: rippleOf(roll) }),
  ({ clip, by, roll }) => ({ type: 'trim', clip, edge: 'end', by, ripple: rippleOf(roll) }),
  ({ project, clip, other, by, roll }) => {
    const clips = pick(project.lanes.filter((lane) => lane.clips.length > 1), roll.b)?.clips
    return { type: 'roll', left: clips?.[roll.a % (clips.length - 1)]?.id ?? clip, right: clips?.[1 + (roll.a % (clips.length - 1))]?.id ?? other, by }
  },
  ({ clip, by }) => ({ type: 'slip', clips: [clip], by }),
  ({ clip, by }) => ({ type: 'slide', clip, by }),
  ({ clip, moment, roll, ids }) => ({ type: 'razor', clips: roll.flag ? null : [clip], at: moment, ids }),
  ({ clip }) => ({ type: 'lift', clips: [clip] }),
  ({ clip, other, roll }) => ({ type: 'rippleDelete', clips: roll.place < 5 ? [clip] : [...new Set([clip, other])], scope: scopeOf(roll) }),
  ({ lane, moment, roll }) => ({ type: 'closeGap', lane, at: moment, scope: scopeOf(roll) }),
  ({ clip, roll, ids }) => ({ type: 'duplicate', clips: [clip], mode: modeOf(roll), scope: scopeOf(roll), ids }),
  ({ clip, roll }) => ({ type: 'speed', clips: [clip], speed: { num: 1 + (roll.a % 7), den: 1 + (roll.b % 5) }, ripple: rippleOf(roll) }),
  ({ clip, other, ids }) => ({ type: 'link', clips: [clip, other], link: ids }),
  ({ clip }) => ({ type: 'unlink', clips: [clip] }),
  ({ clip, other, ids }) => ({ type: 'group', clips: [clip, other], group: ids }),
  ({ clip }) => ({ type: 'ungroup', clips: [clip] }),
  ({ clip, roll }) => ({ type: 'look', clips: [clip], set: { opacity: roll.a / 999, z: (roll.b % 3) - 1 } }),
  ({ clip, roll }) => ({ type: 'transform', clips: [clip], set: { rotation: roll.a, scale: { x: 1 + roll.b / 100, y: 1 } } }),
  ({ clip, roll }) => ({ type: 'gain', clips: [clip], gain: -(roll.a % 60) + 0 }),
  ({ clip, moment, roll }) => ({ type: 'fade', clips: [clip], in: { duration: moment, shape: 'smooth' }, ...(roll.flag ? { out: { duration: ticks(Math.floor(moment / 2)), shape: 'linear' as const } } : {}) }),
  ({ clip, ids, roll }) => ({ type: 'replace', clips: [clip], media: roll.place === 0 ? still(`${ids}s`) : film(`${ids}f`, 1 + (roll.a % 9), roll.flag) }),
  ({ clip, ids, roll }) => ({ type: 'retry', clip, retry: roll.b, media: roll.place === 0 ? still(`${ids}s`) : film(`${ids}r`, 1 + (roll.a % 9), roll.place > 2), chosenAt: roll.a }),
  ({ clip, roll }) => ({ type: 'follow', clips: [clip], follow: roll.flag }),
  ({ ids, roll }) => ({ type: 'addLane', lane: ids, kind: roll.flag ? 'video' : 'audio', at: roll.place }),
  ({ lane, roll }) => (roll.place < 2 ? { type: 'removeLane', lane } : { type: 'setLane', lane, set: { name: `L${roll.a}` } }),
  ({ lane, roll }) => ({ type: 'moveLane', lane, to: roll.place }),
  ({ lane, roll }) => ({ type: 'setLane', lane, set: roll.place < 3 ? { locked: true } : { locked: false, muted: roll.flag, hidden: roll.place === 4, solo: roll.place === 5 } }),
  ({ lane, ids }) => ({ type: 'duplicateLane', lane, newLane: `${ids}.copy`, ids }),
  ({ moment, roll }) => ({ type: 'putMarker', marker: { id: `m${roll.place}`, at: moment, name: 'here', colour: null } }),
  ({ roll }) => ({ type: 'removeMarker', marker: `m${roll.place}` }),
  ({ roll }) => ({ type: 'putGuide', guide: { id: `g${roll.place}`, line: 'upright', at: roll.a / 999 } }),
  ({ roll, moment }) => ({ type: 'format', set: roll.flag ? { preset: 'square' } : { width: 16 + roll.a, duration: moment === 0 ? null : moment } }),
  ({ roll }) => ({ type: 'settings', set: { tidyLanes: roll.place > 2 } }),
  ({ roll }) => (roll.place === 0 ? { type: 'clear' } : { type: 'rename', name: `cut ${roll.a}` }),
]
