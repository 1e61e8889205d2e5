import type { Client, ManifestEntry } from '@lemouf/core/protocol'
import { clipOf, stepRetry, type Clip, type Edit, type Project, type Take } from '@lemouf/core/timeline'
import { takeOf, takesIn } from './takes.ts'

/** What showing other retries needs to know. */
export interface SteppingParts {
  readonly call: Client
  readonly project: () => Project
  readonly entriesOf: (clip: Clip) => readonly ManifestEntry[]
  /** The sequence number of a loop that the person sees. */
  readonly seqOf: (loop: string) => number
}

/** Clips of loops by their ids; of linked picture and sound of one medium one stands for both. */
export function leaders(project: Project, ids: readonly string[]): readonly Clip[] {
  const clips = ids.flatMap((id) => clipOf(project, id)?.clip ?? []).filter(({ choice }) => choice !== null)
  return [...Map.groupBy(clips, ({ id, link, media }) => `${link ?? id} ${media}`).values()].flatMap(([first]) => first ?? [])
}

/** The edits to the next or the previous retry that clips could show; none for those at their last one. Errors: as of `getMediaInfo`. */
export async function stepEdits(parts: SteppingParts, ids: readonly string[], direction: 1 | -1): Promise<readonly Edit[]> {
  const found = await Promise.all(leaders(parts.project(), ids).map(async (clip) => {
    const takes = await nextTakes(parts, clip, direction)
    return stepRetry(clip, takes, direction, parts.seqOf(clip.choice?.loop ?? ''))
  }))
  return found.filter((edit) => edit !== undefined)
}

/** The nearest take on that side: the first whose medium suits once it was looked into. */
async function nextTakes({ call, project, entriesOf }: SteppingParts, clip: Clip, direction: 1 | -1): Promise<readonly Take[]> {
  const entries = entriesOf(clip)
  const shown = clip.choice?.retry ?? 0
  const further = takesIn(project(), clip, entries).filter(({ retry_index }) => (retry_index - shown) * direction > 0)
  for (const entry of direction > 0 ? further : further.toReversed()) {
    const take = await takeOf(call, project(), clip, entries, entry)
    if (take !== undefined) return [take]
  }
  return []
}

/** The edit that shows one retry; undefined where it has nothing that the clip could show. Errors: as of `getMediaInfo`. */
export async function showEdit({ call, project, entriesOf, seqOf }: SteppingParts, clip: Clip, retry: number): Promise<Edit | undefined> {
  const entries = entriesOf(clip)
  const entry = entries.find(({ retry_index }) => retry_index === retry)
  const take = entry === undefined ? undefined : await takeOf(call, project(), clip, entries, entry)
  return take === undefined ? undefined : { type: 'retry', clip: clip.id, ...take, chosenAt: seqOf(clip.choice?.loop ?? '') }
}
