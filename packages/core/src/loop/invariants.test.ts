import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringifyJson } from '../json.ts'
import { approvedOf, changesSetup, currentCycleOf, decide, decisionOf, isInFlight, isOpen, replay, restore, roundOf, setupOf, type LoopCommand, type LoopState, type RecordedEvent } from './index.ts'
import { loopOf, type LoopOnPaper, picture } from './testing.ts'

const CYCLES = 3
const place = { cycle: fc.nat(CYCLES), retry: fc.nat(3) }
const news = { ...place, run: fc.nat(1) }
const decision = fc.constantFrom('approve', 'reject', 'replay', 'discard')

const anyCommand: fc.Arbitrary<LoopCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant('step' as const), ...place }, { requiredKeys: ['type'] }) },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('decide' as const), ...place, decision, revision: fc.nat(4), reason: fc.constant('so'), edits: fc.constant({ '1.text': 'so' }), discardSiblings: fc.constant(true as const) }, { requiredKeys: ['type', 'cycle', 'retry', 'decision'] }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('undo' as const), ...place }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('start' as const), worker: fc.constant('w'), ...news }) },
  { weight: 8, arbitrary: fc.record({ ...news, type: fc.constant('return' as const), worker: fc.constant('w') }).map((one) => Object.assign(one, { outputs: [picture(`${one.cycle}-${one.retry}`)] })) },
  { weight: 2, arbitrary: fc.record({ ...news, type: fc.constant('fail' as const), failure: fc.constant({ code: 'x', message: 'y' }) }) },
  { weight: 1, arbitrary: fc.record({ ...place, type: fc.constant('cancel' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('configure' as const), config: fc.record({ mode: fc.constantFrom('auto', 'manual'), lookahead: fc.nat(2), approve: fc.constantFrom('ask', 'all'), candidates: fc.integer({ min: 1, max: 4 }), seeds: fc.constantFrom('map', 'each', 'cycle', 'fixed'), paused: fc.boolean() }, { requiredKeys: [] }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'reset', keepWorkflow: true } as const, { type: 'exit' } as const) },
)

/** Carries out what is accepted, and passes over what is refused. */
function play(commands: readonly LoopCommand[], each: (loop: LoopOnPaper, command: LoopCommand) => void = () => undefined): LoopOnPaper {
  const loop = loopOf(CYCLES).do({ type: 'step' })
  for (const command of commands) {
    if (decide(loop.state, command).ok) loop.do(command)
    each(loop, command)
  }
  return loop
}

/** A replay, and a change, take one attempt more, whatever else waits. */
const nothingAsked = anyCommand.filter((command) => command.type !== 'decide' || (command.edits === undefined && command.decision !== 'replay'))

/** The same without what a person asks for beside the loop's own rules, so that these can be looked at. */
const byRule = anyCommand.filter(({ type }) => type !== 'step' && type !== 'cancel')

const whileAuto = byRule.filter(({ type }) => type !== 'configure' && type !== 'reset' && type !== 'exit')

const attemptsOf = (state: LoopState) => state.cycles.flatMap((cycle) => cycle.attempts)

describe('after any commands', () => {
  test('at most one attempt of a cycle is approved, and it has returned', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      play(commands, ({ state }) => {
        for (const { attempts } of state.cycles) {
          const approved = attempts.filter((attempt) => decisionOf(attempt) === 'approve')
          expect(approved.length).toBeLessThanOrEqual(1)
          expect(approved.every((attempt) => attempt.status === 'returned')).toBe(true)
        }
      })
    }))
  })

  test('retries are dense and know their place', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      const { state } = play(commands)
      state.cycles.forEach((cycle, c) => cycle.attempts.forEach((attempt, r) => expect([attempt.cycle, attempt.retry]).toEqual([c, r])))
    }))
  })

  test('each revision of an attempt was decided at most once', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      const { events } = play(commands)
      const decided = events.flatMap((event) => (event.type === 'decided' || event.type === 'decisionUndone' ? [`${event.run}/${event.cycle}/${event.retry}@${event.revision}`] : []))
      expect(new Set(decided).size).toBe(decided.length)
    }))
  })

  test('the events give the state', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      const { state, events } = play(commands)
      expect(replay('paper', events)).toEqual(state)
    }))
  })

  test('setup and attempts, as a store keeps them, give the state', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      const { state, events } = play(commands)
      const lastSetup = events.findLastIndex(changesSetup)
      const setup = setupOf(replay('paper', events.slice(0, lastSetup + 1)))
      expect(restore(setup, { seq: state.seq, updatedAt: state.updatedAt, attempts: attemptsOf(state) })).toEqual(state)
    }))
  })

  test('a result stays as it was acknowledged, until the loop begins anew', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      let before: LoopState | undefined
      play(commands, ({ state }) => {
        if (before !== undefined && before.run === state.run) {
          for (const known of attemptsOf(before).filter((attempt) => attempt.status === 'returned')) {
            const now = state.cycles[known.cycle]!.attempts[known.retry]!
            expect([now.status, now.outputs, now.assignments]).toEqual([known.status, known.outputs, known.assignments])
          }
        }
        before = state
      })
    }))
  })

  test('by rule nothing is queued for a cycle that has an approval, nor more than there are to choose among', () => {
    fc.assert(fc.property(fc.array(nothingAsked, { maxLength: 60 }), (commands) => {
      let seen = play([]).events.length
      play(commands, ({ state, events }, command) => {
        const queued = events.slice(seen).filter((event) => event.type === 'attemptQueued')
        seen = events.length
        if (command.type === 'step') return
        if (state.config.mode !== 'auto' || state.config.paused) expect(queued).toEqual([])
        for (const { cycle } of queued) {
          expect(approvedOf(state.cycles[cycle])).toBeUndefined()
          expect(state.cycles[cycle]!.attempts.filter(isOpen).length).toBeLessThanOrEqual(state.config.candidates)
        }
      })
    }))
  })

  test('a replay makes one more, or a round; a plain rejection makes nothing while others wait', () => {
    fc.assert(fc.property(fc.array(whileAuto, { maxLength: 40 }), fc.record(place), fc.constantFrom('reject', 'replay'), (commands, at, sentBack) => {
      const { state } = play([{ type: 'configure', config: { candidates: 3 } }, ...commands])
      const attempt = state.cycles[at.cycle]?.attempts[at.retry]
      if (attempt === undefined) return
      const decided = decide(state, { type: 'decide', ...at, decision: sentBack, revision: attempt.revision })
      if (!decided.ok || decided.value.length === 0 || decisionOf(attempt) === 'approve') return
      const queued = decided.value.filter((event) => event.type === 'attemptQueued' && event.cycle === at.cycle).length
      const { candidates } = state.config
      const cycle = state.cycles[at.cycle]
      const waits = cycle!.attempts.some((other) => other.retry !== at.retry && isOpen(other))
      if (at.cycle !== currentCycleOf(state) || approvedOf(cycle) !== undefined) return
      if (!waits) expect(queued).toBe(candidates)
      else if (sentBack === 'replay') expect(queued).toBeGreaterThanOrEqual(1)
      else if (cycle!.attempts.filter(isOpen).length >= candidates) expect(queued).toBe(0)
    }), { numRuns: 500 })
  })

  test('a round is no higher than the retry that stands in it', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 60 }), (commands) => {
      for (const attempt of attemptsOf(play(commands).state)) expect(roundOf(attempt)).toBeLessThanOrEqual(attempt.retry)
    }))
  })

  test('in auto mode a current cycle that nobody has touched has all its candidates', () => {
    fc.assert(fc.property(fc.array(byRule, { maxLength: 60 }), (commands) => {
      const { state } = play(commands)
      const cycle = state.cycles[currentCycleOf(state)]
      const untouched = cycle?.attempts.every(({ decisions, revision, status }) => decisions.length === 0 && revision === 0 && status !== 'failed')
      if (state.config.mode !== 'auto' || state.config.paused || state.exited !== 'no' || untouched !== true) return
      expect(cycle!.attempts.filter(isOpen).length).toBeGreaterThanOrEqual(state.config.candidates)
    }))
  })

  test('an approved cycle has nothing under way', () => {
    fc.assert(fc.property(fc.array(byRule, { maxLength: 60 }), (commands) => {
      for (const cycle of play(commands).state.cycles) {
        if (approvedOf(cycle) !== undefined) expect(cycle.attempts.filter(isInFlight)).toEqual([])
      }
    }))
  })

  test('the seeds are as the policy says, and the same in a plan made again', () => {
    const policy = fc.record({ seeds: fc.constantFrom('each', 'cycle', 'fixed'), seed: fc.option(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })) })
    fc.assert(fc.property(policy, fc.array(byRule.filter(({ type }) => type !== 'configure' && type !== 'reset'), { maxLength: 40 }), (config, commands) => {
      const run = () => play([{ type: 'configure', config: { ...config, candidates: 2, lookahead: 1 } }, ...commands]).state
      const seeds = attemptsOf(run()).filter(({ cycle, retry }) => cycle + retry > 0).map(({ assignments, cycle }) => ({ cycle, seed: assignments['1.seed'] }))
      const distinct = new Set(seeds.map(({ seed }) => seed)).size
      if (config.seeds === 'each') expect(distinct).toBe(seeds.length)
      if (config.seeds === 'cycle') expect(distinct).toBe(new Set(seeds.map(({ cycle }) => cycle)).size)
      if (config.seeds === 'fixed') expect(distinct).toBeLessThanOrEqual(1)
      expect(attemptsOf(run()).map(({ assignments }) => assignments)).toEqual(attemptsOf(run()).map(({ assignments }) => assignments))
    }))
  })

  test('deciding changes nothing that it was given', () => {
    fc.assert(fc.property(fc.array(anyCommand, { maxLength: 40 }), anyCommand, (commands, last) => {
      const { state } = play(commands)
      const before = stringifyJson(state)
      decide(state, last)
      expect(stringifyJson(state)).toBe(before)
    }))
  })
})

describe('news of attempts', () => {
  const ahead = (): LoopOnPaper => loopOf(CYCLES).do({ type: 'configure', config: { lookahead: 2 } }).do({ type: 'step' })
  const aNews = fc.record({ cycle: fc.nat(CYCLES - 1), kind: fc.constantFrom('start', 'return', 'fail') })
  const told = (loop: LoopOnPaper, { cycle, kind }: { cycle: number; kind: string }): LoopOnPaper => {
    const key = { run: 0, cycle, retry: 0 }
    if (kind === 'start') return loop.do({ type: 'start', worker: 'w', ...key })
    if (kind === 'fail') return loop.do({ type: 'fail', failure: { code: 'x', message: 'y' }, ...key })
    return loop.returns(cycle, 0)
  }

  test('in any order, and repeated, gives the same state', () => {
    const shuffled = fc.array(aNews, { maxLength: 12 }).chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })))
    fc.assert(fc.property(shuffled, ([once, twice]) => {
      const a = once.reduce(told, ahead()).state
      const b = twice.reduce(told, ahead()).state
      expect(timeless(b)).toEqual(timeless(a))
    }))
  })
})

/** What remains of a state without the moments at which things became known. */
function timeless(state: LoopState): unknown {
  return attemptsOf(state).map(({ promptId, status, outputs, decisions, failure, assignments }) => {
    return { promptId, status, outputs, decisions, failure: status === 'failed' ? failure : undefined, assignments }
  })
}

test('of racing decisions on one candidate exactly one is accepted', () => {
  fc.assert(fc.property(fc.array(decision, { minLength: 2, maxLength: 50 }), (racers) => {
    const loop = loopOf(1).do({ type: 'step' }).returns(0, 0)
    const accepted = racers.filter((one) => {
      const command: LoopCommand = { type: 'decide', cycle: 0, retry: 0, decision: one, revision: 0 }
      if (!decide(loop.state, command).ok) return false
      loop.do(command)
      return true
    })
    expect(accepted).toHaveLength(1)
    expect(loop.events.filter((event: RecordedEvent) => event.type === 'decided' && event.retry === 0)).toHaveLength(1)
  }))
})
