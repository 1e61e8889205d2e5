import type { Clip, DropZone, Ticks } from '@lemouf/core/timeline'
import type { Rect } from './geometry.ts'

/** A clip as it would be: drawn as clips are, and strongly. */
export interface Ghost {
  readonly clip: Clip
  /** Its lane; on a zone it is drawn there. */
  readonly zone: DropZone
  /** It would be refused. */
  readonly refused?: boolean
}

/** A part of a clip that a hand can take. */
export type ClipPart = 'body' | 'start' | 'end' | 'fadeIn' | 'fadeOut' | 'level'

/**
 * What the canvas shows beyond the composition, while a hand is over it. The hands put a whole new one in place
 * (`surface.value = { ...surface.value, marquee }`), and the drawing follows in the next frame.
 */
export interface Surface {
  readonly ghosts: readonly Ghost[]
  /** Clips that are drawn pale where they are, since their ghosts are elsewhere. */
  readonly lifted: ReadonlySet<string>
  /** Something is being dragged that can be dropped on a lane: the zones above and below are shown. */
  readonly dropping: boolean
  /** What a drop would go to. */
  readonly zone: DropZone | undefined
  /** Where an insert would part what is there: on one lane, or through all of them. */
  readonly insert: { readonly at: Ticks; readonly lane?: string } | undefined
  readonly snap: Ticks | undefined
  /** Pixels of the canvas, its sides not negative. */
  readonly marquee: Rect | undefined
  readonly hovered: { readonly clip: string; readonly part: ClipPart } | undefined
  /** Where a cut would go: on one lane, or through all of them. */
  readonly razor: { readonly at: Ticks; readonly lane?: string } | undefined
  /** Moments whose pictures the monitor shows instead of the playhead's: of an end that is trimmed, or of both sides of a cut. */
  readonly edges: readonly Ticks[]
  /** A line of words at the pointer: how far, how long. */
  readonly hint: { readonly x: number; readonly y: number; readonly text: string } | undefined
}

export const BARE: Surface = {
  ghosts: [], lifted: new Set(), dropping: false, zone: undefined, insert: undefined, snap: undefined, marquee: undefined, hovered: undefined, razor: undefined, edges: [], hint: undefined,
}
