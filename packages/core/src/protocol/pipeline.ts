import * as z from 'zod'
import { PIPELINE_STATUSES, STEP_STATUSES } from '../pipeline/index.ts'
import { indexSchema, jsonSchema, loopIdSchema } from './json.ts'
import { outputsSchema } from './manifest.ts'
import { findingSchema, loopSettingsSchema, workflowProfileSchema } from './workflow.ts'

/** A pipeline's id. The loops of its steps are named after it, so it is shorter than theirs and has no `_`. */
export const pipelineIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9-]{0,39}$/, 'Use 1 to 40 letters, digits and -')
  .refine((id) => id !== 'list', 'This name is taken by the list of pipelines')

const plannedStepSchema = z.object({
  node_id: z.string(),
  title: z.string(),
  role: z.enum(['generate', 'execute', 'composition']),
  /** Its workflow's name in the library. */
  workflow: z.string().nullable(),
  /** The steps that it waits for. */
  after: z.array(z.string()),
})
export type PlannedStepView = z.infer<typeof plannedStepSchema>

/** Times are milliseconds since 1970. */
const stepSchema = plannedStepSchema.extend({
  /** `review`: a person is needed, at its loop or (`payload_held`) to release its payload. */
  status: z.enum(STEP_STATUSES),
  /** The loop that it runs, once it was begun; a composition has none. */
  loop_id: loopIdSchema.nullable(),
  started_at: z.int().nullable(),
  ended_at: z.int().nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** It waits until a person has seen its payload: `getStepPayload`, then `releasePayload`. */
  payload_held: z.boolean(),
  can_retry: z.boolean(),
  /** How many resources a composition holds. */
  resources: z.int().nullable(),
  /** How it went in the run before. */
  last: z.object({ status: z.enum(STEP_STATUSES), started_at: z.int(), ended_at: z.int().nullable() }).nullable(),
})
export type PipelineStepView = z.infer<typeof stepSchema>

export const pipelineSchema = z.object({
  pipeline_id: pipelineIdSchema,
  /** The workflow file that it was started with. */
  name: z.string().nullable(),
  run: z.int(),
  status: z.enum(PIPELINE_STATUSES),
  started_at: z.int(),
  ended_at: z.int().nullable(),
  updated_at: z.int(),
  seq: z.int(),
  steps: z.array(stepSchema),
})
export type PipelineView = z.infer<typeof pipelineSchema>

/** Message `pipeline` of `/lemouf/events`; replayed like `change`. */
export const pipelineChangeSchema = z.object({
  pipeline: pipelineSchema,
  /** What happened, in order. */
  events: z.array(z.object({ seq: z.int(), type: z.string(), at: z.int(), by: z.string() })),
})
export type PipelineChange = z.infer<typeof pipelineChangeSchema>

/** Something that a composition is made of. */
export const resourceSchema = z.object({
  /** The same for the same thing however often it is collected. */
  id: z.string(),
  kind: z.enum(['image', 'audio', 'video', 'model', 'file', 'text', 'json']),
  /** A file's name, or a label. */
  name: z.string(),
  /** Opaque id in the media store; null for what lies elsewhere. */
  media: z.string().nullable(),
  /** Where it can be opened; null for texts, data, and what only its own machine can open. `thumb` takes `?w=` in pixels. */
  url: z.string().nullable(),
  thumb: z.string().nullable(),
  mime: z.string().nullable(),
  bytes: z.number().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  seconds: z.number().nullable(),
  text: z.string().nullable(),
  value: jsonSchema.nullable(),
  /** The approved attempt that made it; null for what the step was given. */
  from: z.object({ node_id: z.string(), loop_id: loopIdSchema, cycle_index: indexSchema, retry_index: indexSchema, output_index: indexSchema }).nullable(),
})
export type ResourceView = z.infer<typeof resourceSchema>

/** What a step is given by the generate step before it. */
export const stepPayloadSchema = z.object({
  node_id: z.string(),
  held: z.boolean(),
  /** What the step gets: as it was returned, or as a person changed it. */
  payload: jsonSchema,
  /** What was returned. */
  returned: jsonSchema,
  edited: z.boolean(),
  /** Who released it; null while it is held for the first time, and where nothing is held. */
  released_by: z.string().nullable(),
  /** The step that it comes from, and all that this returned. */
  from: z.object({ node_id: z.string(), title: z.string(), loop_id: loopIdSchema, outputs: outputsSchema }),
})
export type StepPayloadView = z.infer<typeof stepPayloadSchema>

/** By the file's name, or as UI workflow JSON. */
export const pipelineChoiceSchema = z.object({ name: z.string().max(400).optional(), workflow: jsonSchema.optional() })

export const startPipelineSchema = pipelineChoiceSchema.extend({
  /** Named after the workflow unless said. */
  pipeline_id: pipelineIdSchema.optional(),
  /** Who approves the cycles of execute steps. */
  approve: z.enum(['ask', 'all']).default('ask'),
  /** Cycles that their loops make ahead. */
  lookahead: z.int().min(0).max(100).default(0),
  /** Steps that take what a generate step returned wait until a person has seen it, and perhaps changed it. */
  hold_payload: z.boolean().default(false),
  /** Further settings of the loops of execute steps. */
  candidates: loopSettingsSchema.shape.candidates,
  seeds: loopSettingsSchema.shape.seeds,
  seed: loopSettingsSchema.shape.seed,
})

/** Findings name the step that they are about. */
export const validatePipelineSchema = z.object({
  ok: z.boolean(),
  /** The pipeline that a start would run, unless another is said; its last run can be asked for under this id. */
  pipeline_id: pipelineIdSchema,
  findings: z.array(findingSchema.extend({ step: z.object({ node_id: z.string(), title: z.string() }).optional() })),
  steps: z.array(plannedStepSchema),
  workflow_profile: workflowProfileSchema,
})
export type ValidatePipelineResponse = z.infer<typeof validatePipelineSchema>
