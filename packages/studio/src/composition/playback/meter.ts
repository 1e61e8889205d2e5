import type { Quality } from './adaptive.ts'

/** How playing goes, since it began. */
export interface Stats {
  /** Frames of the composition that were shown in time. */
  readonly shown: number
  /** Frames that were skipped. */
  readonly dropped: number
  /** Frames for which a picture stood in. */
  readonly late: number
  readonly quality: Quality
  /** What leads: the sound that is heard, or the system's clock for want of it. */
  readonly clock: 'sound' | 'system'
}

/** Counts frames of playing at a rate. */
export class Meter {
  #last: number | undefined
  #shown = 0
  #dropped = 0
  #late = 0

  get counts(): Pick<Stats, 'shown' | 'dropped' | 'late'> {
    return { shown: this.#shown, dropped: this.#dropped, late: this.#late }
  }

  /** Where it goes on from somewhere else nothing was skipped. */
  jump(): void {
    this.#last = undefined
  }

  /** A frame is up. At a rate beyond 1 only every so many-th can be. `wasLate` says whether a picture had to be stood in for since the last one. */
  see(frame: number, rate: number, wasLate: boolean): void {
    if (frame === this.#last) return
    // Against the direction it goes only where it begins anew.
    const passed = this.#last === undefined ? 0 : (frame - this.#last) * Math.sign(rate)
    const skipped = passed / Math.max(1, Math.abs(rate))
    this.#dropped += Math.max(0, Math.round(skipped) - 1)
    if (wasLate) this.#late++
    else this.#shown++
    this.#last = frame
  }
}
