import type { Filmstrip } from '@lemouf/core/protocol'

export type StripLevel = Filmstrip['levels'][number]

/** The coarsest level that still has a picture for every stretch of so many ticks; the finest where none has. Null for a strip without levels. */
export function levelFor(levels: readonly StripLevel[], stretch: number): StripLevel | undefined {
  return levels.reduce<StripLevel | undefined>((best, level) => (best === undefined || (level.step <= stretch && level.step > best.step) ? level : best), undefined)
}

/**
 * The tile for a stretch of the source: the first one whose moment lies in it, so that nothing is shown that is not in the
 * stretch. Where none does, the last one before it, which is what is seen at its beginning as far as the grid knows.
 */
export function tileFor({ step, tiles }: StripLevel, from: number, to: number): number {
  const first = Math.ceil(from / step)
  const index = first * step < to ? first : Math.floor(from / step)
  return Math.min(tiles - 1, Math.max(0, index))
}

/** Which sheet has a tile, and where on it, in pixels. */
export function placeOnSheet({ columns, rows, tile }: Pick<Filmstrip, 'columns' | 'rows' | 'tile'>, index: number): { sheet: number; x: number; y: number } {
  const sheet = Math.floor(index / (columns * rows))
  const within = index - sheet * columns * rows
  return { sheet, x: (within % columns) * tile.width, y: Math.floor(within / columns) * tile.height }
}

/** Of sheets that are there, the tile that is nearest to a stretch: one within it before any outside, then the nearest in time. */
export function nearestTile(strip: Pick<Filmstrip, 'columns' | 'rows'>, there: Iterable<{ readonly level: StripLevel; readonly sheet: number }>, from: number, to: number): { level: StripLevel; index: number } | undefined {
  let best: { level: StripLevel; index: number } | undefined
  let least = Infinity
  const each = strip.columns * strip.rows
  for (const { level, sheet } of there) {
    const last = Math.min(level.tiles, (sheet + 1) * each) - 1
    const index = Math.min(last, Math.max(sheet * each, tileFor(level, from, to)))
    const moment = index * level.step
    const away = moment < from ? from - moment : Math.max(0, moment - to + 1)
    // Of several that are as near, the finer grid's first is nearer to the beginning.
    const rank = away * 2 ** 10 + (moment - from) / level.step
    if (rank < least) [best, least] = [{ level, index }, rank]
  }
  return best
}
