import type { Dropped, Media } from '@lemouf/core/timeline'
import { inject, type InjectionKey, type ShallowRef } from 'vue'

/** What the resources offer to the rest of the editor. */
export interface Shelf {
  /** What is chosen among the resources, in their order: what would take the place of a clip's medium. */
  readonly picked: Readonly<ShallowRef<readonly Dropped[]>>
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
