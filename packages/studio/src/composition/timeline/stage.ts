import type { ShallowRef } from 'vue'
import type { Layout, Viewport } from './geometry.ts'
import type { Surface } from './surface.ts'

/** The timeline's canvas, as the hands have it. */
export interface Stage {
  /**
   * Takes pointers, keys and drops over ruler and lanes alike; it can have the focus. Null until it is there. The wheel is the
   * stage's own: scrolling and zooming.
   */
  readonly canvas: Readonly<ShallowRef<HTMLElement | null>>
  /** As it is at this moment: never kept over a frame. */
  readonly view: () => Viewport
  readonly layout: () => Layout
  readonly surface: ShallowRef<Surface>
  /** Scrolls by pixels, as far as it goes: for a drag at the edge. */
  readonly scroll: (x: number, y: number) => void
  /** Says what happened to those who cannot see the canvas. */
  readonly say: (sentence: string) => void
}
