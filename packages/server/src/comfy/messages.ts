import type { Json, JsonObject } from '@lemouf/core/json'
import * as z from 'zod'

const jsonObject = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))

const nodeErrors = z.record(
  z.string(),
  z.object({
    errors: z.array(z.object({ type: z.string(), message: z.string(), details: z.string().catch('') })).default([]),
    class_type: z.string().catch('?'),
    dependent_outputs: z.array(z.string()).catch([]),
  }),
)

/** `POST /prompt` → 200, which may still carry errors of outputs that were dropped. */
export const promptAccepted = z.object({ prompt_id: z.string(), number: z.number().optional().catch(undefined), node_errors: nodeErrors.catch({}) })
export type PromptAccepted = z.infer<typeof promptAccepted>

/** `POST /prompt` → 400. */
export const promptRefused = z.object({
  error: z.union([z.object({ type: z.string(), message: z.string(), details: z.string().catch('') }), z.string()]),
  node_errors: nodeErrors.catch({}),
})
export type PromptRefused = z.infer<typeof promptRefused>

const queueRow = z.tuple([z.unknown(), z.string()]).rest(z.unknown())
export const queueAnswer = z.object({ queue_running: z.array(queueRow), queue_pending: z.array(queueRow) })

/** Lists of what an output node showed; anything that is not a list is not ComfyUI's `ui`. */
export type NodeOutput = Readonly<Record<string, readonly Json[]>>
const nodeOutput = z.record(z.string(), z.unknown()).transform((ui): NodeOutput => {
  return Object.fromEntries(Object.entries(ui).filter((entry): entry is [string, Json[]] => Array.isArray(entry[1])))
})

export const historyEntry = z.object({
  outputs: z.record(z.string(), nodeOutput.catch({})),
  status: z
    .object({ status_str: z.string(), completed: z.boolean(), messages: z.array(z.tuple([z.string(), jsonObject])).catch([]) })
    .nullish(),
})
export type HistoryAnswer = z.infer<typeof historyEntry>
export const historyAnswer = z.record(z.string(), historyEntry)

export const executionError = z.object({
  node_id: z.coerce.string().catch('?'),
  node_type: z.string().catch('?'),
  exception_message: z.string().catch('It gave no reason.'),
  exception_type: z.string().catch(''),
})

const said = z.string().nullable().catch(null)
const bytes = z.int().min(0).nullable().catch(null)
const device = z.object({ name: z.string().catch('?'), type: z.string().catch('?'), vram_total: z.int().min(0).catch(0), vram_free: z.int().min(0).catch(0) })

/** `GET /system_stats`; what a server leaves out is null. Memory is in bytes. */
export const systemStats = z.object({
  system: z.object({
    comfyui_version: z.string().catch('unknown'),
    python_version: said,
    pytorch_version: said,
    os: said,
    ram_total: bytes,
    ram_free: bytes,
  }),
  devices: z.array(device).catch([]),
})
export type SystemStats = z.infer<typeof systemStats>

/** `GET /models` names the folders, `GET /models/{folder}` the files in one. */
export const modelNames = z.array(z.string())

/** The text messages of `/ws` that matter here; others are passed over. */
export const socketMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('execution_start'), data: z.object({ prompt_id: z.string() }) }),
  z.object({ type: z.literal('execution_cached'), data: z.object({ prompt_id: z.string(), nodes: z.array(z.string()).catch([]) }) }),
  z.object({ type: z.literal('executing'), data: z.object({ prompt_id: z.string().nullish(), node: z.string().nullable() }) }),
  z.object({ type: z.literal('progress'), data: z.object({ prompt_id: z.string().nullish(), node: z.string().nullish(), value: z.number(), max: z.number() }) }),
  z.object({ type: z.literal('executed'), data: z.object({ prompt_id: z.string(), node: z.string(), output: nodeOutput.catch({}) }) }),
  z.object({ type: z.literal('execution_success'), data: z.object({ prompt_id: z.string() }) }),
  z.object({ type: z.literal('execution_error'), data: z.object({ prompt_id: z.string() }) }),
  z.object({ type: z.literal('execution_interrupted'), data: z.object({ prompt_id: z.string() }) }),
])
export type SocketMessage = z.infer<typeof socketMessage>

/** Whether a prompt is over. The history has it by then: `executing` without a node comes after it was written. */
export function endsPrompt(message: SocketMessage): boolean {
  if (message.type === 'executing') return message.data.node === null
  return message.type === 'execution_error' || message.type === 'execution_interrupted'
}
