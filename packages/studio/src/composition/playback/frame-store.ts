import type { MediaInfo } from '@lemouf/core/protocol'
import { toSeconds, ZERO, type Media, type Size, type Ticks } from '@lemouf/core/timeline'
import { shallowRef, watch, type WatchHandle } from 'vue'
import { isGone, mediaAddress, mediaInfo, mediaKnown, storeIdOf, type KnownMedia } from '../media-place.ts'
import { Retries } from '../retries.ts'
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

type Which = 'original' | 'proxy'

/** The films of a medium with certain bytes. */
interface Reels {
  readonly info: MediaInfo
  /** Which are to be opened yet; one that cannot be decoded is not. */
  readonly pending: Set<Which>
  proxyPath: string
  original: FilmLike | undefined
  proxy: FilmLike | undefined
}

const CACHE_BYTES = 384 * 1024 ** 2
/** Decoders at once. While playing each layer needs its own all the time; at rest one that has given its frame makes room for the next. */
const MOST_DECODERS = { play: 16, rest: 8, scrub: 8 } as const
/** What was not asked for so long is not seen any more. */
const UNASKED_MS = 200
/** What of the cache may lie ahead: the rest is what is seen, and what was. */
const AHEAD_SHARE = 0.5
/** Seconds of time that are decoded ahead. Under a hand nobody knows where it goes next, and whatever else is decoded is in its way. */
const LEADS = { play: 0.25, rest: 0.05, scrub: 0 } as const

/** The pictures of all media of a composition. */
export class FrameStore implements Frames {
  readonly arrived = shallowRef(0)
  looking: Looking = { how: 'rest', rate: 1, quality: 1 }
  readonly #reels = new Map<string, Reels>()
  readonly #pool = new CanvasPool()
  readonly #cache = new FrameCache<Picture>(CACHE_BYTES, (picture) => this.#pool.give(picture))
  readonly #notices: Notices
  readonly #retries = new Retries((id) => this.#retry(id))
  readonly #stills: Stills
  #lacked = false
  /** Somebody waits for a decoder. */
  #queued = false
  #closed = false

  constructor(notices: Notices) {
    this.#notices = notices
    this.#stills = new Stills({ arrived: (id) => this.#came(id), failed: (id, error) => this.#failed(id, error), waits: (id) => this.#retries.waits(id) })
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
      if (this.#closed || info.missing) return
      const reels = this.#reelsOf(id, info)
      reels.proxyPath = path
      reels.pending.add('proxy')
      await this.#open(id, reels, 'proxy')
    } catch (error) {
      this.#failed(id, error)
    }
  }

  /** A medium has other bytes now. */
  forget(id: string): void {
    const reels = this.#reels.get(id)
    this.#reels.delete(id)
    this.#retries.settle(id)
    this.#stills.forget(id)
    void reels?.original?.close()
    void reels?.proxy?.close()
    this.#arrive()
  }

  readonly of = (layer: AskedLayer): Shown | undefined => {
    const id = storeIdOf(layer.media)
    if (id === undefined || layer.media.kind === 'audio') return undefined
    const known = mediaInfo(id).value
    const { info } = known
    if (info === undefined || info.missing) {
      this.#lack(id, known)
      return undefined
    }
    return layer.media.kind === 'image' ? this.#still(id, info, layer) : this.#frame(id, info, layer)
  }

  /** Has the first frames of a layer that is not seen yet ready. */
  prepare(layer: AskedLayer): void {
    const id = storeIdOf(layer.media)
    if (id === undefined || layer.media.kind === 'audio') return
    const known = mediaInfo(id).value
    const { info } = known
    if (info === undefined || info.missing) this.#lack(id, known)
    else if (layer.media.kind === 'image') this.#still(id, info, layer)
    else this.#want(id, this.#reelsOf(id, info), layer, LEADS.rest)
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#retries.close()
    for (const stop of this.#awaited.values()) stop()
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
    this.#want(id, reels, layer, LEADS[this.looking.how] * (this.looking.how === 'play' ? Math.abs(this.looking.rate) : 1))
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

  #want(id: string, reels: Reels, layer: AskedLayer, lead: number): void {
    const film = this.#chosen(reels)
    if (film === undefined || this.#retries.waits(id)) return
    const now = performance.now()
    const direction = this.looking.rate < 0 ? -1 : 1
    const at = toSeconds(layer.source)
    this.#cache.look(film.key, { at, direction, when: now })
    const speed = layer.clip.speed.num / layer.clip.speed.den
    const pace = this.looking.how === 'play' ? this.looking.rate * speed : 0
    const wish = { at, direction, lead: Math.min(lead * speed, this.#reach(film, layer.media)), pace } as const
    if (film.opens(layer.clip.id, wish) && !this.#hasRoom(now)) this.#queued = true
    else film.want(layer.clip.id, wish, now, this.looking.how !== 'scrub')
  }

  /** How far ahead the cache has room for, shared among the films that are open. Seconds of the film. */
  #reach(film: FilmLike, media: Media): number {
    const { width, height } = sizeOf(media)
    const fps = media.kind === 'video' && media.fps !== null ? media.fps.num / media.fps.den : 30
    const bytes = film.width ** 2 * (height / Math.max(1, width)) * 4
    return (CACHE_BYTES * AHEAD_SHARE) / Math.max(1, this.#films().filter(({ decoders }) => decoders.length > 0).length) / Math.max(1, bytes) / fps
  }

  /** The small film is quick to move about in; at rest only the original is the very picture. */
  #chosen({ original, proxy }: Reels): FilmLike | undefined {
    const { how, rate, quality } = this.looking
    const isSmall = how === 'scrub' || (how === 'play' && (quality < 1 || rate < 0 || rate > 2))
    return isSmall ? (proxy ?? original) : (original ?? proxy)
  }

  /** Whether one more decoder may be opened; one that nobody needs, asked longest ago, is closed for it. */
  #hasRoom(now: number): boolean {
    const { how } = this.looking
    const open = this.#films().flatMap((film) => film.decoders.map((decoder) => ({ film, ...decoder })))
    if (open.length < MOST_DECODERS[how]) return true
    const [spare] = open.filter(({ busy, askedAt }) => !busy && (how !== 'play' || now - askedAt > UNASKED_MS)).toSorted((one, other) => one.askedAt - other.askedAt)
    if (spare !== undefined) void spare.film.release(spare.who)
    return spare !== undefined
  }

  #reelsOf(id: string, info: MediaInfo): Reels {
    const known = this.#reels.get(id)
    if (known !== undefined) return known
    const reels: Reels = { info, pending: new Set(['original']), proxyPath: '', original: undefined, proxy: undefined }
    this.#reels.set(id, reels)
    void this.#open(id, reels, 'original')
    return reels
  }

  async #open(id: string, reels: Reels, which: Which): Promise<void> {
    const isStale = (): boolean => this.#closed || this.#reels.get(id) !== reels
    try {
      const film = which === 'original' ? await this.#openOriginal(id, reels) : await this.#openProxy(id, reels)
      // The medium may have other bytes by now, or a film that was quicker.
      if (isStale() || !reels.pending.delete(which)) {
        await film?.close()
        return
      }
      reels[which] = film
      this.#came(id)
    } catch (error) {
      if (!isStale()) this.#failed(id, error)
    }
  }

  async #openOriginal(id: string, reels: Reels): Promise<FilmLike | undefined> {
    const { url, hash, contents } = reels.info
    const address = mediaAddress(url, hash)
    const key = `${id}/${hash}`
    const reel = await Reel.open(address, toSeconds((contents?.clock_start ?? ZERO) as Ticks))
    if (reel !== undefined) return this.#filmOf(id, key, reel, false)
    if (this.#closed) return undefined
    // Where films cannot be decoded frame by frame, the browser's own player shows them, if it can.
    const plain = await PlainFilm.open(key, address, { cache: this.#cache, pool: this.#pool }, { arrived: () => this.#came(id), failed: (error) => this.#broke(id, reels, error) })
    if (this.#reels.get(id) === reels) this.#notices.tell(plain === undefined ? 'noFilm' : 'plainFilm', id)
    return plain
  }

  async #openProxy(id: string, { info: { hash }, proxyPath }: Reels): Promise<FilmLike | undefined> {
    const reel = await Reel.open(mediaAddress(proxyPath, hash), 0)
    return reel === undefined ? undefined : this.#filmOf(id, `${id}/${hash}/proxy`, reel, true)
  }

  #filmOf(id: string, key: string, reel: Reel, isSmall: boolean): Film {
    return new Film(key, reel, { cache: this.#cache, pool: this.#pool, isSmall }, { arrived: () => this.#came(id), rested: () => this.#rested(), failed: (error) => this.#failed(id, error) })
  }

  /** A player that has failed does not go on. */
  #broke(id: string, reels: Reels, error: unknown): void {
    if (this.#reels.get(id) !== reels) return
    void reels.original?.close()
    reels.original = undefined
    reels.pending.add('original')
    this.#failed(id, error)
  }

  /** A decoder is free for who waits. */
  #rested(): void {
    if (!this.#queued) return
    this.#queued = false
    this.#arrive()
  }

  #failed(id: string, error: unknown): void {
    this.#notices.failed(id, error)
    this.#retries.failed(id)
  }

  /** Something of a medium is there. */
  #came(id: string): void {
    if (this.#retries.settle(id)) this.#notices.mended(id)
    this.#arrive()
  }

  /** Films that did not open are opened; pictures are asked for by who draws again. */
  #retry(id: string): void {
    const reels = this.#reels.get(id)
    for (const which of reels?.pending ?? []) if (reels !== undefined) void this.#open(id, reels, which)
    this.#arrive()
  }

  readonly #awaited = new Map<string, WatchHandle>()
  /** Says why there is nothing of a medium, and that something arrived when it is known what is in it. */
  #lack(id: string, now: KnownMedia): void {
    if (isGone(now)) this.#notices.tell('unreadable', id)
    else if (now.error !== undefined) this.#notices.tell('unreached', id)
    if (this.#awaited.has(id)) return
    this.#awaited.set(id, watch(mediaInfo(id), (known) => {
      if (known.info !== undefined) this.#notices.mended(id)
      this.#arrive()
    }))
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
