import type { Filmstrip, MediaInfo } from '@lemouf/core/protocol'
import { AppError } from '@lemouf/core/error'
import { fromServer, server } from '../../../server/client.ts'
import { mediaAddress } from '../../media-place.ts'
import { ByteCache } from './byte-cache.ts'
import type { Flights } from './flights.ts'
import { levelFor, nearestTile, placeOnSheet, tileFor, type StripLevel } from './tiles.ts'

/** A part of an image, to be drawn anywhere. */
export interface Tile {
  readonly image: ImageBitmap
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Sheet {
  readonly image: ImageBitmap
  readonly exact: boolean
}

/** What is there of one film at one height. */
interface Film {
  strip: Filmstrip | undefined
  /** Sheets that are in the cache, by their key. */
  readonly there: Map<string, { readonly level: StripLevel; readonly sheet: number }>
}

const BUDGET = 160 * 1024 ** 2
/** Widths in pixels in which pictures of stills are made; one is wide enough for a lane. */
const STILL_WIDTH = 256

/** Pictures along clips: the frames of films from the server's sheets, and stills. What is not there is fetched, and `arrived` called. */
export class Pictures {
  readonly #flights: Flights
  readonly #arrived: () => void
  readonly #films = new Map<string, Film>()
  readonly #sheets = new ByteCache<Sheet>(BUDGET, ({ image }) => image.close())

  constructor(flights: Flights, arrived: () => void) {
    this.#flights = flights
    this.#arrived = arrived
  }

  nextRound(): void {
    this.#sheets.nextRound()
  }

  close(): void {
    this.#sheets.clear()
  }

  /** A medium has other bytes now: nothing that was made of the old ones is shown. */
  forget(media: string): void {
    for (const height of [64, 128] as const) {
      for (const key of this.#films.get(`${media} ${height}`)?.there.keys() ?? []) this.#sheets.delete(key)
      this.#films.delete(`${media} ${height}`)
    }
  }

  /** The picture for a stretch of a film: of its own sheet, else the nearest that is there meanwhile. */
  frame(media: string, height: 64 | 128, from: number, to: number): Tile | undefined {
    const film = this.#film(media, height)
    const { strip } = film
    const level = strip === undefined ? undefined : levelFor(strip.levels, to - from)
    if (strip === undefined || level === undefined) return undefined
    const index = tileFor(level, from, to)
    const { sheet } = placeOnSheet(strip, index)
    const own = this.#sheet(film, strip, level, sheet)
    if (own !== undefined) return tileOf(strip, own, index)
    const near = nearestTile(strip, this.#there(film), from, to)
    const other = near === undefined ? undefined : this.#sheets.get(keyOf(strip, near.level, placeOnSheet(strip, near.index).sheet))
    return near === undefined || other === undefined ? undefined : tileOf(strip, other.image, near.index)
  }

  /** A still, small, once it is known where it is. */
  still(media: string, info: Pick<MediaInfo, 'thumb' | 'hash'> | undefined): Tile | undefined {
    const key = `still ${media} ${info?.hash ?? ''}`
    const kept = this.#sheets.get(key)
    if (kept !== undefined) return { image: kept.image, x: 0, y: 0, width: kept.image.width, height: kept.image.height }
    const thumb = info?.thumb ?? undefined
    if (info !== undefined && thumb !== undefined) {
      this.#flights.wish(key, async (signal) => { this.#keep(key, await fetchImage(mediaAddress(thumb, info.hash, { w: STILL_WIDTH }), signal), true) })
    }
    return undefined
  }

  #film(media: string, height: 64 | 128): Film {
    const key = `${media} ${height}`
    const known = this.#films.get(key) ?? { strip: undefined, there: new Map() }
    this.#films.set(key, known)
    if (known.strip === undefined) {
      this.#flights.wish(`strip ${key}`, async () => {
        known.strip = await server('getFilmstrip', { params: { id: media }, query: { height } })
        this.#arrived()
      })
    }
    return known
  }

  /** A sheet, asked for as a draft first: that is there in a fraction of the time where keyframes are rare. */
  #sheet(film: Film, strip: Filmstrip, level: StripLevel, sheet: number): ImageBitmap | undefined {
    const key = keyOf(strip, level, sheet)
    const kept = this.#sheets.get(key)
    if (kept?.exact === true) return kept.image
    const address = strip.sheet.replace('{level}', String(level.level)).replace('{sheet}', String(sheet))
    const exact = kept !== undefined
    this.#flights.wish(`${key}${exact ? '' : ' draft'}`, async (signal) => {
      const image = await fetchImage(fromServer(exact ? address : `${address}&draft=1`), signal)
      if (this.#keep(key, image, exact)) film.there.set(key, { level, sheet })
    }, exact)
    return kept?.image
  }

  #keep(key: string, image: ImageBitmap, exact: boolean): boolean {
    const kept = this.#sheets.set(key, { image, exact }, image.width * image.height * 4)
    this.#arrived()
    return kept
  }

  *#there(film: Film): Iterable<{ level: StripLevel; sheet: number }> {
    for (const [key, place] of film.there) {
      if (this.#sheets.has(key)) yield place
      else film.there.delete(key)
    }
  }
}

/** The address names the bytes that a sheet is made of: one of bytes of before is never taken for one of those of now. */
const keyOf = (strip: Pick<Filmstrip, 'sheet'>, { level }: StripLevel, sheet: number): string => `${strip.sheet} ${level}/${sheet}`

function tileOf(strip: Filmstrip, image: ImageBitmap, index: number): Tile {
  const { x, y } = placeOnSheet(strip, index)
  return { image, x, y, width: strip.tile.width, height: strip.tile.height }
}

async function fetchImage(address: string, signal: AbortSignal): Promise<ImageBitmap> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new AppError('media_unsupported', `The server answered ${answer.status} to ${address}.`)
  return createImageBitmap(await answer.blob())
}
