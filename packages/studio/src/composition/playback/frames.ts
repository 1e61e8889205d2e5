import type { Layer } from '@lemouf/core/timeline'
import { inject, type InjectionKey, type ShallowRef } from 'vue'

/** A picture that can be drawn now, of the size that it has; drawing stretches it to the layer's placement. */
export interface Shown {
  readonly image: CanvasImageSource
  /** Pixels of the image as it is, which may be smaller than the medium. */
  readonly width: number
  readonly height: number
  /** It is the frame asked for, and not one nearby that stands in until that is there. */
  readonly exact: boolean
}

/** A layer as far as its picture depends on it. With its placement, pictures are made no larger than they are seen. */
export type AskedLayer = Pick<Layer, 'media' | 'source' | 'clip'> & Partial<Pick<Layer, 'placement'>>

/** Pictures of media by moment. Asking for one that is not there yet has it made; something nearby is given meanwhile. */
export interface Frames {
  readonly of: (layer: AskedLayer) => Shown | undefined
  /** Counts what has arrived: whoever drew before this may draw better now. */
  readonly arrived: Readonly<ShallowRef<number>>
}

export const FRAMES: InjectionKey<Frames> = Symbol('frames')

export function useFrames(): Frames {
  const frames = inject(FRAMES)
  if (frames === undefined) throw new Error('There is no composition open here')
  return frames
}
