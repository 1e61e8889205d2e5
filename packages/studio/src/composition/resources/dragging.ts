import { clipSchema, mediaSchema, type Dropped } from '@lemouf/core/timeline'
import { parseJson } from '@lemouf/core/json'
import * as z from 'zod'
import { shallowRef, type ShallowRef } from 'vue'

/** What goes with a drag out of the resources: a browser tells it while hovering, and its content only where it is let go. */
export const DRAG_TYPE = 'application/x-lemouf-media'

const { in: position, duration, choice } = clipSchema.options[0].shape
const draggedSchema = z.array(z.object({ media: mediaSchema, in: position.optional(), duration: duration.optional(), choice: choice.unwrap().unwrap().optional() })).min(1)

const dragging = shallowRef<readonly Dropped[]>([])
/** What is being dragged out of the resources of this page, for whoever shows where it would land; empty while nothing is. */
export const dragged: Readonly<ShallowRef<readonly Dropped[]>> = dragging

/** Begins a drag, from the `dragstart` of what shows it. Whoever begins calls `endDrag` on `dragend`. */
export function startDrag(transfer: DataTransfer, media: readonly Dropped[]): void {
  dragging.value = media
  transfer.effectAllowed = 'copy'
  transfer.setData(DRAG_TYPE, JSON.stringify(media))
  transfer.setData('text/plain', media.map(({ media: { name } }) => name).join('\n'))
}

export function endDrag(): void {
  dragging.value = []
}

/** Whether something of the resources hovers, of this page or of another of the studio. */
export const hasDragged = (transfer: Pick<DataTransfer, 'types'>): boolean => transfer.types.includes(DRAG_TYPE)

/** What was let go; empty where it is nothing of the resources. */
export function readDragged(transfer: Pick<DataTransfer, 'getData'>): readonly Dropped[] {
  const read = parseJson(transfer.getData(DRAG_TYPE))
  const parsed = read.ok ? draggedSchema.safeParse(read.value) : undefined
  return parsed?.success === true ? parsed.data.map(withoutGaps) : []
}

function withoutGaps({ media, in: from, duration: length, choice: chosen }: z.output<typeof draggedSchema>[number]): Dropped {
  return { media, ...(from === undefined ? {} : { in: from }), ...(length === undefined ? {} : { duration: length }), ...(chosen === undefined ? {} : { choice: chosen }) }
}
