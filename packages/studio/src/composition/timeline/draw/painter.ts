import type { Viewport } from '../geometry.ts'

/** A layer of the timeline, drawn whole when something of it has changed. */
export interface PaintLayer {
  readonly canvas: HTMLCanvasElement
  readonly draw: (ctx: CanvasRenderingContext2D, ratio: number) => void
  readonly opaque: boolean
}

interface Sheet extends PaintLayer {
  readonly ctx: CanvasRenderingContext2D
  isStale: boolean
}

/**
 * Draws layers in the next frame of the display, however often that is asked for before, and only those that are asked for: the
 * playhead moves over lanes that stay as they are.
 */
export class Painter {
  readonly #sheets: readonly Sheet[]
  readonly #size: () => Pick<Viewport, 'width' | 'height'>
  #frame = 0

  constructor(size: () => Pick<Viewport, 'width' | 'height'>, layers: readonly PaintLayer[]) {
    this.#size = size
    this.#sheets = layers.map((layer) => {
      const ctx = layer.canvas.getContext('2d', { alpha: !layer.opaque })
      if (ctx === null) throw new Error('The browser gives no 2D context')
      return { ...layer, ctx, isStale: true }
    })
  }

  /** Has a layer drawn anew, or all of them. */
  request(layer?: number): void {
    for (const [index, sheet] of this.#sheets.entries()) if (layer === undefined || layer === index) sheet.isStale = true
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw())
  }

  stop(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = -1
  }

  #draw(): void {
    this.#frame = 0
    const ratio = devicePixelRatio
    const { width, height } = this.#size()
    if (width === 0 || height === 0) return
    for (const sheet of this.#sheets) {
      const { canvas, ctx } = sheet
      const isResized = fit(canvas, Math.round(width * ratio), Math.round(height * ratio))
      if (!sheet.isStale && !isResized) continue
      sheet.isStale = false
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
      sheet.draw(ctx, ratio)
    }
  }
}

/** Gives a canvas as many pixels as it is shown with; resizing empties it. */
function fit(canvas: HTMLCanvasElement, width: number, height: number): boolean {
  if (canvas.width === width && canvas.height === height) return false
  canvas.width = width
  canvas.height = height
  return true
}
