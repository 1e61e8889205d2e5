import { AppError, type ErrorCode } from '@lemouf/core/error'
import { staleSchema, type Client, type CompositionChange, type LogEntry, type RouteOutput } from '@lemouf/core/protocol'
import type { Editing, Refusal } from '@lemouf/core/timeline'
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Deed, Editor } from './editor.ts'
import type { Journal } from './journal.ts'
import { replay, storedOf, takeIn, type Unsent, type Waiting } from './steps.ts'

/** How an editor's deeds stand with the server. */
export interface Standing {
  /** Deeds that it has not confirmed yet. */
  readonly unsent: number
  /** Why nothing gets through, and since when (milliseconds since 1970); it is tried again until it does. */
  readonly trouble: { readonly since: number; readonly error: unknown } | undefined
  /** Of these how many are in this window alone, since the browser has no room to keep them. */
  readonly unkept: number
  /** Why the first of them does not get through, though the server answers: it holds up all that was done after it. */
  readonly stuck: { readonly error: unknown } | undefined
  /** Why deeds of this window were taken back. */
  readonly lost: readonly (Refusal | AppError)[]
  /** When somebody else changed something last, as this window heard. */
  readonly othersAt: number | undefined
}

/** What the server is asked, and what is waited for. */
export interface Means {
  readonly call: Client
  readonly journal: Journal
  /** Resolves after so many milliseconds; how long the server is left alone before it is asked again. */
  readonly pause: (milliseconds: number) => Promise<void>
  /** Another name for this window, where a second one turned out to have the same. */
  readonly rename: () => string
}

/** Where an editor begins: what the server has confirmed. */
export interface Beginning {
  readonly client: string
  readonly revision: number
  /** The last request of this client that was stored. */
  readonly sequence: number
}

/** What the server has, as far as it told. */
interface Confirmed {
  readonly editing: Editing
  readonly revision: number
}

const AGAIN_MS = [300, 600, 1200, 2500, 5000] as const
const PAGE = 1000
/** After so many tries without an answer it is asked whether the server answers at all. */
const PATIENCE = 5
/** What is no fault of the request, and passes. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['composition_removed', 'disk_full'])
/** Sent again, the same would be answered the same. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['composition_stale', 'sequence_taken', 'edit_refused', 'request_invalid', 'json_malformed', 'json_too_deep', 'json_too_large'])

/**
 * Brings what is done in an editor to the server, one request at a time and in order, and what others do into the editor. What gets
 * no answer is sent again as it was; who was too slow does their own again on top of what the others did.
 */
export class Keeper {
  readonly #editor: Editor
  readonly #means: Means
  #client: string
  readonly #standing = shallowRef<Standing>({ unsent: 0, unkept: 0, trouble: undefined, stuck: undefined, lost: [], othersAt: undefined })
  readonly #stops: (() => void)[]
  /** What happened at the server because this window asked for it, by revision: this window can undo it. */
  readonly #asked = new Set<number>()
  #confirmed: Confirmed
  #waiting: readonly Waiting[] = []
  #sequence: number
  #news: LogEntry[] = []
  /** Something was not told, and has to be asked for. */
  #isBehind = false
  /** How often in a row the server answered, but not to what it was sent. */
  #doubts = 0
  #isTakenBack = false
  #giveUp: ((reason: AppError) => void) | undefined
  #isWorking = false
  #isHeld = false
  #isStopped = false
  #wakers: (() => void)[] = []
  #settlers: (() => void)[] = []

  /** `editor` shows what the server confirmed; `unsent` is done on top of that, and then sent. */
  constructor(editor: Editor, { client, revision, sequence }: Beginning, unsent: readonly Unsent[], means: Means) {
    this.#editor = editor
    this.#means = means
    this.#client = client
    this.#sequence = sequence
    this.#confirmed = { editing: editor.editing, revision }
    this.#stops = [editor.onDone((deed) => this.#add(deed)), watch(editor.busy, (busy) => { if (!busy) this.#wake() }, { flush: 'sync' })]
    if (unsent.length === 0) return
    this.#sequence = Math.max(sequence, ...unsent.map((one) => one.sequence ?? 0))
    this.#rebase(this.#confirmed, unsent)
    void this.#work()
  }

  get standing(): Readonly<ShallowRef<Standing>> {
    return this.#standing
  }

  /** Takes in what the live feed tells. */
  hear({ composition, entries }: CompositionChange): void {
    if (composition.composition_id !== this.#editor.id) return
    if (entries === null) this.#isBehind = true
    else this.#news.push(...entries)
    void this.#work()
  }

  /** Asks what was done since: something may not have been told. */
  catchUp(): void {
    this.#isBehind = true
    this.retry()
  }

  /** Tries again at once what got no answer. */
  retry(): void {
    this.#wake()
    void this.#work()
  }

  /** Resolves when the server has everything, or when it cannot be reached. */
  async settled(): Promise<void> {
    if (!this.#isWorking || this.#standing.value.trouble !== undefined) return
    await new Promise<void>((resolve) => this.#settlers.push(resolve))
  }

  /** Has the server change the composition, as a restored version does; `work` gives the revision that came of it. It is a step of undo here. */
  async order(work: () => Promise<number>): Promise<void> {
    await this.settled()
    this.#isHeld = true
    try {
      this.#asked.add(await work())
    } finally {
      this.#isHeld = false
      this.catchUp()
    }
    await this.settled()
  }

  /** Takes back what is stuck, so that what was done after it gets through. */
  takeBack(): void {
    if (this.#standing.value.stuck === undefined) return
    this.#isTakenBack = true
    this.#giveUp?.(new AppError('request_abandoned', 'It was taken back.'))
    this.retry()
  }

  /** Says that something of this window's was lost. */
  lose(error: AppError): void {
    this.#say({ lost: [...this.#standing.value.lost, error] })
  }

  /** Puts away what was said. */
  dismiss(): void {
    this.#say({ lost: [] })
  }

  stop(): void {
    this.#isStopped = true
    for (const stop of this.#stops) stop()
    this.#wake()
  }

  #add(deed: Deed): void {
    this.#waiting = [...this.#waiting, { ...deed, after: this.#editor.editing }]
    this.#note()
    void this.#work()
  }

  async #work(): Promise<void> {
    if (this.#isWorking || this.#isStopped) return
    this.#isWorking = true
    try {
      while (await this.#step()) continue
    } catch (error) {
      // An answer that this program does not understand: it is said, and tried again with the next deed.
      if (!this.#isStopped) this.#say({ trouble: { since: Date.now(), error } })
    } finally {
      this.#isWorking = false
      for (const settle of this.#settlers.splice(0)) settle()
    }
  }

  /** One thing that is to be done; false where there is none. */
  async #step(): Promise<boolean> {
    if (this.#isStopped || this.#isHeld) return false
    if (this.#isBehind || this.#news.length > 0) {
      await this.#takeNews()
      return true
    }
    const [first, ...rest] = this.#waiting
    if (first === undefined) return false
    if (first.step === 'skip') {
      this.#confirmed = { ...this.#confirmed, editing: first.after }
      this.#waiting = rest
      this.#note()
      return true
    }
    const sent = { ...first, step: first.step, sequence: first.sequence ?? ++this.#sequence }
    this.#waiting = [sent, ...rest]
    this.#note()
    await this.#send(sent)
    return true
  }

  async #send({ edits, step, gesture, after, sequence }: Waiting & { readonly step: LogEntry['step']; readonly sequence: number }): Promise<void> {
    const base = this.#confirmed.revision
    const body = { base_revision: base, edits: [...edits], client: this.#client, sequence, gesture, step }
    try {
      const { revision, repeated } = await this.#untilAnswered(() => this.#means.call('editComposition', { params: { composition_id: this.#editor.id }, body }), PATIENCE)
      this.#heard()
      this.#confirmed = { editing: after, revision }
      this.#waiting = this.#waiting.slice(1)
      this.#note()
      // Stored before this window opened the composition, and with it what it did not know of then.
      if (revision !== base + 1 && (repeated || revision !== base)) await this.#load()
    } catch (error) {
      if (!(error instanceof AppError) || this.#isStopped) throw error
      if (error.code === 'request_abandoned') return this.#doubt(sequence, error.cause)
      if (!FINAL.has(error.code)) throw error
      this.#heard()
      await this.#refused(error)
    }
  }

  /** The server answered to what it was sent. */
  #heard(): void {
    this.#doubts = 0
    this.#isTakenBack = false
    if (this.#standing.value.stuck !== undefined) this.#say({ stuck: undefined })
  }

  /** Whether the server answers at all, and has stored what it did not answer to: else that is what holds up the rest. */
  async #doubt(sequence: number, error: unknown): Promise<void> {
    const { trouble } = this.#standing.value
    await this.#take(await this.#readLog())
    const [first, ...others] = this.#waiting
    if (first?.sequence !== sequence) return this.#heard()
    if (this.#isTakenBack) {
      await this.#rest()
      this.#heard()
      return this.#rebase(this.#confirmed, others, { deed: first })
    }
    this.#doubts++
    const isStuck = this.#doubts > 1 && !(error instanceof AppError && PASSING.has(error.code))
    this.#say({ trouble, stuck: isStuck ? { error } : undefined })
  }

  async #refused(error: AppError): Promise<void> {
    const [first, ...others] = this.#waiting
    if (first === undefined) return
    if (error.code === 'sequence_taken') return this.#becomeAnother()
    if (error.code !== 'composition_stale') {
      await this.#rest()
      return this.#rebase(this.#confirmed, this.#waiting.slice(1), { deed: first, error })
    }
    // It was not stored, and goes out as another request.
    this.#waiting = [{ ...first, sequence: undefined }, ...others]
    const { since } = staleSchema.parse(error.details)
    await (since === null ? this.#load() : this.#take(since))
  }

  /** Another window had the same name, and sent something under it: what of this one's is not stored goes out under a name of its own. */
  async #becomeAnother(): Promise<void> {
    await this.#take(await this.#readLog())
    const { journal } = this.#means
    const own = new Set(this.#waiting.map(({ gesture }) => gesture))
    journal.write(this.#client, journal.read(this.#client).filter(({ gesture }) => !own.has(gesture)))
    this.#client = this.#means.rename()
    this.#sequence = 0
    this.#waiting = this.#waiting.map((one) => ({ ...one, sequence: undefined }))
    this.#note()
  }

  async #takeNews(): Promise<void> {
    const told = this.#news.splice(0).filter(({ revision }) => revision > this.#confirmed.revision).toSorted((a, b) => a.revision - b.revision)
    const isGapless = told.every(({ revision }, index) => revision === this.#confirmed.revision + 1 + index)
    if (!this.#isBehind && isGapless) return this.#take(told)
    this.#isBehind = false
    await this.#take(await this.#readLog())
  }

  async #readLog(): Promise<readonly LogEntry[]> {
    const entries: LogEntry[] = []
    for (let after: number | null = this.#confirmed.revision; after !== null && !this.#isStopped;) {
      const from: number = after
      const page: RouteOutput<'getCompositionEdits'> = await this.#untilAnswered(() => this.#means.call('getCompositionEdits', { params: { composition_id: this.#editor.id }, query: { after: from, limit: PAGE } }))
      entries.push(...page.entries)
      after = page.next
    }
    return entries
  }

  /** Puts what was done at the server below what is still on the way to it. */
  async #take(told: readonly LogEntry[]): Promise<void> {
    const entries = told.filter(({ revision }) => revision > this.#confirmed.revision)
    const last = entries.at(-1)
    if (last === undefined) return
    await this.#rest()
    const { own, left } = storedOf(this.#waiting, entries)
    const isOwn = (entry: LogEntry): boolean => own.has(entry) || this.#asked.has(entry.revision)
    const taken = takeIn(this.#confirmed.editing, entries, isOwn)
    if (!taken.ok || last.revision !== this.#confirmed.revision + entries.length) return this.#load()
    if (entries.some((entry) => !isOwn(entry) && entry.edits.length > 0)) this.#say({ othersAt: last.at })
    const confirmed = { editing: taken.value, revision: last.revision }
    const isAsBefore = taken.value === this.#confirmed.editing && left.length === this.#waiting.length
    if (isAsBefore) this.#confirmed = confirmed
    else this.#rebase(confirmed, left)
  }

  /** Reads the composition anew, with what was stored of this window; its history stays, as far as it still can be undone. */
  async #load(): Promise<void> {
    const read = await this.#untilAnswered(() => this.#means.call('getComposition', { params: { composition_id: this.#editor.id }, query: { client: this.#client } }))
    const log = this.#waiting[0]?.sequence === undefined ? [] : await this.#readLog()
    await this.#rest()
    const { left } = storedOf(this.#waiting, log.filter(({ revision }) => revision <= read.revision))
    const stored = this.#waiting.findLast((one) => !left.includes(one))
    const { done, undone, received } = stored?.after ?? this.#confirmed.editing
    this.#rebase({ editing: { project: read.document, done, undone, received: received + 1 }, revision: read.revision }, left)
  }

  #rebase(confirmed: Confirmed, deeds: readonly Unsent[], refused?: { readonly deed: Deed; readonly error?: AppError }): void {
    const { editing, waiting, lost } = replay(confirmed.editing, deeds, refused?.deed)
    this.#confirmed = confirmed
    this.#waiting = waiting
    this.#editor.replace(editing)
    this.#say({ lost: [...this.#standing.value.lost, ...(refused?.error === undefined ? [] : [refused.error]), ...lost] })
    this.#note()
  }

  /** Until no gesture is under way: nothing changes under a hand. */
  async #rest(): Promise<void> {
    while (this.#editor.busy.value && !this.#isStopped) await new Promise<void>((resolve) => this.#wakers.push(resolve))
  }

  /** Asks until there is an answer that would not be another one if it were asked again. Error: `request_abandoned`, after so many tries, with the last failure as its cause. */
  async #untilAnswered<T>(ask: () => Promise<T>, most = Infinity): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        const answer = await (most === Infinity ? ask() : this.#unlessTakenBack(ask))
        if (this.#standing.value.trouble !== undefined) this.#say({ trouble: undefined })
        return answer
      } catch (error) {
        if (error instanceof AppError && FINAL.has(error.code)) {
          this.#say({ trouble: undefined })
          throw error
        }
        this.#say({ trouble: { since: this.#standing.value.trouble?.since ?? Date.now(), error } })
        for (const settle of this.#settlers.splice(0)) settle()
        const pause = AGAIN_MS[Math.min(tries - 1 + this.#doubts * PATIENCE, AGAIN_MS.length - 1)] ?? 0
        await Promise.race([this.#means.pause(pause), new Promise<void>((resolve) => this.#wakers.push(resolve))])
        if (this.#isStopped || tries >= most || (this.#isTakenBack && most < Infinity)) throw new AppError('request_abandoned', 'The server does not answer to this.', { cause: error })
      }
    }
  }

  /** A request that never ends does not keep from taking it back. */
  #unlessTakenBack<T>(ask: () => Promise<T>): Promise<T> {
    return Promise.race([ask(), new Promise<never>((_resolve, reject) => { this.#giveUp = reject })])
  }

  #wake(): void {
    for (const wake of this.#wakers.splice(0)) wake()
  }

  #note(): void {
    const unsent = this.#waiting.length
    this.#say({ unsent, unkept: unsent - this.#means.journal.write(this.#client, this.#waiting) })
  }

  #say(change: Partial<Standing>): void {
    this.#standing.value = { ...this.#standing.value, ...change }
  }
}
