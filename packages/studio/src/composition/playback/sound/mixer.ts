import type { Voice } from '@lemouf/core/timeline'
import { toSeconds } from '@lemouf/core/timeline'
import { levelsFrom, paceOf, PAGE_SECONDS, type Piece } from './pieces.ts'
import type { SoundLibrary } from './sound-library.ts'

interface Sounding {
  readonly source: AudioBufferSourceNode
  readonly edge: GainNode
  /** In the time of the context. */
  readonly ends: number
}

/** Sound that is cut off or begins in its middle is led in and out that fast, so that it does not click. */
const EDGE = 0.004
/** What a hand passes over sounds for so long. */
const GRAIN = 0.07
const GRAIN_EDGE = 0.012
const AHEAD = 0.008

/** Puts pieces of sound where they belong in the time of a context, and says which are there already. */
export class Mixer {
  readonly context: AudioContext
  readonly #library: SoundLibrary
  readonly #master: GainNode
  readonly #sounding = new Map<string, Sounding>()

  constructor(context: AudioContext, library: SoundLibrary) {
    this.context = context
    this.#library = library
    this.#master = context.createGain()
    this.#master.connect(context.destination)
  }

  set volume(volume: number) {
    this.#master.gain.setTargetAtTime(volume, this.context.currentTime, 0.01)
  }

  /**
   * Makes these pieces, and no others, sound from now on. `origin` is where the time of their course begins in that of the context. What
   * is not decoded yet is left out: ask again. Gives how many are.
   */
  play(pieces: readonly Piece[], origin: number): number {
    const keys = new Set(pieces.map(({ key }) => key))
    const now = this.context.currentTime
    for (const [key, sounding] of this.#sounding) {
      if (sounding.ends <= now) this.#sounding.delete(key)
      else if (!keys.has(key)) this.#end(key, sounding)
    }
    let waiting = 0
    for (const piece of pieces) {
      if (this.#sounding.has(piece.key) || origin + piece.since + piece.lasts <= now + AHEAD) continue
      const buffer = this.#library.page(piece.media, piece.page)
      if (buffer === undefined) waiting++
      else if (buffer !== null) this.#begin(piece, buffer, origin)
    }
    return waiting
  }

  /** Silence. */
  stop(): void {
    for (const [key, sounding] of this.#sounding) this.#end(key, sounding)
  }

  /** Whether what sounds at a moment is decoded; else it will be. */
  has({ media, source }: Voice): boolean {
    return this.#library.page(media, Math.floor(toSeconds(source) / PAGE_SECONDS)) !== undefined
  }

  /** Sounds what is at a moment, for a moment. */
  grain(voices: readonly Voice[]): void {
    for (const { clip, media, source, amplitude } of voices) {
      const at = toSeconds(source)
      const page = Math.floor(at / PAGE_SECONDS)
      const buffer = this.#library.page(media, page)
      if (buffer === undefined || buffer === null || amplitude === 0) continue
      const when = this.context.currentTime + AHEAD
      const { source: node, edge } = this.#node(buffer, paceOf(clip), [amplitude], { when, lasts: GRAIN })
      edge.gain.setValueAtTime(0, when)
      edge.gain.linearRampToValueAtTime(1, when + GRAIN_EDGE)
      edge.gain.setValueAtTime(1, when + GRAIN - GRAIN_EDGE)
      edge.gain.linearRampToValueAtTime(0, when + GRAIN)
      node.start(when, Math.min(at - page * PAGE_SECONDS, PAGE_SECONDS - GRAIN * paceOf(clip)), GRAIN * paceOf(clip))
    }
  }

  async close(): Promise<void> {
    this.stop()
    await this.context.close()
  }

  #begin(piece: Piece, buffer: AudioBuffer, origin: number): void {
    const due = origin + piece.since
    const when = Math.max(due, this.context.currentTime + AHEAD)
    const passed = when - due
    const lasts = piece.lasts - passed
    const { source, edge } = this.#node(buffer, piece.pace, levelsFrom(piece.levels, passed / piece.lasts), { when, lasts })
    if (passed > 0) {
      edge.gain.setValueAtTime(0, when)
      edge.gain.linearRampToValueAtTime(1, when + EDGE)
    }
    source.start(when, piece.offset + passed * piece.pace, lasts * piece.pace)
    this.#sounding.set(piece.key, { source, edge, ends: when + lasts })
  }

  #node(buffer: AudioBuffer, pace: number, levels: readonly number[], { when, lasts }: { when: number; lasts: number }): { source: AudioBufferSourceNode; edge: GainNode } {
    const source = this.context.createBufferSource()
    source.buffer = buffer
    source.playbackRate.value = pace
    const level = this.context.createGain()
    if (levels.length > 1) level.gain.setValueCurveAtTime(Float32Array.from(levels), when, Math.max(0.001, lasts))
    else level.gain.value = levels[0] ?? 1
    const edge = this.context.createGain()
    source.connect(level).connect(edge).connect(this.#master)
    source.onended = () => edge.disconnect()
    return { source, edge }
  }

  #end(key: string, { source, edge }: Sounding): void {
    const now = this.context.currentTime
    edge.gain.cancelScheduledValues(now)
    edge.gain.setValueAtTime(1, now)
    edge.gain.linearRampToValueAtTime(0, now + EDGE)
    source.stop(now + EDGE)
    this.#sounding.delete(key)
  }
}
