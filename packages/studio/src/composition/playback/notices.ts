import { shallowRef, type ShallowRef } from 'vue'
import { isLasting } from './lasting.ts'

/** Why something is not seen or heard as it should be. */
export type Trouble = 'plainFilm' | 'noFilm' | 'unreadable' | 'unreached' | 'wholeSound' | 'noSound' | 'suspended' | 'stalled' | 'pitch'

/** Something that a person is told about playing. */
export interface Notice {
  readonly trouble: Trouble
  /** The store's id of the medium that it is about. */
  readonly media: string | undefined
}

/** What there is to tell about playing, each once. */
export class Notices {
  readonly all: ShallowRef<readonly Notice[]> = shallowRef([])

  tell(trouble: Trouble, media?: string): void {
    if (!this.#has(trouble, media)) this.all.value = [...this.all.value, { trouble, media }]
  }

  /** It is no longer so. */
  settle(trouble: Trouble, media?: string): void {
    if (this.#has(trouble, media)) this.all.value = this.all.value.filter((one) => one.trouble !== trouble || one.media !== media)
  }

  /** Bytes of a medium could not be had. */
  failed(media: string, error: unknown): void {
    const trouble = isLasting(error) ? 'unreadable' : 'unreached'
    if (!this.#has(trouble, media)) console.warn(`${media} could not be read`, error)
    this.tell(trouble, media)
  }

  /** They could, now. */
  mended(media: string): void {
    this.settle('unreached', media)
    this.settle('unreadable', media)
  }

  /** A medium has other bytes now: what was told of it may no longer be so. */
  forget(media: string): void {
    this.all.value = this.all.value.filter((one) => one.media !== media)
  }

  #has(trouble: Trouble, media: string | undefined): boolean {
    return this.all.value.some((one) => one.trouble === trouble && one.media === media)
  }
}
