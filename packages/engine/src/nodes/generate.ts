import { encodePreview } from '../media/image-codec.ts'
import { paintPicture, STYLES } from '../media/paint/picture.ts'
import { choice, int, lines, MAX_SEED, output, readBigInt, readChoice, readNumber, readText } from './inputs.ts'
import type { NodeClass } from './node.ts'

/** Steps a picture, as a sampler counts them. */
const STEPS = 20

/** A picture painted by rule from prompt, seed and style; pictures of one batch follow one another's seeds. Needs no model. */
const generateImage: NodeClass = {
  name: 'LeMoufGenerateImage',
  displayName: 'Generate Image (leMouf)',
  category: 'leMouf/Generate',
  description: 'Paints a picture from the words of the prompt and the seed, without a model. Colours, times of day and places in the prompt steer it.',
  required: {
    prompt: lines({ default: 'a quiet morning in the mountains', tooltip: 'Colours (teal, gold), times (dawn, night) and places (sea, forest, city) are understood.' }),
    seed: { type: 'INT', options: { default: 0, min: 0, max: MAX_SEED, control_after_generate: true } },
    style: choice(STYLES, 'landscape'),
    width: int(512, 16, 4096, { step: 8 }),
    height: int(512, 16, 4096, { step: 8 }),
    batch_size: int(1, 1, 64),
  },
  outputs: [output('IMAGE')],
  async execute(inputs, context) {
    const style = readChoice(inputs, 'style', STYLES)
    const seed = readBigInt(inputs, 'seed')
    const brief = { prompt: readText(inputs, 'prompt'), width: readNumber(inputs, 'width'), height: readNumber(inputs, 'height') }
    const count = readNumber(inputs, 'batch_size')
    const frames = []
    for (let i = 0; i < count; i++) {
      const frame = await paintPicture({ ...brief, seed: (seed + BigInt(i)) & MAX_SEED }, style, {
        signal: context.signal,
        progress: (share) => context.progress(Math.min(count * STEPS - 1, Math.floor((i + share) * STEPS)), count * STEPS),
        preview: async (coarse) => context.preview({ format: 'jpeg', bytes: await encodePreview(coarse) }),
      })
      frames.push(frame)
      context.progress((i + 1) * STEPS, count * STEPS)
    }
    return { outputs: [frames] }
  },
}

export const generateNodes: readonly NodeClass[] = [generateImage]
