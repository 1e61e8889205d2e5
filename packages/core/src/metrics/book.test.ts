import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { approvedOf, decide, isOpen, type LoopCommand, type LoopState, type RecordedEvent } from '../loop/index.ts'
import { loopOf, type LoopOnPaper } from '../loop/testing.ts'
import { countOn, cycleKey, endsRun, figuresOf, HOUR_MS, isCounted, joined, NO_BOOK, NO_TALLY, waitingIn, type CycleFacts, type HourTally, type LoopBook, type MetricEvent, type Tally } from './index.ts'

const MINUTE = 60_000

/** Figures kept up with a loop's history, some events at a time, as a program keeps them. */
class Accounts {
  book: LoopBook = NO_BOOK
  readonly cycles = new Map<string, CycleFacts>()
  readonly hours = new Map<number, HourTally>()

  count(events: readonly MetricEvent[]): this {
    const keys = new Set(events.flatMap((event) => ('cycle' in event ? [cycleKey(event)] : [])))
    const ends = events.some(endsRun)
    const known = new Map([...this.cycles].filter(([key, cycle]) => keys.has(key) || (ends && waitingIn(cycle) > 0)))
    const { book, cycles, tally } = countOn(this.book, known, events)
    this.book = book
    for (const [key, cycle] of cycles) this.cycles.set(key, cycle)
    for (const [hour, more] of tally) this.hours.set(hour, joined(this.hours.get(hour) ?? NO_TALLY, more))
    return this
  }

  get total(): HourTally {
    return [...this.hours.values()].reduce((sum, hour) => joined(sum, hour), NO_TALLY)
  }

  get figures() {
    return figuresOf(this.total)
  }

  get waiting(): number {
    return this.total.counts.arrived - this.total.counts.settled
  }
}

/** A loop's history with a minute, or as told, between its commands. */
const history = ({ events }: LoopOnPaper, stepMs = MINUTE): readonly MetricEvent[] =>
  events.flatMap((event: RecordedEvent) => (isCounted(event) ? [{ ...event, at: event.at * stepMs }] : []))
const accountsOf = (loop: LoopOnPaper, stepMs?: number): Accounts => new Accounts().count(history(loop, stepMs))

const begun = (cycles: number, more: object = {}): LoopOnPaper => loopOf(cycles).do({ type: 'configure', config: more }).do({ type: 'step' })
const judged = (cycle: number, retry: number, decision: 'approve' | 'reject' | 'replay' | 'discard'): LoopCommand => ({ type: 'decide', cycle, retry, decision, revision: 0 })
const worked = (loop: LoopOnPaper, cycle: number, retry: number): LoopOnPaper => loop.do({ type: 'start', run: loop.state.run, cycle, retry, worker: 'w' }).returns(cycle, retry)
const close = (value: number): unknown => expect.closeTo(value, -Math.log10(value * 0.05))

describe('the figures of a loop', () => {
  test('one cycle approved at once, one after two retries', () => {
    const loop = worked(begun(2), 0, 0).do(judged(0, 0, 'approve'))
    worked(loop, 1, 0).do(judged(1, 0, 'reject'))
    worked(loop, 1, 1).do(judged(1, 1, 'replay'))
    worked(loop, 1, 2).do(judged(1, 2, 'approve'))
    expect(accountsOf(loop).figures).toEqual({
      decisions: 4,
      medianDecisionMs: close(MINUTE),
      cycles: 2,
      firstPass: 0.5,
      retriesPerCycle: 1,
      approved: 2,
      personMsPerApproved: 2 * MINUTE,
      machineMsPerApproved: 2 * MINUTE,
    })
    expect(accountsOf(loop).waiting).toBe(0)
  })

  test('what a rule approved waited for nobody and says nothing of first passes', () => {
    const { figures, waiting } = accountsOf(worked(begun(1, { approve: 'all' }), 0, 0))
    expect(figures).toMatchObject({ decisions: 0, medianDecisionMs: null, cycles: 0, firstPass: null, approved: 1, personMsPerApproved: 0, machineMsPerApproved: MINUTE })
    expect(waiting).toBe(0)
  })

  test('an undone decision does not count, and its result waits again', () => {
    const loop = worked(begun(1), 0, 0).do(judged(0, 0, 'approve')).do({ type: 'undo', cycle: 0, retry: 0 })
    expect(accountsOf(loop).figures).toMatchObject({ decisions: 0, cycles: 0, approved: 0, personMsPerApproved: null })
    expect(accountsOf(loop).waiting).toBe(1)
  })

  test('the first decision on a result counts, not the one that supersedes it', () => {
    const loop = worked(begun(1), 0, 0).do(judged(0, 0, 'discard')).do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve', revision: 1 })
    expect(accountsOf(loop).figures).toMatchObject({ decisions: 1, medianDecisionMs: close(MINUTE), cycles: 1, firstPass: 1, approved: 1 })
  })

  test('an approval that another pushed aside is one approval, and no decision of a person on the other', () => {
    const loop = worked(begun(1), 0, 0).do(judged(0, 0, 'reject'))
    worked(loop, 0, 1).do(judged(0, 1, 'approve')).do({ type: 'decide', cycle: 0, retry: 0, decision: 'approve', revision: 1 })
    expect(accountsOf(loop).figures).toMatchObject({ decisions: 2, approved: 1, cycles: 1, firstPass: 1, retriesPerCycle: 1 })
  })

  test('a first round of several counts as one go, and is decided when the last of it is', () => {
    const two = loopOf(1).do({ type: 'configure', config: { mode: 'manual' } }).do({ type: 'step', cycle: 0 }).do({ type: 'step', cycle: 0, retry: 1 })
    const one = worked(worked(two, 0, 0), 0, 1).do(judged(0, 0, 'reject'))
    expect(accountsOf(one).figures).toMatchObject({ cycles: 0, firstPass: null })
    one.do(judged(0, 1, 'approve'))
    expect(accountsOf(one).figures).toMatchObject({ cycles: 1, firstPass: 1, retriesPerCycle: 0 })
  })

  test('a break is not a person’s time, though the result waited', () => {
    const loop = worked(begun(1), 0, 0).do(judged(0, 0, 'approve'))
    expect(accountsOf(loop, 8 * HOUR_MS).figures).toMatchObject({ medianDecisionMs: close(8 * HOUR_MS), personMsPerApproved: 5 * MINUTE })
  })

  test('of results made ahead each takes a person’s time from the decision before', () => {
    const loop = begun(3, { lookahead: 2 })
    for (const cycle of [0, 1, 2]) worked(loop, cycle, 0)
    for (const cycle of [0, 1, 2]) loop.do(judged(cycle, 0, 'approve'))
    expect(accountsOf(loop).figures).toMatchObject({ approved: 3, personMsPerApproved: ((5 + 1 + 1) * MINUTE) / 3, machineMsPerApproved: MINUTE })
  })

  test('what counts stands in the hour in which it happened', () => {
    const loop = worked(begun(1), 0, 0).do(judged(0, 0, 'approve'))
    const { hours } = accountsOf(loop, HOUR_MS)
    const counted = [...hours].sort(([a], [b]) => a - b).map(([, { counts }]) => [counts.arrived, counts.settled, counts.decisions, counts.approved])
    expect(counted).toEqual([[1, 0, 0, 0], [0, 1, 1, 1]])
  })

  test('who left a loop, or began it anew, has nothing waiting there', () => {
    const loop = begun(2, { lookahead: 1 })
    worked(loop, 0, 0)
    worked(loop, 1, 0)
    expect(accountsOf(loop).waiting).toBe(2)
    loop.do({ type: 'exit' })
    expect(accountsOf(loop).waiting).toBe(0)
    worked(loop.do({ type: 'reset', keepWorkflow: true }).do({ type: 'step' }), 0, 0)
    expect(accountsOf(loop).waiting).toBe(1)
    loop.do({ type: 'reset', keepWorkflow: true })
    expect(accountsOf(loop).waiting).toBe(0)
  })
})

const CYCLES = 3
const place = { cycle: fc.nat(CYCLES), retry: fc.nat(3) }
const command: fc.Arbitrary<LoopCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant('step' as const), ...place }) },
  { weight: 8, arbitrary: fc.record({ type: fc.constant('decide' as const), ...place, decision: fc.constantFrom('approve', 'reject', 'replay', 'discard'), revision: fc.nat(3), discardSiblings: fc.constant(true as const) }, { requiredKeys: ['type', 'cycle', 'retry', 'decision', 'revision'] }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('undo' as const), ...place }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('start' as const), ...place, run: fc.nat(1), worker: fc.constant('w') }) },
  { weight: 9, arbitrary: fc.record({ type: fc.constant('return' as const), ...place, run: fc.nat(1), worker: fc.constant('w'), outputs: fc.constant([]) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('fail' as const), ...place, run: fc.nat(1), failure: fc.constant({ code: 'x', message: 'y' }) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('cancel' as const), ...place }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('configure' as const), config: fc.record({ lookahead: fc.nat(2), approve: fc.constantFrom('ask', 'all'), candidates: fc.integer({ min: 1, max: 3 }) }) }) },
  { weight: 1, arbitrary: fc.constantFrom({ type: 'reset', keepWorkflow: true } as const, { type: 'exit' } as const) },
)
const anyLoop = fc.array(command, { maxLength: 60 }).map((commands) => {
  const loop = begun(CYCLES, { lookahead: 2 })
  for (const one of commands) if (decide(loop.state, one).ok) loop.do(one)
  return loop
})

describe('of any history', () => {
  test('it does not matter in how many goes it is counted', () => {
    fc.assert(fc.property(anyLoop, fc.array(fc.nat(20)), (loop, sizes) => {
      const events = [...history(loop, 20 * MINUTE)]
      const inGoes = new Accounts()
      for (const size of sizes) inGoes.count(events.splice(0, size))
      const atOnce = accountsOf(loop, 20 * MINUTE)
      expect(plain(inGoes.count(events))).toEqual(plain(atOnce))
    }))
  })

  test('nothing is counted less than never, and parts are not more than their whole', () => {
    fc.assert(fc.property(anyLoop, (loop) => {
      for (const { counts, waits } of accountsOf(loop, 20 * MINUTE).hours.values()) {
        for (const number of [...Object.values(counts), ...waits.values()]) expect(number).toBeGreaterThanOrEqual(0)
        expect(counts.firstPass).toBeLessThanOrEqual(counts.cycles)
        expect([...waits.values()].reduce((sum, number) => sum + number, 0)).toBe(counts.decisions)
      }
    }))
  })

  test('approved and waiting are what the loop itself says', () => {
    fc.assert(fc.property(anyLoop, (loop) => {
      const accounts = accountsOf(loop)
      expect(accounts.waiting).toBe(waitingOf(loop.state))
      if (loop.state.run === 0) expect(accounts.figures.approved).toBe(loop.state.cycles.filter((cycle) => approvedOf(cycle) !== undefined).length)
    }))
  })
})

/** Returned and undecided, in cycles that still want one, of a loop that was not left. */
function waitingOf({ exited, cycles }: LoopState): number {
  if (exited !== 'no') return 0
  return cycles.filter((cycle) => approvedOf(cycle) === undefined).flatMap(({ attempts }) => attempts).filter((attempt) => attempt.status === 'returned' && isOpen(attempt)).length
}

/** Without hours in which nothing is left of what was counted. */
function plain({ hours }: Accounts): Tally {
  const kept = [...hours].map(([hour, { counts, waits }]) => [hour, { counts, waits: new Map([...waits].filter(([, number]) => number !== 0)) }] as const)
  return new Map(kept.filter(([, { counts }]) => Object.values(counts).some((number) => number !== 0)))
}
