import { AudioBufferSink, type Input, type InputAudioTrack, type WrappedAudioBuffer } from 'mediabunny'
import { openInput } from '../reel.ts'
import { PAGE_SECONDS } from './pieces.ts'

/** Coded sound needs what was before to come out right. */
const RUN_UP = 0.1
const USUAL_RATE = 48_000

/** How the sound of a medium is got: read as it is needed, by the browser all at once, or not at all. */
export type TapeKind = 'read' | 'whole' | 'none'

/** The sound of a medium, page by page. */
export class Tape {
  readonly kind: TapeKind
  readonly #page: (page: number) => Promise<AudioBuffer | undefined>
  readonly #close: () => void

  private constructor(kind: TapeKind, page: (page: number) => Promise<AudioBuffer | undefined>, close: () => void = () => {}) {
    this.kind = kind
    this.#page = page
    this.#close = close
  }

  /** Opens a medium by its address. What cannot be read piece by piece is decoded as a whole by the browser; what that cannot either is silent. Throws where it cannot be read. */
  static async open(address: string, clockStart: number): Promise<Tape> {
    const input = openInput(address)
    const track = await readableTrack(input).catch((error: unknown) => {
      input.dispose()
      throw error
    })
    if (track !== undefined) {
      const sink = new AudioBufferSink(track)
      return new Tape('read', (page) => readPage(sink, page, clockStart), () => input.dispose())
    }
    input.dispose()
    const whole = await decodeWhole(address)
    return whole === undefined ? new Tape('none', () => Promise.resolve(undefined)) : new Tape('whole', (page) => Promise.resolve(cut(whole, page)))
  }

  /** A second of sound; undefined where there is none. */
  page(page: number): Promise<AudioBuffer | undefined> {
    return this.#page(page)
  }

  close(): void {
    this.#close()
  }
}

async function readableTrack(input: Input): Promise<InputAudioTrack | undefined> {
  if (!(await input.canRead())) return undefined
  const track = await input.getPrimaryAudioTrack()
  return track !== null && (await track.canDecode()) ? track : undefined
}

async function readPage(sink: AudioBufferSink, page: number, clockStart: number): Promise<AudioBuffer | undefined> {
  const begin = page * PAGE_SECONDS + clockStart
  const buffers: WrappedAudioBuffer[] = []
  for await (const wrapped of sink.buffers(Math.max(clockStart, begin - RUN_UP), begin + PAGE_SECONDS)) buffers.push(wrapped)
  return joined(buffers, begin)
}

/** Decoded bits laid where they belong in a page; what is before or after it, and nothing, is left out. */
function joined(buffers: readonly WrappedAudioBuffer[], begin: number): AudioBuffer | undefined {
  const [first] = buffers
  if (first === undefined) return undefined
  const { sampleRate, numberOfChannels } = first.buffer
  const page = new AudioBuffer({ numberOfChannels, length: Math.ceil(PAGE_SECONDS * sampleRate), sampleRate })
  for (const { buffer, timestamp } of buffers) {
    const at = Math.round((timestamp - begin) * sampleRate)
    for (let channel = 0; channel < Math.min(numberOfChannels, buffer.numberOfChannels); channel++) {
      const samples = buffer.getChannelData(channel)
      if (at + samples.length > 0 && at < page.length) page.copyToChannel(at < 0 ? samples.subarray(-at) : samples, channel, Math.max(0, at))
    }
  }
  return page
}

async function decodeWhole(address: string): Promise<AudioBuffer | undefined> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  try {
    return await new OfflineAudioContext(1, 1, USUAL_RATE).decodeAudioData(await answer.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function cut(whole: AudioBuffer, page: number): AudioBuffer | undefined {
  const from = Math.round(page * PAGE_SECONDS * whole.sampleRate)
  const length = Math.min(Math.ceil(PAGE_SECONDS * whole.sampleRate), whole.length - from)
  if (length <= 0) return undefined
  const cutOut = new AudioBuffer({ numberOfChannels: whole.numberOfChannels, length, sampleRate: whole.sampleRate })
  for (let channel = 0; channel < whole.numberOfChannels; channel++) cutOut.copyToChannel(whole.getChannelData(channel).subarray(from, from + length), channel)
  return cutOut
}
