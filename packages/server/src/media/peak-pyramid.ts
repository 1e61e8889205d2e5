/** Samples of one channel that a pair of the finest level stands for. */
const FINEST = 256
const FACTOR = 4
const HEADER = 24
const LEVEL_HEADER = 12
const MAGIC = 'LMPK'
const VERSION = 1

/** Pairs of one level, least and greatest, of channel after channel; grows as they come. */
class Level {
  #pairs = new Int8Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.#pairs.length) {
      const larger = new Int8Array(this.#pairs.length * 2)
      larger.set(this.#pairs)
      this.#pairs = larger
    }
    this.#pairs[this.length++] = value
  }

  get bytes(): Int8Array {
    return this.#pairs.subarray(0, this.length)
  }
}

/**
 * The least and the greatest sample of every stretch of sound, in levels of 256 · 4^k samples, as signed bytes.
 *
 * As bytes, all little endian: `LMPK`, version (u8: 1), channels (u8), levels (u8), 0 (u8), sample rate (u32), 0 (u32), samples of a channel (f64);
 * then for each level, finest first, samples a pair (u32), pairs of a channel (u32), offset in the file (u32); then the levels, each pair after pair in time,
 * in each for channel after channel two signed bytes: least (rounded down) and greatest (rounded up) of 127. The last pair may stand for fewer samples.
 */
export class PeakPyramid {
  readonly #rate: number
  readonly #channels: number
  readonly #low: Int32Array
  readonly #high: Int32Array
  readonly #finest = new Level()
  /** Samples of all channels that have come. */
  #samples = 0
  /** A sample of two bytes may be cut between pieces. */
  #rest: Buffer = Buffer.alloc(0)

  constructor(rate: number, channels: number) {
    this.#rate = rate
    this.#channels = channels
    this.#low = new Int32Array(channels).fill(32_767)
    this.#high = new Int32Array(channels).fill(-32_768)
  }

  /** Takes samples of 16 bit, little endian, channel after channel. */
  add(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const whole = bytes.length & ~1
    this.#rest = bytes.subarray(whole)
    const low = this.#low
    const high = this.#high
    for (let at = 0; at < whole; at += 2) {
      const channel = this.#samples % this.#channels
      const value = bytes.readInt16LE(at)
      if (value < (low[channel] as number)) low[channel] = value
      if (value > (high[channel] as number)) high[channel] = value
      this.#samples++
      if (this.#samples % (FINEST * this.#channels) === 0) this.#flush()
    }
  }

  #flush(): void {
    for (let channel = 0; channel < this.#channels; channel++) {
      this.#finest.push((this.#low[channel] as number) >> 8)
      this.#finest.push(Math.min(127, Math.ceil((this.#high[channel] as number) / 256)))
    }
    this.#low.fill(32_767)
    this.#high.fill(-32_768)
  }

  /** The pyramid as bytes. Nothing can be added then. */
  encode(): Buffer {
    const samples = Math.floor(this.#samples / this.#channels)
    if (samples % FINEST !== 0) this.#flush()
    const levels: Int8Array[] = [this.#finest.bytes]
    for (let last = this.#finest.bytes; last.length > this.#channels * 2; levels.push(last)) last = this.#coarser(last)
    const head = Buffer.alloc(HEADER + levels.length * LEVEL_HEADER)
    head.write(MAGIC, 0, 'latin1')
    head.set([VERSION, this.#channels, levels.length, 0], 4)
    head.writeUInt32LE(this.#rate, 8)
    head.writeDoubleLE(samples, 16)
    let offset = head.length
    for (const [index, level] of levels.entries()) {
      const at = HEADER + index * LEVEL_HEADER
      head.writeUInt32LE(FINEST * FACTOR ** index, at)
      head.writeUInt32LE(level.length / (2 * this.#channels), at + 4)
      head.writeUInt32LE(offset, at + 8)
      offset += level.length
    }
    return Buffer.concat([head, ...levels.map((level) => Buffer.from(level.buffer, level.byteOffset, level.length))])
  }

  #coarser(finer: Int8Array): Int8Array {
    const width = this.#channels * 2
    const pairs = finer.length / width
    const level = new Int8Array(Math.ceil(pairs / FACTOR) * width)
    for (let pair = 0; pair < pairs; pair++) {
      const to = Math.floor(pair / FACTOR) * width
      for (let at = 0; at < width; at++) {
        const value = finer[pair * width + at] as number
        const so = level[to + at] as number
        const first = pair % FACTOR === 0
        level[to + at] = first ? value : at % 2 === 0 ? Math.min(so, value) : Math.max(so, value)
      }
    }
    return level
  }
}

/** Where a level's pairs are in the bytes of a pyramid. */
export interface LevelPlace {
  readonly samplesPerPair: number
  readonly pairs: number
  readonly offset: number
  readonly length: number
}

/** The levels of a pyramid, of its first bytes (1 KB is enough). */
export function levelsOf(head: Buffer): readonly LevelPlace[] {
  const channels = head.readUInt8(5)
  return Array.from({ length: head.readUInt8(6) }, (_unused, index) => {
    const at = HEADER + index * LEVEL_HEADER
    const pairs = head.readUInt32LE(at + 4)
    return { samplesPerPair: head.readUInt32LE(at), pairs, offset: head.readUInt32LE(at + 8), length: pairs * channels * 2 }
  })
}
