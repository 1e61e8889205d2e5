import { mediumOf } from '@lemouf/core/protocol'
import type { Dropped, Media } from '@lemouf/core/timeline'
import { inject, shallowRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { ViewState } from '../document/view-state.ts'
import { uploads } from './uploads/uploads.ts'

/** What the resources offer to the rest of the editor. */
export interface Shelf {
  /** What is chosen among the resources, in their order: what would take the place of a clip's medium. Set by the pane. */
  readonly picked: Ref<readonly Dropped[]>
  /** The medium of the composition that is to be shown in the pane, until it is; the pane may have to be opened and read first. */
  readonly wanted: ShallowRef<string | undefined>
  /** Shows a medium of the composition among the resources, and chooses it there. */
  readonly reveal: (mediaId: string) => void
  /**
   * Adds files to the library, and gives those that were taken, in their order, once all are there. What is refused says why
   * among the resources.
   */
  readonly addFiles: (files: readonly File[]) => Promise<readonly Media[]>
}

export const SHELF: InjectionKey<Shelf> = Symbol('shelf')

/** The resources of the composition that is open around a component. */
export function useShelf(): Shelf {
  const shelf = inject(SHELF)
  if (shelf === undefined) throw new Error('There is no composition open here')
  return shelf
}

export function createShelf(view: ViewState): Shelf {
  const picked = shallowRef<readonly Dropped[]>([])
  const wanted = shallowRef<string>()
  return {
    picked,
    wanted,
    reveal: (media) => {
      view.panes.resources = true
      view.panes.narrow = 'resources'
      wanted.value = media
    },
    addFiles: async (files) => {
      const taken = await uploads.add(files)
      return taken.flatMap((info) => (info === undefined ? [] : (mediumOf(info, info.filename, { type: 'store', id: info.media }) ?? [])))
    },
  }
}
