import { audioIoNodes } from './audio-io.ts'
import { audioNodes } from './audio.ts'
import { generateNodes } from './generate.ts'
import { imageBatchNodes } from './image-batch.ts'
import { imageBlendNodes } from './image-blend.ts'
import { imageFilterNodes } from './image-filter.ts'
import { imageIoNodes } from './image-io.ts'
import { imageScaleNodes } from './image-scale.ts'
import { imageShapeNodes } from './image-shape.ts'
import { loopNodes } from './loop.ts'
import { maskNodes } from './mask.ts'
import type { NodeClass } from './node.ts'
import { primitiveNodes } from './number.ts'
import { regexNodes } from './regex.ts'
import { textNodes } from './text.ts'
import { videoNodes } from './video.ts'

const all: readonly NodeClass[] = [
  ...imageIoNodes,
  ...imageBatchNodes,
  ...imageScaleNodes,
  ...imageShapeNodes,
  ...imageBlendNodes,
  ...imageFilterNodes,
  ...maskNodes,
  ...primitiveNodes,
  ...textNodes,
  ...regexNodes,
  ...audioIoNodes,
  ...audioNodes,
  ...videoNodes,
  ...loopNodes,
  ...generateNodes,
]

/** Every node class of the engine by its name. */
export const nodeClasses: ReadonlyMap<string, NodeClass> = new Map(all.map((node) => [node.name, node]))
