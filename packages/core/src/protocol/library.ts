import * as z from 'zod'
import { DECISIONS } from '../loop/index.ts'
import { indexSchema, loopIdSchema } from './json.ts'
import { mediaIdSchema, mediaInfoSchema } from './media.ts'
import { pipelineIdSchema } from './pipeline.ts'

/** Where something in the library comes from. */
const originSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('loop'),
    loop_id: loopIdSchema,
    cycle_index: indexSchema,
    retry_index: indexSchema,
    /** Index among the attempt's outputs. */
    output_index: indexSchema,
    decision: z.enum(DECISIONS).nullable(),
  }),
  z.object({ type: z.literal('pipeline'), pipeline_id: pipelineIdSchema, node_id: z.string(), resource_id: z.string() }),
  z.object({ type: z.literal('upload'), added_at: z.int() }),
])
export type LibraryOrigin = z.infer<typeof originSchema>

/** Something that a composition can be made of. What has the same bytes is one. */
export const libraryItemSchema = z.object({
  /** The same for the same bytes, or the same address, however often it is listed. */
  id: z.string(),
  kind: mediaInfoSchema.shape.kind,
  name: z.string(),
  /** Null for what lies elsewhere: then `url` says where, if it can be opened at all. */
  media: mediaIdSchema.nullable(),
  url: z.string().nullable(),
  mime: z.string().nullable(),
  bytes: z.number().nullable(),
  /** Its bytes are gone, or it lies on a disk that is not this server's. */
  missing: z.boolean(),
  thumb: z.string().nullable(),
  filmstrip: z.string().nullable(),
  peaks: z.string().nullable(),
  /** What is in it, where that was looked at already; else `getMediaInfo` looks. */
  contents: mediaInfoSchema.shape.contents,
  /** All places it comes from, in the order of the library: its loop results, its pipeline, what was added. */
  origins: z.array(originSchema).min(1),
})
export type LibraryItem = z.infer<typeof libraryItemSchema>

export const libraryQuerySchema = z.object({
  /** The results of this loop. */
  loop_id: loopIdSchema.optional(),
  /** The resources of this pipeline's composition step. */
  pipeline_id: pipelineIdSchema.optional(),
  /** Which composition step; the last one unless said. */
  node_id: z.string().max(400).optional(),
  /** `all`: also results that are not approved. */
  results: z.enum(['approved', 'all']).default('approved'),
  /** Only the results of this cycle of the loop: for who lists them already and hears that it changed. */
  cycle_index: z.coerce.number().int().min(0).max(1_000_000).optional(),
  /** What people added. */
  uploads: z.enum(['all', 'none']).default('all'),
  kind: mediaInfoSchema.shape.kind.optional(),
  /** How many to skip, and how many to give. */
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
})
export type LibraryQuery = z.output<typeof libraryQuerySchema>

export const librarySchema = z.object({ items: z.array(libraryItemSchema), total: z.int(), next: z.int().nullable() })
