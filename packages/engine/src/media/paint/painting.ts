/** A colour for the pixel at column `x` and row `y`, written as levels of 0..1 into `out`. */
export type Shader = (x: number, y: number, out: Float64Array) => void

/** A picture that can be painted at any size. */
export type Painting =
  | {
      readonly kind: 'pixels'
      /** Prepares a shader for a picture of this many pixels. */
      prepare(width: number, height: number): Shader
    }
  | {
      readonly kind: 'shapes'
      /** SVG fragments in a box of 1000 units height, painted in turn. No text and no fonts: they differ between machines. */
      readonly layers: readonly string[]
      readonly defs: string
    }
