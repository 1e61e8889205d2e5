import type { CanvasPool, Picture } from './canvas-pool.ts'
import type { FilmHooks, FilmLike, Wish } from './film.ts'
import type { FrameCache } from './frame-cache.ts'

/** A film whose player has run further than that from where it should be is set right. Seconds. */
const DRIFT = 0.12
/** How long a frame is taken to be seen, which a player does not tell. */
const FRAME = 1 / 30
/** A player nobody asked for so long stops. */
const IDLE_MS = 300

/** A film shown by a plain video element, for browsers that cannot decode it themselves: near the frame that is asked for, not always that one. */
export class PlainFilm implements FilmLike {
  readonly key: string
  readonly decoders = []
  readonly #video: HTMLVideoElement
  readonly #cache: FrameCache<Picture>
  readonly #pool: CanvasPool
  readonly #hooks: Omit<FilmHooks, 'rested'>
  #wish: Wish | undefined
  #seeking: number | undefined
  #idle: ReturnType<typeof setTimeout> | undefined
  #closed = false

  private constructor(key: string, video: HTMLVideoElement, { cache, pool }: { cache: FrameCache<Picture>; pool: CanvasPool }, hooks: Omit<FilmHooks, 'rested'>) {
    this.key = key
    this.#video = video
    this.#cache = cache
    this.#pool = pool
    this.#hooks = hooks
    video.requestVideoFrameCallback((_now, { mediaTime }) => this.#frame(mediaTime))
    // An element that has shown this very frame before does not present it again.
    video.addEventListener('error', () => { if (!this.#closed) hooks.failed(new Error(video.error?.message)) })
    video.addEventListener('seeked', () => this.#show(this.#seeking ?? video.currentTime))
  }

  /** Undefined for what no player of this browser plays; throws where its bytes do not arrive. */
  static async open(key: string, address: string, held: { cache: FrameCache<Picture>; pool: CanvasPool }, hooks: Omit<FilmHooks, 'rested'>): Promise<PlainFilm | undefined> {
    const video = document.createElement('video')
    Object.assign(video, { muted: true, playsInline: true, preload: 'auto', crossOrigin: 'anonymous', src: address })
    const canPlay = await new Promise<boolean>((resolve) => {
      video.addEventListener('loadeddata', () => resolve(video.videoWidth > 0), { once: true })
      video.addEventListener('error', () => resolve(false), { once: true })
    })
    if (canPlay) return new PlainFilm(key, video, held, hooks)
    // A player says the same of what it cannot play and of what does not come.
    const answer = await fetch(address, { headers: { range: 'bytes=0-0' } })
    if (!answer.ok) throw new Error(`${answer.status}`)
    return undefined
  }

  get width(): number {
    return this.#video.videoWidth
  }

  want(_who: string, wish: Wish): void {
    this.#wish = wish
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.#video.pause(), IDLE_MS)
    if (wish.pace > 0) this.#play(wish)
    else {
      this.#video.pause()
      if (this.#cache.find(this.key, wish.at) === undefined) this.#seek(wish.at)
    }
  }

  opens(): boolean {
    return false
  }

  release(): Promise<void> {
    return Promise.resolve()
  }

  close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#idle)
    this.#video.pause()
    this.#video.removeAttribute('src')
    this.#video.load()
    this.#cache.forget(this.key)
    return Promise.resolve()
  }

  #play({ at, pace }: Wish): void {
    const video = this.#video
    // Players refuse to go faster or slower than that.
    video.playbackRate = Math.min(16, Math.max(0.0625, pace))
    if (Math.abs(video.currentTime - at) > DRIFT) this.#seek(at)
    // Refused only where something else stopped it meanwhile; the next wish plays again.
    if (video.paused) video.play().catch((error: unknown) => console.warn(error))
  }

  #seek(at: number): void {
    if (this.#seeking !== undefined) return
    this.#seeking = at
    // Its middle, so that no rounding takes it for the one before.
    this.#video.currentTime = at + FRAME / 4
  }

  #frame(mediaTime: number): void {
    if (this.#closed) return
    if (this.#seeking === undefined) this.#show(mediaTime)
    this.#video.requestVideoFrameCallback((_now, { mediaTime: next }) => this.#frame(next))
  }

  #show(at: number): void {
    this.#seeking = undefined
    const video = this.#video
    if (this.#closed || video.videoWidth === 0) return
    const size = { width: video.videoWidth, height: video.videoHeight, alpha: true }
    const picture = this.#pool.draw({ draw: (context, x, y, width, height) => context.drawImage(video, x, y, width, height) }, size)
    this.#cache.put({ reel: this.key, from: at, to: at + FRAME, picture, bytes: picture.bytes })
    this.#hooks.arrived()
    const wish = this.#wish
    if (wish !== undefined && wish.pace <= 0 && this.#cache.find(this.key, wish.at) === undefined) this.#seek(wish.at)
  }
}
