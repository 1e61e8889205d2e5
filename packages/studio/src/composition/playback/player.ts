import { durationOf, earlier, endOf, frameAt, frameStart, later, planRender, sceneAt, ticks, TICKS_PER_SECOND, ZERO, type Project, type Ticks } from '@lemouf/core/timeline'
import { inject, onScopeDispose, shallowRef, watch, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import type { Editor } from '../document/editor.ts'
import type { ViewState } from '../document/view-state.ts'
import { mediaInfo, storeIdOf, useMediaChanges } from '../media-place.ts'
import { adapted, FULL, type Quality } from './adaptive.ts'
import { isOver, placeAt, within, type Course } from './course.ts'
import { FrameStore } from './frame-store.ts'
import type { Frames } from './frames.ts'
import { Meter, type Stats } from './meter.ts'
import { Notices, type Notice } from './notices.ts'
import { Proxies } from './proxies.ts'
import { FASTEST_SOUND, SoundDesk } from './sound/sound-desk.ts'
import { playedRange, startOf, type Motion, type Transport } from './transport.ts'

/** What plays a composition: its pictures and its sound by one clock. */
export interface Player {
  readonly transport: Transport
  readonly frames: Frames
  /** How playing goes; told twice a second while it does. */
  readonly stats: Readonly<ShallowRef<Stats>>
  /** What is not seen or heard as it should be, and why. */
  readonly notices: Readonly<ShallowRef<readonly Notice[]>>
}

export const PLAYER: InjectionKey<Player> = Symbol('player')

export function usePlayer(): Player {
  const player = inject(PLAYER)
  if (player === undefined) throw new Error('There is no composition open here')
  return player
}

/** Sound is planned so often, and at once when something was edited. */
const PLAN_MS = 120
const TELL_MS = 500
/** Playing waits that long for the first sound, so that nothing of it is lost. */
const START_PATIENCE_MS = 300
/** Under a hand no more than one bit of sound in that time. */
const GRAIN_MS = 45
/** Clips that begin within that time have their first frames made ready. */
const PREPARE_SECONDS = 1.2
/** When a playhead that moves is kept. */
const KEEP_MS = 1000
const SETTLE_MS = 120
/** Playing that goes by the system's clock is told of after so many times, by when sound that starts slowly runs. */
const SOUNDLESS_TELLS = 3

interface Playing {
  readonly course: Course
  /** When it begins by the clock; undefined until it does. */
  begin: number | undefined
}

/** Makes what plays a composition; it lives as long as the component that calls this. */
export function createPlayer({ project, busy }: Pick<Editor, 'project' | 'busy'>, view: ViewState): Player {
  const engine = new Engine(project, busy, view)
  watch(project, () => engine.edited(), { flush: 'sync' })
  // A gesture that is bailed puts the composition back only after it has ended.
  watch(busy, (isBusy) => { if (!isBusy) queueMicrotask(() => engine.settled()) }, { flush: 'sync' })
  watch(() => [view.monitor.volume, view.monitor.muted, view.monitor.quality, view.markIn, view.markOut, view.repeat], () => engine.configured(), { immediate: true, flush: 'sync' })
  useMediaChanges((id) => engine.forget(id))
  onScopeDispose(() => void engine.close())
  return engine
}

class Engine implements Player {
  readonly notes = new Notices()
  readonly frames: FrameStore
  readonly stats = shallowRef<Stats>({ shown: 0, dropped: 0, late: 0, quality: 1, clock: 'system' })
  readonly transport: Transport
  readonly #project: Readonly<ShallowRef<Project>>
  readonly #busy: Readonly<Ref<boolean>>
  readonly #view: ViewState
  readonly #sound: SoundDesk
  readonly #proxies: Proxies
  readonly #meter = new Meter()
  readonly #motion = shallowRef<Motion>('paused')
  readonly #rate = shallowRef(0)
  readonly #playhead: ShallowRef<Ticks>
  readonly #timers = new Set<ReturnType<typeof setInterval>>()
  /** Where the playhead was put last: a gesture that shortens the composition for a while only moves what is shown. */
  #placed: Ticks
  #playing: Playing | undefined
  #adaptive = FULL
  #told = { shown: 0, missed: 0 }
  #plannedAt = 0
  #grainAt = 0
  #keptAt = 0
  #soundless = 0
  #frame = 0
  #settling: ReturnType<typeof setTimeout> | undefined

  constructor(project: Readonly<ShallowRef<Project>>, busy: Readonly<Ref<boolean>>, view: ViewState) {
    this.#project = project
    this.#busy = busy
    this.#view = view
    this.frames = new FrameStore(this.notes)
    this.#sound = new SoundDesk(this.notes)
    this.#proxies = new Proxies((media, path) => void this.frames.addProxy(media, path), (_media, error) => console.error(error))
    this.#placed = this.#within(ticks(view.playhead))
    this.#playhead = shallowRef(this.#placed)
    this.transport = {
      playhead: this.#playhead, motion: this.#motion, rate: this.#rate,
      play: (rate = 1) => this.#play(rate),
      pause: () => this.#pause(),
      toggle: () => (this.#motion.value === 'playing' ? this.#pause() : this.#play(1)),
      seek: (at) => this.#seek(at),
      scrub: (at) => this.#scrub(at),
      release: () => this.#release(),
    }
    this.edited()
  }

  get notices(): Readonly<ShallowRef<readonly Notice[]>> {
    return this.notes.all
  }

  /** The composition is another one: what is played of it from now on is heard and seen as it is now. */
  edited(): void {
    for (const { kind, ...media } of this.#project.value.media) {
      const id = kind === 'video' ? storeIdOf(media) : undefined
      if (id !== undefined) this.#proxies.ask(id)
    }
    this.#plannedAt = 0
    if (this.#playing === undefined && this.#motion.value === 'paused') this.#playhead.value = this.#within(this.#placed)
    else this.#playhead.value = this.#within(this.#playhead.value)
    if (!this.#busy.value) this.settled()
    this.#recourse()
    if (this.#playing === undefined) this.#settle()
  }

  /** What a gesture made of the composition stays: the playhead is where it is shown. */
  settled(): void {
    if (this.#playhead.value !== this.#placed) this.#keep()
  }

  /** Volume, quality, marks or repeating are others now. */
  configured(): void {
    const { volume, muted } = this.#view.monitor
    this.#sound.volume = muted ? 0 : volume
    this.#recourse()
    this.#look()
  }

  forget(media: string): void {
    this.notes.forget(media)
    this.frames.forget(media)
    this.#sound.forget(media)
    this.#proxies.forget(media)
    this.edited()
  }

  async close(): Promise<void> {
    this.#halt()
    clearTimeout(this.#settling)
    this.#proxies.close()
    await Promise.all([this.frames.close(), this.#sound.close()])
  }

  #within(at: Ticks): Ticks {
    return later(ZERO, earlier(at, durationOf(this.#project.value)))
  }

  #place(at: Ticks): void {
    this.#playhead.value = this.#within(at)
    this.#keep()
  }

  #keep(): void {
    this.#keptAt = performance.now()
    this.#placed = this.#playhead.value
    this.#view.playhead = this.#placed
  }

  #play(rate: number): void {
    const range = playedRange(this.#project.value, this.#view)
    if (range.from >= range.to) return
    this.#halt()
    this.#motion.value = 'playing'
    this.#rate.value = rate
    this.#look()
    const start = startOf(this.#playhead.value, rate, range, this.#view.repeat)
    this.#begin({ course: { start, rate, range, repeats: this.#view.repeat }, begin: undefined })
  }

  /** Begins as soon as there is something to hear. */
  #begin(playing: Playing): void {
    this.#playing = playing
    this.#meter.jump()
    const { sampleRate } = this.#project.value.format
    const ready = Promise.all([this.#sound.wake(sampleRate), this.#sound.warm(this.#project.value, playing.course.start)])
    const patience = new Promise((resolve) => { setTimeout(resolve, START_PATIENCE_MS) })
    void Promise.race([ready, patience]).then(() => {
      if (this.#playing !== playing) return
      playing.begin = this.#sound.clock.soonest() + 0.02
      this.#plan(true)
    })
    if (this.#timers.size === 0) this.#timers.add(setInterval(() => this.#plan(false), PLAN_MS)).add(setInterval(() => this.#tell(), TELL_MS))
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#show())
  }

  #halt(): void {
    this.#playing = undefined
    cancelAnimationFrame(this.#frame)
    for (const timer of this.#timers) clearInterval(timer)
    this.#timers.clear()
    this.#sound.silence()
  }

  #pause(): void {
    this.#halt()
    this.#motion.value = 'paused'
    this.#rate.value = 0
    this.#keep()
    this.#look()
    this.#tellStats()
    this.#settle()
  }

  #seek(at: Ticks): void {
    this.#place(at)
    const playing = this.#playing
    if (playing === undefined) {
      if (this.#motion.value === 'paused') this.#settle()
      return
    }
    this.#sound.silence()
    this.#begin({ course: { ...playing.course, start: this.#playhead.value }, begin: undefined })
  }

  #scrub(at: Ticks): void {
    if (this.#motion.value !== 'scrubbing') {
      this.#halt()
      this.#rate.value = 0
      this.#motion.value = 'scrubbing'
      void this.#sound.wake(this.#project.value.format.sampleRate)
      this.#look()
    }
    const moved = this.#within(at) !== this.#playhead.value
    this.#playhead.value = this.#within(at)
    if (performance.now() - this.#keptAt > KEEP_MS) this.#keep()
    if (moved) this.#grain(this.#playhead.value)
  }

  #release(): void {
    if (this.#motion.value === 'scrubbing') this.#pause()
  }

  #grain(at: Ticks): void {
    const now = performance.now()
    if (now - this.#grainAt < GRAIN_MS) return
    this.#grainAt = now
    this.#sound.grain(this.#project.value, at)
  }

  /** Once it stays somewhere, the sound there is brought, to be heard at once. */
  #settle(): void {
    clearTimeout(this.#settling)
    this.#settling = setTimeout(() => void this.#sound.warm(this.#project.value, this.#playhead.value), SETTLE_MS)
  }

  /** Goes on within another range, from where it is. */
  #recourse(): void {
    const playing = this.#playing
    if (playing === undefined) return
    const range = playedRange(this.#project.value, this.#view)
    const { course } = playing
    if (range.from === course.range.from && range.to === course.range.to && course.repeats === this.#view.repeat) return
    if (playing.begin === undefined) {
      this.#begin({ course: { ...course, range, repeats: this.#view.repeat }, begin: undefined })
      return
    }
    const now = this.#sound.clock.now()
    const changed = within(course, { range, repeats: this.#view.repeat }, Math.max(0, now - playing.begin))
    this.#playing = { course: changed, begin: changed.start === course.start ? playing.begin : Math.max(now, playing.begin) }
  }

  #plan(now: boolean): void {
    const playing = this.#playing
    if (playing?.begin === undefined) return
    const time = this.#sound.clock.now() - playing.begin
    if (isOver(playing.course, time)) {
      this.#end(playing.course)
      return
    }
    this.#plannedAt = performance.now()
    if (playing.course.rate > 0 && playing.course.rate <= FASTEST_SOUND) this.#sound.plan(this.#project.value, playing.course, playing.begin)
    if (!now) this.#prepare(playing.course, time)
  }

  #end({ rate, range }: Course): void {
    this.#playhead.value = this.#within(rate < 0 ? range.from : range.to)
    this.#pause()
  }

  /** First frames of what begins soon, of what it goes round to as well. */
  #prepare(course: Course, time: number): void {
    if (course.rate < 0) return
    const project = this.#project.value
    const at = ticks(Math.round(placeAt(course, Math.max(0, time))))
    const until = ticks(at + Math.round(PREPARE_SECONDS * course.rate * TICKS_PER_SECOND))
    const { segments } = planRender(project, { from: at, to: earlier(until, durationOf(project)) })
    const soon = segments.flatMap(({ pictures }) => pictures.filter(({ clip }) => clip.start > at).map(({ clip }) => clip.start))
    if (course.repeats && until > course.range.to) soon.push(course.range.from)
    for (const moment of new Set(soon)) {
      for (const layer of sceneAt(project, moment).layers) if (layer.clip.start > at || endOf(layer.clip) <= at || moment < at) this.frames.prepare(layer)
    }
  }

  #show(): void {
    const playing = this.#playing
    if (playing === undefined) return
    this.#frame = requestAnimationFrame(() => this.#show())
    if (playing.begin === undefined) return
    const time = this.#sound.clock.now() - playing.begin
    if (isOver(playing.course, time)) {
      this.#end(playing.course)
      return
    }
    const { fps } = this.#project.value.format
    const frame = frameAt(ticks(Math.floor(placeAt(playing.course, Math.max(0, time)))), fps)
    const at = this.#within(frameStart(frame, fps))
    if (at !== this.#playhead.value) {
      this.#meter.see(frame, playing.course.rate, this.frames.lacked())
      this.#playhead.value = at
      if (playing.course.rate < 0 || playing.course.rate > FASTEST_SOUND) this.#grain(at)
    }
    if (this.#plannedAt === 0) this.#plan(true)
    if (performance.now() - this.#keptAt > KEEP_MS) this.#keep()
  }

  #tell(): void {
    const { shown, dropped, late } = this.#meter.counts
    const missed = dropped + late
    this.#adaptive = adapted(this.#adaptive, { shown: shown - this.#told.shown, missed: missed - this.#told.missed })
    this.#told = { shown, missed }
    this.#tellStats()
    this.#look()
  }

  #tellStats(): void {
    const { leads } = this.#sound.clock
    this.#soundless = leads === 'system' && this.#motion.value === 'playing' ? this.#soundless + 1 : 0
    const isHeldBack = this.notes.all.value.some(({ trouble }) => trouble === 'suspended')
    if (leads === 'sound' || isHeldBack) this.notes.settle('stalled')
    else if (this.#soundless > SOUNDLESS_TELLS) this.notes.tell('stalled')
    this.stats.value = { ...this.#meter.counts, quality: this.#quality(), clock: leads }
  }

  #quality(): Quality {
    return this.#view.monitor.quality ?? (this.#motion.value === 'playing' ? this.#adaptive.quality : 1)
  }

  #look(): void {
    const motion = this.#motion.value
    const looking = { how: motion === 'paused' ? 'rest' : motion === 'playing' ? 'play' : 'scrub', rate: this.#rate.value, quality: motion === 'playing' ? this.#quality() : 1 } as const
    const { how, rate, quality } = this.frames.looking
    if (how !== looking.how || rate !== looking.rate || quality !== looking.quality) this.frames.look(looking)
  }
}

/** The name of a medium of the store, as the composition has it where the server has not told. */
export const filenameOf = ({ media }: Project, id: string): string => mediaInfo(id).value.info?.filename ?? media.find((one) => storeIdOf(one) === id)?.name ?? id
