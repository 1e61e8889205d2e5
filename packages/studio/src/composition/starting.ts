import type { CompositionSource, CompositionSummary } from '@lemouf/core/protocol'
import type { Screen } from '../app/address.ts'
import { server } from '../server/client.ts'

/** What there was to say when a composition was made, until it is first shown. */
const notes = new Map<string, string>()

/** A composition just made, to be gone to. */
export interface Made {
  readonly composition: CompositionSummary
  readonly notes: readonly string[]
}

/** The screen of a composition just made; what there is to say of it is said there. */
export function screenOf(made: Made): Screen {
  const { composition_id: compositionId } = made.composition
  if (made.notes.length > 0) notes.set(compositionId, made.notes.join(' '))
  return { name: 'composition', compositionId }
}

/** What there is to say of a composition that is shown for the first time; once. */
export function noteOf(compositionId: string): string | undefined {
  const note = notes.get(compositionId)
  notes.delete(compositionId)
  return note
}

/** Goes to the composition that was begun with this, the last changed of several; else begins one. Errors: those of `createComposition`. */
export async function composeFrom(from: CompositionSource): Promise<Screen> {
  const { compositions } = await server('listCompositions', { query: {} })
  const known = compositions.find(({ source }) => isSameSource(source, from))
  return known === undefined ? screenOf(await server('createComposition', { body: { from } })) : { name: 'composition', compositionId: known.composition_id }
}

/** Whether a composition was put together from this: the same loop, or the same pipeline and, where one is named, the same step of it. */
export function isSameSource(one: CompositionSource | null, other: CompositionSource): boolean {
  if (one?.type === 'loop' && other.type === 'loop') return one.loop_id === other.loop_id
  return one?.type === 'pipeline' && other.type === 'pipeline' && one.pipeline_id === other.pipeline_id && (other.node_id === undefined || one.node_id === other.node_id)
}
