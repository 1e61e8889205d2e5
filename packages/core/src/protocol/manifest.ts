import * as z from 'zod'
import { ATTEMPT_STATUSES, DECISIONS, MAX_CANDIDATES } from '../loop/index.ts'
import { SEED_POLICIES } from '../workflow/index.ts'
import { assignmentsSchema, indexSchema, jsonSchema, loopIdSchema, seedSchema } from './json.ts'

/** What a seed input was given, by whomever: seeds go up to 2^64−1, and some nodes take −1 for any. */
const givenSeedSchema = z.custom<number | bigint>((value) => typeof value === 'number' || typeof value === 'bigint').meta({ description: 'An integer, exact; up to 2^64−1.' })

const mediaViewSchema = z.object({
  /** Opaque id in the media store. */
  media: z.string(),
  kind: z.enum(['image', 'audio', 'video', 'model', 'file']),
  /** Addresses on this server; `thumb` takes `?w=` in pixels: an image, a still of a film, the shape of a sound. */
  url: z.string(),
  thumb: z.string().optional(),
  mime: z.string(),
  bytes: z.int(),
  width: z.int().optional(),
  height: z.int().optional(),
  filename: z.string(),
  subfolder: z.string(),
  type: z.enum(['output', 'input', 'temp']),
})
export type MediaView = z.infer<typeof mediaViewSchema>

/** What an attempt returned, by kind. */
export const outputsSchema = z.object({
  images: z.array(mediaViewSchema),
  audio: z.array(mediaViewSchema),
  video: z.array(mediaViewSchema),
  files: z.array(mediaViewSchema),
  text: z.array(z.string()),
  json: z.array(jsonSchema),
})
export type OutputsView = z.infer<typeof outputsSchema>

/** One attempt of a cycle. Times are milliseconds since 1970. */
export const manifestEntrySchema = z.object({
  cycle_index: indexSchema,
  retry_index: indexSchema,
  /** Attempts that were made to choose among share a round; counts from 0 in each cycle. */
  round_index: indexSchema,
  status: z.enum(ATTEMPT_STATUSES),
  prompt_id: z.string(),
  decision: z.enum(DECISIONS).nullable(),
  /** Counts decisions and undos; send it with a decision that changes an earlier one. */
  revision: z.int(),
  decided_by: z.string().nullable(),
  decided_at: z.int().nullable(),
  reason: z.string().nullable(),
  outputs: outputsSchema,
  error: z.object({ code: z.string(), message: z.string(), node: z.object({ id: z.string(), type: z.string() }).optional() }).nullable(),
  /** What the loop gave the workflow's seed input; null when it gave none. */
  seed: givenSeedSchema.nullable(),
  /** Resolved inputs, by `NodeID.Param`. */
  inputs: assignmentsSchema,
  edits: assignmentsSchema,
  worker: z.string().nullable(),
  workflow_hash: z.string(),
  created_at: z.int(),
  started_at: z.int().nullable(),
  ended_at: z.int().nullable(),
  updated_at: z.int(),
})
export type ManifestEntry = z.infer<typeof manifestEntrySchema>

export const LOOP_STATUSES = ['empty', 'ready', 'running', 'waiting', 'paused', 'failed', 'complete', 'exited'] as const

export const loopSummarySchema = z.object({
  loop_id: loopIdSchema,
  status: z.enum(LOOP_STATUSES),
  mode: z.enum(['auto', 'manual']),
  total_cycles: z.int(),
  current_cycle: z.int(),
  current_retry: z.int(),
  approved: z.int(),
  workflow_name: z.string().nullable(),
  /** Address of the thumbnail of its newest picture, which takes `?w=` in pixels; absent while there is none. */
  cover: z.string().optional(),
  seq: z.int(),
  created_at: z.int(),
  updated_at: z.int(),
})
export type LoopSummary = z.infer<typeof loopSummarySchema>

export const loopViewSchema = loopSummarySchema.extend({
  approve: z.enum(['ask', 'all']),
  lookahead: z.int(),
  /** Attempts that a cycle is opened with, to choose among. */
  candidates: z.int().min(1).max(MAX_CANDIDATES),
  seeds: z.enum(SEED_POLICIES),
  /** What all seeds derive from; null: the loop's id. */
  seed: seedSchema.nullable(),
  /** Nothing new is queued, whatever the status. */
  paused: z.boolean(),
  overrides: assignmentsSchema,
  loop_map: jsonSchema.nullable(),
  loop_map_error: z.string().nullable(),
  payload: jsonSchema.nullable(),
  payload_error: z.string().nullable(),
  /** Where the payload came from; null for one that the workflow itself holds. `edited`: a person has changed what was returned. */
  payload_origin: z.object({
    source: z.enum(['given', 'file', 'loop_return']),
    edited: z.boolean(),
    from: z.object({ loop_id: loopIdSchema, cycle_index: indexSchema, retry_index: indexSchema }).nullable(),
  }).nullable(),
  workflow_source: z.string().nullable(),
  manifest: z.array(manifestEntrySchema),
  last_error: z.string().nullable(),
  runtime_state: jsonSchema.nullable(),
})
export type LoopView = z.infer<typeof loopViewSchema>
