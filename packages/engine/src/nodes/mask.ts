import { channelOf, firstFrame, invertMask, maskToFrame } from '../media/image.ts'
import { combineMasks, featherMask, growMask, MASK_OPERATIONS } from '../media/masks.ts'
import { toByte } from '../media/numbers.ts'
import { makePace, mapFrames } from '../media/pace.ts'
import { cropRaster } from '../media/raster.ts'
import type { MaskFrame } from '../media/types.ts'
import { saveImages } from './image-io.ts'
import { choice, flag, float, int, MAX_RESOLUTION, output, readChoice, readFlag, readImage, readMask, readNumber, socket } from './inputs.ts'
import { NodeError, type NodeClass, type NodeInputs } from './node.ts'

const CHANNELS = ['red', 'green', 'blue', 'alpha'] as const
const SIDE = int(0, 0, MAX_RESOLUTION)

const each = (inputs: NodeInputs, change: (mask: MaskFrame) => MaskFrame): { outputs: [MaskFrame[]] } => ({ outputs: [readMask(inputs).map(change)] })

/** One channel as a mask; a picture without alpha has none to give. */
const imageToMask: NodeClass = {
  name: 'ImageToMask',
  displayName: 'Convert Image to Mask',
  category: 'mask',
  required: { image: socket('IMAGE'), channel: choice(CHANNELS) },
  outputs: [output('MASK')],
  execute(inputs) {
    const batch = readImage(inputs)
    const channel = readChoice(inputs, 'channel', CHANNELS)
    if (channel === 'alpha' && firstFrame(batch).channels === 3) throw new NodeError('This image has no alpha channel. Choose red, green or blue.')
    const index = CHANNELS.indexOf(channel) as 0 | 1 | 2 | 3
    return { outputs: [batch.map((frame) => channelOf(frame, index))] }
  },
}

const maskToImage: NodeClass = {
  name: 'MaskToImage',
  displayName: 'Convert Mask to Image',
  category: 'mask',
  required: { mask: socket('MASK') },
  outputs: [output('IMAGE')],
  execute: (inputs) => ({ outputs: [readMask(inputs).map(maskToFrame)] }),
}

const solidMask: NodeClass = {
  name: 'SolidMask',
  displayName: 'SolidMask',
  category: 'mask',
  required: { value: float(1, 0, 1, 0.01), width: int(512, 1, MAX_RESOLUTION), height: int(512, 1, MAX_RESOLUTION) },
  outputs: [output('MASK')],
  execute(inputs) {
    const [width, height] = [readNumber(inputs, 'width'), readNumber(inputs, 'height')]
    return { outputs: [[{ width, height, data: new Uint8Array(width * height).fill(toByte(255 * readNumber(inputs, 'value'))) }]] }
  },
}

const invertMaskNode: NodeClass = {
  name: 'InvertMask',
  displayName: 'InvertMask',
  category: 'mask',
  required: { mask: socket('MASK') },
  outputs: [output('MASK')],
  execute: (inputs) => each(inputs, invertMask),
}

/** A box cut out; it must touch the mask (ComfyUI gives an empty mask, which nothing can use). */
const cropMask: NodeClass = {
  name: 'CropMask',
  displayName: 'CropMask',
  category: 'mask',
  required: { mask: socket('MASK'), x: SIDE, y: SIDE, width: int(512, 1, MAX_RESOLUTION), height: int(512, 1, MAX_RESOLUTION) },
  outputs: [output('MASK')],
  execute(inputs) {
    const box = { x: readNumber(inputs, 'x'), y: readNumber(inputs, 'y'), width: readNumber(inputs, 'width'), height: readNumber(inputs, 'height') }
    return each(inputs, (mask) => {
      if (box.x >= mask.width || box.y >= mask.height) throw new NodeError(`The box begins outside the mask of ${mask.width}×${mask.height}. Choose a smaller x and y.`)
      const { width, height, data } = cropRaster({ ...mask, channels: 1 }, box)
      return { width, height, data }
    })
  },
}

/** `source` combined into `destination`; one source serves every mask of the destination. */
const maskComposite: NodeClass = {
  name: 'MaskComposite',
  displayName: 'MaskComposite',
  category: 'mask',
  required: { destination: socket('MASK'), source: socket('MASK'), x: SIDE, y: SIDE, operation: choice(MASK_OPERATIONS) },
  outputs: [output('MASK')],
  execute(inputs) {
    const sources = readMask(inputs, 'source')
    const destinations = readMask(inputs, 'destination')
    if (sources.length !== 1 && sources.length !== destinations.length) {
      throw new NodeError(`${sources.length} masks cannot be combined into ${destinations.length}. Give one, or as many.`)
    }
    const corner = { x: readNumber(inputs, 'x'), y: readNumber(inputs, 'y') }
    const operation = readChoice(inputs, 'operation', MASK_OPERATIONS)
    return { outputs: [destinations.map((mask, i) => combineMasks(mask, sources[i % sources.length] ?? mask, corner, operation))] }
  },
}

const featherMaskNode: NodeClass = {
  name: 'FeatherMask',
  displayName: 'FeatherMask',
  category: 'mask',
  required: { mask: socket('MASK'), left: SIDE, top: SIDE, right: SIDE, bottom: SIDE },
  outputs: [output('MASK')],
  execute(inputs) {
    const sides = { left: readNumber(inputs, 'left'), top: readNumber(inputs, 'top'), right: readNumber(inputs, 'right'), bottom: readNumber(inputs, 'bottom') }
    return each(inputs, (mask) => featherMask(mask, sides))
  },
}

const growMaskNode: NodeClass = {
  name: 'GrowMask',
  displayName: 'Grow Mask',
  category: 'mask',
  required: { mask: socket('MASK'), expand: int(0, -MAX_RESOLUTION, MAX_RESOLUTION), tapered_corners: flag(true) },
  outputs: [output('MASK')],
  async execute(inputs, { signal }) {
    const pace = makePace(signal)
    const [steps, tapered] = [readNumber(inputs, 'expand'), readFlag(inputs, 'tapered_corners')]
    return { outputs: [await mapFrames(readMask(inputs), (mask) => growMask(mask, steps, tapered, pace))] }
  },
}

const thresholdMask: NodeClass = {
  name: 'ThresholdMask',
  displayName: 'ThresholdMask',
  category: 'mask',
  required: { mask: socket('MASK'), value: float(0.5, 0, 1, 0.01) },
  outputs: [output('MASK')],
  execute(inputs) {
    const limit = readNumber(inputs, 'value') * 255
    return each(inputs, (mask) => ({ ...mask, data: mask.data.map((level) => (level > limit ? 255 : 0)) }))
  },
}

const maskPreview: NodeClass = {
  name: 'MaskPreview',
  displayName: 'Preview Mask',
  category: 'mask',
  required: { mask: socket('MASK') },
  outputs: [],
  outputNode: true,
  execute: (inputs, context) => saveImages(readMask(inputs).map(maskToFrame), 'temp', 'ComfyUI_temp', context, 1),
}

export const maskNodes: readonly NodeClass[] = [
  imageToMask,
  maskToImage,
  solidMask,
  invertMaskNode,
  cropMask,
  maskComposite,
  featherMaskNode,
  growMaskNode,
  thresholdMask,
  maskPreview,
]
