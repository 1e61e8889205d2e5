import { decide, initialState, reduce, type LoopCommand, type LoopState, type Output, type RecordedEvent } from './index.ts'
import { unwrap } from '../result.ts'
import type { Prompt } from '../workflow/index.ts'

/** Test notation: a loop and its history, moved on by commands. */
export class LoopOnPaper {
  state: LoopState = initialState('paper')
  readonly events: RecordedEvent[] = []
  #clock = 0

  /** Carries a command out and throws what is refused. */
  do(command: LoopCommand): this {
    const happened = unwrap(decide(this.state, command))
    this.#clock += 1
    for (const event of happened) {
      const recorded = { ...event, seq: this.state.seq + 1, at: this.#clock, by: 'tester' }
      this.events.push(recorded)
      this.state = reduce(this.state, recorded)
    }
    return this
  }

  /** The code of the refusal, or undefined when the command is accepted (and not carried out). */
  refusal(command: LoopCommand): string | undefined {
    const decided = decide(this.state, command)
    return decided.ok ? undefined : decided.error.code
  }

  returns(cycle: number, retry: number, outputs: readonly Output[] = [picture(`${cycle}-${retry}`)]): this {
    return this.do({ type: 'return', run: this.state.run, cycle, retry, worker: 'w', outputs })
  }

  /** `c0[returned:approve queued] c1[…]`: every attempt's status and decision at a glance. */
  get picture(): string {
    return this.state.cycles
      .map(({ attempts }, index) => {
        const shown = attempts.map((attempt) => [attempt.status, attempt.decisions.at(-1)?.decision].filter(Boolean).join(':'))
        return `c${index}[${shown.join(' ')}]`
      })
      .join(' ')
  }
}

export const picture = (name: string): Output => ({
  kind: 'image', media: name, filename: `${name}.png`, subfolder: '', folder: 'output', mime: 'image/png', bytes: 1,
})

const map = (mappings: readonly object[]): string => JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings })

/** A workflow of a text and a seed, mapped from the payload. */
export function promptWith(mappings: readonly object[] = [{ from: 'prompt', to: { node: 'id:1', input: 'text' } }, seedMapping]): Prompt {
  return {
    '1': { class_type: 'Generate', inputs: { text: '', seed: 0, image: '' } },
    '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    '3': { class_type: 'LoopMap', inputs: { map_json: map(mappings) } },
  }
}
const seedMapping = { from: 'seed', to: { node: 'id:1', input: 'seed' }, fallback: '$auto_seed', on_retry: '$auto_seed' }

/** A loop of `cycles` cycles with its workflow and payload, not started. */
export function loopOf(cycles: number, mappings?: readonly object[]): LoopOnPaper {
  const payload = Array.from({ length: cycles }, (_unused, index) => ({ prompt: `picture ${index}` }))
  return new LoopOnPaper()
    .do({ type: 'create' })
    .do({ type: 'setWorkflow', workflow: { hash: 'h', prompt: promptWith(mappings) } })
    .do({ type: 'setPayload', payload, source: 'given' })
}
