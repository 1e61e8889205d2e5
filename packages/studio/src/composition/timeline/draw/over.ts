import type { Clip, Project } from '@lemouf/core/timeline'
import { RULER, yOf, ZONE, heightOf, type Layout, type Rect, type Row } from '../geometry.ts'
import { HANDLES, handlesOf } from '../handles.ts'
import type { Ghost, Surface } from '../surface.ts'
import { drawClip } from './clip.ts'
import { inSight, pixelOf, sharpRectOf, type Pen } from './pen.ts'

/** What lies over the lanes and changes with every move of a hand, or of the playhead. */
export interface OverPicture {
  readonly project: Project
  readonly layout: Layout
  readonly selection: ReadonlySet<string>
  readonly surface: Surface
  readonly playhead: number
}

const GHOST = 0.85

/** Draws everything over the lanes; the ground stays clear. */
export function drawOver(pen: Pen, picture: OverPicture): void {
  const { ctx, view } = pen
  const { surface } = picture
  ctx.clearRect(0, 0, view.width, view.height)
  ctx.font = pen.palette.font
  ctx.textBaseline = 'middle'
  ctx.textAlign = 'left'
  ctx.save()
  ctx.beginPath()
  ctx.rect(0, RULER, view.width, view.height - RULER)
  ctx.clip()
  if (surface.dropping) drawZones(pen, picture)
  drawHovered(pen, picture)
  for (const ghost of surface.ghosts) drawGhost(pen, picture, ghost)
  ctx.restore()
  if (surface.insert !== undefined) drawInsert(pen, picture, surface.insert)
  if (surface.razor !== undefined) drawRazor(pen, picture, surface.razor)
  if (surface.snap !== undefined) drawSnap(pen, surface.snap)
  drawPlayhead(pen, picture.playhead)
  if (surface.marquee !== undefined) drawMarquee(pen, surface.marquee)
  if (surface.hint !== undefined) drawHint(pen, surface.hint)
}

/** Above and below all lanes, where a drop makes one; and the lane that a drop would go to. */
function drawZones({ ctx, palette, view, words }: Pen, { layout, surface: { zone } }: OverPicture): void {
  const bottom = yOf(view, layout.height - ZONE)
  const zones = { top: { y: yOf(view, 0), height: ZONE }, bottom: { y: bottom, height: Math.max(ZONE, view.height - bottom) } }
  for (const [name, { y, height }] of Object.entries(zones)) {
    const isAimed = zone === name
    ctx.fillStyle = palette.accent
    ctx.globalAlpha = isAimed ? 0.35 : 0.12
    ctx.fillRect(0, y, view.width, height - 2)
    ctx.globalAlpha = 1
    ctx.setLineDash([5, 4])
    ctx.strokeStyle = palette.accent
    ctx.lineWidth = isAimed ? 2 : 1
    ctx.strokeRect(1, y + 1, view.width - 2, height - 4)
    ctx.setLineDash([])
    ctx.fillStyle = palette.ink
    ctx.fillText(words.newLane, 10, y + Math.min(height, ZONE) / 2)
  }
  const row = typeof zone === 'object' ? layout.rows.find(({ lane }) => lane.id === zone.lane) : undefined
  if (row === undefined) return
  ctx.fillStyle = palette.accent
  ctx.globalAlpha = 0.14
  ctx.fillRect(0, yOf(view, row.y), view.width, row.height)
  ctx.globalAlpha = 1
}

/** A clip as it would be, where it would be: as clips are drawn, and edged. */
function drawGhost(pen: Pen, { layout }: OverPicture, { clip, zone, refused = false }: Ghost): void {
  const { lane, ...place } = placeOf(layout, zone, clip)
  drawClip(pen, place, lane, clip, { selected: true, idle: false, alpha: refused ? 0.6 : GHOST, refused })
}

function placeOf(layout: Layout, zone: Ghost['zone'], clip: Clip): { y: number; height: number; lane: { colour: string | null } } {
  const row = typeof zone === 'object' ? layout.rows.find(({ lane }) => lane.id === zone.lane) : undefined
  if (row !== undefined) return row
  const height = heightOf({ id: '', kind: clip.kind }, {})
  return { y: zone === 'top' ? 0 : layout.height - ZONE, height: zone === 'top' ? ZONE : height, lane: { colour: null } }
}

/** The clip under the hand, and what of it would be taken. */
function drawHovered(pen: Pen, picture: OverPicture): void {
  const { hovered } = picture.surface
  const found = hovered === undefined ? undefined : rowAndClip(picture.layout, hovered.clip)
  if (hovered === undefined || found === undefined) return
  const { ctx, palette } = pen
  const rect = sharpRectOf(pen, found.row, found.clip)
  ctx.strokeStyle = palette.ink
  ctx.lineWidth = 1
  const seen = inSight(pen, rect)
  ctx.strokeRect(seen.x + 0.5, seen.y + 0.5, Math.max(0, seen.width - 1), seen.height - 1)
  ctx.fillStyle = palette.ink
  const grip = Math.min(4, rect.width / 2)
  if (hovered.part === 'start') ctx.fillRect(rect.x, rect.y, grip, rect.height)
  if (hovered.part === 'end') ctx.fillRect(rect.x + rect.width - grip, rect.y, grip, rect.height)
  if (rect.width < HANDLES.width || rect.height < HANDLES.height) return
  const handles = handlesOf(rect, found.clip)
  for (const [part, x] of [['fadeIn', handles.fadeIn], ['fadeOut', handles.fadeOut]] as const) {
    ctx.beginPath()
    ctx.arc(x, rect.y + 4, hovered.part === part ? 5 : 3.5, 0, Math.PI * 2)
    ctx.fillStyle = hovered.part === part ? palette.accent : palette.ink
    ctx.fill()
    ctx.stroke()
  }
  ctx.fillStyle = hovered.part === 'level' ? palette.accent : palette.ink
  ctx.globalAlpha = hovered.part === 'level' ? 1 : 0.6
  ctx.fillRect(seen.x, handles.level - (hovered.part === 'level' ? 1 : 0), seen.width, hovered.part === 'level' ? 2 : 1)
  ctx.globalAlpha = 1
}

function rowAndClip({ rows }: Layout, id: string): { readonly row: Row; readonly clip: Clip } | undefined {
  for (const row of rows) {
    const clip = row.lane.clips.find((each) => each.id === id)
    if (clip !== undefined) return { row, clip }
  }
  return undefined
}

/** Top and height of a lane, or of all of them. */
function spanOfLane({ view }: Pen, { rows }: Layout, lane: string | undefined): { y: number; height: number } {
  const row = rows.find((each) => each.lane.id === lane)
  if (row !== undefined) return { y: Math.max(RULER, yOf(view, row.y)), height: row.height }
  return { y: RULER, height: view.height - RULER }
}

function drawInsert(pen: Pen, { layout }: OverPicture, { at, lane }: NonNullable<Surface['insert']>): void {
  const { ctx, palette } = pen
  const { y, height } = spanOfLane(pen, layout, lane)
  const x = pixelOf(pen, at)
  ctx.fillStyle = palette.replay
  ctx.fillRect(x - 1, y, 3, height)
  ctx.beginPath()
  ctx.moveTo(x - 6, y)
  ctx.lineTo(x + 7, y)
  ctx.lineTo(x + 0.5, y + 8)
  ctx.fill()
}

function drawRazor(pen: Pen, { layout }: OverPicture, { at, lane }: NonNullable<Surface['razor']>): void {
  const { ctx, palette } = pen
  const { y, height } = spanOfLane(pen, layout, lane)
  const x = pixelOf(pen, at)
  // Edged, so that it is seen on any picture.
  ctx.fillStyle = palette.panel
  ctx.fillRect(x - 1, y, 4, height)
  ctx.fillStyle = palette.rejected
  ctx.fillRect(x, y, 2, height)
}

function drawSnap(pen: Pen, at: number): void {
  const { ctx, palette, view } = pen
  const x = pixelOf(pen, at)
  ctx.fillStyle = palette.replay
  ctx.fillRect(x, 0, 1, view.height)
  ctx.fillRect(x - 3, RULER - 2, 7, 4)
}

function drawPlayhead(pen: Pen, at: number): void {
  const { ctx, palette, view } = pen
  const x = pixelOf(pen, at)
  if (x < -8 || x > view.width + 8) return
  ctx.fillStyle = palette.rejected
  ctx.fillRect(x, 0, 1, view.height)
  ctx.beginPath()
  ctx.moveTo(x - 5.5, 0)
  ctx.lineTo(x + 6.5, 0)
  ctx.lineTo(x + 6.5, 7)
  ctx.lineTo(x + 0.5, 13)
  ctx.lineTo(x - 5.5, 7)
  ctx.fill()
}

function drawMarquee({ ctx, palette }: Pen, { x, y, width, height }: Rect): void {
  ctx.fillStyle = palette.accent
  ctx.globalAlpha = 0.16
  ctx.fillRect(x, y, width, height)
  ctx.globalAlpha = 1
  ctx.strokeStyle = palette.accent
  ctx.lineWidth = 1
  ctx.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), Math.max(0, height - 1))
}

function drawHint({ ctx, palette, view }: Pen, { x, y, text }: NonNullable<Surface['hint']>): void {
  const width = ctx.measureText(text).width + 12
  const left = Math.min(Math.max(0, x + 14), view.width - width)
  const top = Math.min(Math.max(0, y + 16), view.height - 20)
  ctx.fillStyle = palette.raised
  ctx.fillRect(left, top, width, 20)
  ctx.strokeStyle = palette.dim
  ctx.lineWidth = 1
  ctx.strokeRect(left + 0.5, top + 0.5, width - 1, 19)
  ctx.fillStyle = palette.ink
  ctx.fillText(text, left + 6, top + 10.5)
}
