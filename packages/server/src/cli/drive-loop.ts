import { AppError } from '@lemouf/core/error'
import type { Decision } from '@lemouf/core/loop'
import type { ManifestEntry } from '@lemouf/core/protocol'
import { addressFor, type Session } from './connect.ts'
import { downloadExport } from './download.ts'
import { FollowedLoop } from './followed-loop.ts'
import { invocation } from './invocation.ts'
import { readKeys, type Wish } from './keys.ts'
import { followFeed, type FeedNews } from './live-feed.ts'
import { entryLine, progressLine, progressOf } from './progress-line.ts'
import { failureText, questionText } from './question.ts'
import { Queue } from './queue.ts'
import type { Terminal } from './terminal.ts'

/** How a loop was left: all approved, stopped without, left open by the person, or interrupted. */
export type Ending = 'complete' | 'stopped' | 'left' | 'interrupted'

export interface Drive {
  readonly session: Session
  readonly loopId: string
  /** It was made for this drive: what happened to it so far is news. */
  readonly fresh: boolean
  readonly approve: 'ask' | 'all'
  /** Where exported files are copied to. */
  readonly out: string | undefined
  readonly terminal: Terminal
}

const RETRIES = 2

/** A key, and when it was typed. */
interface TypedWish {
  readonly type: 'wish'
  readonly wish: Wish
  readonly at: number
}
type Input = FeedNews | TypedWish | { readonly type: 'end' } | { readonly type: 'interrupt' }

/**
 * Follows a loop to its end, and shows it. With `ask` a person's keys decide; with `all` whatever returns is approved
 * and what fails is made again twice. Errors: those of the server, except decisions that came too late, which are shown.
 */
export async function driveLoop(drive: Drive): Promise<{ ending: Ending; loop: FollowedLoop['loop'] }> {
  const { session, loopId, terminal, approve, fresh } = drive
  terminal.note(openingText(drive))
  const inputs = new Queue<Input>()
  const line = new AbortController()
  const interrupt = (): void => inputs.push({ type: 'interrupt' })
  const release = approve === 'all' ? () => undefined : readKeys(terminal, {
    onWish: (wish) => inputs.push({ type: 'wish', wish, at: Date.now() }),
    onInterrupt: interrupt,
    onEnd: () => inputs.push({ type: 'end' }),
  })
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt)
  const feed = pump(followFeed(session, loopId, line.signal), inputs)
  try {
    const view = await session.client('getLoop', { params: { loop_id: loopId }, query: { manifest: fresh ? 'none' : 'all' } })
    const driver = new Driver(drive, new FollowedLoop(view))
    return { ending: await driver.drive(inputs), loop: driver.loop }
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt)
    release()
    terminal.status('')
    line.abort()
    await feed
  }
}

/** Where a person can look at the loop while it is driven. The address of a server that ends with the work is of use only while somebody is asked. */
function openingText({ session, loopId, approve }: Drive): string {
  if (session.own && approve === 'all') return loopId
  return `${loopId}: ${addressFor(session)}#/loop/${loopId}${session.own ? ' (while this command runs)' : ''}`
}

async function pump(feed: AsyncIterable<FeedNews>, inputs: Queue<Input>): Promise<void> {
  try {
    for await (const news of feed) inputs.push(news)
  } catch (error) {
    inputs.fail(error)
  }
}

class Driver {
  readonly #drive: Drive
  readonly #followed: FollowedLoop
  readonly #wishes: TypedWish[] = []
  readonly #retried = new Map<number, number>()
  #noMoreKeys = false
  readonly #decided: ManifestEntry[] = []
  #asked = ''
  #askedAt = 0
  #stepped = false

  constructor(drive: Drive, followed: FollowedLoop) {
    this.#drive = drive
    this.#followed = followed
  }

  get loop(): FollowedLoop['loop'] {
    return this.#followed.loop
  }

  async drive(inputs: AsyncIterable<Input>): Promise<Ending> {
    for await (const input of inputs) {
      if (input.type === 'interrupt') return 'interrupted'
      await this.#hear(input)
      const ending = await this.#act()
      if (ending !== undefined) return ending
      this.#show()
    }
    return 'left'
  }

  async #hear(input: Exclude<Input, { type: 'interrupt' }>): Promise<void> {
    if (input.type === 'began') await this.#refresh()
    else if (input.type === 'change') this.#tell(this.#followed.change(input.change))
    else if (input.type === 'end') this.#noMoreKeys = true
    else if (input.type === 'wish') this.#wishes.push(input)
    else {
      this.#followed.progress(input.progress)
      this.#drive.terminal.progress({ type: 'progress', ...input.progress, done: Math.round(input.progress.done * 1000) / 1000 })
    }
  }

  /** Does what the loop's state asks for; the ending when there is one. */
  async #act(): Promise<Ending | undefined> {
    const { status } = this.loop
    if (status === 'complete') return 'complete'
    if (status === 'exited') return 'stopped'
    if (status === 'empty') throw new AppError('loop_has_no_workflow', `The loop ${this.loop.loop_id} has no workflow. Start one with: ${invocation('run WORKFLOW')}`)
    if (status === 'ready' && (this.loop.mode === 'manual' || !this.#stepped)) return this.#step()
    this.#stepped = true
    return this.#drive.approve === 'all' ? this.#actAlone() : this.#ask()
  }

  async #actAlone(): Promise<Ending | undefined> {
    const { waiting, current, loop } = this.#followed
    if (waiting !== undefined) await this.#decide(waiting, 'approve')
    if (loop.status === 'ready') return 'stopped'
    if (loop.status !== 'failed' || current === undefined) return undefined
    const retried = this.#retried.get(loop.current_cycle) ?? 0
    if (retried >= RETRIES) return 'stopped'
    this.#retried.set(loop.current_cycle, retried + 1)
    await this.#decide(current, 'replay')
    return undefined
  }

  /** Shows what waits, and carries out the keys typed. */
  async #ask(): Promise<Ending | undefined> {
    this.#question()
    for (let wish = this.#nextWish(); wish !== undefined; wish = this.#nextWish()) {
      if (wish === 'leave') return 'left'
      await this.#carryOut(wish)
      if (this.loop.status === 'complete') return 'complete'
      this.#question()
    }
    return this.#noMoreKeys && this.#wishes.length === 0 && this.#canDecide() ? 'left' : undefined
  }

  /** Letters of a pipe wait for their cycle; a key typed before its question was shown is no decision on what nobody had seen. */
  #nextWish(): Wish | undefined {
    const person = this.#drive.terminal.streams.in.isTTY === true
    for (let first = this.#wishes[0]; first !== undefined; first = this.#wishes[0]) {
      const early = isDecision(first.wish) && (!this.#canDecide() || (person && first.at < this.#askedAt))
      if (early && !person) return undefined
      this.#wishes.shift()
      if (!early) return first.wish
    }
    return undefined
  }

  #canDecide(): boolean {
    return this.#followed.waiting !== undefined || this.loop.status === 'failed' || this.loop.status === 'ready'
  }

  #question(): void {
    const { waiting, current, loop } = this.#followed
    const about = waiting ?? (loop.status === 'failed' || loop.status === 'ready' ? current : undefined)
    const key = about === undefined ? '' : `${about.cycle_index}/${about.retry_index}/${about.revision}`
    if (about === undefined || key === this.#asked) return
    this.#asked = key
    this.#askedAt = Date.now()
    const { session, terminal } = this.#drive
    terminal.note(waiting === undefined ? failureText(about, loop.total_cycles) : questionText(about, loop.total_cycles, session))
    terminal.progress({ type: 'question', loop_id: loop.loop_id, ...placeOf(about), urls: urlsOf(about).map((url) => session.base + url) })
  }

  async #carryOut(wish: Exclude<Wish, 'leave'>): Promise<void> {
    const { waiting, current, loop } = this.#followed
    if (wish === 'export') return this.#attempt(() => this.#export())
    if (wish === 'undo') return this.#undo()
    if (waiting !== undefined) return this.#decide(waiting, wish)
    if (current === undefined || wish !== 'replay') return
    if (loop.status === 'failed') await this.#decide(current, 'replay')
    else if (loop.status === 'ready') await this.#step()
  }

  async #decide(entry: ManifestEntry, decision: Decision): Promise<void> {
    const { client } = this.#drive.session
    await this.#attempt(async () => {
      const { needs_generation } = await client('decide', { body: { loop_id: this.loop.loop_id, ...placeOf(entry), decision, revision: entry.revision } })
      this.#decided.push(entry)
      if (needs_generation) await client('step', { body: { loop_id: this.loop.loop_id } })
    })
  }

  async #undo(): Promise<void> {
    const entry = this.#decided.pop()
    if (entry === undefined) {
      this.#drive.terminal.note('There is no decision of this session to take back.')
      return
    }
    await this.#attempt(() => this.#drive.session.client('undo', { body: { loop_id: this.loop.loop_id, ...placeOf(entry) } }))
  }

  async #step(): Promise<undefined> {
    this.#stepped = true
    await this.#drive.session.client('step', { body: { loop_id: this.loop.loop_id } })
    await this.#refresh()
    return undefined
  }

  async #export(): Promise<void> {
    const { session, loopId, out, terminal } = this.#drive
    const exported = await downloadExport(session, loopId, out)
    terminal.note(`Exported ${exported.count} files: ${exported.where}`)
  }

  /** A decision can come too late, or the disk be full: the person hears of it and goes on. */
  async #attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof AppError) || !isPassing(error)) throw error
      this.#drive.terminal.note(error.message)
    }
    await this.#refresh()
  }

  async #refresh(): Promise<void> {
    const view = await this.#drive.session.client('getLoop', { params: { loop_id: this.#drive.loopId }, query: {} })
    this.#tell(this.#followed.begin(view))
  }

  #tell(news: readonly ManifestEntry[]): void {
    const { terminal, approve } = this.#drive
    for (const entry of news) {
      const { status, decision, error } = entry
      if (status === 'queued') continue
      terminal.progress({ type: 'cycle', loop_id: this.loop.loop_id, ...placeOf(entry), status, decision, error })
      // The question shows what waits; the bar shows what goes well.
      const asked = approve === 'ask' && decision === null
      const said = terminal.live ? status === 'failed' && decision === null && !asked : status !== 'running' && !asked
      if (said && !terminal.json) terminal.note(entryLine(entry, this.loop.total_cycles))
    }
  }

  #show(): void {
    const { terminal } = this.#drive
    if (terminal.live) terminal.status(progressLine(progressOf(this.#followed), terminal.columns))
  }
}

/** What the person can do something about, and go on. */
const isPassing = ({ status, code }: AppError): boolean => status === 409 || code === 'disk_full' || code === 'path_refused'

const isDecision = (wish: Wish): boolean => wish === 'approve' || wish === 'reject' || wish === 'replay'

const placeOf = ({ cycle_index, retry_index }: ManifestEntry): Pick<ManifestEntry, 'cycle_index' | 'retry_index'> => ({ cycle_index, retry_index })

function urlsOf({ outputs: { images, audio, video, files } }: ManifestEntry): string[] {
  return [...images, ...audio, ...video, ...files].map(({ url }) => url)
}
