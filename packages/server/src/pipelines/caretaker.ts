import { AppError } from '@lemouf/core/error'
import { collectResources, loopsHeardBy, newsOf, upstreamSteps, workOf, type PipelineState, type PipelineWork, type StepFailure, type StepPlace, type StepState } from '@lemouf/core/pipeline'
import type { LoopState } from '@lemouf/core/loop'
import type { FastifyBaseLogger } from 'fastify'
import type { Loops } from '../loops/loops.ts'
import type { PipelineStore } from '../store/pipeline-store.ts'
import type { Pipelines } from './pipelines.ts'
import { startStepLoop } from './step-loop.ts'

export interface CaretakerParts {
  readonly pipelines: Pipelines
  readonly loops: Loops
  readonly store: PipelineStore
  readonly log: FastifyBaseLogger
}

/** What went wrong for another reason than the step's own is tried again after this long. */
const REST_MS = 2_000

/**
 * Sees to it that pipelines go on: tells them how the loops of their steps stand, and does the work that they wait for.
 * It looks at how things are and not at what it was told, so that nothing is missed by a program that was killed in between.
 */
export class Caretaker {
  readonly #parts: CaretakerParts
  /** The loops that each open pipeline waits for. */
  readonly #heard = new Map<string, readonly string[]>()
  /** Pipelines that are being looked after, and whether there was news meanwhile. */
  readonly #tending = new Map<string, { again: boolean; done: Promise<void> }>()
  readonly #rests = new Set<NodeJS.Timeout>()
  readonly #unsubscribe: readonly (() => void)[]
  #stopped = false

  constructor(parts: CaretakerParts) {
    this.#parts = parts
    const { pipelines, loops } = parts
    this.#unsubscribe = [
      pipelines.onCommit(({ state }) => this.#watch(state)),
      loops.onCommit(({ state: { loopId } }) => {
        // The loops of steps are named after their pipeline.
        const pipelineId = loopId.split('_', 1)[0] ?? ''
        if (this.#heard.get(pipelineId)?.includes(loopId) === true) this.#wake(pipelineId)
      }),
    ]
  }

  /** Takes up the pipelines that an earlier process left open. */
  async start(): Promise<void> {
    const { store, pipelines } = this.#parts
    for (const pipelineId of await store.open()) this.#watch(await pipelines.state(pipelineId))
  }

  /** Resolves once nothing is being done any more; what is left is taken up by the next start. */
  async stop(): Promise<void> {
    this.#stopped = true
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    for (const rest of this.#rests) clearTimeout(rest)
    await Promise.all([...this.#tending.values()].map(({ done }) => done))
  }

  #watch(state: PipelineState): void {
    const loops = loopsHeardBy(state)
    if (loops.length === 0) this.#heard.delete(state.pipelineId)
    else this.#heard.set(state.pipelineId, loops)
    if (loops.length > 0 || workOf(state).length > 0) this.#wake(state.pipelineId)
  }

  #wake(pipelineId: string): void {
    if (this.#stopped) return
    const known = this.#tending.get(pipelineId)
    if (known !== undefined) {
      known.again = true
      return
    }
    const turn = { again: true, done: Promise.resolve() }
    this.#tending.set(pipelineId, turn)
    turn.done = this.#tend(pipelineId, turn)
  }

  async #tend(pipelineId: string, turn: { again: boolean }): Promise<void> {
    try {
      while (turn.again && !this.#stopped) {
        turn.again = false
        await this.#hear(await this.#parts.pipelines.state(pipelineId))
        const state = await this.#parts.pipelines.state(pipelineId)
        for (const work of workOf(state)) await this.#perform(state, work)
      }
    } catch (error) {
      this.#parts.log.error({ err: error, pipelineId }, 'a pipeline could not be looked after; it is tried again')
      this.#rest(pipelineId)
    } finally {
      this.#tending.delete(pipelineId)
    }
  }

  #rest(pipelineId: string): void {
    if (this.#stopped) return
    const rest = setTimeout(() => {
      this.#rests.delete(rest)
      this.#wake(pipelineId)
    }, REST_MS)
    this.#rests.add(rest)
  }

  /** Tells a pipeline how its loops stand now. */
  async #hear(state: PipelineState): Promise<void> {
    const { pipelines } = this.#parts
    for (const loopId of loopsHeardBy(state)) {
      const loop = await this.#loop(loopId)
      if (loop !== undefined) await pipelines.execute(state.pipelineId, { type: 'hear', news: newsOf(loop) }, actorOf(state))
    }
  }

  async #loop(loopId: string): Promise<LoopState | undefined> {
    return orNotFound(this.#parts.loops.state(loopId))
  }

  async #perform(state: PipelineState, work: PipelineWork): Promise<void> {
    const { pipelines, loops } = this.#parts
    const meta = { by: actorOf(state) }
    switch (work.type) {
      case 'startLoop':
        return this.#orFail(state, work.step, async () => {
          await startStepLoop(loops, state, work.step, work.loopId)
          await this.#hear(state)
        })
      case 'stepLoop': {
        const { loopId, cycle, retry } = work
        const step = state.steps.find((one) => one.loopId === loopId)
        if (step === undefined) return undefined
        return this.#orFail(state, step, async () => {
          await loops.execute(loopId, { type: 'step', cycle, retry }, meta)
          await this.#hear(state)
        })
      }
      case 'collect':
        return this.#orFail(state, work.step, async () => {
          const resources = collectResources(state, work.step.nodeId, await this.#loopsBefore(state, work.step))
          await pipelines.execute(state.pipelineId, { type: 'compose', ...placeOf(state, work.step), resources }, meta.by)
        })
      case 'exitLoop':
        await orNotFound(loops.execute(work.loopId, { type: 'exit' }, meta))
        await pipelines.execute(state.pipelineId, { type: 'release', loopId: work.loopId }, meta.by)
    }
  }

  async #loopsBefore({ steps }: PipelineState, step: StepState): Promise<ReadonlyMap<string, LoopState>> {
    const loopIds = upstreamSteps(steps, step.nodeId).flatMap(({ role, loopId }) => (role === 'execute' && loopId !== undefined ? [loopId] : []))
    return new Map(await Promise.all(loopIds.map(async (loopId) => [loopId, await this.#parts.loops.state(loopId)] as const)))
  }

  /** A refusal is the step's failure, for a person to see; anything else is no fault of the step. */
  async #orFail(state: PipelineState, step: StepState, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error
      const failure: StepFailure = { code: error.code, message: error.message }
      await this.#parts.pipelines.execute(state.pipelineId, { type: 'failStep', ...placeOf(state, step), failure }, actorOf(state))
    }
  }
}

const placeOf = ({ run }: PipelineState, { nodeId, tries }: StepState): StepPlace => ({ nodeId, run, tries })
const actorOf = ({ pipelineId }: PipelineState): string => `pipeline ${pipelineId}`

async function orNotFound<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof AppError && error.code === 'loop_not_found') return undefined
    throw error
  }
}
