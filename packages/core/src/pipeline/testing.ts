import { decidePipeline, initialPipeline, reducePipeline, type LoopNews, type PipelineCommand, type PipelinePlan, type PipelineState, type PlannedStep, type RecordedPipelineEvent } from './index.ts'
import { unwrap } from '../result.ts'

/** Test notation: `g1 e2<1 c3<2` is a generate step 1, an execute step 2 after it, a composition 3 after that. */
export function planOf(notation: string, more: Partial<PipelinePlan> = {}): PipelinePlan {
  const roles = { g: 'generate', e: 'execute', c: 'composition' } as const
  const steps = notation.split(' ').map((word): PlannedStep => {
    const [, letter = '', nodeId = '', after] = /^([gec])(\w+)(?:<(.+))?$/.exec(word) ?? []
    return { nodeId, title: `Step ${nodeId}`, role: roles[letter as keyof typeof roles], after: after?.split(',') ?? [] }
  })
  return { hash: 'h', graph: {}, steps, workflows: {}, given: {}, config: { approve: 'ask', lookahead: 0 }, ...more }
}

/** A pipeline and its history, moved on by commands. */
export class PipelineOnPaper {
  state: PipelineState = initialPipeline('film')
  readonly events: RecordedPipelineEvent[] = []
  #clock = 0

  /** Carries a command out and throws what is refused. */
  do(command: PipelineCommand): this {
    this.#clock += 1
    for (const event of unwrap(decidePipeline(this.state, command))) {
      const recorded = { ...event, seq: this.state.seq + 1, at: this.#clock, by: 'tester' }
      this.events.push(recorded)
      this.state = reducePipeline(this.state, recorded)
    }
    return this
  }

  /** The code of the refusal, or undefined when the command is accepted (and not carried out). */
  refusal(command: PipelineCommand): string | undefined {
    const decided = decidePipeline(this.state, command)
    return decided.ok ? undefined : decided.error.code
  }

  loopOf(nodeId: string): string {
    return this.state.steps.find((step) => step.nodeId === nodeId)?.loopId ?? ''
  }

  hear(nodeId: string, seq: number, status: LoopNews['status'], more: Partial<LoopNews> = {}): this {
    return this.do({ type: 'hear', news: { loopId: this.loopOf(nodeId), seq, status, complete: status === 'complete', ...more } })
  }

  /** `1 done, 2 review, 3 waiting`: every step at a glance. */
  get picture(): string {
    return this.state.steps.map(({ nodeId, status }) => `${nodeId} ${status}`).join(', ')
  }
}
