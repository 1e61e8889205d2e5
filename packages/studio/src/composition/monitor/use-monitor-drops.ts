import type { Dropped } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import { shallowRef, type ShallowRef } from 'vue'
import { text } from '../../text/text.ts'
import { putAtPlayhead, type Bench } from '../resources/deeds.ts'
import { hasDragged, readDragged } from '../resources/dragging.ts'
import { filesOf } from '../resources/files.ts'
import type { Shelf } from '../resources/shelf.ts'

/** What a monitor that takes drops shows of it. */
export interface Drops {
  /** Something hovers that would be put down at the playhead. */
  readonly hovers: Readonly<ShallowRef<boolean>>
  /** What was done with it, or why nothing was. */
  readonly said: Readonly<ShallowRef<string>>
}

/** Puts what is dropped on the picture down at the playhead, resources and files alike, as the timeline is set: over what is there, or between. */
export function useMonitorDrops(place: Readonly<ShallowRef<HTMLElement | null>>, bench: Bench, shelf: Pick<Shelf, 'addFiles'>): Drops {
  const hovers = shallowRef(false)
  const said = shallowRef('')
  const put = (dropped: readonly Dropped[]): void => {
    const answer = putAtPlayhead(bench, dropped, bench.view.timeline.mode)
    said.value = 'done' in answer ? answer.done : answer.refused
  }

  useEventListener(place, ['dragenter', 'dragover'], (event) => {
    const transfer = takenFrom(event)
    if (transfer === undefined) return
    transfer.dropEffect = 'copy'
    hovers.value = true
  })
  useEventListener(place, 'dragleave', (event) => {
    if (!(event.relatedTarget instanceof Node && place.value?.contains(event.relatedTarget) === true)) hovers.value = false
  })
  useEventListener(place, 'drop', (event) => {
    hovers.value = false
    const transfer = takenFrom(event)
    if (transfer === undefined) return
    const dropped = readDragged(transfer)
    if (dropped.length > 0) return put(dropped)
    void addFrom(transfer).then((added) => { if (added.length > 0) put(added) })
  })

  async function addFrom(transfer: DataTransfer): Promise<readonly Dropped[]> {
    const { files, left } = await filesOf(transfer)
    if (left > 0) said.value = text.resources.filesLeft(left)
    return files.length === 0 ? [] : (await shelf.addFiles(files)).map((media) => ({ media }))
  }
  return { hovers, said }
}

/** What is dragged, if it is ours to take: then nobody else has it, ComfyUI's page neither. */
function takenFrom(event: DragEvent): DataTransfer | undefined {
  const transfer = event.dataTransfer
  if (transfer === null || !(hasDragged(transfer) || transfer.types.includes('Files'))) return undefined
  event.preventDefault()
  event.stopPropagation()
  return transfer
}
