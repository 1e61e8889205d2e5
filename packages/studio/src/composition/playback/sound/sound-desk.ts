import { sceneAt, ticks, TICKS_PER_SECOND, toSeconds, type Project, type Ticks, type Voice } from '@lemouf/core/timeline'
import { Clock } from '../clock.ts'
import { stretchesOf, type Course } from '../course.ts'
import { storeIdOf } from '../../media-place.ts'
import type { Notices } from '../notices.ts'
import { Mixer } from './mixer.ts'
import { PAGE_SECONDS, piecesOf, type Piece } from './pieces.ts'
import { SoundLibrary } from './sound-library.ts'

/** Sound is put in place that far ahead: beyond what a busy page or a tab in the background may be late by. Seconds. */
const AHEAD = 1.4
/** Faster than this nothing can be understood: bits are heard instead, as under a hand. */
export const FASTEST_SOUND = 2
/** A context that was asked to run and does not. */
const PATIENCE_MS = 1000
const GRAIN_APART_MS = 80

/** All that is heard of a composition, and the clock that it gives. */
export class SoundDesk {
  readonly clock = new Clock(() => performance.now())
  readonly #library: SoundLibrary
  readonly #notices: Notices
  #mixer: Mixer | undefined
  #volume = 1
  #turns = 0
  /** Counts passages of a hand: what comes after the end of one is not heard. */
  #passage = 0
  #grainAt = 0
  #closed = false

  constructor(notices: Notices) {
    this.#notices = notices
    this.#library = new SoundLibrary({
      noticed: (media, kind) => notices.tell(kind === 'whole' ? 'wholeSound' : 'noSound', media),
      failed: (media, error) => notices.failed(media, error),
      mended: (media) => notices.mended(media),
    })
  }

  set volume(volume: number) {
    this.#volume = volume
    if (this.#mixer !== undefined) this.#mixer.volume = volume
  }

  /** Has sound run; to be called while a person presses something, or browsers refuse it. Resolves when it does, or when it will not soon. */
  async wake(sampleRate: number): Promise<void> {
    const { context } = (this.#mixer ??= this.#open(sampleRate))
    if (context.state === 'running' || this.#closed) return
    const patience = new Promise<void>((resolve) => { setTimeout(resolve, PATIENCE_MS) })
    // What is refused, or closed meanwhile, does not run either.
    await Promise.race([context.resume().catch(() => patience), patience])
    if ((context.state as string) !== 'running' && !this.#closed) this.#notices.tell('suspended')
  }

  /** Brings what is heard at a moment and shortly after it. */
  async warm(project: Project, at: Ticks): Promise<void> {
    const { voices } = sceneAt(project, at)
    const pages = voices.flatMap(({ media, source }) => {
      const page = Math.floor(toSeconds(source) / PAGE_SECONDS)
      const isNearTurn = toSeconds(source) / PAGE_SECONDS - page > 0.7
      return isNearTurn ? [{ media, page }, { media, page: page + 1 }] : [{ media, page }]
    })
    await Promise.all(pages.map(({ media, page }) => this.#library.load(media, page)))
  }

  /** Puts what sounds next in place, as the composition is now: what is no longer meant to sound ends at once. */
  plan(project: Project, course: Course, begin: number): void {
    const mixer = this.#mixer
    if (mixer === undefined) return
    const time = this.clock.now() - begin
    const origin = this.clock.inContext(begin)
    if (origin === undefined || this.#turns !== this.clock.turns) mixer.stop()
    this.#turns = this.clock.turns
    if (origin === undefined || course.rate > FASTEST_SOUND) return
    this.#notices.settle('suspended')
    const pieces = stretchesOf(course, Math.max(0, time), time + AHEAD).flatMap((stretch) => piecesOf(project, stretch, course.rate))
    this.#tellPitch(pieces, course.rate)
    mixer.play(pieces, origin)
  }

  /** The bits that are heard while a hand passes a moment: at once, or as soon as they are decoded, where nothing else is heard then. */
  grain(project: Project, at: Ticks): void {
    const { voices } = sceneAt(project, at)
    const passage = this.#passage
    const missing = this.#sound(voices)
    if (missing.length > 0) void this.warm(project, at).then(() => {
      if (passage === this.#passage && performance.now() - this.#grainAt > GRAIN_APART_MS) this.#sound(missing)
    })
    void this.warm(project, ticks(at + Math.round(0.3 * TICKS_PER_SECOND)))
  }

  /** Gives those that are not decoded yet. */
  #sound(voices: readonly Voice[]): readonly Voice[] {
    const mixer = this.#mixer
    if (mixer === undefined) return voices
    const ready = voices.filter((voice) => mixer.has(voice))
    if (ready.length > 0) this.#grainAt = performance.now()
    mixer.grain(ready)
    return voices.filter((voice) => !ready.includes(voice))
  }

  silence(): void {
    this.#passage++
    this.#mixer?.stop()
  }

  forget(media: string): void {
    this.#library.forget(media)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#library.close()
    await this.#mixer?.close()
  }

  /** Sound that does not go at its own speed has another pitch. */
  #tellPitch(pieces: readonly Piece[], rate: number): void {
    const bent = new Set(pieces.filter(({ pace }) => Math.abs(pace - rate) > 1e-6).flatMap(({ media }) => storeIdOf(media) ?? []))
    for (const { trouble, media } of this.#notices.all.value) if (trouble === 'pitch' && media !== undefined && !bent.has(media)) this.#notices.settle('pitch', media)
    for (const media of bent) this.#notices.tell('pitch', media)
  }

  #open(sampleRate: number): Mixer {
    const context = new AudioContext({ latencyHint: 'interactive', sampleRate })
    context.onstatechange = () => {
      if (context.state === 'running') this.#notices.settle('suspended')
    }
    this.clock.follow(context)
    const mixer = new Mixer(context, this.#library)
    mixer.volume = this.#volume
    return mixer
  }
}
