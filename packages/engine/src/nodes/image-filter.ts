import { blurFrame, sharpenFrame } from '../media/blur.ts'
import { adjustColour } from '../media/colour.ts'
import { levelTable, mapLevels } from '../media/image.ts'
import { makePace, mapFrames } from '../media/pace.ts'
import { DITHERS, quantizeFrame } from '../media/quantize.ts'
import { choice, float, int, output, readChoice, readImage, readNumber, readOr, socket } from './inputs.ts'
import type { NodeClass } from './node.ts'

/** Every channel inverted, alpha too, as ComfyUI does. */
const imageInvert: NodeClass = {
  name: 'ImageInvert',
  displayName: 'Invert Image',
  category: 'image',
  required: { image: socket('IMAGE') },
  outputs: [output('IMAGE')],
  execute: (inputs) => ({ outputs: [readImage(inputs).map((frame) => mapLevels(frame, levelTable((level) => 1 - level)))] }),
}

/** Gaussian blur; `sigma` is measured in radii, as ComfyUI's kernel has it. */
const imageBlur: NodeClass = {
  name: 'ImageBlur',
  displayName: 'Image Blur',
  category: 'image/postprocessing',
  required: { image: socket('IMAGE'), blur_radius: int(1, 1, 31), sigma: float(1, 0.1, 10, 0.1) },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const radius = readNumber(inputs, 'blur_radius')
    const sigma = readNumber(inputs, 'sigma')
    const pace = makePace(signal)
    return { outputs: [await mapFrames(readImage(inputs), (frame) => blurFrame(frame, radius, sigma, pace))] }
  },
}

const imageSharpen: NodeClass = {
  name: 'ImageSharpen',
  displayName: 'Image Sharpen',
  category: 'image/postprocessing',
  required: { image: socket('IMAGE'), sharpen_radius: int(1, 1, 31), sigma: float(1, 0.1, 10, 0.01), alpha: float(1, 0, 5, 0.01) },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const [radius, sigma, alpha] = [readNumber(inputs, 'sharpen_radius'), readNumber(inputs, 'sigma'), readNumber(inputs, 'alpha')]
    const pace = makePace(signal)
    return { outputs: [await mapFrames(readImage(inputs), (frame) => sharpenFrame(frame, radius, sigma, alpha, pace))] }
  },
}

/** Fewer colours; see {@link quantizeFrame} for what can differ from Pillow. */
const imageQuantize: NodeClass = {
  name: 'ImageQuantize',
  displayName: 'Image Quantize',
  category: 'image/postprocessing',
  required: { image: socket('IMAGE'), colors: int(256, 1, 256), dither: choice(DITHERS) },
  outputs: [output('IMAGE')],
  async execute(inputs, { signal }) {
    const colors = readNumber(inputs, 'colors')
    const dither = readChoice(inputs, 'dither', DITHERS)
    const pace = makePace(signal)
    return { outputs: [await mapFrames(readImage(inputs), (frame) => quantizeFrame(frame, colors, dither, pace))] }
  },
}

const FACTOR = float(1, 0, 2, 0.01)

const adjustBrightness: NodeClass = {
  name: 'AdjustBrightness',
  displayName: 'Adjust Brightness',
  category: 'dataset/image',
  description: 'Adjust brightness of all images.',
  required: { images: socket('IMAGE'), factor: FACTOR },
  outputs: [output('IMAGE', 'images')],
  execute(inputs) {
    const factor = readNumber(inputs, 'factor')
    return { outputs: [readImage(inputs, 'images').map((frame) => mapLevels(frame, levelTable((level) => level * factor)))] }
  },
}

const adjustContrast: NodeClass = {
  name: 'AdjustContrast',
  displayName: 'Adjust Contrast',
  category: 'dataset/image',
  description: 'Adjust contrast of all images.',
  required: { images: socket('IMAGE'), factor: FACTOR },
  outputs: [output('IMAGE', 'images')],
  execute(inputs) {
    const factor = readNumber(inputs, 'factor')
    return { outputs: [readImage(inputs, 'images').map((frame) => mapLevels(frame, levelTable((level) => (level - 0.5) * factor + 0.5)))] }
  },
}

/** Our own node, for what the core has no name for: hue and saturation, after brightness and contrast as the core's nodes compute them. */
const colourAdjust: NodeClass = {
  name: 'LeMoufColorAdjust',
  displayName: 'Adjust Color (leMouf)',
  category: 'leMouf/Image',
  required: { image: socket('IMAGE') },
  optional: { brightness: FACTOR, contrast: FACTOR, saturation: float(1, 0, 3, 0.01), hue: float(0, -180, 180, 1, { tooltip: 'Degrees around the colour wheel.' }) },
  outputs: [output('IMAGE')],
  execute(inputs) {
    const brightness = readOr(inputs, 'brightness', readNumber, 1)
    const contrast = readOr(inputs, 'contrast', readNumber, 1)
    const saturation = readOr(inputs, 'saturation', readNumber, 1)
    const hue = readOr(inputs, 'hue', readNumber, 0)
    return { outputs: [readImage(inputs).map((frame) => adjustColour(frame, { brightness, contrast, saturation, hue }))] }
  },
}

export const imageFilterNodes: readonly NodeClass[] = [imageInvert, imageBlur, imageSharpen, imageQuantize, adjustBrightness, adjustContrast, colourAdjust]
