import type { Scene, Size } from '@lemouf/core/timeline'
import type { BACKGROUNDS } from '../document/view-state.ts'
import type { Frames } from '../playback/frames.ts'
import { drawScene, type Context, type Drawn, type Lens } from './draw-scene.ts'

type Background = (typeof BACKGROUNDS)[number]

export interface Staging {
  readonly frame: Size
  readonly lens: Lens
  readonly background: Background
  /** What lies outside the frame is shown, dimmed; else the picture ends at the frame. */
  readonly workArea: boolean
}

/** Greys that are the same in every theme: what lies around a picture changes how it is seen. */
const GREYS = { neutral: '#4d4d4d', dark: '#161616', checker: ['#3a3a3a', '#474747'] } as const
/** How much of the background lies over what is outside the frame. */
const DIMMED = 0.72

/** Draws the pasteboard with a scene on it over the whole of a canvas. */
export function paintStage(context: Context, scene: Scene, frames: Frames, { frame, lens, background, workArea }: Staging): Drawn {
  const { width, height } = context.canvas
  const box = [lens.origin.x, lens.origin.y, frame.width * lens.scale, frame.height * lens.scale] as const
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = fillOf(context, background)
  context.fillRect(0, 0, width, height)
  context.save()
  if (!workArea) {
    context.beginPath()
    context.rect(...box)
    context.clip()
  }
  const drawn = drawScene(context, scene, frames, frame, lens)
  context.restore()
  if (!workArea) return drawn
  context.fillStyle = fillOf(context, background)
  context.globalAlpha = DIMMED
  context.beginPath()
  context.rect(0, 0, width, height)
  context.rect(...box)
  context.fill('evenodd')
  context.globalAlpha = 1
  return drawn
}

function fillOf(context: Context, background: Background): string | CanvasPattern {
  if (background !== 'checker') return GREYS[background]
  return context.createPattern(checkers(), 'repeat') ?? GREYS.checker[0]
}

let board: OffscreenCanvas | undefined
function checkers(): OffscreenCanvas {
  if (board !== undefined) return board
  const side = 10
  board = new OffscreenCanvas(2 * side, 2 * side)
  const context = board.getContext('2d')
  if (context === null) throw new Error('This browser draws no canvas')
  for (const [x, y] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
    context.fillStyle = GREYS.checker[(x + y) % 2] ?? GREYS.checker[0]
    context.fillRect(x * side, y * side, side, side)
  }
  return board
}
