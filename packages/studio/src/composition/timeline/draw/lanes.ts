import { durationOf, endOf, ticks, visible, type Clip, type Lane, type Project } from '@lemouf/core/timeline'
import { RULER, spanOf, yOf, type Layout, type Row } from '../geometry.ts'
import { drawClip, drawRun } from './clip.ts'
import { pixelOf, sharpRectOf, type Pen } from './pen.ts'

/** Lanes with their clips as they lie there. */
export interface LanesPicture {
  readonly project: Project
  readonly layout: Layout
  readonly selection: ReadonlySet<string>
  readonly lifted: ReadonlySet<string>
  readonly markIn: number | null
  readonly markOut: number | null
}

const LIFTED = 0.3

/** Draws lanes, from their ground to their clips: only what is in sight. */
export function drawLanes(pen: Pen, picture: LanesPicture): void {
  const { ctx, palette, view } = pen
  ctx.fillStyle = palette.ground
  ctx.fillRect(0, RULER, view.width, view.height - RULER)
  const seen = visible(picture.project, spanOf(view))
  const isSolo = soloKinds(picture.project)
  ctx.font = palette.font
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  for (const [index, row] of picture.layout.rows.entries()) {
    const y = yOf(view, row.y)
    if (y > view.height || y + row.height < RULER) continue
    drawGround(pen, picture, row)
    const idle = row.lane.hidden || row.lane.muted || (isSolo[row.lane.kind] && !row.lane.solo)
    drawClips(pen, picture, row, seen[index]?.clips ?? [], idle)
    if (row.lane.locked) drawLocked(pen, row)
  }
  drawRange(pen, picture)
}

/** Which kinds have a lane that is solo. */
const soloKinds = ({ lanes }: Project): Readonly<Record<Lane['kind'], boolean>> => ({
  video: lanes.some(({ kind, solo }) => kind === 'video' && solo), audio: lanes.some(({ kind, solo }) => kind === 'audio' && solo),
})

/** What is seen and heard where no clip is, until the end: black, and silence. */
function drawGround({ ctx, palette, view, ratio }: Pen, { project }: LanesPicture, row: Row): void {
  const y = yOf(view, row.y)
  ctx.fillStyle = palette.panel
  ctx.fillRect(0, y, view.width, row.height)
  const end = Math.min(view.width, pixelOf({ view, ratio }, durationOf(project)))
  if (end <= 0) return
  ctx.fillStyle = palette.black
  if (row.lane.kind === 'video') ctx.fillRect(0, y, end, row.height)
  else ctx.fillRect(0, Math.round((y + row.height / 2) * ratio) / ratio, end, 1 / ratio)
}

function drawClips(pen: Pen, { selection, lifted }: LanesPicture, row: Row, clips: readonly Clip[], idle: boolean): void {
  const { view, ratio } = pen
  // Clips of less than a pixel and a half that meet are one line, however many they are.
  const tiny = (view.scale / ratio) * 1.5
  let run: { readonly start: Clip['start']; end: Clip['start']; readonly selected: boolean } | undefined
  const flush = (): void => {
    if (run !== undefined) drawRun(pen, sharpRectOf(pen, row, { start: run.start, duration: ticks(run.end - run.start) }), row.lane, { selected: run.selected, idle, alpha: 1 })
    run = undefined
  }
  for (const clip of clips) {
    const state = { selected: selection.has(clip.id), idle, alpha: lifted.has(clip.id) ? LIFTED : 1 }
    if (clip.duration >= tiny) {
      flush()
      drawClip(pen, row, row.lane, clip, state)
    } else if (run !== undefined && clip.start - run.end < tiny && run.selected === state.selected) run.end = endOf(clip)
    else {
      flush()
      run = { start: clip.start, end: endOf(clip), selected: state.selected }
    }
  }
  flush()
}

/** A lane that is locked is hatched all along. */
function drawLocked({ ctx, palette, view }: Pen, row: Row): void {
  const y = yOf(view, row.y)
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, y, view.width, row.height)
  ctx.clip()
  ctx.globalAlpha = 0.35
  ctx.strokeStyle = palette.ground
  ctx.lineWidth = 3
  ctx.beginPath()
  for (let x = -row.height; x < view.width; x += 12) {
    ctx.moveTo(x, y + row.height)
    ctx.lineTo(x + row.height, y)
  }
  ctx.stroke()
  ctx.restore()
}

/** What is beyond the end, outside of the marks, and under markers and the end themselves. */
function drawRange(pen: Pen, { project, markIn, markOut }: LanesPicture): void {
  const { ctx, palette, view, ratio } = pen
  const height = view.height - RULER
  ctx.fillStyle = palette.veil
  ctx.globalAlpha = 0.45
  if (markIn !== null) ctx.fillRect(0, RULER, Math.max(0, pixelOf(pen, markIn)), height)
  if (markOut !== null) {
    const x = Math.max(0, pixelOf(pen, markOut))
    ctx.fillRect(x, RULER, Math.max(0, view.width - x), height)
  }
  ctx.globalAlpha = 0.5
  for (const { at, colour } of project.markers) {
    ctx.fillStyle = colour ?? palette.replay
    ctx.fillRect(pixelOf(pen, at), RULER, 1, height)
  }
  ctx.globalAlpha = 1
  const end = pixelOf(pen, durationOf(project))
  ctx.fillStyle = palette.dim
  if (end > 0 && end < view.width) ctx.fillRect(end, RULER, 1 / ratio, height)
}
