import * as z from 'zod'
import { DECISIONS } from '../loop/index.ts'
import { indexSchema, jsonSchema } from './json.ts'

/** A row of a loop's history: who, when, what. */
export const historyEntrySchema = z.object({
  seq: z.int(),
  at: z.int(),
  by: z.string(),
  type: z.string(),
  data: jsonSchema,
  /** The attempt it is about, in the run it belongs to; null where it is about the loop. */
  place: z.object({ run: z.int(), cycle_index: indexSchema, retry_index: indexSchema }).nullable(),
  /** Of a decision: the next one on the same attempt, or its undoing; null while it is in force. */
  superseded_by: z.object({ seq: z.int(), at: z.int(), by: z.string(), decision: z.enum(DECISIONS).nullable() }).nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const historyQuerySchema = z.object({
  order: z.enum(['oldest', 'newest']).default('oldest'),
  /** Where to read on: after this number, oldest first, or before it, newest first. */
  after_seq: z.coerce.number().int().min(0).default(0),
  before_seq: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  /** `brief` leaves out prompts, graphs, payloads, inputs and results. */
  data: z.enum(['all', 'brief']).default('all'),
  /** `people` leaves out how attempts fare at the servers, unless they fail. */
  about: z.enum(['all', 'people', 'payload']).default('all'),
})
export type HistoryQuery = z.output<typeof historyQuerySchema>
