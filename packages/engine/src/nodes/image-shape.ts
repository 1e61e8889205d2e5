import { firstFrame } from '../media/image.ts'
import { outpaintMask } from '../media/masks.ts'
import { cropRaster, flipRaster, padRaster, rotateRaster, type Raster } from '../media/raster.ts'
import type { ImageFrame } from '../media/types.ts'
import { choice, int, MAX_RESOLUTION, output, readChoice, readImage, readNumber, socket } from './inputs.ts'
import type { NodeClass } from './node.ts'

/** The result of a raster operation that keeps the channels. */
const reshape = (frame: ImageFrame, change: (raster: Raster) => Raster): ImageFrame => {
  const { width, height, data } = change(frame)
  return { width, height, channels: frame.channels, data }
}

/** A box cut out; its corner is held inside the picture and its far sides are cut at the picture's. */
const imageCrop: NodeClass = {
  name: 'ImageCrop',
  displayName: 'Image Crop',
  category: 'image/transform',
  required: {
    image: socket('IMAGE'),
    width: int(512, 1, MAX_RESOLUTION),
    height: int(512, 1, MAX_RESOLUTION),
    x: int(0, 0, MAX_RESOLUTION),
    y: int(0, 0, MAX_RESOLUTION),
  },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const batch = readImage(inputs)
    const { width, height } = firstFrame(batch)
    const box = {
      x: Math.min(readNumber(inputs, 'x'), width - 1),
      y: Math.min(readNumber(inputs, 'y'), height - 1),
      width: readNumber(inputs, 'width'),
      height: readNumber(inputs, 'height'),
    }
    return { outputs: [batch.map((frame) => reshape(frame, (raster) => cropRaster(raster, box)))] }
  },
}

const PAD = int(0, 0, MAX_RESOLUTION, { step: 8 })

/** The picture on a mid-grey ground that is larger on its sides, and a mask of what was added, feathered into the picture. */
const imagePadForOutpaint: NodeClass = {
  name: 'ImagePadForOutpaint',
  displayName: 'Pad Image for Outpainting',
  category: 'image',
  required: { image: socket('IMAGE'), left: PAD, top: PAD, right: PAD, bottom: PAD, feathering: int(40, 0, MAX_RESOLUTION) },
  outputs: [output('IMAGE'), output('MASK')],
  execute(inputs) {
    const batch = readImage(inputs)
    const { width, height } = firstFrame(batch)
    const sides = { left: readNumber(inputs, 'left'), top: readNumber(inputs, 'top'), right: readNumber(inputs, 'right'), bottom: readNumber(inputs, 'bottom') }
    const ground = { x: sides.left, y: sides.top, width: width + sides.left + sides.right, height: height + sides.top + sides.bottom }
    const padded = batch.map((frame) => reshape(frame, (raster) => padRaster(raster, ground, 128)))
    return { outputs: [padded, [outpaintMask({ width, height }, sides, readNumber(inputs, 'feathering'))]] }
  },
}

const ROTATIONS = ['none', '90 degrees', '180 degrees', '270 degrees'] as const
const QUARTERS = { none: 0, '90 degrees': 1, '180 degrees': 2, '270 degrees': 3 } as const

/** Quarter turns clockwise. */
const imageRotate: NodeClass = {
  name: 'ImageRotate',
  displayName: 'Image Rotate',
  category: 'image/transform',
  required: { image: socket('IMAGE'), rotation: choice(ROTATIONS) },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const quarters = QUARTERS[readChoice(inputs, 'rotation', ROTATIONS)]
    return { outputs: [readImage(inputs).map((frame) => reshape(frame, (raster) => rotateRaster(raster, quarters)))] }
  },
}

const FLIPS = ['x-axis: vertically', 'y-axis: horizontally'] as const

const imageFlip: NodeClass = {
  name: 'ImageFlip',
  displayName: 'Image Flip',
  category: 'image/transform',
  required: { image: socket('IMAGE'), flip_method: choice(FLIPS) },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const axis = readChoice(inputs, 'flip_method', FLIPS) === 'x-axis: vertically' ? 'vertical' : 'horizontal'
    return { outputs: [readImage(inputs).map((frame) => reshape(frame, (raster) => flipRaster(raster, axis)))] }
  },
}

export const imageShapeNodes: readonly NodeClass[] = [imageCrop, imagePadForOutpaint, imageRotate, imageFlip]
