import type { MediaInfo } from '@lemouf/core/protocol'
import { toSeconds, ZERO, type Media, type Size, type Ticks } from '@lemouf/core/timeline'
import { shallowRef, watch } from 'vue'
import { mediaAddress, mediaInfo, mediaKnown, storeIdOf } from '../media-place.ts'
import { CanvasPool, type Picture } from './canvas-pool.ts'
import { Film, type FilmLike } from './film.ts'
import { FrameCache, type Held } from './frame-cache.ts'
import type { AskedLayer, Frames, Shown } from './frames.ts'
import type { Notices } from './notices.ts'
import { PlainFilm } from './plain-film.ts'
import { Reel } from './reel.ts'
import { Stills } from './stills.ts'

/** Why a film is looked at: at rest for its very frame, under a hand for what is quick, playing for what comes next. */
export interface Looking {
  readonly how: 'rest' | 'scrub' | 'play'
  /** How fast, where it plays: source of the composition for each second of time. */
  readonly rate: number
  /** Of the frame's size. */
  readonly quality: number
}

interface Reels {
  original: FilmLike | undefined
  proxy: FilmLike | undefined
}

const CACHE_BYTES = 384 * 1024 ** 2
const MOST_DECODERS = 8
/** Seconds of time that are decoded ahead. Under a hand nobody knows where it goes next, and whatever else is decoded is in its way. */
const LEADS = { play: 0.25, rest: 0.05, scrub: 0 } as const

/** The pictures of all media of a composition. */
export class FrameStore implements Frames {
  readonly arrived = shallowRef(0)
  looking: Looking = { how: 'rest', rate: 1, quality: 1 }
  readonly #reels = new Map<string, Reels>()
  readonly #pool = new CanvasPool()
  readonly #cache = new FrameCache<Picture>(CACHE_BYTES, (picture) => this.#pool.give(picture))
  readonly #failed: (media: string, error: unknown) => void
  readonly #notices: Notices
  readonly #stills: Stills
  #lacked = false
  #closed = false

  constructor(notices: Notices, failed: (media: string, error: unknown) => void) {
    this.#notices = notices
    this.#failed = failed
    this.#stills = new Stills(() => this.#arrive(), failed)
  }

  /** Whether the frame of a moment was asked for and not there since this was last asked. */
  lacked(): boolean {
    const lacked = this.#lacked
    this.#lacked = false
    return lacked
  }

  /** Says how films are looked at from now on; whoever draws asks again. */
  look(looking: Looking): void {
    this.looking = looking
    this.#arrive()
  }

  /** A film has a small one now. Also one that is ready before it is known what is in the film, as when a page is opened again. */
  async addProxy(id: string, path: string): Promise<void> {
    try {
      const info = await mediaKnown(id)
      const reels = this.#reelsOf(id, info)
      reels.proxy = await this.#open(id, mediaAddress(path, info.hash), 0, `${id}/proxy`)
      if (this.#reels.get(id) !== reels) await reels.proxy?.close()
      this.#arrive()
    } catch (error) {
      this.#failed(id, error)
    }
  }

  /** A medium has other bytes now. */
  forget(id: string): void {
    const reels = this.#reels.get(id)
    this.#reels.delete(id)
    this.#stills.forget(id)
    void reels?.original?.close()
    void reels?.proxy?.close()
    this.#arrive()
  }

  readonly of = (layer: AskedLayer): Shown | undefined => {
    const id = storeIdOf(layer.media)
    if (id === undefined || layer.media.kind === 'audio') return undefined
    const info = mediaInfo(id).value.info
    if (info === undefined) {
      this.#await(id)
      return undefined
    }
    return layer.media.kind === 'image' ? this.#still(id, info, layer) : this.#frame(id, info, layer)
  }

  /** Has the first frames of a layer that is not seen yet ready. */
  prepare(layer: AskedLayer): void {
    const id = storeIdOf(layer.media)
    const info = id === undefined ? undefined : mediaInfo(id).value.info
    if (id === undefined || layer.media.kind === 'audio') return
    if (info === undefined) this.#await(id)
    else if (layer.media.kind === 'image') this.#still(id, info, layer)
    else this.#want(this.#reelsOf(id, info), layer, LEADS.rest)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#stills.clear()
    const films = this.#films()
    this.#reels.clear()
    await Promise.all(films.map((film) => film.close()))
    this.#cache.clear()
  }

  #still(id: string, info: MediaInfo, layer: AskedLayer): Shown | undefined {
    const natural = sizeOf(layer.media)
    const found = this.#stills.of(id, mediaAddress(info.url, info.hash), natural, neededOf(layer, natural), performance.now())
    return found === undefined ? undefined : { ...found.still, exact: found.exact }
  }

  #frame(id: string, info: MediaInfo, layer: AskedLayer): Shown | undefined {
    const reels = this.#reelsOf(id, info)
    this.#want(reels, layer, LEADS[this.looking.how] * (this.looking.how === 'play' ? Math.abs(this.looking.rate) : 1))
    const at = toSeconds(layer.source)
    const films = [reels.original, reels.proxy].filter((film) => film !== undefined)
    const found = films.map((film) => this.#cache.find(film.key, at)).find((held) => held !== undefined)
    if (found !== undefined) return shownOf(found, found.picture.width >= this.#enough(layer, reels))
    this.#lacked = true
    const near = films.map((film) => this.#cache.nearest(film.key, at)).filter((held) => held !== undefined)
    const [closest] = near.toSorted((a, b) => distance(a, at) - distance(b, at))
    return closest === undefined ? undefined : shownOf(closest, false)
  }

  /** Pixels across that are as good as the original. */
  #enough(layer: AskedLayer, { original, proxy }: Reels): number {
    const natural = original?.width ?? proxy?.width ?? 0
    const needed = neededOf(layer, sizeOf(layer.media)).width * (this.looking.how === 'play' ? this.looking.quality : 1)
    return Math.min(natural, Math.floor(needed))
  }

  #want(reels: Reels, layer: AskedLayer, lead: number): void {
    const film = this.#chosen(reels)
    if (film === undefined) return
    const now = performance.now()
    const direction = this.looking.rate < 0 ? -1 : 1
    const at = toSeconds(layer.source)
    this.#cache.look(film.key, { at, direction, when: now })
    const speed = layer.clip.speed.num / layer.clip.speed.den
    const pace = this.looking.how === 'play' ? this.looking.rate * speed : 0
    film.want(layer.clip.id, { at, direction, lead: lead * speed, pace }, now, this.looking.how !== 'scrub')
    this.#spare(layer.clip.id)
  }

  /** The small film is quick to move about in; at rest only the original is the very picture. */
  #chosen({ original, proxy }: Reels): FilmLike | undefined {
    const { how, rate, quality } = this.looking
    const isSmall = how === 'scrub' || (how === 'play' && (quality < 1 || rate < 0 || rate > 2))
    return isSmall ? (proxy ?? original) : (original ?? proxy)
  }

  /** Closes the decoders that were asked longest ago where there are too many. */
  #spare(who: string): void {
    const open = this.#films().flatMap((film) => film.decoders.map((decoder) => ({ film, ...decoder })))
    const surplus = open.filter((one) => one.who !== who).toSorted((a, b) => a.askedAt - b.askedAt).slice(0, Math.max(0, open.length - MOST_DECODERS))
    for (const one of surplus) void one.film.release(one.who)
  }

  #reelsOf(id: string, info: MediaInfo): Reels {
    const known = this.#reels.get(id)
    if (known !== undefined) return known
    const reels: Reels = { original: undefined, proxy: undefined }
    this.#reels.set(id, reels)
    const clockStart = toSeconds((info.contents?.clock_start ?? ZERO) as Ticks)
    const address = mediaAddress(info.url, info.hash)
    void this.#open(id, address, clockStart).then(async (film) => {
      reels.original = film ?? (await this.#openPlain(id, address))
      this.#arrive()
    })
    return reels
  }

  async #open(id: string, address: string, clockStart: number, key = id): Promise<Film | undefined> {
    try {
      const reel = await Reel.open(address, clockStart)
      if (reel === undefined) return undefined
      if (this.#closed) {
        reel.close()
        return undefined
      }
      return new Film(key, reel, { cache: this.#cache, pool: this.#pool, isSmall: key !== id }, { arrived: () => this.#arrive(), failed: (error) => this.#failed(id, error) })
    } catch (error) {
      this.#failed(id, error)
      return undefined
    }
  }

  /** Where films cannot be decoded frame by frame, the browser's own player shows them, if it can. */
  async #openPlain(id: string, address: string): Promise<FilmLike | undefined> {
    const film = this.#closed ? undefined : await PlainFilm.open(id, address, { cache: this.#cache, pool: this.#pool }, () => this.#arrive())
    this.#notices.tell(film === undefined ? 'noFilm' : 'plainFilm', id)
    return film
  }

  readonly #awaited = new Set<string>()
  /** Says that something arrived when it is known what is in a medium. */
  #await(id: string): void {
    if (this.#awaited.has(id)) return
    this.#awaited.add(id)
    const known = mediaInfo(id)
    const stop = watch(known, ({ info, error }) => {
      stop()
      this.#awaited.delete(id)
      if (this.#closed) return
      if (info === undefined) this.#failed(id, error)
      else this.#arrive()
    })
  }

  #films(): readonly FilmLike[] {
    return [...this.#reels.values()].flatMap(({ original, proxy }) => [original, proxy]).filter((film) => film !== undefined)
  }

  #arrive(): void {
    this.arrived.value++
  }
}

const shownOf = ({ picture }: Held<Picture>, exact: boolean): Shown => ({ image: picture.image, width: picture.width, height: picture.height, exact })
const distance = ({ from, to }: Held<Picture>, at: number): number => Math.max(from - at, at - to, 0)

function sizeOf(media: Media): Size {
  return media.kind === 'audio' ? { width: 0, height: 0 } : media.size
}

/** How large a picture will be on the output frame; as it is where that is not told. */
const neededOf = ({ placement }: AskedLayer, natural: Size): Size => (placement === undefined ? natural : { width: Math.abs(placement.width), height: Math.abs(placement.height) })
