import { firstFrame, type Size } from '../media/image.ts'
import { roundHalfEven } from '../media/numbers.ts'
import { makePace, mapFrames } from '../media/pace.ts'
import { CROP_METHODS, resizeFrame, UPSCALE_METHODS, type CropMethod } from '../media/resize.ts'
import type { ImageBatch } from '../media/types.ts'
import { choice, float, int, MAX_RESOLUTION, output, readChoice, readImage, readNumber, readOr, socket } from './inputs.ts'
import { NodeError, type NodeClass, type NodeContext, type NodeInputs } from './node.ts'

/** Scales a batch by the node's `upscale_method`; sizes beyond what a picture may have are refused. */
async function scale(inputs: NodeInputs, size: Size, { signal }: NodeContext, crop: CropMethod = 'disabled'): Promise<{ outputs: [ImageBatch] }> {
  if (Math.min(size.width, size.height) < 1 || Math.max(size.width, size.height) > MAX_RESOLUTION) {
    throw new NodeError(`A picture of ${size.width}×${size.height} cannot be made; sides go from 1 to ${MAX_RESOLUTION}. Choose another size.`)
  }
  const method = readChoice(inputs, 'upscale_method', UPSCALE_METHODS)
  const pace = makePace(signal)
  return { outputs: [await mapFrames(readImage(inputs), (frame) => resizeFrame(frame, size, method, pace, crop))] }
}

/** Scales to a width and height; a side of 0 follows from the other by the picture's aspect, both 0 leave it as it is. */
const imageScale: NodeClass = {
  name: 'ImageScale',
  displayName: 'Upscale Image',
  category: 'image/upscaling',
  required: {
    image: socket('IMAGE'),
    upscale_method: choice(UPSCALE_METHODS),
    width: int(512, 0, MAX_RESOLUTION),
    height: int(512, 0, MAX_RESOLUTION),
    crop: choice(CROP_METHODS),
  },
  outputs: [output('IMAGE')],
  execute(inputs, context) {
    const width = readNumber(inputs, 'width')
    const height = readNumber(inputs, 'height')
    if (width === 0 && height === 0) return { outputs: [readImage(inputs)] }
    const from = firstFrame(readImage(inputs))
    const size = {
      width: width === 0 ? Math.max(1, roundHalfEven((from.width * height) / from.height)) : width,
      height: height === 0 ? Math.max(1, roundHalfEven((from.height * width) / from.width)) : height,
    }
    return scale(inputs, size, context, readChoice(inputs, 'crop', CROP_METHODS))
  },
}

const imageScaleBy: NodeClass = {
  name: 'ImageScaleBy',
  displayName: 'Upscale Image By',
  category: 'image/upscaling',
  required: { image: socket('IMAGE'), upscale_method: choice(UPSCALE_METHODS), scale_by: float(1, 0.01, 8, 0.01) },
  outputs: [output('IMAGE')],
  execute(inputs, context) {
    const from = firstFrame(readImage(inputs))
    const factor = readNumber(inputs, 'scale_by')
    return scale(inputs, { width: roundHalfEven(from.width * factor), height: roundHalfEven(from.height * factor) }, context)
  },
}

/** Scales to so many mebipixels (1024×1024). `resolution_steps` is required in newer ComfyUI and absent in older: optional here. */
const imageScaleToTotalPixels: NodeClass = {
  name: 'ImageScaleToTotalPixels',
  displayName: 'Scale Image to Total Pixels',
  category: 'image/upscaling',
  required: { image: socket('IMAGE'), upscale_method: choice(UPSCALE_METHODS), megapixels: float(1, 0.01, 16, 0.01) },
  optional: { resolution_steps: int(1, 1, 256) },
  outputs: [output('IMAGE')],
  execute(inputs, context) {
    const from = firstFrame(readImage(inputs))
    const step = readOr(inputs, 'resolution_steps', readNumber, 1)
    const factor = Math.sqrt((readNumber(inputs, 'megapixels') * 1024 * 1024) / (from.width * from.height))
    const side = (length: number): number => roundHalfEven((length * factor) / step) * step
    return scale(inputs, { width: side(from.width), height: side(from.height) }, context)
  },
}

export const imageScaleNodes: readonly NodeClass[] = [imageScale, imageScaleBy, imageScaleToTotalPixels]
