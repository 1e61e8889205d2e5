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
 * The edits by which clips take what was newly approved. None for a clip that does not follow, that is on a locked lane, or whose
 * retry was chosen by somebody who knew this already or later news: a late result never goes over a newer choice. Of linked picture
 * and sound of one medium the first brings the other along.
 */
export function followEdits(project: Project, news: Approved): readonly EditOf<'retry'>[] {
  const behind = clipsWhere(project, ({ choice }) => choice !== null && choice.loop === news.loop && choice.cycle === news.cycle && choice.chosenAt < news.seq)
  const brought = new Set<string>()
  return behind.flatMap(({ lane, clip }) => {
    const together = `${clip.link ?? clip.id} ${clip.media}`
    if (lane.locked || !follows(project, lane, clip) || brought.has(together)) return []
    brought.add(together)
    // Where it shows that retry already, only the moment of the choice moves on: older news that comes later must not win.
    const media = clip.choice?.retry === news.retry ? mediaOfClip(project, clip) : news.media
    return [{ type: 'retry' as const, clip: clip.id, retry: news.retry, media, chosenAt: news.seq }]
  })
}
