import type { MediaView } from '@lemouf/core/protocol'

/** How a picture lies in its slot: whole, or filling it. */
export type Fit = 'contain' | 'cover'

/** How many pixels wide a picture is drawn in a slot of `slot` pixels a side; of one whose size is not known, the slot's. */
export function drawnWidth({ width, height }: Pick<MediaView, 'width' | 'height'>, slot: { readonly width: number; readonly height: number }, fit: Fit): number {
  if (width === undefined || height === undefined || width === 0 || height === 0) return slot.width
  const scales = [slot.width / width, slot.height / height]
  return width * (fit === 'contain' ? Math.min(...scales) : Math.max(...scales))
}

/** The widest thumbnail that the server makes, in pixels. */
const WIDEST = 1536

/**
 * Path of the smallest picture that is sharp in a slot (CSS pixels) on a screen of that density: a thumbnail, or the medium itself
 * where no thumbnail has as many pixels as will be drawn. Undefined for what has no picture.
 */
export function picturePath(media: MediaView, slot: { readonly width: number; readonly height: number }, fit: Fit, density: number): string | undefined {
  if (media.thumb === undefined) return undefined
  const drawn = Math.ceil(drawnWidth(media, slot, fit) * density)
  if (media.kind === 'image' && drawn > WIDEST && (media.width ?? Infinity) > WIDEST) return media.url
  return `${media.thumb}?w=${widthFor(drawn)}`
}

/** The same few widths as the server makes, so that slots of nearly the same size share a file in the browser's cache. */
const WIDTHS = [96, 192, 384, 768, WIDEST] as const
export const widthFor = (drawn: number): number => WIDTHS.find((width) => width >= drawn) ?? WIDEST
