import { ok, type Result } from '../../result.ts'
import { changed, chosen, lockedLane, rearranged, type Put } from '../arrange.ts'
import { endOf, isWithinSource, over, shownTogether, type Choice, type Clip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import { clipsWhere, companions, type Located } from '../find.ts'
import { suits, type Media } from '../media.ts'
import { mediaOf, mediaOfClip, type Project } from '../project.ts'
import { lacking, refuse, type Refusal } from '../refusal.ts'
import { stocked, withMedia } from '../stock.ts'
import { ticks } from '../time.ts'

/**
 * Shows another medium in the place of clips, from the same in point to the same out point as far as it has them; where it is
 * shorter, the clip begins earlier in it and then gets shorter. The sound of a replaced picture follows, and goes where the new
 * medium has none. Refused: `wrong_kind`, `beyond_source` when nothing remains, `lane_locked`.
 */
export function replace(project: Project, { clips, media }: EditOf<'replace'>): Result<Project, Refusal> {
  return shown(project, clips, media, (linked, now) => shownTogether(linked, now).map((clip) => (clip === undefined ? undefined : choosing(clip, null))))
}

/**
 * Shows another retry of the clip's cycle, as `replace` does, and remembers when it was chosen, so that news which is not later
 * does not overrule it. A clip that got shorter by a short one is as long as before with the next that is long enough, as far as
 * there is room. Refused besides: `not_of_a_loop`.
 */
export function retry(project: Project, { clip: id, retry: to, media, chosenAt }: EditOf<'retry'>): Result<Project, Refusal> {
  const found = chosen(project, [id])
  if (!found.ok) return found
  const named = found.value[0]?.clip
  if (named?.choice === null) return refuse('not_of_a_loop', 'This clip was not made by a loop, so that it has no other retries.', { clip: id })
  // Two windows that follow the same loop choose the same.
  if (named?.media === media.id && named.choice?.retry === to && named.choice.chosenAt === chosenAt) return ok(project)
  return shown(project, [id], media, (linked, now, room) => {
    const before = linked[0]
    return before === undefined ? [] : retaken(linked, { retry: to, chosenAt }, mediaOfClip(project, before), now, room)
  })
}

/** Says whether clips of loops take what is newly approved; null leaves it to lane and composition. Refused: `not_of_a_loop`, `lane_locked`. */
export function follow(project: Project, { clips, follow: to }: EditOf<'follow'>): Result<Project, Refusal> {
  const found = chosen(project, clips)
  if (!found.ok) return found
  const made = found.value.filter(({ clip }) => clip.choice !== null)
  if (made.length === 0) return refuse('not_of_a_loop', 'These clips were not made by a loop: there is nothing to follow.')
  return ok(changed(project, made, (clip) => ({ ...clip, choice: clip.choice === null ? null : { ...clip.choice, follow: to } })))
}

/** Adds media, or changes what is known of them: relinking. Refused: `beyond_source` and `wrong_kind` when a clip would no longer have what it shows. */
export function putMedia(project: Project, { media }: EditOf<'putMedia'>): Result<Project, Refusal> {
  const next = { ...project, media: withMedia(project.media, media) }
  const arriving = new Map(media.map((one) => [one.id, one]))
  for (const { clip } of clipsWhere(project, (one) => arriving.has(one.media))) {
    const now = arriving.get(clip.media)
    if (now !== undefined && !suits(now, clip.kind)) return lacking(now, clip.kind, { clip: clip.id })
    if (now === undefined || isWithinSource(clip, now)) continue
    return refuse('beyond_source', `“${now.name}” does not have all that a clip shows of it. Replace the clip’s medium instead.`, { clip: clip.id })
  }
  return ok(next)
}

/** Takes media out of the composition. Refused: `media_in_use`, `unknown_media`. */
export function removeMedia(project: Project, { media }: EditOf<'removeMedia'>): Result<Project, Refusal> {
  const gone = new Set(media)
  if (media.some((id) => mediaOf(project, id) === undefined)) return refuse('unknown_media', 'One of these is no longer in the composition.')
  const user = clipsWhere(project, (clip) => gone.has(clip.media))[0]
  if (user !== undefined) return refuse('media_in_use', 'A clip on the timeline shows this. Delete the clip first.', { clip: user.clip.id, lane: user.lane.id })
  return ok({ ...project, media: withMedia(project.media, [], gone) })
}

/** How clips of one link that show the same are with another medium, with so much room behind them; undefined for one of which nothing is left. */
type Fit = (clips: readonly Clip[], now: Media, room: number) => readonly (Clip | undefined)[]

/** Clips, and what is linked with them and shows the same, over another medium. Sound that this has not goes, unless it was named itself. */
function shown(project: Project, ids: readonly string[], media: Media, fit: Fit): Result<Project, Refusal> {
  const named = chosen(project, ids)
  if (!named.ok) return named
  const supplied = stocked(project, [media])
  const now = mediaOf(supplied, media.id) ?? media
  const affected = withSound(project, named.value)
  const locked = affected.find(({ lane }) => lane.locked)
  if (locked !== undefined) return lockedLane(locked.lane, locked.clip)
  const put: Put[] = []
  for (const together of Map.groupBy(affected, ({ clip }) => `${clip.link ?? `alone ${clip.id}`} ${clip.media}`).values()) {
    const silent = together.find(({ clip }) => !suits(now, clip.kind) && ids.includes(clip.id))
    if (silent !== undefined) return noPlaceFor(silent.clip, now)
    const suited = together.filter(({ clip }) => suits(now, clip.kind))
    const fitted = fit(suited.map(({ clip }) => clip), now, Math.min(...together.map(roomBehind)))
    for (const [index, { lane, clip }] of suited.entries()) {
      const one = fitted[index]
      if (one === undefined) return noPlaceFor(clip, now)
      put.push({ lane: lane.id, clip: one })
    }
  }
  return ok(rearranged(supplied, { remove: affected, put }))
}

function roomBehind({ lane, clip }: Located): number {
  const next = lane.clips[lane.clips.indexOf(clip) + 1]
  return next === undefined ? Infinity : next.start - endOf(clip)
}

/**
 * Clips over another retry's medium. What a shorter one had taken from their windows they get back, as far as there is room behind them
 * and unless somebody has changed one of the windows since.
 */
function retaken(clips: readonly Clip[], made: Pick<Choice, 'retry' | 'chosenAt'>, before: Media, now: Media, room: number): readonly (Clip | undefined)[] {
  const whole = clips.map((clip) => over(clip, { start: clip.start, in: clip.in, duration: clip.duration, ...clip.choice?.wanted }))
  const asShown = shownTogether(whole, before)
  const isAsShown = clips.every((clip, index) => asShown[index]?.in === clip.in && asShown[index].duration === clip.duration)
  const wanted = isAsShown ? whole : clips
  return shownTogether(wanted, now).map((fitted, index) => {
    const [clip, wish] = [clips[index], wanted[index]]
    if (fitted === undefined || clip === undefined || wish === undefined) return undefined
    const held = over(fitted, { ...fitted, duration: ticks(Math.min(fitted.duration, clip.duration + room)) })
    const isWhole = held.in === wish.in && held.duration === wish.duration
    const left = isWhole || now.kind === 'image' ? null : { in: wish.in, duration: wish.duration }
    return choosing(held, clip.choice === null ? null : { ...clip.choice, ...made, wanted: left })
  })
}

const choosing = (clip: Clip, choice: Choice | null): Clip => ({ ...clip, choice })

function withSound(project: Project, named: readonly Located[]): readonly Located[] {
  const shownHere = new Set(named.map(({ clip }) => clip.media))
  const ids = new Set(named.map(({ clip }) => clip.id))
  return companions(project, named, ['link']).filter(({ clip }) => ids.has(clip.id) || shownHere.has(clip.media))
}

const noPlaceFor = (clip: Clip, media: Media): Result<never, Refusal> =>
  suits(media, clip.kind)
    ? refuse('beyond_source', `“${media.name}” is too short for this clip’s speed. Set the speed back first.`, { clip: clip.id })
    : lacking(media, clip.kind, { clip: clip.id })
