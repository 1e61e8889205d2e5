import { HEAD_BYTES, peakLevelFor, readHead } from '../../timeline/strips/peaks.ts'
import { mediaAddress } from '../../media-place.ts'
import type { Resource } from './resource.ts'

/** Least and greatest sample of each column, −1..1, over a whole sound. */
export interface Wave {
  readonly least: Float32Array
  readonly most: Float32Array
}

/** So many columns are read of every sound: enough for the widest pane. */
const COLUMNS = 800
const waves = new Map<string, Promise<Wave | undefined>>()

/** The shape of a sound; undefined where it cannot be told. */
export function waveOf({ peaks, hash, storeId, missing }: Resource): Promise<Wave | undefined> {
  if (peaks === null || missing) return Promise.resolve(undefined)
  const key = `${storeId} ${hash}`
  const known = waves.get(key)
  if (known !== undefined) return known
  const wave = readWave(peaks, hash ?? '')
  waves.set(key, wave)
  // A server that did not answer is asked again next time.
  wave.catch(() => waves.delete(key))
  return wave
}

async function readWave(peaks: string, hash: string): Promise<Wave | undefined> {
  const first = await fetch(mediaAddress(peaks, hash), { headers: { range: `bytes=0-${HEAD_BYTES - 1}` } })
  const head = first.ok ? readHead(await first.arrayBuffer()) : undefined
  if (head === undefined) return undefined
  const level = peakLevelFor(head, head.samples / COLUMNS)
  const answer = await fetch(mediaAddress(peaks, hash, { level }))
  return answer.ok ? waveIn(new Int8Array(await answer.arrayBuffer()), head.channels, COLUMNS) : undefined
}

/** The pairs of a level over a number of columns, all channels together. */
export function waveIn(pairs: Int8Array, channels: number, columns: number): Wave {
  const count = Math.floor(pairs.length / (2 * channels))
  const [least, most] = [new Float32Array(columns), new Float32Array(columns)]
  for (let column = 0; column < columns; column++) {
    const from = Math.floor((column * count) / columns)
    const to = Math.max(from + 1, Math.floor(((column + 1) * count) / columns))
    for (let at = from * channels; at < Math.min(to, count) * channels; at++) {
      least[column] = Math.min(least[column] ?? 0, (pairs[2 * at] ?? 0) / 127)
      most[column] = Math.max(most[column] ?? 0, (pairs[2 * at + 1] ?? 0) / 127)
    }
  }
  return { least, most }
}
