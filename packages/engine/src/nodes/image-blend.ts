import { BLEND_MODES, blendFrames, compositeFrame } from '../media/blend.ts'
import { channelOf, firstFrame, invertMask, joinAlpha, matchChannels, repeatTo, withoutAlpha } from '../media/image.ts'
import { makePace, mapFrames } from '../media/pace.ts'
import { resizeFrame, resizeMask } from '../media/resize.ts'
import { choice, flag, float, int, isGiven, MAX_RESOLUTION, output, readChoice, readFlag, readImage, readMask, readNumber, socket } from './inputs.ts'
import { NodeError, type NodeClass } from './node.ts'

/** `image2` blended over `image1`. A second image of another size is scaled to the first's (bicubic, centre cropped); one frame serves a whole batch. */
const imageBlend: NodeClass = {
  name: 'ImageBlend',
  displayName: 'Image Blend',
  category: 'image/postprocessing',
  required: { image1: socket('IMAGE'), image2: socket('IMAGE'), blend_factor: float(0.5, 0, 1, 0.01), blend_mode: choice(BLEND_MODES) },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const pace = makePace(signal)
    const [base, over] = matchChannels(readImage(inputs, 'image1'), readImage(inputs, 'image2'))
    if (base.length !== over.length && base.length !== 1 && over.length !== 1) {
      throw new NodeError(`Batches of ${base.length} and ${over.length} images cannot be blended. Give as many images to both, or one.`)
    }
    const size = firstFrame(base)
    const fitted = await mapFrames(over, (frame) => resizeFrame(frame, size, 'bicubic', pace, 'center'))
    const count = Math.max(base.length, over.length)
    const mode = readChoice(inputs, 'blend_mode', BLEND_MODES)
    const factor = readNumber(inputs, 'blend_factor')
    const laid = repeatTo(fitted, count)
    const blended = await mapFrames(repeatTo(base, count), async (frame, i) => {
      await pace()
      return blendFrames(frame, laid[i] ?? frame, mode, factor)
    })
    return { outputs: [blended] }
  },
}

/** `source` laid over `destination` at `x`, `y`, by its mask (scaled to the source, bilinear). Frames beyond the destination's count are left out. */
const imageCompositeMasked: NodeClass = {
  name: 'ImageCompositeMasked',
  displayName: 'ImageCompositeMasked',
  category: 'image',
  required: { destination: socket('IMAGE'), source: socket('IMAGE'), x: int(0, 0, MAX_RESOLUTION), y: int(0, 0, MAX_RESOLUTION), resize_source: flag(false) },
  optional: { mask: socket('MASK') },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const pace = makePace(signal)
    const [destination, given] = matchChannels(readImage(inputs, 'destination'), readImage(inputs, 'source'))
    const resized = readFlag(inputs, 'resize_source') ? await mapFrames(given, (frame) => resizeFrame(frame, firstFrame(destination), 'bilinear', pace)) : given
    const source = repeatTo(resized, destination.length)
    const fitted = isGiven(inputs, 'mask') ? await mapFrames(readMask(inputs), (mask) => resizeMask(mask, firstFrame(source), 'bilinear', pace)) : []
    const masks = fitted.length === 0 ? [] : repeatTo(fitted, destination.length)
    const corner = { x: readNumber(inputs, 'x'), y: readNumber(inputs, 'y') }
    const laid = await mapFrames(destination, async (frame, i) => {
      await pace()
      return compositeFrame(frame, source[i] ?? frame, corner, masks[i])
    })
    return { outputs: [laid] }
  },
}

/** The image with the mask as transparency: what is masked becomes transparent. The mask is scaled to the image (bilinear). */
const joinImageWithAlpha: NodeClass = {
  name: 'JoinImageWithAlpha',
  displayName: 'Join Image with Alpha',
  category: 'mask/compositing',
  required: { image: socket('IMAGE'), alpha: socket('MASK') },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const pace = makePace(signal)
    const batch = readImage(inputs)
    const masks = readMask(inputs, 'alpha')
    const count = Math.max(batch.length, masks.length)
    const alphas = repeatTo(await mapFrames(masks, (mask) => resizeMask(mask, firstFrame(batch), 'bilinear', pace)), count)
    const joined = repeatTo(batch, count).map((frame, i) => {
      const mask = alphas[i]
      return mask === undefined ? frame : joinAlpha(frame, invertMask(mask))
    })
    return { outputs: [joined] }
  },
}

/** The colours without transparency, and the transparency as a mask. */
const splitImageWithAlpha: NodeClass = {
  name: 'SplitImageWithAlpha',
  displayName: 'Split Image with Alpha',
  category: 'mask/compositing',
  required: { image: socket('IMAGE') },
  outputs: [output('IMAGE'), output('MASK')],
  execute(inputs) {
    const batch = readImage(inputs)
    return { outputs: [batch.map(withoutAlpha), batch.map((frame) => invertMask(channelOf(frame, 3)))] }
  },
}

export const imageBlendNodes: readonly NodeClass[] = [imageBlend, imageCompositeMasked, joinImageWithAlpha, splitImageWithAlpha]
