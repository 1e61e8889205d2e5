import type { Clip } from './clip.ts'
import type { EditOf } from './edit.ts'
import { clipsWhere } from './find.ts'
import type { Lane } from './lane.ts'
import type { Media } from './media.ts'
import { mediaOfClip, type Project } from './project.ts'

/** News of a loop: this retry of a cycle was approved, at this sequence number of the loop, and this is what it made. */
export interface Approved {
  readonly loop: string
  readonly cycle: number
  readonly retry: number
  readonly media: Media
  readonly seq: number
}

/** Whether a clip takes what is newly approved: as it says itself, else its lane, else the composition. */
export function follows(project: Project, lane: Lane, clip: Clip): boolean {
  return clip.choice !== null && (clip.choice.follow ?? lane.follow ?? project.settings.follow)
}

/**
 * The edits by which clips take what was newly approved. None for a clip that does not follow, that is on a locked lane or linked
 * with one there, or whose retry was chosen by somebody who knew this already or later news: a late result never goes over a newer
 * choice. Of linked picture and sound of one medium the first that follows brings the other along.
 */
export function followEdits(project: Project, news: Approved): readonly EditOf<'retry'>[] {
  const behind = clipsWhere(project, ({ choice }) => choice !== null && choice.loop === news.loop && choice.cycle === news.cycle && choice.chosenAt < news.seq)
  const together = Map.groupBy(behind, ({ clip }) => `${clip.link ?? clip.id} ${clip.media}`)
  return [...together.values()].flatMap((members) => {
    const first = members.find(({ lane, clip }) => follows(project, lane, clip))
    if (first === undefined || members.some(({ lane }) => lane.locked)) return []
    // Where it shows that retry already, only the moment of the choice moves on: older news that comes later must not win.
    const media = first.clip.choice?.retry === news.retry ? mediaOfClip(project, first.clip) : news.media
    return [{ type: 'retry' as const, clip: first.clip.id, retry: news.retry, media, chosenAt: news.seq }]
  })
}

/** A retry that a clip could show, and what it made. */
export interface Take {
  readonly retry: number
  readonly media: Media
}

/**
 * The edit to the next or the previous of the takes that there are, in their order; undefined at the last of them and for a clip
 * that no loop made. `seq`: the loop's sequence number that the person sees.
 */
export function stepRetry(clip: Clip, takes: readonly Take[], direction: 1 | -1, seq: number): EditOf<'retry'> | undefined {
  if (clip.choice === null) return undefined
  const { retry } = clip.choice
  const further = takes.filter((take) => (take.retry - retry) * direction > 0).toSorted((a, b) => (a.retry - b.retry) * direction)
  const take = further[0]
  return take === undefined ? undefined : { type: 'retry', clip: clip.id, retry: take.retry, media: take.media, chosenAt: seq }
}
