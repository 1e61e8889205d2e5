import { ok, type Result } from '../result.ts'
import { fits, lockedLane, rearranged, type Put } from './arrange.ts'
import { endOf, part, type Clip } from './clip.ts'
import { companions } from './find.ts'
import { clipAt, clipsWithin, type Lane } from './lane.ts'
import { laneOf, mediaOfClip, type Project } from './project.ts'
import { laneTaken, refuse, unknownLane, type Refusal } from './refusal.ts'
import { opened, split, type Mint, type Scope } from './ripple.ts'
import { earlier, later, ticks, type Ticks } from './time.ts'

/**
 * What becomes of what is in the place of arriving clips. `overwrite` takes away as much as they cover, `insert` opens a gap for all
 * of them together, `fit` refuses.
 */
export type Mode = 'overwrite' | 'insert' | 'fit'

/** Where a clip is to go: onto a lane, or onto one that is made for it above all, below all, or at an index from the top. */
export type Target = { readonly lane: string } | { readonly newLane: string; readonly at: 'top' | 'bottom' | number }

/** A clip and where it is to go. */
export interface Arrival {
  readonly clip: Clip
  readonly to: Target
}

/**
 * Puts clips down, making the lanes that their targets name. Inserting and moving come here both, so that a drop means the same
 * in either. Refused: `unknown_lane`, `lane_locked`, `wrong_kind`, `id_taken` (a lane), `occupied`, and what `opened` refuses.
 */
export function settled(project: Project, arrivals: readonly Arrival[], mode: Mode, scope: Scope, mint: Mint): Result<Project, Refusal> {
  const housed = withNewLanes(project, arrivals)
  if (!housed.ok) return housed
  const put = arrivals.map(({ clip, to }) => ({ clip, lane: 'lane' in to ? to.lane : to.newLane }))
  const refusal = put.map((one) => unfit(housed.value, one)).find((found) => found !== undefined)
  if (refusal !== undefined) return refusal
  const room = roomFor(housed.value, put, mode, scope, mint)
  if (!room.ok) return room
  const free = fits(room.value, put)
  return free.ok ? ok(rearranged(room.value, { put })) : free
}

function roomFor(project: Project, put: readonly Put[], mode: Mode, scope: Scope, mint: Mint): Result<Project, Refusal> {
  if (mode === 'fit') return ok(project)
  if (mode === 'overwrite') return ok(carved(project, put, mint))
  const from = put.map(({ clip }) => clip.start).reduce(earlier)
  const to = put.map(({ clip }) => endOf(clip)).reduce(later)
  return opened(project, put.map(({ lane }) => lane), from, to - from, scope, mint)
}

/**
 * What is covered goes; of a clip that is covered in part the rest stays, and keeps its link. One of which both ends stay is cut with
 * all that it is linked with, so that each end has its own sound.
 */
function carved(project: Project, put: readonly Put[], mint: Mint): Project {
  return put.reduce((before, { lane: id, clip: { start, duration } }) => {
    const end = ticks(start + duration)
    const now = partedBehind(before, id, start, end, mint)
    const lane = laneOf(now, id)
    const covered = lane === undefined ? [] : clipsWithin(lane.clips, start, end).map((clip) => ({ lane, clip }))
    const rest = covered.flatMap(({ clip }) => remainders(clip, start, end, mediaOfClip(now, clip).kind === 'image', mint))
    return rearranged(now, { remove: covered, put: rest.map((clip) => ({ lane: id, clip })) })
  }, project)
}

/** Cuts a linked clip that goes on at both sides of a stretch at its end. Where something of the link is on a locked lane nothing is cut. */
function partedBehind(project: Project, id: string, start: Ticks, end: Ticks, mint: Mint): Project {
  const lane = laneOf(project, id)
  const clip = lane === undefined ? undefined : clipAt(lane.clips, start)
  if (lane === undefined || clip === undefined || clip.link === null || clip.start >= start || endOf(clip) <= end) return project
  const members = companions(project, [{ lane, clip }], ['link'])
  if (members.some((one) => one.lane.locked)) return project
  return split(project, members.filter((one) => one.clip.start < end && endOf(one.clip) > end), end, mint)
}

function remainders(clip: Clip, from: Ticks, to: Ticks, still: boolean, mint: Mint): readonly Clip[] {
  const left = clip.start < from ? [part(clip, clip.start, from, still)] : []
  if (endOf(clip) <= to) return left
  const right = part(clip, to, endOf(clip), still)
  // The locked sound of both goes with the left.
  return left.length === 0 ? [right] : [...left, { ...right, id: mint(), link: null }]
}

function unfit(project: Project, { lane: id, clip }: Put): Result<never, Refusal> | undefined {
  const lane = laneOf(project, id)
  if (lane === undefined) return unknownLane(id)
  if (lane.locked) return lockedLane(lane)
  if (lane.kind !== clip.kind) return wrongLane(lane)
  return undefined
}

export function wrongLane({ id, name, kind }: Lane): Result<never, Refusal> {
  const [here, there] = kind === 'video' ? ['pictures', 'sound'] : ['sound', 'pictures']
  return refuse('wrong_kind', `“${name}” is a lane of ${here}. Put ${there} on a lane of ${there}.`, { lane: id })
}

function withNewLanes(project: Project, arrivals: readonly Arrival[]): Result<Project, Refusal> {
  let now = project
  const made = new Set<string>()
  for (const { clip, to } of arrivals) {
    if ('lane' in to || made.has(to.newLane)) continue
    if (laneOf(now, to.newLane) !== undefined) return laneTaken(to.newLane)
    now = withLane(now, newLane(now, to.newLane, clip.kind, { passing: true }), to.at)
    made.add(to.newLane)
  }
  return ok(now)
}

/** A lane named after its kind and the first free number: V1, A2. */
export function newLane(project: Project, id: string, kind: Lane['kind'], more: Partial<Lane> = {}): Lane {
  const letter = kind === 'video' ? 'V' : 'A'
  const names = new Set(project.lanes.map(({ name }) => name))
  let number = 1
  while (names.has(`${letter}${number}`)) number++
  const plain = { colour: null, locked: false, muted: false, solo: false, hidden: false, follow: null, passing: false, clips: [] }
  return { id, kind, name: `${letter}${number}`, ...plain, ...more }
}

/** The composition with a lane at a place; an index beyond the last is the bottom. */
export function withLane(project: Project, lane: Lane, at: 'top' | 'bottom' | number): Project {
  const index = at === 'top' ? 0 : at === 'bottom' ? project.lanes.length : at
  return { ...project, lanes: project.lanes.toSpliced(index, 0, lane) }
}

/**
 * Takes away what drops made and edits emptied, where the setting says so. Applied after every edit, and the reason why no edit
 * has to think of it.
 */
export function tidied(project: Project): Project {
  if (!project.settings.tidyLanes) return project
  const lanes = project.lanes.filter((lane) => !lane.passing || lane.clips.length > 0)
  return lanes.length === project.lanes.length ? project : { ...project, lanes }
}
