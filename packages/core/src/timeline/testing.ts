import { unwrap } from '../result.ts'
import { applyEdit } from './apply.ts'
import { changed } from './arrange.ts'
import { clipSchema, endOf, type Clip } from './clip.ts'
import type { Edit } from './edit.ts'
import { clipsWhere } from './find.ts'
import { inOrder, type Lane } from './lane.ts'
import type { Media } from './media.ts'
import { emptyProject, mediaOf, mediaOfClip, type Project } from './project.ts'
import { newLane } from './settle.ts'
import { ticks, TICKS_PER_SECOND, type Ticks } from './time.ts'

/** Test notation counts in seconds; the format has 25 frames of them. */
export const at = (seconds: number): Ticks => ticks(Math.round(seconds * TICKS_PER_SECOND))

const LANE = /^([VA]\d+)([!+]*)\s*(.*)$/
const CLIP = /^(\w+'*)\[([\d.]+)-([\d.]+)(?:@([\d.]+))?(?:x(\d+)(?:\/(\d+))?)?(?:\|([\d.]+|∞))?\]$/

/**
 * A composition at a glance: `V1 a[0-5] b[5-9@2x2] | A1! a'[0-5]`. Lanes from the top; `!` is locked, `+` made by a drop. A clip has
 * start and end, `@` its in point, `x` its speed, and after `|` the length of its own medium (100 when absent, `∞` for a still).
 * `a'` is linked with `a`. Every clip has a medium of its own, named in capitals, which `a'` shares.
 */
export function tl(text: string): Project {
  const media = new Map<string, Media>()
  const lanes = text.split(/\s\|\s/).map((part) => {
    const [, name = '', flags = '', clips = ''] = LANE.exec(part.trim()) ?? fault(part)
    const kind = name.startsWith('V') ? 'video' as const : 'audio' as const
    const read = clips.split(/\s+/).filter((word) => word !== '').map((word) => clipFrom(word, kind, media))
    const lane: Lane = newLane(emptyProject('', ''), name, kind, { name, locked: flags.includes('!'), passing: flags.includes('+'), clips: inOrder(read) })
    return lane
  })
  const base = emptyProject('paper', 'paper')
  const project = { ...base, format: { ...base.format, fps: { num: 25, den: 1 } }, lanes }
  const links = Map.groupBy(clipsWhere(project, () => true), ({ clip }) => clip.link)
  const alone = [...links.values()].filter((members) => members.length === 1).flat()
  return { ...changed(project, alone, unlinked), media: [...media.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

const unlinked = (clip: Clip): Clip => ({ ...clip, link: null })

function clipFrom(word: string, kind: Lane['kind'], media: Map<string, Media>): Clip {
  const [, id = '', start, end, from = '0', num = '1', den = '1', length = '100'] = CLIP.exec(word) ?? fault(word)
  const name = id.replaceAll("'", '').toUpperCase()
  const common = { id: name, name, source: { type: 'store' as const, id: name } }
  if (!media.has(name)) {
    const size = { width: 1920, height: 1080 }
    if (length === '∞') media.set(name, { ...common, kind: 'image', size })
    else if (kind === 'audio') media.set(name, { ...common, kind: 'audio', duration: at(Number(length)) })
    else media.set(name, { ...common, kind: 'video', size, duration: at(Number(length)), fps: { num: 25, den: 1 }, hasAudio: true })
  }
  const speed = { num: Number(num), den: Number(den) }
  return clipSchema.parse({ kind, id, media: name, start: at(Number(start)), duration: at(Number(end) - Number(start)), in: at(Number(from)), speed, link: name.toLowerCase() })
}

function fault(text: string): never {
  throw new Error(`not in the notation: ${text}`)
}

/** The composition in the notation, with in points and speeds where they say something; lengths of media are left out. */
export function show(project: Project): string {
  return project.lanes.map((lane) => {
    const clips = lane.clips.map((clip) => {
      const speed = clip.speed.num === clip.speed.den ? '' : `x${clip.speed.num}${clip.speed.den === 1 ? '' : `/${clip.speed.den}`}`
      return ` ${clip.id}[${seconds(clip.start)}-${seconds(endOf(clip))}${clip.in === 0 ? '' : `@${seconds(clip.in)}`}${speed}]`
    })
    return `${lane.name}${lane.locked ? '!' : ''}${lane.passing ? '+' : ''}${clips.join('')}`
  }).join(' | ')
}

const seconds = (time: Ticks): string => String(Math.round((time / TICKS_PER_SECOND) * 1000) / 1000)

/** The composition after edits; throws what is refused. */
export function after(project: Project, ...edits: readonly Edit[]): Project {
  return edits.reduce((now, edit) => unwrap(named(applyEdit(now, edit))).project, project)
}

/** The reason of a refusal, or undefined when the edit is done. */
export function refusalOf(project: Project, edit: Edit): string | undefined {
  const applied = applyEdit(project, edit)
  return applied.ok ? undefined : applied.error.reason
}

const named = <T>(result: { ok: true; value: T } | { ok: false; error: { reason: string; message: string } }) =>
  result.ok ? result : { ok: false as const, error: new Error(`${result.error.reason}: ${result.error.message}`) }

/** A clip to be placed, out of the medium of its name: the notation's clip on no lane. */
export function loose(word: string, kind: Lane['kind'], known?: Project): { readonly clip: Clip; readonly media: readonly Media[] } {
  const media = new Map<string, Media>()
  const clip = { ...clipFrom(word, kind, media), link: null }
  return { clip, media: [...media.values()].filter(({ id }) => known === undefined || mediaOf(known, id) === undefined) }
}

/**
 * By how much more the sources of linked clips have moved against one another than rounding does, in ticks of the source. It looks at
 * clips that are linked before and after and show the same medium at the same speed as one another at both times, whether or not medium
 * and speed have changed between.
 */
export function slippedApart(before: Project, next: Project): number {
  const now = new Map(linkedInTime(next).map((clip) => [clip.id, clip]))
  const then = linkedInTime(before).filter((clip) => now.get(clip.id)?.link === clip.link)
  const alike = (a: Clip, b: Clip): boolean => a.media === b.media && rateOf(a) === rateOf(b)
  const slips = [...Map.groupBy(then, ({ link }) => link).values()].flatMap((members) => members.flatMap((a) => members.map((b) => {
    const [a2, b2] = [now.get(a.id) ?? a, now.get(b.id) ?? b]
    if (!alike(a, b) || !alike(a2, b2)) return 0
    // Each start and each in point is rounded once before and once after.
    return Math.abs(rateOf(a) * (zeroOf(a) - zeroOf(b)) - rateOf(a2) * (zeroOf(a2) - zeroOf(b2))) - 2 - 2 * (rateOf(a) === rateOf(a2) ? 0 : rateOf(a2))
  })))
  return slips.reduce((most, slip) => Math.max(most, slip), 0)
}

const rateOf = ({ speed: { num, den } }: Clip): number => num / den

/** Where on the lane the beginning of a clip's source lies: the same for picture and sound that are in sync. */
const zeroOf = (clip: Clip): number => clip.start - clip.in / rateOf(clip)

/** The linked clips that have a time of their own. */
const linkedInTime = (project: Project): readonly Clip[] =>
  clipsWhere(project, (clip) => clip.link !== null && mediaOfClip(project, clip).kind !== 'image').map(({ clip }) => clip)
