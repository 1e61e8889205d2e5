import { HOUR_MS, spanOf, type Range } from '@lemouf/core/metrics'
import type { LoopFigures, MetricsView } from '@lemouf/core/protocol'
import type { FastifyBaseLogger } from 'fastify'
import type { Store } from '../store/store.ts'
import { Accounts } from './accounts.ts'
import { reportOf, viewOf } from './report.ts'
import type { TimeSheet } from './time-sheet.ts'

/** What somebody asks to see. `timeZone`: theirs, an IANA name. */
export interface MetricsQuestion {
  readonly range: Range
  readonly loopId: string | undefined
  readonly timeZone: string
}

const TICK_MS = 60_000

/** The figures of loops and servers. Loops are counted when somebody asks, and once a minute, so that the first one who asks does not wait. */
export class Metrics {
  readonly #store: Store
  readonly #accounts: Accounts
  readonly #sheet: TimeSheet
  readonly #log: FastifyBaseLogger
  #timer: NodeJS.Timeout | undefined
  #ticking: Promise<void> = Promise.resolve()

  constructor(store: Store, sheet: TimeSheet, log: FastifyBaseLogger) {
    this.#store = store
    this.#accounts = new Accounts(store.metrics)
    this.#sheet = sheet
    this.#log = log
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
    this.#tick()
  }

  /** Resolves when the servers' last minute is written down and nothing is counted any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all([this.#accounts.stop(), this.#ticking]).then(() => this.#sheet.write(Date.now())).catch((error: unknown) => this.#lament(error))
  }

  /** The figures of a range that ends now. */
  async report({ range, loopId, timeZone }: MetricsQuestion): Promise<MetricsView> {
    await Promise.all([this.#accounts.catchUp(), this.#sheet.write(Date.now())])
    const { waiting, firstHour } = await this.#store.metrics.standing(loopId)
    const now = Date.now()
    const span = spanOf(range, now, timeZone, firstHour === undefined ? now : firstHour * HOUR_MS)
    const from = span.starts[0] ?? now
    const counted = await this.#store.metrics.parts({ starts: span.starts, loopId })
    const spent = loopId === undefined ? await this.#store.use.since(Math.ceil(from / HOUR_MS)) : undefined
    return reportOf({ range, span, counted, waiting, spent })
  }

  /** What each loop came to, from its beginning; only those named, if any are. */
  async loops(named: readonly string[] | undefined): Promise<readonly LoopFigures[]> {
    await this.#accounts.catchUp()
    const sums = await this.#store.metrics.loops(named)
    return sums.map(({ key, counts, waits }) => Object.assign(viewOf({ counts, waits }, counts.arrived - counts.settled), { loop_id: key }))
  }

  #tick(): void {
    const kept = Promise.all([this.#accounts.catchUp(), this.#sheet.write(Date.now())])
    this.#ticking = kept.then(() => undefined, (error: unknown) => this.#lament(error))
  }

  /** Events stay to be counted and times to be written; nothing else depends on figures. */
  #lament(error: unknown): void {
    this.#log.warn({ err: error }, 'figures could not be kept; they are caught up with later')
  }
}
