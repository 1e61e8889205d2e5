import * as z from 'zod'
import { RANGES, UNITS } from '../metrics/index.ts'
import { loopIdSchema } from './json.ts'

/** Figures of a span. Null where there is nothing to divide by. Durations are milliseconds, shares 0..1. */
export const figuresSchema = z.object({
  /** Results that a person decided on. */
  decisions: z.int(),
  /** From the result's return to a person's first decision on it; right to 2.5 %. */
  median_decision_ms: z.number().nullable(),
  /** Cycles whose first round a person decided. */
  cycles: z.int(),
  /** Share of these that were approved in the first round. */
  first_pass: z.number().nullable(),
  retries_per_cycle: z.number().nullable(),
  approved: z.int(),
  /** A person's time (looks of more than five minutes count as five) and that of machines, for each approved result. */
  person_ms_per_approved: z.number().nullable(),
  machine_ms_per_approved: z.number().nullable(),
  /** Results that waited for a person at the end of the span. */
  waiting: z.int(),
})
export type FiguresView = z.infer<typeof figuresSchema>

/** How generating servers spent their time, in milliseconds: at work, and idle while a person was waited for. */
export const useSchema = z.object({ busy_ms: z.int(), idle_ms: z.int() })
export type UseView = z.infer<typeof useSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const metricsQuerySchema = z.object({
  range: z.enum(RANGES).default('week'),
  /** One loop; all when absent. */
  loop_id: loopIdSchema.optional(),
  /** The asking person's time zone, such as `Europe/Paris`: their days are counted. */
  time_zone: z.string().max(64).refine(isTimeZone, 'no known time zone').default('UTC'),
})

const partSchema = figuresSchema.extend({
  /** When the part begins, in milliseconds since 1970. */
  at: z.int(),
  /** Of all servers together; null for one loop. */
  use: useSchema.nullable(),
})

export const metricsSchema = z.object({
  range: z.enum(RANGES),
  unit: z.enum(UNITS),
  totals: figuresSchema.extend({ use: useSchema.nullable() }),
  /** The parts of the range, oldest first; the last one is under way. */
  series: z.array(partSchema),
  /** Each server that did or could do anything in the range; empty for one loop. */
  servers: z.array(useSchema.extend({ name: z.string() })),
})
export type MetricsView = z.infer<typeof metricsSchema>

/** At most so many loops can be asked for by name. */
export const MAX_NAMED_LOOPS = 100

export const loopFiguresQuerySchema = z.object({
  /** Names separated by commas; all loops when absent. */
  loop_ids: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(loopIdSchema).max(MAX_NAMED_LOOPS))
    .optional(),
})

/** What each loop came to, from its beginning. Loops in which nothing was made yet are left out. */
export const loopFiguresSchema = z.object({ loops: z.array(figuresSchema.extend({ loop_id: z.string() })) })
export type LoopFigures = z.infer<typeof loopFiguresSchema>['loops'][number]
