import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../json.ts'
import { payloadStep, pipelineStatusOf, replayPipeline, workOf, type LoopNews, type PipelineWork } from './index.ts'
import { PipelineOnPaper, planOf } from './testing.ts'

/** What the loops of a step go through, in order, each a stage of its life; a step whose last stage is a failure is retried by a person. */
type Life = readonly LoopNews['status'][]
const LIVES: readonly Life[] = [['running', 'complete'], ['running', 'waiting', 'running', 'waiting', 'complete'], ['running', 'failed', 'running', 'complete'], ['running', 'exited', 'ready', 'complete']]

/** Loops as a server would keep them: each made once, and each remembering all its news. */
class World {
  readonly pipeline: PipelineOnPaper
  readonly loops = new Map<string, LoopNews[]>()
  readonly made: string[] = []
  readonly #lives: readonly Life[]

  constructor(notation: string, lives: readonly Life[], holdPayload = false) {
    this.pipeline = new PipelineOnPaper().do({ type: 'run', plan: planOf(notation, { config: { approve: 'ask', lookahead: 0, holdPayload } }) })
    this.#lives = lives
  }

  /** Does a piece of work; a program that is killed does not get to hear what came of it. */
  perform(work: PipelineWork, killed: boolean): void {
    const { pipeline } = this
    if (work.type === 'startLoop') {
      expect(work.step.after.every((id) => pipeline.state.steps.some((step) => step.nodeId === id && step.status === 'done'))).toBe(true)
      if (!this.loops.has(work.loopId)) {
        this.made.push(work.loopId)
        this.loops.set(work.loopId, [this.#news(work.loopId, 0)])
      }
      if (!killed) this.tell(work.loopId)
    } else if (work.type === 'collect' && !killed) {
      pipeline.do({ type: 'compose', nodeId: work.step.nodeId, run: pipeline.state.run, tries: work.step.tries, resources: [] })
    }
  }

  /** The loop goes on by itself. */
  live(loopId: string): void {
    const news = this.loops.get(loopId)!
    if (news.length < this.#lifeOf(loopId).length) news.push(this.#news(loopId, news.length))
  }

  /** News of a loop as it once was, or as it is now. */
  tell(loopId: string, index = -1): void {
    this.pipeline.do({ type: 'hear', news: this.loops.get(loopId)!.at(index)! })
  }

  /** A person releases a payload that waits. */
  release(pick: number, payload?: Json): void {
    const held = this.pipeline.state.steps.filter((step) => step.held)
    const step = held[pick % Math.max(1, held.length)]
    if (step !== undefined) this.pipeline.do({ type: 'releasePayload', nodeId: step.nodeId, ...(payload === undefined ? {} : { payload }) })
  }

  /** Until nothing moves any more. */
  settle(): void {
    for (let before = -1; before !== this.#size(); ) {
      before = this.#size()
      for (const work of workOf(this.pipeline.state)) this.perform(work, false)
      this.release(0)
      for (const loopId of this.loops.keys()) {
        this.tell(loopId)
        this.live(loopId)
      }
    }
  }

  #size(): number {
    return this.pipeline.events.length + [...this.loops.values()].reduce((sum, news) => sum + news.length, 0)
  }

  #lifeOf(loopId: string): Life {
    return this.#lives[this.made.indexOf(loopId) % this.#lives.length]!
  }

  #news(loopId: string, stage: number): LoopNews {
    const status = this.#lifeOf(loopId)[stage]!
    return { loopId, seq: 3 + stage * 2, status, complete: status === 'complete', ...(status === 'failed' ? { failure: { code: 'x', message: `at ${stage}` } } : {}) }
  }
}

const notation = fc.constantFrom('g1 e2<1 c3<2', 'g1 e2<1 e3<2 c4<3', 'g1 e2<1 e3<1 c4<3', 'g1 g2 e3<1 e4<2 c5<3 c6<4', 'e1', 'c1')
const lives = fc.array(fc.constantFrom(...LIVES), { minLength: 1, maxLength: 3 })
const happening = fc.record({ what: fc.constantFrom('work', 'killed', 'live', 'news', 'restart', 'release'), pick: fc.nat(20), age: fc.nat(8) })

test('whatever the order, the repetition and the kills: each step runs once, after those before it, and the end is the same', () => {
  fc.assert(fc.property(notation, lives, fc.array(happening, { maxLength: 80 }), fc.boolean(), (plan, stages, happenings, hold) => {
    const world = new World(plan, stages, hold)
    for (const { what, pick, age } of happenings) {
      const works = workOf(world.pipeline.state)
      const loops = [...world.loops.keys()]
      const loopId = loops[pick % Math.max(1, loops.length)]
      const work = works[pick % Math.max(1, works.length)]
      if ((what === 'work' || what === 'killed') && work !== undefined) world.perform(work, what === 'killed')
      if (what === 'live' && loopId !== undefined) world.live(loopId)
      if (what === 'news' && loopId !== undefined) world.tell(loopId, age % world.loops.get(loopId)!.length)
      if (what === 'release') world.release(pick, age === 0 ? undefined : [age])
      if (what === 'restart') world.pipeline.state = replayPipeline('film', world.pipeline.events)
    }
    world.settle()
    const { state, events } = world.pipeline
    expect(pipelineStatusOf(state)).toBe('done')
    expect(state.steps.every(({ status, tries }) => status === 'done' && tries === 1)).toBe(true)
    expect(world.made.toSorted()).toEqual(state.steps.flatMap(({ loopId }) => loopId ?? []).toSorted())
    expect(new Set(world.made).size).toBe(world.made.length)
    const starts = events.flatMap((event) => (event.type === 'stepStarted' ? [event.nodeId] : []))
    expect(new Set(starts).size).toBe(starts.length)
    const released = events.flatMap((event) => (event.type === 'payloadReleased' ? [event.nodeId] : []))
    const fed = state.steps.filter(({ role, nodeId }) => role === 'execute' && payloadStep(state.steps, nodeId) !== undefined).map(({ nodeId }) => nodeId)
    expect(released.toSorted()).toEqual(hold ? fed.toSorted() : [])
    for (const nodeId of released) {
      const order = events.flatMap((event) => ('nodeId' in event && event.nodeId === nodeId ? [event.type] : []))
      expect(order.slice(0, 3)).toEqual(['payloadHeld', 'payloadReleased', 'stepStarted'])
    }
    expect(replayPipeline('film', events)).toEqual(state)
  }), { numRuns: 500 })
})
