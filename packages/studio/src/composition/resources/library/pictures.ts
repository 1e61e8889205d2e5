import type { Filmstrip } from '@lemouf/core/protocol'
import { shallowRef, type CSSProperties, type ShallowRef } from 'vue'
import { widthFor } from '../../../run/picture.ts'
import { fromServer, server } from '../../../server/client.ts'
import { mediaAddress } from '../../media-place.ts'
import { placeOnSheet } from '../../timeline/strips/tiles.ts'
import type { Resource } from './resource.ts'

/** The address of a thumbnail that is sharp in a slot of so many CSS pixels; undefined where the server has none. */
export function thumbOf({ thumb, hash, missing }: Resource, width: number): string | undefined {
  if (thumb === null || missing) return undefined
  return mediaAddress(thumb, hash ?? '', { w: widthFor(Math.ceil(width * devicePixelRatio)) })
}

const strips = new Map<string, ShallowRef<Filmstrip | undefined>>()

/** How the filmstrip of a film is laid out; asked once, by who moves over it first. */
export function stripOf({ storeId, hash, filmstrip, missing }: Resource): Readonly<ShallowRef<Filmstrip | undefined>> {
  const key = `${storeId} ${hash}`
  const known = strips.get(key)
  if (known !== undefined) return known
  const strip = shallowRef<Filmstrip>()
  if (filmstrip === null || storeId === undefined || missing) return strip
  strips.set(key, strip)
  server('getFilmstrip', { params: { id: storeId }, query: { height: 128 } }).then((found) => { strip.value = found }, () => strips.delete(key))
  return strip
}

/** A tile of a sheet, as a background: its address, how large the sheet is drawn and where, in parts of the slot. */
export interface TileStyle extends CSSProperties {
  readonly aspectRatio: string
  readonly backgroundImage: string
  readonly backgroundSize: string
  readonly backgroundPosition: string
}

/** The picture of a film at a part 0..1 of its length, of the finest level that is one sheet: moving about in it asks for no more. */
export function tileAt(strip: Filmstrip, part: number): TileStyle | undefined {
  const level = strip.levels.find(({ sheets }) => sheets === 1) ?? strip.levels.at(-1)
  if (level === undefined) return undefined
  const index = Math.min(level.tiles - 1, Math.max(0, Math.floor((part * strip.duration) / level.step)))
  const { sheet, x, y } = placeOnSheet(strip, index)
  const { columns, rows, tile } = strip
  const onSheet = Math.min(columns * rows, level.tiles - sheet * columns * rows)
  const lines = Math.ceil(onSheet / columns)
  const address = strip.sheet.replace('{level}', String(level.level)).replace('{sheet}', String(sheet))
  const percent = (at: number, count: number): number => (count > 1 ? (at / (count - 1)) * 100 : 0)
  return {
    aspectRatio: `${tile.width} / ${tile.height}`,
    backgroundImage: `url("${fromServer(`${address}&draft=1`)}")`,
    backgroundSize: `${columns * 100}% ${lines * 100}%`,
    backgroundPosition: `${percent(x / tile.width, columns)}% ${percent(y / tile.height, lines)}%`,
  }
}
