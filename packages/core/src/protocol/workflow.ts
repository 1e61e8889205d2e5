import * as z from 'zod'
import { MAX_CANDIDATES } from '../loop/index.ts'
import { SEED_POLICIES } from '../workflow/index.ts'
import { assignmentsSchema, indexSchema, jsonSchema, loopIdSchema, seedSchema } from './json.ts'

export const findingSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  message: z.string(),
  node: z.object({ id: z.string(), title: z.string(), classType: z.string() }).optional(),
  input: z.string().optional(),
  remedy: z.string(),
})

export const mappingViewSchema = z.object({
  path: z.string(),
  selector: z.string(),
  targets: z.array(z.object({ nodeId: z.string(), title: z.string(), input: z.string(), type: z.string() })),
  firstValue: jsonSchema.optional(),
})

/** Where one cycle's value of a mapping goes. */
export const mappedValueSchema = mappingViewSchema.omit({ firstValue: true }).extend({
  /** What the first try gets; `$auto_seed` where that is made with the attempt; absent when its targets keep what they have. */
  value: jsonSchema.optional(),
  /** Why there is no value, as a sentence. */
  fault: z.string().optional(),
})

export const workflowProfileSchema = z.object({
  profile_id: z.string(),
  profile_version: z.string(),
  ui_contract_version: z.string(),
  workflow_kind: z.enum(['master', 'branch']),
})
export type WorkflowProfileView = z.infer<typeof workflowProfileSchema>

/** A node that the result of a cycle could be taken from, and what it saves or makes. */
const outputCandidateSchema = z.object({ node: z.string(), title: z.string(), class_type: z.string(), type: z.string() })

/** A workflow to look at or to run: by its file's name, as UI workflow JSON, or as an API prompt (with its graph beside it). */
export const workflowChoiceSchema = z.object({
  name: z.string().max(400).optional(),
  workflow: jsonSchema.optional(),
  prompt: jsonSchema.optional(),
  /** Where a workflow without Loop Return takes its result from: a node id of the prompt, such as `9` or `5:12`. */
  output_node: z.string().min(1).max(400).optional(),
})

/** An input that can be set by an override. */
const settableInputSchema = z.object({
  /** As overrides name it: `NodeID.Param`. */
  key: z.string(),
  node: z.string(),
  title: z.string(),
  class_type: z.string(),
  input: z.string(),
  /** `INT`, `STRING`, `COMBO`, …; `?` where no generating server knows the class. */
  type: z.string(),
  /** What the workflow holds. */
  value: jsonSchema,
  choices: z.array(z.string()).optional(),
})
export type SettableInputView = z.infer<typeof settableInputSchema>

const settingsShape = {
  /** Null: as many as the payload has entries, which a running loop goes back to. */
  total_cycles: z.int().min(1).max(1_000_000).nullable().optional(),
  mode: z.enum(['auto', 'manual']).optional(),
  approve: z.enum(['ask', 'all']).optional(),
  lookahead: z.int().min(0).max(100).optional(),
  /** Attempts that a cycle is opened with, to choose among. */
  candidates: z.int().min(1).max(MAX_CANDIDATES).optional(),
  /** `map`: as the Loop Map says. `each`: every attempt another. `cycle`: one a cycle, kept by its retries and candidates. `fixed`: one for all. */
  seeds: z.enum(SEED_POLICIES).optional(),
  /** What all seeds, and `$auto_seed`, derive from; null: the loop's id. */
  seed: seedSchema.nullable().optional(),
}
export const loopSettingsSchema = z.object(settingsShape)

export const validateRequestSchema = workflowChoiceSchema.extend({
  payload: jsonSchema.optional(),
  overrides: assignmentsSchema.optional(),
  total_cycles: settingsShape.total_cycles,
  candidates: settingsShape.candidates,
  seeds: settingsShape.seeds,
  seed: settingsShape.seed,
})
export const validateResponseSchema = z.object({
  ok: z.boolean(),
  findings: z.array(findingSchema),
  mappings: z.array(mappingViewSchema),
  /** For a workflow without Loop Return, also when one of them was chosen; the likeliest first. */
  output_candidates: z.array(outputCandidateSchema),
  /** What overrides can set, node by node. */
  settable: z.array(settableInputSchema),
  total_cycles: indexSchema,
  payload: jsonSchema.nullable(),
  workflow_profile: workflowProfileSchema.nullable(),
})
export type ValidateResponse = z.infer<typeof validateResponseSchema>

/** What an attempt of a loop returned as JSON; without a retry the approved one, else the last that returned. */
export const returnedBySchema = z.object({ loop_id: loopIdSchema, cycle_index: indexSchema.default(0), retry_index: indexSchema.optional() })

export const startRequestSchema = validateRequestSchema.extend({
  ...settingsShape,
  loop_id: loopIdSchema.optional(),
  /** Where the payload comes from, for the history; without `payload` it is taken from there. */
  payload_from: returnedBySchema.optional(),
})
export type StartRequest = z.infer<typeof startRequestSchema>
export const startResponseSchema = z.object({ loop_id: z.string(), prompt_id: z.string(), findings: z.array(findingSchema) })

export const workflowListSchema = z.object({
  workflows: z.array(z.string()),
  master_workflows: z.array(z.string()),
  /** Those that are pipelines: they are run step by step and not as a loop. */
  pipelines: z.array(z.string()),
  /** What the author noted about a workflow; those without a note are left out. */
  workflow_notes: z.record(z.string(), z.string()),
  workflow_profiles: z.record(z.string(), workflowProfileSchema),
  /** Model files that a workflow says it needs, such as `checkpoints/sd_xl_base_1.0.safetensors`; those that name none are left out. */
  workflow_models: z.record(z.string(), z.array(z.string())),
  /** Files that could not be read as workflows, with the reason. */
  unreadable: z.array(z.object({ name: z.string(), message: z.string() })),
  folder: z.string(),
  exists: z.boolean(),
  count: z.int(),
})
export type WorkflowList = z.infer<typeof workflowListSchema>
