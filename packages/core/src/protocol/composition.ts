import * as z from 'zod'
import { editSchema, projectSchema, type Edit, type Project } from '../timeline/index.ts'
import { jsonSchema, loopIdSchema } from './json.ts'
import { pipelineIdSchema } from './pipeline.ts'

const RESERVED: ReadonlySet<string> = new Set(['list', 'create', 'import', 'export_manifest', 'export_profiles', 'export_execute'])

/** A composition's id: what file names and addresses can hold. */
export const compositionIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/, 'Use 1 to 64 letters, digits, - and _')
  .refine((id) => !RESERVED.has(id), 'This name is taken by a route')

// What is read is immutable inside the program, and who sends an edit has it as it is applied, with nothing left out.
const documentSchema = projectSchema as unknown as z.ZodType<Project, Project>
const editsSchema = z.array(editSchema as unknown as z.ZodType<Edit, Edit>)

/** A window of the studio: an id that it makes for itself and keeps over reloads. */
const clientSchema = z.string().min(1).max(64)
const sequenceSchema = z.int().min(1)
const nameSchema = z.string().trim().min(1).max(200)

/** What a first composition is put together from: what a loop approved, or what a pipeline's composition step lists (the last one unless named). */
export const compositionSourceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('loop'), loop_id: loopIdSchema }),
  z.object({ type: z.literal('pipeline'), pipeline_id: pipelineIdSchema, node_id: z.string().max(400).optional() }),
])
export type CompositionSource = z.output<typeof compositionSourceSchema>

/** A composition without its document. Times are milliseconds since 1970, `duration` is ticks (705,600,000 a second). */
export const compositionSummarySchema = z.object({
  composition_id: compositionIdSchema,
  name: z.string(),
  /** Counts everything that was done to it; an edit names the one it was made on. */
  revision: z.int().min(1),
  created_at: z.int(),
  updated_at: z.int(),
  /** Since when it is in the bin; null while it is not. */
  removed_at: z.int().nullable(),
  duration: z.int(),
  clips: z.int(),
  /** Thumbnail of the picture that comes first, which takes `?w=` in pixels. */
  thumb: z.string().nullable(),
  /** What it was first put together from. */
  source: compositionSourceSchema.nullable(),
})
export type CompositionSummary = z.output<typeof compositionSummarySchema>

export const versionSchema = z.object({ version_id: z.string(), name: z.string(), revision: z.int(), at: z.int(), by: z.string() })
export type CompositionVersion = z.output<typeof versionSchema>

/** How a window shows a composition: selection, zoom, playhead, panels, overlays. Belongs to no revision. */
const viewSchema = z.object({ client: clientSchema, at: z.int(), state: jsonSchema })

/** One thing that was done: the edits of one request, or what happened to the composition as a whole (then without edits). */
export const logEntrySchema = z.object({
  revision: z.int(),
  type: z.enum(['compositionCreated', 'compositionEdited', 'compositionRemoved', 'compositionRestored', 'versionNamed']),
  at: z.int(),
  by: z.string(),
  /** The window that sent it; null for what the server did. With `sequence` it tells a window its own edits. */
  client: clientSchema.nullable(),
  sequence: sequenceSchema.nullable(),
  /** Requests of one gesture are one step of undo. */
  gesture: z.string().nullable(),
  /** Whether it was done, taken back or done again, or came by itself and is no step of undo: for a window that builds its history anew. */
  step: z.enum(['do', 'undo', 'redo', 'follow']),
  edits: editsSchema,
  /** What takes it back, in the order in which it has to be done; only where it was asked for. */
  inverses: editsSchema.optional(),
})
export type LogEntry = z.output<typeof logEntrySchema>

export const logSchema = z.object({
  entries: z.array(logEntrySchema),
  /** After which revision to read on; null at the end. */
  next: z.int().nullable(),
})

export const compositionSchema = compositionSummarySchema.extend({
  document: documentSchema,
  /** That of the client asked for, else the one saved last; null before there is one. */
  view: viewSchema.nullable(),
  /** The latest sequence of the client asked for that was stored; 0 when none was, or no client was named. */
  sequence: z.int(),
  versions: z.array(versionSchema),
})
export type CompositionView = z.output<typeof compositionSchema>

export const createCompositionSchema = z.object({
  /** Named by the program unless said. */
  composition_id: compositionIdSchema.optional(),
  name: nameSchema.optional(),
  from: compositionSourceSchema.optional(),
})
export const createdCompositionSchema = z.object({
  composition: compositionSummarySchema,
  /** Sentences about what could not be taken, or was mended. */
  notes: z.array(z.string()),
})

export const editCompositionSchema = z.object({
  /** The revision that the edits were made on. */
  base_revision: z.int().min(1),
  /** Done in order, all or none: as many as a step of thousands of clips takes. */
  edits: editsSchema.min(1).max(20_000),
  client: clientSchema,
  /** Rises with each request of the client; the same one sent again is answered again and not done again. One that is past, or was stored with another gesture, is 409 `sequence_taken`. */
  sequence: sequenceSchema,
  gesture: z.string().min(1).max(100).optional(),
  step: logEntrySchema.shape.step.default('do'),
})
export const editedSchema = z.object({
  /** The revision that these edits made; unchanged where they changed nothing. */
  revision: z.int(),
  updated_at: z.int(),
  /** They had been stored before: the answer to the first sending was lost. */
  repeated: z.boolean(),
})

/** `details` of `composition_stale`: what was done since the base of the edits, or null where it is too much and the composition has to be loaded again. */
export const staleSchema = z.object({ composition_id: compositionIdSchema, revision: z.int(), since: z.array(logEntrySchema).nullable() })
export type Stale = z.output<typeof staleSchema>

/** Message `composition` of `/lemouf/events`, on the feed of all loops; replayed like `change`. `entries` is null where they are too much to tell: read them, or load anew. */
export const compositionChangeSchema = z.object({ composition: compositionSummarySchema, entries: z.array(logEntrySchema).nullable() })
export type CompositionChange = z.output<typeof compositionChangeSchema>

export const saveViewSchema = z.object({ client: clientSchema, state: jsonSchema })

/** A composition as a file. Media are named by the hash of their bytes, so that they are found again elsewhere. */
export const compositionFileSchema = z.object({
  format: z.literal('lemouf.composition'),
  version: z.literal(1),
  exported_at: z.int(),
  document: jsonSchema,
  media: z.array(z.object({ id: z.string().max(200), hash: z.string().regex(/^[0-9a-f]{64}$/), kind: z.string().max(20), mime: z.string().max(200), bytes: z.int().min(0), filename: z.string().max(1000) })),
})
export type CompositionFile = z.output<typeof compositionFileSchema>
