/** A level of peaks: how many samples a pair stands for, and where its pairs are in the file. */
export interface PeakLevel {
  readonly samples: number
  readonly pairs: number
  readonly offset: number
}

/** What the head of a file of peaks says (docs/media.md). */
export interface PeakHead {
  readonly channels: number
  readonly sampleRate: number
  /** Of a channel, in the whole. */
  readonly samples: number
  /** Finest first. */
  readonly levels: readonly PeakLevel[]
}

const MAGIC = 0x4b_50_4d_4c
const FIXED = 24
const PER_LEVEL = 12
/** Bytes that hold the head of any file of peaks. */
export const HEAD_BYTES = 1024

/** Reads the head of a file of peaks; undefined for what is none, or of a version that is not known. */
export function readHead(bytes: ArrayBuffer): PeakHead | undefined {
  const view = new DataView(bytes)
  if (bytes.byteLength < FIXED || view.getUint32(0, true) !== MAGIC || view.getUint8(4) !== 1) return undefined
  const count = view.getUint8(6)
  if (bytes.byteLength < FIXED + count * PER_LEVEL) return undefined
  const levels = Array.from({ length: count }, (_, index): PeakLevel => {
    const at = FIXED + index * PER_LEVEL
    return { samples: view.getUint32(at, true), pairs: view.getUint32(at + 4, true), offset: view.getUint32(at + 8, true) }
  })
  return { channels: view.getUint8(5), sampleRate: view.getUint32(8, true), samples: view.getFloat64(16, true), levels }
}

/** The coarsest level with at least a pair for so many samples, so that nothing is lost and little is read; the finest where none has. */
export function peakLevelFor({ levels }: PeakHead, samples: number): number {
  const finer = levels.filter((level) => level.samples <= samples).length
  return Math.max(0, finer - 1)
}

/** Pairs in a piece that is asked for at once. */
export const PIECE = 8192

/** Pairs of a piece of a level, in bytes of the file: `[first, last]`, as a range request has them. */
export function rangeOf({ channels }: PeakHead, level: PeakLevel, piece: number): readonly [number, number] {
  const stride = channels * 2
  const first = piece * PIECE
  return [level.offset + first * stride, level.offset + Math.min(level.pairs, first + PIECE) * stride - 1]
}

/** The least and greatest of a channel, or of all where it is undefined, over pairs of a piece; from −127 to 127. Written to `out`, wider than what is in it. */
export function extremes(pairs: Int8Array, channels: number, channel: number | undefined, first: number, last: number, out: { least: number; most: number }): void {
  const stride = channels * 2
  const end = Math.min(last * stride, pairs.length)
  const [from, to] = channel === undefined ? [0, channels] : [channel, channel + 1]
  for (let at = Math.max(0, first) * stride; at < end; at += stride) {
    for (let of = from; of < to; of++) {
      const least = pairs[at + of * 2] ?? 0
      const most = pairs[at + of * 2 + 1] ?? 0
      if (least < out.least) out.least = least
      if (most > out.most) out.most = most
    }
  }
}
