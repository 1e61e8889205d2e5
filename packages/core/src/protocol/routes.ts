import * as z from 'zod'
import { DECISIONS } from '../loop/index.ts'
import {
  compositionFileSchema, compositionIdSchema, compositionSchema, compositionSummarySchema, createCompositionSchema, createdCompositionSchema, editCompositionSchema, editedSchema, logSchema, saveViewSchema, versionSchema,
} from './composition.ts'
import { historyEntrySchema, historyQuerySchema } from './history.ts'
import { assignmentsSchema, indexSchema, jsonSchema, loopIdSchema } from './json.ts'
import { LOOP_STATUSES, loopSummarySchema, loopViewSchema, manifestEntrySchema } from './manifest.ts'
import { libraryQuerySchema, librarySchema } from './library.ts'
import { filmstripQuerySchema, filmstripSchema, mediaIdSchema, mediaInfoSchema, proxySchema, relinkSchema, removedSchema, unusedSchema } from './media.ts'
import { outlineSchema } from './outline.ts'
import { pipelineChoiceSchema, pipelineIdSchema, pipelineSchema, resourceSchema, startPipelineSchema, stepPayloadSchema, validatePipelineSchema } from './pipeline.ts'
import { loopFiguresQuerySchema, loopFiguresSchema, metricsQuerySchema, metricsSchema } from './metrics.ts'
import { modelsSchema, serversSchema, serverUrlSchema, serverViewSchema, systemSchema } from './system.ts'
import {
  loopSettingsSchema, mappedValueSchema, returnedBySchema, startRequestSchema, startResponseSchema, validateRequestSchema, validateResponseSchema, workflowChoiceSchema, workflowListSchema,
  workflowProfileSchema,
} from './workflow.ts'

/** One route: everything that server, clients and OpenAPI need to know of it. */
export interface Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** With `:name` for parameters. Each also answers under `/api`. */
  readonly path: string
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly response: R
  /** UTF-16 code units that the body may have as text, where it is not the usual limit. */
  readonly limit?: number
}

const none = z.undefined()
const okSchema = z.object({ ok: z.literal(true) })
const loopParams = z.object({ loop_id: loopIdSchema })
const onLoop = z.object({ loop_id: loopIdSchema })
const onAttempt = onLoop.extend({ cycle_index: indexSchema, retry_index: indexSchema })

function get<P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  path: string, summary: string, parts: { params: P; query: Q; response: R },
): Route<P, Q, z.ZodUndefined, R> {
  return { method: 'GET', path, summary, body: none, ...parts }
}

function post<B extends z.ZodType, R extends z.ZodType>(path: string, summary: string, body: B, response: R, limit?: number): Route<z.ZodUndefined, z.ZodUndefined, B, R> {
  return { method: 'POST', path, summary, params: none, query: none, body, response, ...(limit === undefined ? {} : { limit }) }
}

const composition = z.object({ composition_id: compositionIdSchema })

/** A composition of 100,000 clips, taken back or opened, has about half as many characters. */
const WHOLE_COMPOSITION = 128 * 1024 * 1024

function onComposition<B extends z.ZodType, R extends z.ZodType>(path: string, summary: string, body: B, response: R, limit?: number): Route<typeof composition, z.ZodUndefined, B, R> {
  return { ...post(`/lemouf/composition/:composition_id/${path}`, summary, body, response, limit), params: composition }
}

/** The `prompt_id` of the attempt that was seen: in a loop begun anew another stands in its place, and the decision is refused. */
const promptIdSchema = z.string().max(64)

/** Where a loop stands after decisions. */
const standingSchema = z.object({
  ok: z.literal(true),
  current_cycle: z.int(),
  current_retry: z.int(),
  status: z.enum(LOOP_STATUSES),
  next_cycle_index: z.int(),
  next_retry_index: z.int(),
  /** The next attempt waits for a step (loops in `manual` mode). */
  needs_generation: z.boolean(),
})
const decisionResponse = standingSchema.extend({ decision: z.enum(DECISIONS).nullable(), revision: z.int() })
const decisionsResponse = standingSchema.extend({
  /** How many of the items hold now. */
  applied: z.int(),
  /** The others, in the order given, and why. */
  refused: z.array(z.object({ cycle_index: z.int(), retry_index: z.int(), code: z.string(), message: z.string() })),
})
export type DecisionsResponse = z.infer<typeof decisionsResponse>
export type DecisionResponse = z.infer<typeof decisionResponse>

/** The JSON routes of the server, by name. Media, uploads and the event stream are not JSON and stand beside them. */
export const routes = {
  listLoops: get('/lemouf/loop/list', 'All loops, the last changed first', {
    params: none, query: none, response: z.object({ loops: z.array(loopSummarySchema) }),
  }),
  getLoop: get('/lemouf/loop/:loop_id', 'One loop with its manifest', {
    params: loopParams,
    query: z.object({ manifest: z.enum(['all', 'none']).default('all') }),
    response: loopViewSchema,
  }),
  getManifest: get('/lemouf/loop/:loop_id/manifest', 'A page of the manifest, in order of cycle and retry', {
    params: loopParams,
    query: z.object({ from_cycle: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1000).default(200) }),
    response: z.object({ entries: z.array(manifestEntrySchema), next_cycle: z.int().nullable() }),
  }),
  getOutline: get('/lemouf/loop/:loop_id/outline', 'How every attempt stands, in columns', { params: loopParams, query: none, response: outlineSchema }),
  getHistory: get('/lemouf/loop/:loop_id/history', 'What happened to a loop: who, when, what', {
    params: loopParams,
    query: historyQuerySchema,
    response: z.object({ events: z.array(historyEntrySchema), next_seq: z.int().nullable() }),
  }),
  getLoopWorkflow: get('/lemouf/loop/:loop_id/workflow', 'The workflow of a loop, or one that attempts of its run were made with', {
    params: loopParams,
    /** An attempt's `workflow_hash`; absent: the workflow in use. */
    query: z.object({ hash: z.string().max(64).optional() }),
    response: z.object({ hash: z.string(), name: z.string().nullable(), prompt: jsonSchema, graph: jsonSchema.nullable() }),
  }),
  getMappings: get('/lemouf/loop/:loop_id/mappings', 'Where the values of a cycle go: payload path, node and input, value', {
    params: loopParams,
    query: z.object({ cycle: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
    response: z.object({ cycle_index: z.int(), mappings: z.array(mappedValueSchema) }),
  }),
  createLoop: post('/lemouf/loop/create', 'A new, empty loop', z.object({ loop_id: loopIdSchema.optional() }), z.object({ loop_id: z.string() })),
  startLoop: post('/lemouf/loop/start', 'Validate a workflow and start a loop with it', startRequestSchema, startResponseSchema),
  setWorkflow: post('/lemouf/loop/set_workflow', 'Give a loop its workflow, in API form, UI form or both',
    onLoop.extend(workflowChoiceSchema.shape), okSchema),
  setPayload: post('/lemouf/loop/payload', 'Give a loop its payload: as JSON, what another loop returned, or both: that as a person changed it',
    onLoop.extend({ payload: jsonSchema.optional(), from: returnedBySchema.optional() }), z.object({ ok: z.literal(true), total_cycles: z.int() })),
  configure: post('/lemouf/loop/config', 'Total cycles, mode, approval, lookahead, candidates, seeds, pause; what is left out stays',
    onLoop.extend(loopSettingsSchema.shape).extend({ paused: z.boolean().optional() }), z.object({ ok: z.literal(true), total_cycles: z.int() })),
  setOverrides: post('/lemouf/loop/overrides', 'Inputs set before the map, by NodeID.Param', onLoop.extend({ overrides: assignmentsSchema }), okSchema),
  step: post('/lemouf/loop/step', 'Queue the next attempt, or one by its place',
    onLoop.extend({ cycle_index: indexSchema.optional(), retry_index: indexSchema.optional() }), z.object({ ok: z.literal(true), prompt_id: z.string() })),
  decide: post('/lemouf/loop/decision', 'Approve, reject, replay or discard an attempt',
    onAttempt.extend({
      decision: z.enum(DECISIONS),
      revision: z.int().min(0).optional(),
      prompt_id: promptIdSchema.optional(),
      reason: z.string().max(4000).optional(),
      edits: assignmentsSchema.optional(),
      /** With `approve`: the cycle's other undecided results are discarded; undoing the approval brings them back. */
      discard_siblings: z.boolean().optional(),
    }), decisionResponse),
  decideMany: post('/lemouf/loop/decisions', 'One decision on many attempts, or its undoing: recorded at once, what is refused aside',
    onLoop.extend({
      decision: z.enum([...DECISIONS, 'undo']),
      items: z.array(z.object({ cycle_index: indexSchema, retry_index: indexSchema, revision: z.int().min(0).optional(), prompt_id: promptIdSchema.optional() })).min(1).max(10_000),
      reason: z.string().max(4000).optional(),
      discard_siblings: z.boolean().optional(),
    }), decisionsResponse),
  undo: post('/lemouf/loop/undo', 'Take back the decision in force on an attempt', onAttempt.extend({ revision: z.int().min(0).optional(), prompt_id: promptIdSchema.optional() }), decisionResponse),
  cancel: post('/lemouf/loop/cancel', 'Stop an attempt that is queued or running', onAttempt, okSchema),
  reset: post('/lemouf/loop/reset', 'Begin a loop anew; its history stays', onLoop.extend({ keep_workflow: z.boolean().default(true) }), okSchema),
  exit: post('/lemouf/loop/exit', 'Leave a loop: what is under way is cancelled', onLoop, z.object({ ok: z.literal(true), complete: z.boolean() })),
  exportApproved: post('/lemouf/loop/export_approved', 'Copy what was approved, with a manifest beside it', onLoop,
    z.object({ ok: z.literal(true), count: z.int(), folder: z.string(), path: z.string(), files: z.array(z.string()) })),
  setRuntimeState: post('/lemouf/loop/runtime_state', 'What a client keeps beside a loop to find its place again',
    onLoop.extend({ runtime_state: jsonSchema.optional(), clear: z.boolean().optional() }), okSchema),
  listWorkflows: get('/lemouf/workflows/list', 'The workflow files, by feature folder', { params: none, query: none, response: workflowListSchema }),
  loadWorkflow: post('/lemouf/workflows/load', 'One workflow file', z.object({ name: z.string().max(400) }),
    z.object({ ok: z.literal(true), name: z.string(), workflow: jsonSchema, workflow_profile: workflowProfileSchema })),
  validateWorkflow: post('/lemouf/workflows/validate', 'Preflight: would this run, and what goes where', validateRequestSchema, validateResponseSchema),
  listPipelines: get('/lemouf/pipeline/list', 'All pipelines that were run, the last changed first', {
    params: none, query: none, response: z.object({ pipelines: z.array(pipelineSchema) }),
  }),
  getPipeline: get('/lemouf/pipeline/:pipeline_id', 'One pipeline with its steps', { params: z.object({ pipeline_id: pipelineIdSchema }), query: none, response: pipelineSchema }),
  getResources: get('/lemouf/pipeline/:pipeline_id/resources', 'What a composition step is made of', {
    params: z.object({ pipeline_id: pipelineIdSchema }),
    query: z.object({ node_id: z.string().max(400).optional() }),
    response: z.object({ node_id: z.string(), resources: z.array(resourceSchema) }),
  }),
  validatePipeline: post('/lemouf/pipeline/validate', 'Preflight of every step of a pipeline workflow', pipelineChoiceSchema, validatePipelineSchema),
  startPipeline: post('/lemouf/pipeline/start', 'Validate a pipeline workflow and run it from its first step', startPipelineSchema, pipelineSchema),
  cancelPipeline: post('/lemouf/pipeline/cancel', 'Stop a pipeline; what was approved stays', z.object({ pipeline_id: pipelineIdSchema }), pipelineSchema),
  retryStep: post('/lemouf/pipeline/retry', 'Begin a step again that failed, or collect a composition anew',
    z.object({ pipeline_id: pipelineIdSchema, node_id: z.string().max(400) }), pipelineSchema),
  getStepPayload: get('/lemouf/pipeline/:pipeline_id/payload', 'What a step is given by the generate step before it, held or not', {
    params: z.object({ pipeline_id: pipelineIdSchema }),
    /** Absent: the first step that waits with its payload. */
    query: z.object({ node_id: z.string().max(400).optional() }),
    response: stepPayloadSchema,
  }),
  releasePayload: post('/lemouf/pipeline/payload', 'Let a step begin that waits with its payload, changed or as it was shown',
    z.object({ pipeline_id: pipelineIdSchema, node_id: z.string().max(400), payload: jsonSchema.optional() }), pipelineSchema),
  addServer: post('/lemouf/servers/add', 'Take a ComfyUI into use', z.object({ url: serverUrlSchema }), serversSchema),
  removeServer: post('/lemouf/servers/remove', 'Take an added ComfyUI out of use', z.object({ url: serverUrlSchema }), serversSchema),
  listServers: get('/lemouf/servers', 'The generating servers, each asked for its devices, queue and versions', {
    params: none, query: none, response: z.object({ servers: z.array(serverViewSchema) }),
  }),
  getModels: get('/lemouf/servers/models', 'The model files of a generating server, by folder', {
    params: none, query: z.object({ server: z.string().max(400) }), response: modelsSchema,
  }),
  getMetrics: get('/lemouf/metrics', 'Figures of a loop or of all: over a range and over time', { params: none, query: metricsQuerySchema, response: metricsSchema }),
  getLoopFigures: get('/lemouf/metrics/loops', 'The figures of each loop, from its beginning', { params: none, query: loopFiguresQuerySchema, response: loopFiguresSchema }),
  getMediaInfo: get('/lemouf/media/:id/info', 'What is in a medium: length, streams, codecs, size as shown', {
    params: z.object({ id: mediaIdSchema }), query: none, response: mediaInfoSchema,
  }),
  getFilmstrip: get('/lemouf/media/:id/filmstrip', 'How the filmstrip of a film is laid out, and where its sheets are', {
    params: z.object({ id: mediaIdSchema }), query: filmstripQuerySchema, response: filmstripSchema,
  }),
  ensureProxy: post('/lemouf/media/proxy', 'Have a small film made to move about in, or ask how far it is', z.object({ media: mediaIdSchema }), proxySchema),
  relinkMedia: post('/lemouf/media/relink', 'Give a medium whose bytes are missing those of another', relinkSchema, mediaInfoSchema),
  listUnused: get('/lemouf/media/unused', 'What people added and nothing refers to', { params: none, query: none, response: unusedSchema }),
  removeMedia: post('/lemouf/media/remove', 'Remove added media that nothing refers to', z.object({ media: z.array(mediaIdSchema).min(1).max(10_000) }), removedSchema),
  listLibrary: get('/lemouf/library', 'What a composition can be made of: results of a loop, resources of a pipeline, what was added', {
    params: none, query: libraryQuerySchema, response: librarySchema,
  }),
  listCompositions: get('/lemouf/composition/list', 'All compositions, the last changed first; or those in the bin', {
    params: none, query: z.object({ bin: z.enum(['0', '1']).default('0') }), response: z.object({ compositions: z.array(compositionSummarySchema) }),
  }),
  createComposition: post('/lemouf/composition/create', 'A new composition: empty, or put together from what a loop approved or a pipeline lists', createCompositionSchema, createdCompositionSchema),
  importComposition: post('/lemouf/composition/import', 'A new composition from a file; media are found by their hash', z.object({ file: compositionFileSchema }), createdCompositionSchema, WHOLE_COMPOSITION),
  getComposition: get('/lemouf/composition/:composition_id', 'A composition with its document, versions and how it was last seen', {
    params: composition, query: z.object({ client: z.string().max(64).optional() }), response: compositionSchema,
  }),
  getCompositionEdits: get('/lemouf/composition/:composition_id/edits', 'What was done to a composition after a revision, in order', {
    params: composition,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
      inverses: z.enum(['0', '1']).default('0'),
    }),
    response: logSchema,
  }),
  editComposition: onComposition('edits', 'Do edits on the revision they were made on; 409 with what was done since when it is past that', editCompositionSchema, editedSchema, WHOLE_COMPOSITION),
  renameComposition: onComposition('rename', 'Give a composition another name', z.object({ name: z.string().trim().min(1).max(200) }), compositionSummarySchema),
  duplicateComposition: onComposition('duplicate', 'A copy as it is now, with a history of its own', createCompositionSchema.omit({ from: true }), compositionSummarySchema),
  removeComposition: onComposition('remove', 'Put a composition in the bin', z.object({}), compositionSummarySchema),
  restoreComposition: onComposition('restore', 'Take a composition out of the bin', z.object({}), compositionSummarySchema),
  saveCompositionView: onComposition('view', 'Keep how a window shows a composition; the last one wins', saveViewSchema, okSchema),
  listVersions: get('/lemouf/composition/:composition_id/versions', 'The named versions of a composition, the newest first', {
    params: composition, query: none, response: z.object({ versions: z.array(versionSchema) }),
  }),
  nameVersion: onComposition('versions', 'Give the composition as it is now a name to come back to', z.object({ name: z.string().trim().min(1).max(200) }), versionSchema),
  restoreVersion: onComposition('versions/restore', 'Make a composition what a version was, as a new edit: nothing is lost', z.object({ version_id: z.string().max(64) }), compositionSummarySchema),
  getSystem: get('/lemouf/system', 'Versions, workers, disk', { params: none, query: none, response: systemSchema }),
}
export type RouteName = keyof typeof routes
