import { channelOf, firstFrame, withoutAlpha } from '../media/image.ts'
import { decodePicture, encodeAnimatedWebp, encodePng, maskOfPicture } from '../media/image-codec.ts'
import type { ImageBatch } from '../media/types.ts'
import { fillPrefix, hashInput, missingFile, pictureText, toUi } from './files.ts'
import { choice, flag, float, int, output, readChoice, readFlag, readImage, readNumber, readText, socket, text } from './inputs.ts'
import type { InputSpec, NodeClass, NodeContext, NodeResult } from './node.ts'

const PICTURE_EXTENSIONS = ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.tif', '.tiff', '.avif'] as const

const pictureFile: InputSpec = { type: (files) => files.listInputs(PICTURE_EXTENSIONS), options: { image_upload: true } }
const loads = {
  fingerprint: (inputs, files) => hashInput(files, readText(inputs, 'image')),
  check: (inputs, files) => missingFile(files, inputs.image, 'image'),
} satisfies Pick<NodeClass, 'fingerprint' | 'check'>

/** A picture from `input/` (or `name [output]`): its colours as ComfyUI's RGB, its transparency as the mask. */
const loadImage: NodeClass = {
  name: 'LoadImage',
  displayName: 'Load Image',
  category: 'image',
  required: { image: pictureFile },
  outputs: [output('IMAGE'), output('MASK')],
  ...loads,
  async execute(inputs, context) {
    const name = readText(inputs, 'image')
    const picture = await decodePicture(await context.files.resolve(name), name)
    return { outputs: [picture.frames.map(withoutAlpha), maskOfPicture(picture)] }
  },
}

const MASK_CHANNELS = ['alpha', 'red', 'green', 'blue'] as const
const CHANNEL_INDEX = { red: 0, green: 1, blue: 2 } as const

/** One channel of a picture as a mask; `alpha` masks what is transparent, as LoadImage does. */
const loadImageMask: NodeClass = {
  name: 'LoadImageMask',
  displayName: 'Load Image (as Mask)',
  category: 'mask',
  required: { image: pictureFile, channel: choice(MASK_CHANNELS) },
  outputs: [output('MASK')],
  ...loads,
  async execute(inputs, context) {
    const name = readText(inputs, 'image')
    const channel = readChoice(inputs, 'channel', MASK_CHANNELS)
    const picture = await decodePicture(await context.files.resolve(name), name)
    const mask = channel === 'alpha' ? maskOfPicture(picture).slice(0, 1) : [channelOf(firstFrame(picture.frames), CHANNEL_INDEX[channel])]
    return { outputs: [mask] }
  },
}

/** Writes each frame as PNG with the prompt and the client's entries in text chunks, so that ComfyUI opens its workflow. */
export async function saveImages(batch: ImageBatch, kind: 'output' | 'temp', prefix: string, context: NodeContext, level = 4): Promise<NodeResult> {
  const chunks = pictureText(context)
  const images = []
  for (const [i, frame] of batch.entries()) {
    context.signal.throwIfAborted()
    images.push(toUi(await context.files.save(kind, fillPrefix(prefix, frame, i), '.png', await encodePng(frame, chunks, level))))
  }
  return { outputs: [], ui: { images } }
}

const saveImage: NodeClass = {
  name: 'SaveImage',
  displayName: 'Save Image',
  category: 'image',
  description: 'Saves the input images to the output folder.',
  required: {
    images: socket('IMAGE', 'The images to save.'),
    filename_prefix: text({ default: 'ComfyUI', tooltip: 'The prefix of the files; it may hold folders, %width% and %height%.' }),
  },
  outputs: [],
  outputNode: true,
  execute: (inputs, context) => saveImages(readImage(inputs, 'images'), 'output', readText(inputs, 'filename_prefix'), context),
}

const previewImage: NodeClass = {
  name: 'PreviewImage',
  displayName: 'Preview Image',
  category: 'image',
  description: 'Shows the input images without keeping them.',
  required: { images: socket('IMAGE') },
  outputs: [],
  outputNode: true,
  execute: (inputs, context) => saveImages(readImage(inputs, 'images'), 'temp', 'ComfyUI_temp', context, 1),
}

const WEBP_EFFORT = { default: 4, fastest: 0, slowest: 6 } as const
const WEBP_METHODS = ['default', 'fastest', 'slowest'] as const
/** EXIF tags that ComfyUI fills in turn, counting down from Make, with the client's entries. */
const EXIF_ENTRY_TAGS = ['Make', 'ImageDescription', 'DocumentName'] as const

/** One animated WebP of all frames. The prompt goes into EXIF Model and the first three entries into the tags ComfyUI uses. */
const saveAnimatedWebp: NodeClass = {
  name: 'SaveAnimatedWEBP',
  displayName: 'SaveAnimatedWEBP',
  category: 'image/animation',
  required: {
    images: socket('IMAGE'),
    filename_prefix: text({ default: 'ComfyUI' }),
    fps: float(6, 0.01, 1000, 0.01),
    lossless: flag(true),
    quality: int(80, 0, 100),
    method: choice(WEBP_METHODS),
  },
  outputs: [],
  outputNode: true,
  async execute(inputs, context) {
    const batch = readImage(inputs, 'images')
    const { prompt, ...entries } = pictureText(context)
    const tags = Object.entries(entries).slice(0, EXIF_ENTRY_TAGS.length)
    const exif = Object.fromEntries(tags.map(([key, value], i) => [EXIF_ENTRY_TAGS[i], `${key}:${value}`]))
    const bytes = await encodeAnimatedWebp(batch, {
      fps: readNumber(inputs, 'fps'),
      lossless: readFlag(inputs, 'lossless'),
      quality: readNumber(inputs, 'quality'),
      effort: WEBP_EFFORT[readChoice(inputs, 'method', WEBP_METHODS)],
      exif: { Model: `prompt:${prompt}`, ...exif },
    })
    const prefix = fillPrefix(readText(inputs, 'filename_prefix'), firstFrame(batch))
    return { outputs: [], ui: { images: [toUi(await context.files.save('output', prefix, '.webp', bytes))], animated: [batch.length > 1] } }
  },
}

export const imageIoNodes: readonly NodeClass[] = [loadImage, loadImageMask, saveImage, previewImage, saveAnimatedWebp]
