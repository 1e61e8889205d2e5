import { firstFrame, matchChannels, solidFrame } from '../media/image.ts'
import { makePace, mapFrames } from '../media/pace.ts'
import { resizeFrame } from '../media/resize.ts'
import { int, MAX_RESOLUTION, output, readImage, readNumber, socket } from './inputs.ts'
import type { NodeClass } from './node.ts'

/** A picture of one colour; `color` is 0xRRGGBB. */
const emptyImage: NodeClass = {
  name: 'EmptyImage',
  displayName: 'EmptyImage',
  category: 'image',
  required: {
    width: int(512, 1, MAX_RESOLUTION),
    height: int(512, 1, MAX_RESOLUTION),
    batch_size: int(1, 1, 4096),
    color: int(0, 0, 0xff_ff_ff, { display: 'color' }),
  },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const color = readNumber(inputs, 'color')
    const size = { width: readNumber(inputs, 'width'), height: readNumber(inputs, 'height') }
    const frame = solidFrame(size, [(color >> 16) & 255, (color >> 8) & 255, color & 255])
    return { outputs: [Array.from({ length: readNumber(inputs, 'batch_size') }, () => frame)] }
  },
}

/** Both batches as one. Frames of another size are scaled to the first's (bilinear, centre cropped); missing alpha becomes opaque. */
const imageBatch: NodeClass = {
  name: 'ImageBatch',
  displayName: 'Batch Images',
  category: 'image',
  required: { image1: socket('IMAGE'), image2: socket('IMAGE') },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const [first, second] = matchChannels(readImage(inputs, 'image1'), readImage(inputs, 'image2'))
    const size = firstFrame(first)
    const pace = makePace(signal)
    const fitted = await mapFrames(second, (frame) => resizeFrame(frame, size, 'bilinear', pace, 'center'))
    return { outputs: [[...first, ...fitted]] }
  },
}

const repeatImageBatch: NodeClass = {
  name: 'RepeatImageBatch',
  displayName: 'RepeatImageBatch',
  category: 'image/batch',
  required: { image: socket('IMAGE'), amount: int(1, 1, 4096) },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const batch = readImage(inputs)
    return { outputs: [Array.from({ length: readNumber(inputs, 'amount') }, () => batch).flat()] }
  },
}

/** `length` frames from `batch_index` on, both held inside the batch. */
const imageFromBatch: NodeClass = {
  name: 'ImageFromBatch',
  displayName: 'ImageFromBatch',
  category: 'image/batch',
  required: { image: socket('IMAGE'), batch_index: int(0, 0, 4095), length: int(1, 1, 4096) },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const batch = readImage(inputs)
    const start = Math.min(batch.length - 1, readNumber(inputs, 'batch_index'))
    return { outputs: [batch.slice(start, start + readNumber(inputs, 'length'))] }
  },
}

const getImageSize: NodeClass = {
  name: 'GetImageSize',
  displayName: 'Get Image Size',
  category: 'image',
  description: 'The width and height of the images, and how many there are.',
  required: { image: socket('IMAGE') },
  outputs: [output('INT', 'width'), output('INT', 'height'), output('INT', 'batch_size')],
  execute(inputs) {
    const batch = readImage(inputs)
    const { width, height } = firstFrame(batch)
    return { outputs: [width, height, batch.length] }
  },
}

export const imageBatchNodes: readonly NodeClass[] = [emptyImage, imageBatch, repeatImageBatch, imageFromBatch, getImageSize]
