import { endOf, type Project } from '@lemouf/core/timeline'
import { readPalette } from './palette.ts'

export interface MiniMapSize {
  /** Ticks over the whole width. */
  readonly whole: number
  readonly width: number
  readonly height: number
}

/** Draws all lanes as thin lines, what meets within a pixel as one. */
export function drawMiniMap(canvas: HTMLCanvasElement, project: Project, { whole, width, height }: MiniMapSize): void {
  const ctx = canvas.getContext('2d')
  if (ctx === null || canvas.parentElement === null || width === 0) return
  const ratio = devicePixelRatio
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const palette = readPalette(canvas.parentElement)
  const px = canvas.width / whole
  const each = (canvas.height - 4 * ratio) / Math.max(1, project.lanes.length)
  const thick = Math.max(1, Math.min(each - (each > 3 ? 1 : 0), 6 * ratio))
  for (const [index, lane] of project.lanes.entries()) {
    ctx.fillStyle = palette.shadesOf(lane.colour, lane.kind).title
    const y = Math.round(2 * ratio + index * each)
    let [from, to] = [0, -1]
    for (const clip of lane.clips) {
      const start = Math.floor(clip.start * px)
      if (start > to + 1) {
        if (to >= from) ctx.fillRect(from, y, to - from, thick)
        from = start
      }
      to = Math.max(start + 1, Math.round(endOf(clip) * px) - 1)
    }
    if (to >= from) ctx.fillRect(from, y, to - from, thick)
  }
  ctx.fillStyle = palette.replay
  for (const { at } of project.markers) ctx.fillRect(Math.round(at * px), 0, ratio, canvas.height)
}
