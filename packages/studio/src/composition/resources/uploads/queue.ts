import { AppError } from '@lemouf/core/error'
import type { MediaInfo } from '@lemouf/core/protocol'
import { shallowRef, type ShallowRef } from 'vue'
import { text } from '../../../text/text.ts'
import { fingerprintOf, type KeptUploads } from './kept.ts'
import { paceAfter, startPace, type Pace } from './pace.ts'
import { forgetUpload, sendFile, type Line } from './tus.ts'
import { isOver, isUnderWay, type Upload } from './upload.ts'
import { delay, isPause } from './waiting.ts'

export interface QueueParts {
  readonly line: Line
  readonly kept: KeptUploads
  /** What is known of a medium that was sent. */
  readonly info: (media: string) => Promise<MediaInfo>
  /** Hashes of what the library has. */
  readonly known: () => ReadonlySet<string>
  readonly now: () => number
}

/** Sent at the same time. */
const AT_ONCE = 3

/** Whoever waits for an upload, and what stops it while it is sent. */
interface Job {
  file: File | undefined
  stop: AbortController | undefined
  /** What the library had when the file was added: what is sent may be listed there before its last answer is here. */
  before: ReadonlySet<string>
  pace: Pace
  settled: PromiseWithResolvers<MediaInfo | undefined>
}

/** Why a job is stopped, which is no failure. */
const STOPPED = Symbol('stopped')

/** Files on their way into the library, a few at once, in the order in which they were added. Lives as long as the page, whatever screen is shown. */
export class UploadQueue {
  readonly #parts: QueueParts
  readonly #list = shallowRef<readonly Upload[]>([])
  readonly #jobs = new Map<string, Job>()
  #count = 0

  constructor(parts: QueueParts) {
    this.#parts = parts
    this.#list.value = parts.kept.all().map((one) => this.#enter(undefined, { ...one, state: 'left' }))
  }

  get list(): Readonly<ShallowRef<readonly Upload[]>> {
    return this.#list
  }

  /**
   * Sends files; one that was begun before is gone on with. Gives for each, when it is over, what it became: undefined where it was refused
   * or taken back.
   */
  async add(files: readonly File[]): Promise<readonly (MediaInfo | undefined)[]> {
    const read = await Promise.all(files.map(async (file) => ({ file, fingerprint: await fingerprintOf(file).catch((cause: unknown) => unreadable(file, cause)) })))
    const before = new Set(this.#parts.known())
    const jobs = read.map(({ file, fingerprint }) => (fingerprint instanceof AppError ? this.#turnAway(file, fingerprint) : this.#join(file, fingerprint, before)))
    this.#pump()
    return Promise.all(jobs)
  }

  #join(file: File, fingerprint: string, before: ReadonlySet<string>): Promise<MediaInfo | undefined> {
    const known = this.#list.value.find((one) => one.fingerprint === fingerprint && !isOver(one))
    const upload = known ?? this.#enter(file, { fingerprint, name: file.name, bytes: file.size, sent: 0, state: 'waiting' })
    if (known === undefined) this.#list.value = [...this.#list.value, upload]
    const job = this.#job(upload.id)
    job.file = file
    // Who adds it again while it is sent is told of what was there before both.
    if (known === undefined || known.state === 'left') job.before = before
    if (known?.state === 'left' || known?.state === 'paused') this.#change(upload.id, { state: 'waiting' })
    return job.settled.promise
  }

  /** Lists a file that cannot be sent, with why. */
  #turnAway(file: File, reason: AppError): Promise<undefined> {
    const upload = this.#enter(undefined, { fingerprint: '', name: file.name, bytes: file.size, sent: 0, state: 'refused' })
    this.#list.value = [...this.#list.value, { ...upload, reason }]
    return Promise.resolve(undefined)
  }

  /** Sends nothing of it for now. What is over stays as it is. */
  pause(id: string): void {
    if (!isUnderWay(this.#find(id))) return
    this.#job(id).stop?.abort(STOPPED)
    this.#change(id, { state: 'paused', rate: undefined })
    this.#pump()
  }

  /** Goes on with what was paused, or tries again what failed for a reason that may have passed. */
  resume(id: string): void {
    const { state } = this.#find(id)
    const job = this.#job(id)
    if (state !== 'paused' && state !== 'refused') return
    // Who waited for what was refused was told so; who waits from here on hears of what comes now.
    if (state === 'refused') job.settled = Promise.withResolvers()
    this.#change(id, { state: job.file === undefined ? 'left' : 'waiting', reason: undefined })
    this.#pump()
  }

  /** Takes an upload back, and what arrived of it. One that is over is only put away. */
  async cancel(id: string): Promise<void> {
    const upload = this.#find(id)
    const job = this.#job(id)
    job.stop?.abort(STOPPED)
    job.settled.resolve(undefined)
    this.#jobs.delete(id)
    this.#list.value = this.#list.value.filter((one) => one.id !== id)
    const path = this.#parts.kept.find(upload.fingerprint)?.path
    this.#pump()
    if (path === undefined) return
    this.#parts.kept.forget(upload.fingerprint)
    await forgetUpload(path, this.#parts.line)
  }

  /** Does not list what waits for its file and another window sends. */
  leaveTo(fingerprints: ReadonlySet<string>): void {
    this.#list.value = this.#list.value.filter(({ state, fingerprint }) => state !== 'left' || !fingerprints.has(fingerprint))
  }

  /** Puts away everything that was done. What was refused stays until it is put away by itself. */
  clearDone(): void {
    const done = new Set(this.#list.value.filter(({ state }) => state === 'done').map(({ id }) => id))
    for (const id of done) this.#jobs.delete(id)
    this.#list.value = this.#list.value.filter(({ id }) => !done.has(id))
  }

  #enter(file: File | undefined, upload: Pick<Upload, 'fingerprint' | 'name' | 'bytes' | 'sent' | 'state'>): Upload {
    const id = `upload-${++this.#count}`
    this.#jobs.set(id, { file, stop: undefined, before: new Set(), pace: startPace(upload.sent, this.#parts.now()), settled: Promise.withResolvers() })
    const { fingerprint, name, bytes, sent, state } = upload
    return { id, fingerprint, name, bytes, sent, state, rate: undefined, reason: undefined, medium: undefined, wasThere: false }
  }

  #pump(): void {
    const sending = this.#list.value.filter(({ state }) => state === 'sending' || state === 'away').length
    const next = this.#list.value.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - sending))
    for (const upload of next) void this.#send(upload)
  }

  async #send({ id, name, bytes, fingerprint }: Upload): Promise<void> {
    const job = this.#job(id)
    const { kept, line } = this.#parts
    const { file } = job
    if (file === undefined) throw new Error(`upload ${id} has no file`)
    const stop = new AbortController()
    Object.assign(job, { stop, pace: startPace(this.#find(id).sent, this.#parts.now()) })
    this.#change(id, { state: 'sending' })
    let path = kept.find(fingerprint)?.path
    try {
      const media = await sendFile({
        file, name, path, signal: stop.signal,
        begun: (at) => {
          path = at
          kept.keep({ fingerprint, path, name, bytes, sent: 0 })
        },
        arrived: (sent) => {
          job.pace = paceAfter(job.pace, sent, this.#parts.now())
          if (path !== undefined) kept.keep({ fingerprint, path, name, bytes, sent })
          this.#change(id, { sent, rate: job.pace.rate })
        },
        away: (isAway) => this.#change(id, { state: isAway ? 'away' : 'sending' }),
      }, line)
      this.#finish(id, await this.#infoOf(id, media, stop.signal))
      kept.forget(fingerprint)
    } catch (reason) {
      if (reason === STOPPED) return
      // A disk that was full has room another time, for what it does not have yet.
      if (reason instanceof AppError && reason.status < 500) kept.forget(fingerprint)
      this.#change(id, { state: 'refused', reason, rate: undefined })
      job.settled.resolve(undefined)
    } finally {
      if (job.stop === stop) job.stop = undefined
      this.#pump()
    }
  }

  /** What the medium is that a file became; asked for as long as nobody answers. */
  async #infoOf(id: string, media: string, signal: AbortSignal): Promise<MediaInfo> {
    for (let fails = 0; ; fails++) {
      try {
        const medium = await this.#parts.info(media)
        signal.throwIfAborted()
        return medium
      } catch (error) {
        signal.throwIfAborted()
        if (!isPause(error)) throw error
        this.#change(id, { state: 'away' })
        await delay(this.#parts.line.patience(fails), signal)
      }
    }
  }

  #finish(id: string, medium: MediaInfo): void {
    const wasThere = this.#job(id).before.has(medium.hash)
    this.#change(id, { state: 'done', medium, wasThere, sent: medium.bytes, rate: undefined })
    this.#jobs.get(id)?.settled.resolve(medium)
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#list.value = this.#list.value.map((one) => (one.id === id ? { ...one, ...change } : one))
  }

  #find(id: string): Upload {
    const upload = this.#list.value.find((one) => one.id === id)
    if (upload === undefined) throw new Error(`there is no upload ${id}`)
    return upload
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id)
    if (job === undefined) throw new Error(`there is no upload ${id}`)
    return job
  }
}

const unreadable = ({ name }: File, cause: unknown): AppError => new AppError('media_not_found', text.resources.unreadable(name), { cause })
