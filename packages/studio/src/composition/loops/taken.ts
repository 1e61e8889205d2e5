import { clipOf, mediaOf, type Clip, type EditOf, type Project } from '@lemouf/core/timeline'

/** A clip that took what was newly approved by itself, as it is since, and the edit by which a person who knows of it has the former back. */
export interface Taken {
  readonly clip: Clip
  readonly back: EditOf<'retry'>
}

/** What an edit of following is about to change, or undefined where the clip is gone. `chosenAt`: who takes it back has seen this news. */
export function backOf(project: Project, { clip: id, chosenAt }: EditOf<'retry'>): EditOf<'retry'> | undefined {
  const clip = clipOf(project, id)?.clip
  const media = clip === undefined ? undefined : mediaOf(project, clip.media)
  return clip === undefined || clip.choice === null || media === undefined ? undefined : { type: 'retry', clip: id, retry: clip.choice.retry, media, chosenAt }
}

/** What was taken before and what is taken now as one: a clip that took twice goes back to what it showed at first. */
export function joined(before: readonly Taken[], now: readonly Taken[]): readonly Taken[] {
  const first = new Map(before.map((one) => [one.clip.id, one.back]))
  const again = new Set(now.map(({ clip }) => clip.id))
  const news = now.map(({ clip, back }): Taken => ({ clip, back: { ...back, ...first.get(clip.id), chosenAt: back.chosenAt } }))
  return [...before.filter(({ clip }) => !again.has(clip.id)), ...news]
}

/** The edits by which clips show again what they did before; none for those that somebody has given something else since. */
export function backEdits(project: Project, taken: readonly Taken[]): readonly EditOf<'retry'>[] {
  return taken.flatMap(({ clip, back }) => {
    const now = clipOf(project, clip.id)?.clip
    return now?.media === clip.media && now.choice?.chosenAt === clip.choice?.chosenAt ? [back] : []
  })
}
