import { endOf, fadeAt, ticks, type Clip, type Lane, type Media } from '@lemouf/core/timeline'
import { clipName } from '../../clip-name.ts'
import { isGone } from '../../media-place.ts'
import type { Rect } from '../geometry.ts'
import { TITLE, levelOf, levelY, HANDLES } from '../handles.ts'
import type { Shades } from './palette.ts'
import { fitted, inSight, sharpRectOf, type Pen } from './pen.ts'
import { drawPictures, drawWave } from './strip.ts'

/** How a clip stands there. */
export interface ClipState {
  readonly selected: boolean
  /** Neither seen nor heard: its lane is hidden, muted, or another one is solo. */
  readonly idle: boolean
  /** 1 for a clip that is there; less for one that is lifted, or its ghost. */
  readonly alpha: number
  readonly refused?: boolean
}

/** Narrower, a clip is a line of its colour; from `named` on there is room for words. */
const WIDTHS = { shaped: 5, named: 38, marked: 60 } as const
/** Lower, a clip has no title: its name stands on its picture. */
const TITLED = 34

/** Many clips that are each less than a pixel or two, as one line. */
export function drawRun(pen: Pen, rect: Rect, lane: Lane, { selected, idle }: ClipState): void {
  const { ctx, palette } = pen
  const { x, y, width, height } = inSight(pen, rect)
  ctx.globalAlpha = idle ? IDLE : 1
  ctx.fillStyle = selected ? palette.accent : palette.shadesOf(lane.colour, lane.kind).title
  ctx.fillRect(x, y, width, height)
  ctx.globalAlpha = 1
}

const IDLE = 0.4

/** Draws a clip: the one function for clips at rest, lifted, and on the way. */
export function drawClip(pen: Pen, row: Pick<Rect, 'y' | 'height'>, lane: Pick<Lane, 'colour'>, clip: Clip, state: ClipState): void {
  const { ctx, palette, view } = pen
  const rect = sharpRectOf(pen, row, clip)
  if (rect.x >= view.width || rect.x + rect.width <= 0) return
  const shades = palette.shadesOf(lane.colour, clip.kind)
  ctx.globalAlpha = state.alpha * (state.idle ? IDLE : 1)
  if (rect.width < WIDTHS.shaped) drawLine(pen, rect, shades, state)
  else drawBody(pen, rect, clip, shades, state)
  ctx.globalAlpha = 1
}

function drawLine({ ctx, palette }: Pen, { x, y, width, height }: Rect, shades: Shades, { selected, refused }: ClipState): void {
  ctx.fillStyle = refused === true ? palette.rejected : selected ? palette.accent : shades.title
  ctx.fillRect(x, y, width, height)
}

function drawBody(pen: Pen, rect: Rect, clip: Clip, shades: Shades, state: ClipState): void {
  const { ctx, palette, ratio } = pen
  // Neighbours that meet are told apart by a line of the ground.
  const whole: Rect = { ...rect, width: rect.width - 1 / ratio }
  const titled = rect.height >= TITLED
  const content: Rect = titled ? { ...whole, y: rect.y + TITLE, height: rect.height - TITLE } : whole
  const media = pen.mediaOf(clip.media)
  const seen = inSight(pen, whole)
  ctx.fillStyle = shades.body
  ctx.fillRect(seen.x, seen.y, seen.width, seen.height)
  if (media !== undefined && media.source.type !== 'missing') {
    if (clip.kind === 'video') drawPictures(pen, clip, media, content)
    else drawWave(pen, clip, media, content, shades.wave)
  }
  if (media !== undefined && rect.width >= WIDTHS.shaped * 3) drawMissing(pen, content, media)
  drawFades(pen, content, clip)
  if (titled) {
    ctx.fillStyle = state.selected ? palette.accent : shades.title
    ctx.fillRect(seen.x, seen.y, seen.width, TITLE)
  }
  drawLevel(pen, whole, clip, state)
  if (rect.width >= WIDTHS.named) drawWords(pen, whole, clip, media, state, titled)
  drawOutline(pen, seen, shades, state)
}

function drawOutline({ ctx, palette }: Pen, { x, y, width, height }: Rect, shades: Shades, { selected, refused }: ClipState): void {
  const strong = selected || refused === true
  const line = strong ? 2 : 1
  ctx.strokeStyle = refused === true ? palette.rejected : selected ? palette.accent : shades.title
  ctx.lineWidth = line
  ctx.strokeRect(x + line / 2, y + line / 2, Math.max(0, width - line), height - line)
}

function drawWords(pen: Pen, rect: Rect, clip: Clip, media: Media | undefined, { selected }: ClipState, titled: boolean): void {
  const { ctx, palette, view } = pen
  // The name stays in sight while its clip is.
  const left = Math.max(rect.x, 0) + 5
  let right = Math.min(rect.x + rect.width, view.width) - 5
  const y = rect.y + TITLE / 2 + 0.5
  ctx.fillStyle = selected && titled ? palette.onMark : palette.ink
  ctx.strokeStyle = ctx.fillStyle
  if (right - left >= WIDTHS.marked) {
    // The handle of the fade out is at the very end.
    const hasHandles = rect.width >= HANDLES.width && rect.height >= HANDLES.height
    right = drawMarks(pen, clip, hasHandles ? right - HANDLES.inset : right, y)
    ctx.fillStyle = selected && titled ? palette.onMark : palette.ink
  }
  const name = fitted(ctx, clipName(clip, media, pen.words.attempt), right - left)
  if (name === '') return
  if (!titled) {
    ctx.lineWidth = 3
    ctx.strokeStyle = palette.panel
    ctx.strokeText(name, left, y)
  }
  ctx.fillText(name, left, y)
}

/** What a clip is bound to, and which attempt it shows, from the right; gives where they begin. */
function drawMarks(pen: Pen, clip: Clip, right: number, y: number): number {
  const { ctx, palette } = pen
  let x = right
  if (clip.choice !== null) {
    const label = `${clip.choice.cycle + 1}·${clip.choice.retry + 1}`
    const pending = pen.pendingOf(clip)
    const wide = label.length * 6 + 8 + (pending === undefined ? 0 : 9)
    x -= wide
    ctx.fillStyle = palette.panel
    ctx.fillRect(x, y - 6, wide, 12)
    ctx.fillStyle = palette.ink
    ctx.fillText(label, x + 4, y)
    if (pending !== undefined) drawPending(pen, pending, x + wide - 7, y)
    x -= 4
  }
  ctx.lineWidth = 1.2
  if (clip.link !== null) {
    x -= 13
    ctx.beginPath()
    ctx.ellipse(x + 4, y, 3.5, 2.5, 0, 0, Math.PI * 2)
    ctx.ellipse(x + 9, y, 3.5, 2.5, 0, 0, Math.PI * 2)
    ctx.stroke()
    x -= 3
  }
  if (clip.group !== null) {
    x -= 10
    ctx.strokeRect(x, y - 4, 5, 5)
    ctx.strokeRect(x + 3, y - 1, 5, 5)
    x -= 3
  }
  return x
}

/** A retry that is on its way, or waits for somebody: a point of the colour of what it is. */
function drawPending({ ctx, palette }: Pen, { state, done }: { readonly state: string; readonly done?: number }, x: number, y: number): void {
  ctx.fillStyle = state === 'failed' ? palette.rejected : state === 'approved' ? palette.approved : palette.replay
  ctx.beginPath()
  if (state === 'running') {
    // How far it is, as a pie; at least a slice of it.
    ctx.moveTo(x, y)
    ctx.arc(x, y, 3.5, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * Math.max(0.15, done ?? 0.5))
  } else ctx.arc(x, y, state === 'queued' ? 2 : 3.5, 0, Math.PI * 2)
  ctx.fill()
}

/** What fades take away, and their curve, as far as they are in sight. */
function drawFades(pen: Pen, rect: Rect, clip: Clip): void {
  const { ctx, palette, view, ratio } = pen
  for (const [from, duration] of [[clip.start, clip.fadeIn.duration], [endOf(clip) - clip.fadeOut.duration, clip.fadeOut.duration]] as const) {
    const [x, width] = [rect.x + (from - clip.start) / view.scale, duration / view.scale]
    if (width < 2 || x > view.width || x + width < 0) continue
    const { x: left, width: wide } = inSight(pen, { ...rect, x, width: Math.min(width, rect.x + rect.width - x) })
    const steps = Math.max(1, Math.min(MOST_STEPS, Math.ceil(wide / 3)))
    const isOut = from !== clip.start
    ctx.beginPath()
    for (let step = 0; step <= steps; step++) {
      const place = left + (wide * step) / steps
      const at = Math.round(from + (place - x) * view.scale)
      // The last tick of a clip is before its end.
      const through = isOut && at >= endOf(clip) - view.scale ? 0 : fadeAt(clip, ticks(Math.max(clip.start, Math.min(endOf(clip) - 1, at))))
      ctx.lineTo(place, rect.y + rect.height * (1 - through))
    }
    ctx.strokeStyle = palette.ink
    ctx.lineWidth = 1 / ratio + 0.5
    ctx.stroke()
    ctx.lineTo(left + wide, rect.y)
    ctx.lineTo(left, rect.y)
    ctx.fillStyle = palette.veil
    ctx.fill()
  }
}
const MOST_STEPS = 64

/** Opacity or loudness as a line, where it is not as usual, or can be taken. */
function drawLevel(pen: Pen, rect: Rect, clip: Clip, { selected }: ClipState): void {
  const { ctx, palette, ratio } = pen
  const usual = clip.kind === 'video' ? clip.look.opacity === 1 : clip.gain === 0
  if ((usual && !selected) || rect.width < HANDLES.width || rect.height < HANDLES.height) return
  const y = Math.round(levelY(rect, levelOf(clip)) * ratio) / ratio
  ctx.fillStyle = selected ? palette.accent : palette.ink
  const { x, width } = inSight(pen, rect)
  ctx.fillRect(x, y, width, 1)
}

/** A medium that cannot be shown is hatched, and says why. */
function drawMissing(pen: Pen, rect: Rect, media: Media): void {
  const reason = missingReason(pen, media)
  if (reason === undefined) return
  const { ctx, palette, view } = pen
  const [left, right] = [Math.max(rect.x, 0), Math.min(rect.x + rect.width, view.width)]
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, rect.y, right - left, rect.height)
  ctx.clip()
  ctx.strokeStyle = palette.rejected
  ctx.lineWidth = 2
  ctx.beginPath()
  // From the clip's own edge, so that the hatching goes along when it is moved.
  for (let x = rect.x + Math.floor((left - rect.x - rect.height) / 10) * 10; x < right; x += 10) {
    ctx.moveTo(x, rect.y + rect.height)
    ctx.lineTo(x + rect.height, rect.y)
  }
  ctx.stroke()
  ctx.restore()
  const words = fitted(ctx, reason, right - left - 16)
  if (words === '') return
  const y = rect.y + rect.height / 2
  ctx.fillStyle = palette.panel
  ctx.fillRect(left + 4, y - 8, Math.min(right - left - 8, ctx.measureText(words).width + 8), 16)
  ctx.fillStyle = palette.rejected
  ctx.fillText(words, left + 8, y)
}

function missingReason({ words, knownOf }: Pen, { source }: Media): string | undefined {
  if (source.type === 'missing') return source.was === '' ? words.missing : words.missingWas(source.was)
  const known = knownOf(source.id)
  return isGone(known) ? words.missing : (known.info?.contents?.problem ?? undefined)
}
