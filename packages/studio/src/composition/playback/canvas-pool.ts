/** A picture that was decoded, in a canvas of its own size. */
export interface Picture {
  readonly image: OffscreenCanvas
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/** Something that draws itself where it is told. */
export interface Drawable {
  readonly draw: (context: OffscreenCanvasRenderingContext2D, x: number, y: number, width: number, height: number) => void
}

const KEPT = 8

/** Canvases that are used again: decoding a film makes one for each frame. */
export class CanvasPool {
  readonly #free: OffscreenCanvas[] = []

  /** Draws a frame upright, at a size. The frame may be closed afterwards. */
  draw(sample: Drawable, { width, height, alpha }: { width: number; height: number; alpha: boolean }): Picture {
    const { image, context } = this.#take(width, height)
    if (alpha) context.clearRect(0, 0, width, height)
    sample.draw(context, 0, 0, width, height)
    return { image, width, height, bytes: width * height * 4 }
  }

  /** Takes a picture back that nobody shows any more. */
  give({ image }: Picture): void {
    if (this.#free.length >= KEPT) this.#free.shift()
    this.#free.push(image)
  }

  #take(width: number, height: number): { image: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
    const index = this.#free.findIndex((canvas) => canvas.width === width && canvas.height === height)
    const [found] = index === -1 ? [] : this.#free.splice(index, 1)
    const image = found ?? new OffscreenCanvas(width, height)
    const context = image.getContext('2d')
    if (context === null) throw new Error('This browser has no memory left for another picture')
    return { image, context }
  }
}
