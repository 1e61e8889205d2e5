import { ADTS, EncodedPacketSink, FLAC, Input, MATROSKA, MP3, MP4, MPEG_TS, OGG, QTFF, UrlSource, VideoSampleSink, WAVE, WEBM, type InputVideoTrack, type VideoSample } from 'mediabunny'

const FORMATS = [MP4, QTFF, WEBM, MATROSKA, OGG, WAVE, MP3, FLAC, ADTS, MPEG_TS]
const RETRIES = 3

/** Opens a file on the server by ranges. Whoever opens it disposes of it. */
export function openInput(url: string): Input {
  const source = new UrlSource(url, {
    maxCacheSize: 16 * 1024 ** 2,
    getRetryDelay: (previous) => (previous < RETRIES ? 0.2 * 2 ** previous : null),
  })
  return new Input({ source, formats: FORMATS })
}

/**
 * A moment given with less than that before a frame begins means the frame: containers round the times of frames, the coarsest that
 * is usual (Matroska) to whole milliseconds.
 */
export const ROUNDED_BY = 0.0006

/** A film opened for its pictures. Times are seconds from the beginning of the file. */
export class Reel {
  readonly width: number
  readonly height: number
  readonly alpha: boolean
  readonly #input: Input
  readonly #sink: VideoSampleSink
  readonly #packets: EncodedPacketSink
  /** What the file's own clock shows at its beginning. */
  readonly #clockStart: number

  private constructor(input: Input, track: InputVideoTrack, shape: { width: number; height: number; alpha: boolean }, clockStart: number) {
    this.#input = input
    this.#sink = new VideoSampleSink(track)
    this.#packets = new EncodedPacketSink(track)
    this.#clockStart = clockStart
    this.width = shape.width
    this.height = shape.height
    this.alpha = shape.alpha
  }

  /** Undefined where this browser cannot decode it; throws where it cannot be read. */
  static async open(url: string, clockStart: number): Promise<Reel | undefined> {
    const input = openInput(url)
    const opened = await Reel.#of(input, clockStart).catch((error: unknown) => {
      input.dispose()
      throw error
    })
    if (opened === undefined) input.dispose()
    return opened
  }

  static async #of(input: Input, clockStart: number): Promise<Reel | undefined> {
    if (typeof VideoDecoder === 'undefined' || !(await input.canRead())) return undefined
    const track = await input.getPrimaryVideoTrack()
    if (track === null || !(await track.canDecode())) return undefined
    const [width, height, alpha] = await Promise.all([track.getDisplayWidth(), track.getDisplayHeight(), track.canBeTransparent()])
    return new Reel(input, track, { width, height, alpha }, clockStart)
  }

  /** Frames from the one that is seen at a moment on. Each is to be closed by whoever takes it. */
  run(from: number): Run {
    return new Run(this.#sink.samples(from + ROUNDED_BY + this.#clockStart), this.#clockStart, from)
  }

  /** The one frame that is seen at a moment, of a film whose frames tell truly how long they last. To be closed by whoever takes it. */
  async frameAt(at: number): Promise<Shot | undefined> {
    const sample = await this.#sink.getSample(at + ROUNDED_BY + this.#clockStart)
    if (sample === null) return undefined
    const from = sample.timestamp - this.#clockStart - ROUNDED_BY
    // The last one is seen also after it.
    return { sample, from: Math.min(from, at), to: Math.max(from + sample.duration, at + ROUNDED_BY) }
  }

  /** Where decoding has to begin for the frame of a moment; before everything where that is the beginning. */
  async keyBefore(at: number): Promise<number> {
    const packet = await this.#packets.getKeyPacket(at + ROUNDED_BY + this.#clockStart, { metadataOnly: true })
    return packet === null ? Number.NEGATIVE_INFINITY : packet.timestamp - this.#clockStart - ROUNDED_BY
  }

  close(): void {
    this.#input.dispose()
  }
}

/** A frame, seen from a moment until just before another; the first from the beginning of time and the last to its end. */
export interface Shot {
  readonly sample: VideoSample
  readonly from: number
  readonly to: number
}

/** Frames of a film one after the other, by a decoder that is open as long as this is. */
export class Run {
  /** Until where it has been read: what comes next begins there. */
  position: number
  readonly #samples: AsyncGenerator<VideoSample, void, unknown>
  readonly #clockStart: number
  /** The frame after the one given last: it tells until when that one is seen. */
  #next: VideoSample | undefined
  #begun = false
  #closed = false

  constructor(samples: AsyncGenerator<VideoSample, void, unknown>, clockStart: number, position: number) {
    this.#samples = samples
    this.#clockStart = clockStart
    this.position = position
  }

  /** The next frame; undefined after the last one, and once it is closed. */
  async next(): Promise<Shot | undefined> {
    const begins = !this.#begun
    if (begins) {
      this.#begun = true
      this.#next = await this.#pull()
    }
    const sample = this.#next
    if (sample === undefined) return undefined
    this.#next = await this.#pull()
    if (this.#closed) {
      sample.close()
      return undefined
    }
    const begin = this.#timeOf(sample)
    const from = begins ? Math.min(begin, this.position) : begin
    this.position = this.#next === undefined ? Number.POSITIVE_INFINITY : this.#timeOf(this.#next)
    return { sample, from, to: this.position }
  }

  /** Closes the decoder and every frame that was not given. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#next?.close()
    this.#next = undefined
    await this.#samples.return()
  }

  async #pull(): Promise<VideoSample | undefined> {
    const { value, done } = await this.#samples.next()
    if (done === true || value === undefined) return undefined
    if (!this.#closed) return value
    value.close()
    return undefined
  }

  /** Frames begin on time that the container has rounded; it is taken off again, so that moments on the very edge are the frame's own. */
  #timeOf(sample: VideoSample): number {
    return sample.timestamp - this.#clockStart - ROUNDED_BY
  }
}
