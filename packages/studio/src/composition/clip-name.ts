import { clipOf, mediaOf, type Clip, type Media, type Project } from '@lemouf/core/timeline'
import { text } from '../text/text.ts'

/** How an attempt of a loop is written, in the language of the moment. */
type Attempt = (cycle: number, retry: number) => string

/** What a clip is called: by the attempt that it shows, as the library calls it; else by its medium. */
export const clipName = ({ choice }: Pick<Clip, 'choice'>, media: Pick<Media, 'name'> | undefined, attempt: Attempt = text.timeline.onCanvas.attempt): string =>
  choice === null ? (media?.name ?? '') : attempt(choice.cycle, choice.retry)

/** What a composition's clip is called; undefined for one that it does not have. */
export function nameOfClip(project: Project, id: string): string | undefined {
  const found = clipOf(project, id)
  return found === undefined ? undefined : clipName(found.clip, mediaOf(project, found.clip.media))
}
