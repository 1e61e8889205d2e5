import type { CanvasPool, Picture } from './canvas-pool.ts'
import type { FrameCache } from './frame-cache.ts'
import type { Reel, Run, Shot } from './reel.ts'

/** What is to be there of a film: the frame of a moment, and those around it in the direction of travel. Seconds of the film. */
export interface Wish {
  readonly at: number
  readonly direction: 1 | -1
  /** How far in that direction to be ready. */
  readonly lead: number
  /** How fast it is played, against its own speed; 0 where it is not. */
  readonly pace: number
}

/** A film that pictures are wished of; they come to be in the cache under its key. */
export interface FilmLike {
  readonly key: string
  /** Of its pictures, in pixels. */
  readonly width: number
  /** Wishes for frames in the name of somebody whose next wish replaces this one. `hasty` gives up what is being read for the last one. */
  readonly want: (who: string, wish: Wish, now: number, hasty: boolean) => void
  /** Open decoders with when they were last asked, and whether they are at work, for whoever has to close some. */
  readonly decoders: readonly Decoder[]
  /** Whether a wish of somebody would open a decoder. */
  readonly opens: (who: string, wish: Wish) => boolean
  readonly release: (who: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface Decoder {
  readonly who: string
  readonly askedAt: number
  readonly busy: boolean
}

interface Reader {
  wish: Wish
  /** When it was last asked for something. */
  askedAt: number
  run: Run | undefined
  /** Where the run that has not given anything yet begins. */
  begunAt: number | undefined
  busy: boolean
  /** How many frames were read for one wish: something that cannot be fulfilled is not tried for ever. */
  reads: number
}

/** Going backwards, that much is read at once. */
const CHUNK = 0.4
/** A reader that nobody asked for so long may be given to somebody else. */
const IDLE_MS = 400
const MOST_READS = 400

export interface FilmHooks {
  readonly arrived: () => void
  /** A reader has done all that it was asked. */
  readonly rested: () => void
  readonly failed: (error: unknown) => void
}

export interface FilmMeans {
  readonly cache: FrameCache<Picture>
  readonly pool: CanvasPool
  /** A keyframe every few frames, each of which tells truly how long it lasts: for one that is wished for alone no more than that is decoded. */
  readonly isSmall: boolean
}

/** The pictures of one reel: reads what is wished for into the cache. Who looks at several places of it at once has a reader for each. */
export class Film implements FilmLike {
  readonly key: string
  readonly reel: Reel
  readonly #cache: FrameCache<Picture>
  readonly #pool: CanvasPool
  readonly #isSmall: boolean
  readonly #hooks: FilmHooks
  readonly #readers = new Map<string, Reader>()
  #closed = false

  constructor(key: string, reel: Reel, { cache, pool, isSmall }: FilmMeans, hooks: FilmHooks) {
    this.key = key
    this.reel = reel
    this.#cache = cache
    this.#pool = pool
    this.#isSmall = isSmall
    this.#hooks = hooks
  }

  get width(): number {
    return this.reel.width
  }

  want(who: string, wish: Wish, now: number, hasty: boolean): void {
    const reader = this.#readers.get(who) ?? this.#adopt(who, wish, now)
    reader.wish = wish
    reader.askedAt = now
    reader.reads = 0
    if (!reader.busy) void this.#drive(reader)
    else if (hasty && reader.begunAt !== undefined && wish.direction === 1 && wish.at < reader.begunAt) void this.#stop(reader)
  }

  get decoders(): readonly Decoder[] {
    return [...this.#readers].filter(([, { run, busy }]) => run !== undefined || busy).map(([who, { askedAt, busy }]) => ({ who, askedAt, busy }))
  }

  opens(who: string, wish: Wish): boolean {
    const reader = this.#readers.get(who)
    return reader?.run === undefined && reader?.busy !== true && this.#missing(wish) !== undefined
  }

  async release(who: string): Promise<void> {
    const reader = this.#readers.get(who)
    this.#readers.delete(who)
    if (reader !== undefined) await this.#stop(reader)
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#readers.keys()].map((who) => this.release(who)))
    this.#cache.forget(this.key)
    this.reel.close()
  }

  /** A reader that nobody needs and that is just before what is wished for, as after a cut within a film; else a new one. */
  #adopt(who: string, wish: Wish, now: number): Reader {
    const idle = [...this.#readers].find(([, { run, askedAt }]) => run !== undefined && now - askedAt > IDLE_MS && run.position <= wish.at && wish.at < run.position + 1)
    if (idle !== undefined) this.#readers.delete(idle[0])
    const reader = idle?.[1] ?? { wish, askedAt: now, run: undefined, begunAt: undefined, busy: false, reads: 0 }
    this.#readers.set(who, reader)
    return reader
  }

  async #drive(reader: Reader): Promise<void> {
    reader.busy = true
    try {
      for (let missing = this.#missing(reader.wish); missing !== undefined && !this.#closed && this.#owns(reader); missing = this.#missing(reader.wish)) {
        if (reader.reads++ > MOST_READS || !(await this.#read(reader, missing))) break
      }
    } catch (error) {
      // A run that has failed gives nothing more.
      await this.#stop(reader)
      if (!this.#closed) this.#hooks.failed(error)
    } finally {
      reader.busy = false
    }
    if (!this.#closed) this.#hooks.rested()
  }

  #owns(reader: Reader): boolean {
    return this.#readers.values().some((one) => one === reader)
  }

  /** From where to read next. */
  #missing({ at, direction, lead }: Wish): number | undefined {
    if (direction === 1) return this.#cache.firstMissing(this.key, at, at + lead)
    const last = this.#cache.lastMissing(this.key, at, Math.max(0, at - lead))
    return last === undefined ? undefined : Math.max(0, last - CHUNK)
  }

  /** Reads one frame; false where there is none. */
  async #read(reader: Reader, from: number): Promise<boolean> {
    if (this.#isSmall && reader.wish.lead === 0 && reader.wish.direction === 1 && (await this.#readAlone(reader, from))) return true
    const run = await this.#runAt(reader, from)
    const shot = await run.next()
    reader.begunAt = undefined
    if (shot === undefined) {
      // What was stopped for another wish goes on with that.
      const isStopped = reader.run !== run
      if (!isStopped) await this.#stop(reader)
      return isStopped
    }
    this.#take(shot, this.#isWanted(reader.wish, shot))
    return true
  }

  /** As `#read`, without running on; false before the first frame. What a hand has left meanwhile is shown all the same: it may move for long. */
  async #readAlone(reader: Reader, at: number): Promise<boolean> {
    await this.#stop(reader)
    const shot = await this.reel.frameAt(at)
    if (shot !== undefined) this.#take(shot, true)
    return shot !== undefined
  }

  #take(shot: Shot, isWanted: boolean): void {
    try {
      if (!isWanted || this.#closed) return
      const picture = this.#pool.draw(shot.sample, this.reel)
      this.#cache.put({ reel: this.key, from: shot.from, to: shot.to, picture, bytes: picture.bytes })
      this.#hooks.arrived()
    } finally {
      shot.sample.close()
    }
  }

  /** Frames on the way to what is wished for are not worth being drawn. */
  #isWanted({ at, direction }: Wish, { from, to }: { from: number; to: number }): boolean {
    return (direction === 1 ? to > at : from <= at) && this.#cache.find(this.key, from) === undefined
  }

  async #runAt(reader: Reader, from: number): Promise<Run> {
    const { run } = reader
    if (run !== undefined && run.position <= from + 1e-6) {
      const key = from - run.position < 0.1 ? run.position : await this.reel.keyBefore(from)
      if (key <= run.position + 1e-6 && reader.run === run) return run
    }
    await this.#stop(reader)
    const fresh = this.reel.run(from)
    reader.run = fresh
    reader.begunAt = from
    return fresh
  }

  async #stop(reader: Reader): Promise<void> {
    const { run } = reader
    reader.run = undefined
    await run?.close()
  }
}
