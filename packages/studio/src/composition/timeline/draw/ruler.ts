import { durationOf, type Project } from '@lemouf/core/timeline'
import { RULER, spanOf } from '../geometry.ts'
import { inkOn } from './palette.ts'
import { fitted, pixelOf, type Pen } from './pen.ts'
import { ticksOf, type Counting } from './ticks.ts'

export interface RulerPicture {
  readonly project: Project
  readonly counting: Counting
  readonly markIn: number | null
  readonly markOut: number | null
}

/** Markers have the lower part of the ruler. */
const FLAG = 12

/** Draws the ruler with its range, its end and its markers. */
export function drawRuler(pen: Pen, picture: RulerPicture): void {
  const { ctx, palette, view, ratio } = pen
  ctx.fillStyle = palette.panel
  ctx.fillRect(0, 0, view.width, RULER)
  drawMarked(pen, picture)
  ctx.font = palette.mono
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  for (const { at, label } of ticksOf(spanOf(view), view.scale, picture.counting)) {
    const x = pixelOf(pen, at)
    ctx.fillStyle = label === undefined ? palette.line : palette.dim
    const height = label === undefined ? 4 : 10
    ctx.fillRect(x, RULER - height, 1 / ratio, height)
    if (label !== undefined) ctx.fillText(label, x + 3, 9)
  }
  for (const marker of picture.project.markers) drawMarker(pen, marker)
  ctx.fillStyle = palette.line
  ctx.fillRect(0, RULER - 1 / ratio, view.width, 1 / ratio)
}

/** The composition along the foot of the ruler, and what of it is marked. */
function drawMarked(pen: Pen, { project, markIn, markOut }: RulerPicture): void {
  const { ctx, palette, view } = pen
  const end = durationOf(project)
  const [from, to] = [Math.max(0, pixelOf(pen, markIn ?? 0)), Math.min(view.width, pixelOf(pen, markOut ?? end))]
  if (to <= from) return
  const isMarked = markIn !== null || markOut !== null
  ctx.fillStyle = isMarked ? palette.accent : palette.line
  ctx.globalAlpha = isMarked ? 0.25 : 0.6
  ctx.fillRect(from, isMarked ? 0 : RULER - 3, to - from, isMarked ? RULER : 3)
  ctx.globalAlpha = 1
  if (markIn !== null) ctx.fillRect(from, 0, 2, RULER)
  if (markOut !== null) ctx.fillRect(to - 2, 0, 2, RULER)
}

function drawMarker(pen: Pen, { at, name, colour }: Project['markers'][number]): void {
  const { ctx, palette, view } = pen
  const x = pixelOf(pen, at)
  if (x < -200 || x > view.width) return
  ctx.font = palette.font
  const words = fitted(ctx, name, 120)
  const width = words === '' ? 8 : ctx.measureText(words).width + 8
  ctx.fillStyle = colour ?? palette.replay
  ctx.beginPath()
  ctx.moveTo(x, RULER)
  ctx.lineTo(x, RULER - FLAG)
  ctx.lineTo(x + width, RULER - FLAG)
  ctx.lineTo(x + width + (words === '' ? -4 : 0), RULER - FLAG / 2)
  ctx.lineTo(x + width, RULER - 2)
  ctx.lineTo(x + 1, RULER - 2)
  ctx.fill()
  ctx.fillStyle = colour === null ? palette.onMark : inkOn(colour)
  ctx.fillText(words, x + 4, RULER - FLAG / 2 - 0.5)
  ctx.font = palette.mono
}
