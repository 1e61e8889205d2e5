import { at } from './numbers.ts'

/** Interleaved rows of bytes: what an image frame and a mask have in common. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly data: Uint8Array
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The part of a box that lies inside the raster, cut out. The box's corner must lie inside. */
export function cropRaster(raster: Raster, box: Box): Raster {
  const width = Math.min(box.width, raster.width - box.x)
  const height = Math.min(box.height, raster.height - box.y)
  const { channels } = raster
  const data = new Uint8Array(width * height * channels)
  for (let y = 0; y < height; y++) {
    const from = ((box.y + y) * raster.width + box.x) * channels
    data.set(raster.data.subarray(from, from + width * channels), y * width * channels)
  }
  return { width, height, channels, data }
}

/** The raster on a larger ground of one level, its corner at `x`, `y`. */
export function padRaster(raster: Raster, ground: Box, level: number): Raster {
  const { channels } = raster
  const data = new Uint8Array(ground.width * ground.height * channels).fill(level)
  const stride = raster.width * channels
  for (let y = 0; y < raster.height; y++) {
    data.set(raster.data.subarray(y * stride, (y + 1) * stride), ((ground.y + y) * ground.width + ground.x) * channels)
  }
  return { width: ground.width, height: ground.height, channels, data }
}

/** A raster of the given size whose pixel `x`, `y` is the source's at `source(x, y)` (an index of pixels, not bytes). */
export function remapRaster(raster: Raster, width: number, height: number, source: (x: number, y: number) => number): Raster {
  const { channels } = raster
  const data = new Uint8Array(width * height * channels)
  let to = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = source(x, y) * channels
      for (let c = 0; c < channels; c++) data[to++] = at(raster.data, from + c)
    }
  }
  return { width, height, channels, data }
}

/** Quarter turns clockwise, as ComfyUI's ImageRotate turns. */
export function rotateRaster(raster: Raster, quarters: 0 | 1 | 2 | 3): Raster {
  const { width, height } = raster
  switch (quarters) {
    case 0:
      return raster
    case 1:
      return remapRaster(raster, height, width, (x, y) => (height - 1 - x) * width + y)
    case 2:
      return remapRaster(raster, width, height, (x, y) => (height - 1 - y) * width + (width - 1 - x))
    case 3:
      return remapRaster(raster, height, width, (x, y) => x * width + (width - 1 - y))
  }
}

/** Upside down (`vertical`) or left to right (`horizontal`). */
export function flipRaster(raster: Raster, axis: 'vertical' | 'horizontal'): Raster {
  const { width, height } = raster
  return axis === 'vertical'
    ? remapRaster(raster, width, height, (x, y) => (height - 1 - y) * width + x)
    : remapRaster(raster, width, height, (x, y) => y * width + (width - 1 - x))
}
