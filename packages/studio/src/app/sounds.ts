import type { Change } from '@lemouf/core/protocol'

/** What is worth a sound: a result waits for its person, a loop is complete, a loop has failed. */
export const SOUNDS = ['waits', 'complete', 'failed'] as const
export type Sound = (typeof SOUNDS)[number]

/** What to play of a change, given the loop's status before it where that is known. In a hidden page every new result is told, in a visible one only the first to wait. */
export function soundOf({ loop, events }: Pick<Change, 'loop' | 'events'>, before: Change['loop']['status'] | undefined, isHidden: boolean): Sound | undefined {
  const has = (...types: readonly string[]): boolean => events.some(({ type }) => types.includes(type))
  const { status } = loop
  if (status === 'waiting') return has('attemptReturned') && (isHidden || before !== status) ? 'waits' : undefined
  if (status === before) return undefined
  if (status === 'complete') return has('decided', 'attemptReturned') ? 'complete' : undefined
  return status === 'failed' && has('attemptFailed') ? 'failed' : undefined
}

interface Note {
  /** Hertz. */
  readonly pitch: number
  /** Seconds from the beginning, and how long. */
  readonly at: number
  readonly lasts: number
}

const [A4, C5, E5, A5] = [440, 523.25, 659.25, 880] as const
const TUNES: Readonly<Record<Sound, readonly Note[]>> = {
  waits: [{ pitch: E5, at: 0, lasts: 0.18 }, { pitch: A5, at: 0.1, lasts: 0.28 }],
  complete: [{ pitch: A4, at: 0, lasts: 0.18 }, { pitch: C5, at: 0.1, lasts: 0.18 }, { pitch: E5, at: 0.2, lasts: 0.18 }, { pitch: A5, at: 0.3, lasts: 0.4 }],
  failed: [{ pitch: A4, at: 0, lasts: 0.22 }, { pitch: A4 / 2, at: 0.16, lasts: 0.36 }],
}
const LOUDNESS = 0.12
const ATTACK_S = 0.012
/** What an exponential fall ends at: it never reaches nothing. */
const SILENCE = 0.0001
const REST_MS = 1000

export interface Player {
  /** Plays at most one sound a second, and none while the browser allows none. Gives whether it is heard. */
  readonly play: (sound: Sound) => boolean
  /** To be called in a gesture of the person: only then a browser lets a page sound. */
  readonly wake: () => Promise<void>
}

/** Short tones made by the browser itself; `now` counts milliseconds. */
export function createPlayer(open: () => AudioContext = () => new AudioContext(), now: () => number = () => performance.now()): Player {
  let audio: AudioContext | undefined
  let quietUntil = -Infinity
  return {
    wake: async () => {
      audio ??= open()
      if (audio.state === 'suspended') await audio.resume()
    },
    play: (sound) => {
      if (audio?.state !== 'running' || now() < quietUntil) return false
      quietUntil = now() + REST_MS
      for (const note of TUNES[sound]) playNote(audio, note)
      return true
    },
  }
}

function playNote(audio: AudioContext, { pitch, at, lasts }: Note): void {
  const begin = audio.currentTime + at
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = pitch
  volume.gain.setValueAtTime(SILENCE, begin)
  volume.gain.exponentialRampToValueAtTime(LOUDNESS, begin + ATTACK_S)
  volume.gain.exponentialRampToValueAtTime(SILENCE, begin + lasts)
  tone.connect(volume).connect(audio.destination)
  tone.start(begin)
  tone.stop(begin + lasts)
}
