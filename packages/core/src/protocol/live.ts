import * as z from 'zod'
import { indexSchema } from './json.ts'
import { loopSummarySchema, manifestEntrySchema } from './manifest.ts'

/**
 * Messages of `/lemouf/events` (server-sent events). `change` carries an id: a client that comes back with
 * `Last-Event-ID` gets what changed since; so does `pipeline` (`pipelineChangeSchema`), on the feed of all loops. `progress` and `preview` are momentary and are not replayed.
 */
export const changeSchema = z.object({
  loop: loopSummarySchema,
  /** What happened, in order. */
  events: z.array(z.object({ seq: z.int(), type: z.string(), at: z.int(), by: z.string() })),
  /** The attempts touched, as they are now. */
  entries: z.array(manifestEntrySchema),
  /** The loop began anew: entries known before are gone. */
  reset: z.boolean(),
})
export type Change = z.infer<typeof changeSchema>

export const progressSchema = z.object({
  loop_id: z.string(),
  cycle_index: indexSchema,
  retry_index: indexSchema,
  /** Share of the prompt that is done, 0..1. */
  done: z.number().min(0).max(1),
})
export type Progress = z.infer<typeof progressSchema>

export const previewSchema = z.object({
  loop_id: z.string(),
  cycle_index: indexSchema,
  retry_index: indexSchema,
  /** Address of the frame; changes with every frame. */
  url: z.string(),
})
export type Preview = z.infer<typeof previewSchema>

/** The stream begins with it: which client this is, and the id that its knowledge starts from. */
export const helloSchema = z.object({ last_event_id: z.int(), server_started_at: z.int() })
