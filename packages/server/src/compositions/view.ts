import { mediaIdSchema, type CompositionChange, type CompositionSummary, type LogEntry } from '@lemouf/core/protocol'
import { durationOf, mediaOf, type Media, type Project } from '@lemouf/core/timeline'
import type { RecordedCompositionEvent } from '../store/composition-rows.ts'

/** The part of a composition's summary that its document says. */
export function outlineOf(project: Project): Pick<CompositionSummary, 'name' | 'duration' | 'clips' | 'thumb'> {
  const shown = firstPicture(project)
  return {
    name: project.name,
    duration: durationOf(project),
    clips: project.lanes.reduce((sum, { clips }) => sum + clips.length, 0),
    thumb: shown === undefined ? null : thumbOf(shown),
  }
}

/** A document comes from clients, so what it calls the id of a medium need not be one. */
const thumbOf = ({ source }: Media): string | null =>
  (source.type !== 'missing' && mediaIdSchema.safeParse(source.id).success ? `/lemouf/media/${source.id}/thumb` : null)

/** The medium of the picture that comes first; of several at once that of the topmost lane. */
function firstPicture(project: Project): Media | undefined {
  const firsts = project.lanes.flatMap(({ kind, clips }) => (kind === 'video' && clips[0] !== undefined ? [clips[0]] : []))
  const first = firsts.toSorted((a, b) => a.start - b.start)[0]
  return first === undefined ? undefined : mediaOf(project, first.media)
}

/** What was done, as clients see it. `inverses`: with what takes it back. */
export function logEntryOf(event: RecordedCompositionEvent, inverses = false): LogEntry {
  const { revision, type, at, by } = event
  if (event.type !== 'compositionEdited') return { revision, type, at, by, client: null, sequence: null, gesture: null, step: 'do', edits: [] }
  const { client, sequence, gesture, step, edits } = event
  return { revision, type, at, by, client, sequence, gesture, step, edits: [...edits], ...(inverses ? { inverses: [...event.inverses] } : {}) }
}

/** The message of the live feed that tells of a change; without entries where they are too much to tell. */
export function compositionChangeOf(composition: CompositionSummary, log: readonly RecordedCompositionEvent[] | null): CompositionChange {
  return { composition, entries: log === null ? null : log.map((event) => logEntryOf(event)) }
}
