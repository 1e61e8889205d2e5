/** A picture that is held, with the stretch of its film in which it is seen. Seconds. */
export interface Held<P> {
  readonly reel: string
  readonly from: number
  readonly to: number
  readonly picture: P
  readonly bytes: number
}

/** Where a reel is looked at, and which way that moves. */
export interface Gaze {
  readonly at: number
  /** 1 forwards, -1 backwards. */
  readonly direction: 1 | -1
  /** Any clock that goes forwards. */
  readonly when: number
}

/** What lies behind is that much less likely to be seen again than what lies ahead. */
const BEHIND = 4
/** A reel that was not looked at for so long, by the same clock, gives its pictures away first. */
const FORGOTTEN_MS = 2000

/** Pictures of films, up to a number of bytes. Reels that nobody looks at give theirs away first, then those go that lie far behind the direction of travel. */
export class FrameCache<P> {
  readonly #reels = new Map<string, Held<P>[]>()
  readonly #gazes = new Map<string, Gaze>()
  readonly #limit: number
  readonly #gone: (picture: P) => void
  #bytes = 0

  constructor(limit: number, gone: (picture: P) => void) {
    this.#limit = limit
    this.#gone = gone
  }

  get bytes(): number {
    return this.#bytes
  }

  /** Says where a reel is looked at. */
  look(reel: string, gaze: Gaze): void {
    this.#gazes.set(reel, gaze)
  }

  /** The picture of a moment. */
  find(reel: string, at: number): Held<P> | undefined {
    const held = this.#reels.get(reel)
    const found = held?.[lastFrom(held, at)]
    return found !== undefined && at < found.to ? found : undefined
  }

  /** The picture that is closest to a moment. */
  nearest(reel: string, at: number): Held<P> | undefined {
    const held = this.#reels.get(reel) ?? []
    const index = lastFrom(held, at)
    const [before, after] = [held[index], held[index + 1]]
    if (before === undefined || after === undefined) return before ?? after
    return at - before.to <= after.from - at ? before : after
  }

  /** The first moment from one until another for which there is no picture; undefined where there is one for all. */
  firstMissing(reel: string, from: number, until: number): number | undefined {
    let at = from
    while (at <= until) {
      const found = this.find(reel, at)
      if (found === undefined) return at
      at = found.to
    }
    return undefined
  }

  /** As {@link firstMissing}, backwards from a moment down to an earlier one. */
  lastMissing(reel: string, from: number, until: number): number | undefined {
    let at = from
    while (at >= until) {
      const found = this.find(reel, at)
      if (found === undefined) return at
      if (found.from <= until) return undefined
      at = found.from - 1e-6
    }
    return undefined
  }

  /** Holds a picture; one that is held for the same moment goes. */
  put(entry: Held<P>): void {
    const held = this.#reels.get(entry.reel) ?? []
    this.#reels.set(entry.reel, held)
    const same = this.find(entry.reel, entry.from)
    if (same !== undefined) this.#drop(same)
    held.splice(lastFrom(held, entry.from) + 1, 0, entry)
    this.#bytes += entry.bytes
    while (this.#bytes > this.#limit) {
      const victim = this.#victim(entry)
      if (victim === undefined) return
      this.#drop(victim)
    }
  }

  /** Gives all pictures of a reel away. */
  forget(reel: string): void {
    const held = this.#reels.get(reel) ?? []
    this.#reels.delete(reel)
    for (const { bytes, picture } of held) {
      this.#bytes -= bytes
      this.#gone(picture)
    }
    this.#gazes.delete(reel)
  }

  clear(): void {
    for (const reel of this.#reels.keys()) this.forget(reel)
  }

  #drop(entry: Held<P>): void {
    const held = this.#reels.get(entry.reel) ?? []
    held.splice(held.indexOf(entry), 1)
    this.#bytes -= entry.bytes
    this.#gone(entry.picture)
  }

  /** What has just come and what is being seen never goes. */
  #victim(arrival: Held<P>): Held<P> | undefined {
    let worst: Held<P> | undefined
    let most = Number.NEGATIVE_INFINITY
    const now = Math.max(0, ...[...this.#gazes.values()].map(({ when }) => when))
    for (const [reel, held] of this.#reels) {
      const gaze = this.#gazes.get(reel)
      for (const entry of held) {
        const value = entry === arrival ? Number.NEGATIVE_INFINITY : remoteness(entry, gaze, now)
        if (value > most) [most, worst] = [value, entry]
      }
    }
    return worst
  }
}

function remoteness({ from, to }: Pick<Held<unknown>, 'from' | 'to'>, gaze: Gaze | undefined, now: number): number {
  if (gaze === undefined) return Number.MAX_VALUE
  const idle = now - gaze.when > FORGOTTEN_MS ? now - gaze.when : 0
  if (from <= gaze.at && gaze.at < to) return idle === 0 ? Number.NEGATIVE_INFINITY : idle
  const isAhead = gaze.direction === 1 ? from > gaze.at : to <= gaze.at
  const distance = from > gaze.at ? from - gaze.at : gaze.at - to
  return idle * 1000 + distance * (isAhead ? 1 : BEHIND)
}

/** Index of the last one that begins by a moment; -1 where none does. */
function lastFrom(held: readonly { readonly from: number }[], at: number): number {
  let [low, high] = [0, held.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((held[middle]?.from ?? at) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}
