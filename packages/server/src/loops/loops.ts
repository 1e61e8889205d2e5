import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import {
  attemptAt, changesSetup, decideAll, initialState, judgeAll, loopNotFound, reduceAll, restore, setupOf,
  type Attempt, type AttemptKey, type DecideCommand, type JudgedTogether, type LoopCommand, type LoopEvent, type LoopState, type Outcome, type RecordedEvent,
  type UndoCommand,
} from '@lemouf/core/loop'
import { fail, ok } from '@lemouf/core/result'
import type { Store } from '../store/store.ts'
import { summaryOf } from './view.ts'

/** What one command changed, after it is on disk. */
export interface Commit {
  readonly state: LoopState
  readonly events: readonly RecordedEvent[]
  /** The attempts that the events touched, as they are now. */
  readonly attempts: readonly Attempt[]
  /** Place of the last event in the live feed; 0 when nothing happened. */
  readonly lastEventId: number
  /** The answer to the request that asked for it, also when it was given before. */
  readonly answer?: Json
}

export interface CommandMeta {
  /** Who or what asks, for the history. */
  readonly by: string
  /** What to answer from the state it leads to. With a client's key for this request, the same key gets the first answer again. */
  readonly request?: { readonly key: string | undefined; readonly respond: (state: LoopState) => Json }
}

interface JudgeMeta extends Pick<CommandMeta, 'by'> {
  readonly key: string | undefined
  readonly respond: (state: LoopState, refused: JudgedTogether['refused']) => Json
}

/** Bounds of what is kept in memory, of all loops together: a cycle takes a kilobyte or two. */
const KEPT_LOOPS = 64
const KEPT_CYCLES = 250_000
const MAX_CONFLICTS = 5

/**
 * The loops as the program knows them: the only place where commands become events.
 * A command is acknowledged after its events are on disk; listeners hear of it after that, in order.
 */
export class Loops {
  readonly #store: Store
  readonly #states = new Map<string, LoopState>()
  readonly #tails = new Map<string, Promise<unknown>>()
  readonly #listeners = new Set<(commit: Commit) => void>()

  constructor(store: Store) {
    this.#store = store
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The loop's state. Errors: `loop_not_found`. */
  async state(loopId: string): Promise<LoopState> {
    // Read in turn with the commands: a state put together while one of them writes would be half of before, half of after.
    const state = this.#states.get(loopId) ?? (await this.#inTurn(loopId, () => this.#load(loopId)))
    if (state.seq === 0) throw loopNotFound(loopId)
    return state
  }

  /** Carries commands out, all of them or none, in turn with others of the loop. Throws what {@link decideAll} refuses. */
  execute(loopId: string, command: LoopCommand | readonly LoopCommand[], meta: CommandMeta): Promise<Commit> {
    const commands = 'type' in command ? [command] : command
    return this.#inTurn(loopId, () => this.#execute(loopId, (state) => decideAll(state, commands), meta))
  }

  /**
   * Carries many decisions out in one transaction; those that are refused are handed to `respond`, whose answer the commit carries.
   * Error: `loop_not_found`.
   */
  judge(loopId: string, commands: readonly DecideCommand[] | readonly UndoCommand[], { by, key, respond }: JudgeMeta): Promise<Commit> {
    let refused: JudgedTogether['refused'] = []
    const judged = (state: LoopState): Outcome => {
      if (state.seq === 0) return fail(loopNotFound(loopId))
      const all = judgeAll(state, commands)
      refused = all.refused
      return ok(all.events)
    }
    return this.#inTurn(loopId, () => this.#execute(loopId, judged, { by, request: { key, respond: (state) => respond(state, refused) } }))
  }

  #inTurn<T>(loopId: string, work: () => Promise<T>): Promise<T> {
    const mine = (this.#tails.get(loopId) ?? Promise.resolve()).then(work)
    const settled = mine.then(() => undefined, () => undefined)
    this.#tails.set(loopId, settled)
    void settled.then(() => this.#tails.get(loopId) === settled && this.#tails.delete(loopId))
    return mine
  }

  async #execute(loopId: string, decided: (state: LoopState) => Outcome, meta: CommandMeta): Promise<Commit> {
    for (let conflicts = 0; conflicts < MAX_CONFLICTS; conflicts++) {
      const state = await this.#load(loopId)
      const known = meta.request?.key === undefined ? undefined : await this.#store.findRequest(meta.request.key)
      if (known !== undefined) return { ...unchanged(state), answer: known.response }
      const happened = decided(state)
      if (!happened.ok) throw happened.error
      if (happened.value.length === 0) return { ...unchanged(state), ...(meta.request === undefined ? {} : { answer: meta.request.respond(state) }) }
      const commit = await this.#append(state, happened.value, meta)
      if (commit !== 'conflict') return commit
      this.#states.delete(loopId)
    }
    throw new AppError('internal', `The loop ${loopId} is being changed by another program faster than this one can follow. Try again.`)
  }

  async #append(state: LoopState, happened: readonly LoopEvent[], meta: CommandMeta): Promise<Commit | 'conflict'> {
    const at = Math.max(Date.now(), state.updatedAt)
    const events = happened.map((event, index): RecordedEvent => ({ ...event, seq: state.seq + 1 + index, at, by: meta.by }))
    const next = reduceAll(state, events)
    const attempts = touched(next, events)
    const answer = meta.request?.respond(next)
    const key = meta.request?.key
    const written = await this.#store.append({
      loopId: state.loopId,
      expectedSeq: state.seq,
      events,
      attempts,
      clearAttempts: next.run !== state.run,
      summary: summaryOf(next),
      ...(events.some(changesSetup) ? { setup: setupOf(next) } : {}),
      ...(key === undefined || answer === undefined ? {} : { request: { key, response: answer } }),
    })
    if (written === 'conflict') return written
    this.#keep(next)
    const commit = { state: next, events, attempts, lastEventId: written.lastEventId, ...(answer === undefined ? {} : { answer }) }
    for (const listener of this.#listeners) listener(commit)
    return commit
  }

  async #load(loopId: string): Promise<LoopState> {
    const known = this.#states.get(loopId)
    if (known !== undefined) {
      this.#keep(known)
      return known
    }
    const row = await this.#store.readLoop(loopId)
    if (row === undefined) return initialState(loopId)
    const state = restore(row.setup, { seq: row.seq, updatedAt: row.updatedAt, attempts: await this.#store.readAllAttempts(loopId) })
    this.#keep(state)
    return state
  }

  /** Keeps the loops used last in memory, this one in any case; any other is read again from the store. */
  #keep(state: LoopState): void {
    this.#states.delete(state.loopId)
    this.#states.set(state.loopId, state)
    let cycles = this.#states.values().reduce((sum, kept) => sum + kept.cycles.length, 0)
    for (const [loopId, kept] of this.#states) {
      if (this.#states.size === 1 || (this.#states.size <= KEPT_LOOPS && cycles <= KEPT_CYCLES)) return
      this.#states.delete(loopId)
      cycles -= kept.cycles.length
    }
  }
}

const unchanged = (state: LoopState): Commit => ({ state, events: [], attempts: [], lastEventId: 0 })

function touched(state: LoopState, events: readonly RecordedEvent[]): readonly Attempt[] {
  const keys = new Map<string, AttemptKey>()
  for (const event of events) if ('retry' in event) keys.set(`${event.cycle}/${event.retry}`, event)
  return [...keys.values()].flatMap((key) => attemptAt(state, key) ?? [])
}
