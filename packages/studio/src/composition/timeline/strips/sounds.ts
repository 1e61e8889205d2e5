import { AppError } from '@lemouf/core/error'
import { fromServer } from '../../../server/client.ts'
import { ByteCache } from './byte-cache.ts'
import type { Flights } from './flights.ts'
import { extremes, HEAD_BYTES, peakLevelFor, PIECE, rangeOf, readHead, type PeakHead } from './peaks.ts'

const BUDGET = 24 * 1024 ** 2

/** The least and greatest sample of stretches as long as each other: two numbers a stretch, from −1 to 1. */
export type Wave = Float32Array

/** Waveforms from the server's peaks, of the level that the picture needs. What is not there is fetched, and `arrived` called. */
export class Sounds {
  readonly #flights: Flights
  readonly #arrived: () => void
  readonly #heads = new Map<string, PeakHead>()
  readonly #pieces = new ByteCache<Int8Array>(BUDGET, () => {})

  constructor(flights: Flights, arrived: () => void) {
    this.#flights = flights
    this.#arrived = arrived
  }

  nextRound(): void {
    this.#pieces.nextRound()
  }

  /** A medium has other bytes now. */
  forget(media: string): void {
    for (const [number, { pairs }] of this.#heads.get(media)?.levels.entries() ?? []) {
      for (let piece = 0; piece * PIECE < pairs; piece++) this.#pieces.delete(`peaks ${media} ${number}/${piece}`)
    }
    this.#heads.delete(media)
  }

  /** How many channels a medium's sound has; undefined until it is known. */
  channels(media: string): number | undefined {
    return this.#head(media)?.channels
  }

  /**
   * The wave of a channel, or of all together, from a second of the source on, in stretches of so many seconds. Of a coarser level
   * until what is needed is there; undefined when nothing is.
   */
  wave(media: string, channel: number | undefined, from: number, stretch: number, count: number): Wave | undefined {
    const head = this.#head(media)
    if (head === undefined) return undefined
    const samples = stretch * head.sampleRate
    const last = head.levels.length - 1
    for (let level = peakLevelFor(head, samples); level <= last; level++) {
      const wave = this.#waveOf(media, head, level, channel, from * head.sampleRate, samples, count)
      if (wave !== undefined) return wave
    }
    return undefined
  }

  #waveOf(media: string, head: PeakHead, number: number, channel: number | undefined, from: number, stretch: number, count: number): Wave | undefined {
    const level = head.levels[number]
    if (level === undefined) return undefined
    const pieces = this.#piecesOf(media, head, number, Math.floor(from / level.samples), Math.ceil((from + stretch * count) / level.samples))
    if (pieces === undefined) return undefined
    const wave = new Float32Array(count * 2)
    const out = { least: 0, most: 0 }
    for (let index = 0; index < count; index++) {
      const first = Math.max(0, Math.floor((from + index * stretch) / level.samples))
      // At least one pair, and no gap between two stretches.
      const end = Math.min(level.pairs, Math.max(first + 1, Math.ceil((from + (index + 1) * stretch) / level.samples)))
      if (first >= end) continue
      out.least = 127
      out.most = -127
      for (let piece = Math.floor(first / PIECE); piece * PIECE < end; piece++) {
        const pairs = pieces.get(piece)
        if (pairs !== undefined) extremes(pairs, head.channels, channel, Math.max(0, first - piece * PIECE), Math.min(PIECE, end - piece * PIECE), out)
      }
      if (out.least <= out.most) wave.set([out.least / 127, out.most / 127], index * 2)
    }
    return wave
  }

  /** The pieces that hold pairs [first, end) of a level, when all of them are there. */
  #piecesOf(media: string, head: PeakHead, number: number, first: number, end: number): ReadonlyMap<number, Int8Array> | undefined {
    const level = head.levels[number]
    if (level === undefined) return undefined
    const pieces = new Map<number, Int8Array>()
    const lastPair = Math.min(level.pairs, end) - 1
    let isWhole = true
    for (let piece = Math.max(0, Math.floor(first / PIECE)); piece * PIECE <= lastPair; piece++) {
      const key = `peaks ${media} ${number}/${piece}`
      const pairs = this.#pieces.get(key)
      if (pairs !== undefined) pieces.set(piece, pairs)
      else {
        isWhole = false
        this.#flights.wish(key, async (signal) => {
          const bytes = new Int8Array(await fetchRange(media, rangeOf(head, level, piece), signal))
          this.#pieces.set(key, bytes, bytes.byteLength)
          this.#arrived()
        })
      }
    }
    return isWhole ? pieces : undefined
  }

  #head(media: string): PeakHead | undefined {
    const head = this.#heads.get(media)
    if (head !== undefined) return head
    this.#flights.wish(`peaks ${media}`, async (signal) => {
      const read = readHead(await fetchRange(media, [0, HEAD_BYTES - 1], signal))
      if (read === undefined) throw new AppError('media_unsupported', `The server's peaks of ${media} are not of a version that this page reads.`)
      this.#heads.set(media, read)
      this.#arrived()
    })
    return undefined
  }
}

async function fetchRange(media: string, [first, last]: readonly [number, number], signal: AbortSignal): Promise<ArrayBuffer> {
  const answer = await fetch(fromServer(`/lemouf/media/${media}/peaks`), { signal, headers: { range: `bytes=${first}-${last}` } })
  if (!answer.ok) throw new AppError('media_unsupported', `The server answered ${answer.status} to a question for the peaks of ${media}.`)
  const bytes = await answer.arrayBuffer()
  // Some between us and the server do not know of ranges.
  return answer.status === 206 ? bytes : bytes.slice(first, last + 1)
}
