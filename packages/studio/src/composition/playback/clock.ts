/** As much of an AudioContext as tells the time. */
export interface SoundClock {
  readonly state: string
  readonly currentTime: number
  readonly outputLatency?: number
  readonly getOutputTimestamp?: () => { readonly contextTime?: number; readonly performanceTime?: number }
}

/** Sound that has not moved for so long does not lead. */
const STALLED_MS = 400
/** A device's own stamp that is further than this from what the context tells is of another life of it. Seconds. */
const TOLERANCE = 0.25

/**
 * The time that playing goes by, in seconds: that of the sound as it is heard. Where there is no sound, or it stands still, the system's
 * clock leads in its place. It never jumps and never goes back, also when another one takes the lead.
 */
export class Clock {
  readonly #performance: () => number
  #sound: SoundClock | undefined
  #seen = Number.NaN
  #movedAt = 0
  #leads: 'sound' | 'system' = 'system'
  /** What is added to the time of the one that leads. */
  #shift = 0
  #last = 0
  #turns = 0

  /** `performance` tells milliseconds. */
  constructor(performance: () => number) {
    this.#performance = performance
    this.#shift = -performance() / 1000
  }

  /** Which of them leads. */
  get leads(): 'sound' | 'system' {
    return this.#leads
  }

  /** Counts how often the lead has changed: what was scheduled in the context before then no longer fits. */
  get turns(): number {
    return this.#turns
  }

  /** From now on it goes by this sound, as soon as that moves. */
  follow(sound: SoundClock): void {
    this.#sound = sound
    this.#seen = sound.currentTime
    this.#movedAt = Number.NEGATIVE_INFINITY
  }

  now(): number {
    const system = this.#performance()
    const heard = this.#heard(system)
    this.#lead(heard === undefined ? 'system' : 'sound', heard, system)
    const time = (heard ?? system / 1000) + this.#shift
    this.#last = Math.max(this.#last, time)
    return this.#last
  }

  /** When something has to begin in the context to be heard at a time of this clock; undefined while sound does not lead. */
  inContext(time: number): number | undefined {
    return this.#leads === 'sound' ? time - this.#shift : undefined
  }

  /** The earliest time at which something that is scheduled now can be heard. */
  soonest(): number {
    const now = this.now()
    return this.#leads === 'sound' && this.#sound !== undefined ? Math.max(now, this.#sound.currentTime + this.#shift) : now
  }

  /** Hands the lead over so that time goes on where it is. */
  #lead(next: 'sound' | 'system', heard: number | undefined, system: number): void {
    if (next === this.#leads) return
    const now = this.#leads === 'system' ? system / 1000 + this.#shift : this.#last
    this.#shift = Math.max(now, this.#last) - (heard ?? system / 1000)
    this.#leads = next
    this.#turns++
  }

  #heard(system: number): number | undefined {
    const sound = this.#sound
    if (sound === undefined || sound.state !== 'running') return undefined
    if (sound.currentTime !== this.#seen) {
      this.#movedAt = system
      this.#seen = sound.currentTime
    }
    return system - this.#movedAt > STALLED_MS ? undefined : heardTime(sound, system)
  }
}

/** What is heard at this moment: by the device's own stamp, carried on, else by the latency that the context tells. */
function heardTime(sound: SoundClock, system: number): number {
  const stamp = sound.getOutputTimestamp?.()
  const latency = sound.outputLatency ?? 0
  const told = sound.currentTime - latency
  if (stamp?.contextTime === undefined || stamp.performanceTime === undefined || stamp.performanceTime <= 0 || stamp.contextTime <= 0) return told
  const carried = stamp.contextTime + (system - stamp.performanceTime) / 1000
  return Math.abs(carried - told) < TOLERANCE ? carried : told
}
