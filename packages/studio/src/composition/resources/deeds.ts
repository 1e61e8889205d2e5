import type { RouteOutput } from '@lemouf/core/protocol'
import { mediumOf } from '@lemouf/core/protocol'
import { mediaOf, refusalError, ticks, type Dropped, type DropZone, type Media } from '@lemouf/core/timeline'
import { server } from '../../server/client.ts'
import { text } from '../../text/text.ts'
import type { Editor } from '../document/editor.ts'
import type { ViewState } from '../document/view-state.ts'
import { mediaChanged, storeIdOf } from '../media-place.ts'
import type { Transport } from '../playback/transport.ts'
import { planDrops } from '../timeline/hands/dropping.ts'
import { droppedOf, type Marked, type Resource } from './library/resource.ts'
import { clipsOf, mediaIdsOf, unusedIn } from './library/usage.ts'

/** What was done, in a sentence for who listens; or why nothing was. */
export type Said = { readonly done: string } | { readonly refused: string }

export interface Bench {
  readonly editor: Editor
  readonly view: ViewState
  readonly transport: Transport
}

/** What resources would be put down as. Those of which nothing is known, or that are missing, are left out. */
export function droppedAll(resources: readonly Resource[], seqOf: (loop: string) => number, marks: ReadonlyMap<string, Marked>): readonly Dropped[] {
  return resources.flatMap((resource) => droppedOf(resource, seqOf, marks.get(resource.storeId ?? '')) ?? [])
}

/** Puts things at the playhead, one behind the other, chooses them and goes behind them: the next ones come there. */
export function putAtPlayhead({ editor, view, transport }: Bench, dropped: readonly Dropped[], mode: 'insert' | 'overwrite'): Said {
  if (dropped.length === 0) return { refused: text.resources.cannotPut }
  const project = editor.project.value
  const ids = editor.freshId()
  const planned = planDrops(project, dropped, transport.playhead.value, zoneIn(editor), { mode, scope: view.timeline.scope, ids })
  if (!planned.ok) {
    editor.refuse(planned.error)
    return { refused: refusalError(planned.error).message }
  }
  if (!editor.apply(...planned.value.edits)) return { refused: text.resources.cannotPut }
  editor.select(planned.value.ids)
  const chosen = new Set(planned.value.ids)
  const end = Math.max(...editor.project.value.lanes.flatMap(({ clips }) => clips.filter(({ id }) => chosen.has(id)).map(({ start, duration }) => start + duration)))
  transport.seek(ticks(end))
  return { done: text.resources.sayPut(dropped.length) }
}

/** The lane of what is chosen on the timeline, else the lowest of pictures that is not locked: the first one of a new composition. */
function zoneIn(editor: Editor): DropZone {
  const lanes = editor.project.value.lanes.filter(({ locked }) => !locked)
  const chosen = editor.selection.value
  const lane = chosen.size === 0 ? undefined : lanes.find(({ kind, clips }) => kind === 'video' && clips.some(({ id }) => chosen.has(id)))
  const lowest = lane ?? lanes.findLast(({ kind }) => kind === 'video') ?? lanes[0]
  return lowest === undefined ? 'top' : { lane: lowest.id }
}

/** Pixels between the left edge and what is brought into view. */
const MARGIN = 80

/** Chooses the clips that show resources, and brings the first of them into view. */
export function revealOnTimeline({ editor, view, transport }: Bench, resources: readonly Resource[]): Said {
  const project = editor.project.value
  const clips = clipsOf(project, new Set(resources.flatMap((resource) => mediaIdsOf(project, resource))))
  const [first] = clips
  if (first === undefined) return { refused: text.resources.notOnTimeline }
  editor.select(clips.map(({ id }) => id))
  view.panes.narrow = 'timeline'
  view.timeline.from = Math.max(0, first.start - MARGIN * view.timeline.scale)
  transport.seek(ticks(first.start))
  return { done: text.resources.sayShown(clips.length) }
}

/** Has the composition keep resources in its own list, so that they are there whatever is listed. */
export function keepInComposition({ editor }: Pick<Bench, 'editor'>, dropped: readonly Dropped[]): Said {
  const media = dropped.map((one) => one.media).filter(({ id }) => mediaOf(editor.project.value, id) === undefined)
  if (dropped.length === 0) return { refused: text.resources.cannotPut }
  if (media.length > 0) editor.apply({ type: 'putMedia', media })
  return { done: text.resources.sayKept(dropped.length) }
}

/** Takes media out of the composition's list, those that no clip shows. */
export function takeOut({ editor }: Pick<Bench, 'editor'>, resources: readonly Resource[]): Said {
  const unused = new Set(unusedIn(editor.project.value))
  const media = resources.flatMap(({ medium }) => (medium !== undefined && unused.has(medium.id) ? [medium.id] : []))
  if (media.length === 0) return { refused: text.resources.stillUsed }
  editor.apply({ type: 'removeMedia', media })
  return { done: text.resources.groupCount(media.length) }
}

/** What people added and nothing refers to, without what this composition has and the server may not have heard of yet. */
export async function unusedInStore({ editor }: Pick<Bench, 'editor'>): Promise<RouteOutput<'listUnused'>['media']> {
  const { media } = await server('listUnused', {})
  const own = new Set(editor.project.value.media.flatMap((one) => storeIdOf(one) ?? []))
  return media.filter((one) => !own.has(one.media))
}

/** Whether a medium is there again: with the same bytes; or other ones would have to take their place. */
export type Relinked = 'healed' | 'differs'

/**
 * Gives a missing medium the bytes of another one of the store. Other bytes are taken only with `replace`. What the composition knows of it
 * follows: its size and length. Throws what the server refuses, and what clips show beyond its end.
 */
export async function relink({ editor }: Pick<Bench, 'editor'>, resource: Resource, to: string, replace: boolean): Promise<Relinked> {
  const { medium, storeId } = resource
  const other = await server('getMediaInfo', { params: { id: to } })
  if (storeId === undefined) {
    // The composition alone misses it: nobody knows which bytes it had.
    if (!replace) return 'differs'
    put(editor, medium, mediumOf(other, medium?.name ?? other.filename, { type: 'store', id: to }))
    return 'healed'
  }
  const now = await server('getMediaInfo', { params: { id: storeId } })
  if (now.missing && now.hash !== other.hash && !replace) return 'differs'
  const linked = now.missing ? await server('relinkMedia', { body: { media: storeId, to, replace } }) : now
  if (medium !== undefined && medium.source.type !== 'missing') put(editor, medium, mediumOf(linked, medium.name, medium.source))
  await mediaChanged(storeId)
  return 'healed'
}

function put(editor: Editor, medium: Media | undefined, now: Media | undefined): void {
  if (medium === undefined || now === undefined) return
  const next = { ...now, id: medium.id }
  if (JSON.stringify(next) !== JSON.stringify(medium)) editor.apply({ type: 'putMedia', media: [next] })
}
