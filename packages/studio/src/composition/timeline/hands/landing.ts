import type { DropZone, Media, Ticks } from '@lemouf/core/timeline'
import { shallowRef, watch } from 'vue'
import type { Editor } from '../../document/editor.ts'

/** Where something was dropped, and what becomes of what is there. */
export interface Place {
  readonly at: Ticks
  readonly zone: DropZone
  readonly mode: 'insert' | 'overwrite'
}

/** Files that were dropped on a composition and are in the library by now. */
export interface Landing {
  readonly media: readonly Media[]
  readonly place: Place
}

/** What has arrived and is not put down yet, by composition. Lives as long as the page, as its uploads do. */
const arrived = shallowRef<ReadonlyMap<string, readonly Landing[]>>(new Map())

/** Has files put down where they were dropped, once they are in the library: also where the composition was left meanwhile, when it is opened again. */
export async function landWhenThere(composition: string, coming: Promise<readonly Media[]>, place: Place): Promise<void> {
  const media = await coming
  if (media.length > 0) arrived.value = new Map(arrived.value).set(composition, [...(arrived.value.get(composition) ?? []), { media, place }])
}

/** Puts down what arrives for a composition, as long as the component lives that calls it. What a hand holds is not let go of: it waits. */
export function receiveLandings({ id, busy }: Pick<Editor, 'id' | 'busy'>, putDown: (landing: Landing) => void): void {
  watch([arrived, busy], ([all, isBusy]) => {
    const here = all.get(id)
    if (isBusy || here === undefined) return
    arrived.value = new Map([...all].filter(([composition]) => composition !== id))
    for (const landing of here) putDown(landing)
  }, { immediate: true })
}
