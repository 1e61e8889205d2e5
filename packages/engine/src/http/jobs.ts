import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import type { HistoryEntry, PromptRow } from '../executor/history.ts'
import type { Worker } from '../executor/worker.ts'
import type { NodeUi } from '../nodes/node.ts'

export const JOB_STATUSES = ['pending', 'in_progress', 'completed', 'failed', 'cancelled'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** A job of `/api/jobs`; members without a value are left out. */
export type JobView = JsonObject & { readonly id: string; readonly status: JobStatus }

const PREVIEWABLE = new Set(['images', 'video', 'audio', '3d', 'text'])
const PREVIEW_TEXT_LENGTH = 1024

/** Every job that the engine knows: running, waiting, then those of history. */
export function listJobs(worker: Worker): readonly JobView[] {
  const running = worker.running === undefined ? [] : [viewRow(worker.running.row, 'in_progress')]
  const pending = worker.queue.list().map((job) => viewRow(job.row, 'pending'))
  return [...running, ...pending, ...worker.history.list().map(([, entry]) => viewEntry(entry))]
}

/** One job with its prompt and, once it has ended, all that it showed. */
export function findJob(worker: Worker, id: string): JsonObject | undefined {
  const entry = worker.history.get(id)
  if (entry !== undefined) {
    const { outputs, status } = entry
    return { ...viewEntry(entry), outputs, execution_status: status, workflow: workflowOf(entry.prompt) }
  }
  if (worker.running?.row[1] === id) return { ...viewRow(worker.running.row, 'in_progress'), workflow: workflowOf(worker.running.row) }
  const waiting = worker.queue.list().find((job) => job.row[1] === id)
  return waiting === undefined ? undefined : { ...viewRow(waiting.row, 'pending'), workflow: workflowOf(waiting.row) }
}

/** Interrupts or dequeues a job; false when it has ended already or is not known. */
export const cancelJob = (worker: Worker, id: string): boolean => worker.interrupt(id) || worker.delete(id)

const workflowOf = ([, , prompt, extraData]: PromptRow): JsonObject => ({ prompt, extra_data: extraData })

function viewRow(row: PromptRow, status: JobStatus): JobView {
  return present({ id: row[1], status, priority: row[0], create_time: row[3].create_time, outputs_count: 0, previewable_outputs_count: 0, workflow_id: workflowId(row) })
}

function viewEntry(entry: HistoryEntry): JobView {
  const row = entry.prompt
  const message = (...events: string[]): JsonObject | undefined => entry.status.messages.find(([event]) => events.includes(event))?.[1]
  const failed = message('execution_interrupted') === undefined ? 'failed' : 'cancelled'
  const items = outputItems(entry.outputs)
  return present({
    id: row[1],
    status: entry.status.completed ? 'completed' : failed,
    priority: row[0],
    create_time: row[3].create_time,
    execution_start_time: message('execution_start')?.timestamp,
    execution_end_time: message('execution_success', 'execution_error', 'execution_interrupted')?.timestamp,
    execution_error: message('execution_error'),
    outputs_count: items.length,
    previewable_outputs_count: items.filter(({ mediaType }) => PREVIEWABLE.has(mediaType)).length,
    preview_output: choosePreview(items) ?? textPreview(entry.outputs),
    workflow_id: workflowId(row),
  })
}

function workflowId(row: PromptRow): Json | undefined {
  const info = row[3].extra_pnginfo
  const workflow = isJsonObject(info) ? info.workflow : undefined
  return isJsonObject(workflow) ? workflow.id : undefined
}

interface OutputItem {
  readonly nodeId: string
  readonly mediaType: string
  readonly file: JsonObject
}

function outputItems(outputs: Readonly<Record<string, NodeUi>>): readonly OutputItem[] {
  return Object.entries(outputs).flatMap(([nodeId, ui]) =>
    Object.entries(ui).flatMap(([mediaType, items]) => items.filter((item) => isJsonObject(item)).map((file) => ({ nodeId, mediaType, file }))),
  )
}

/** A saved picture, film or sound before a temporary one, and those before a text file. */
function choosePreview(items: readonly OutputItem[]): JsonObject | undefined {
  const shown = items.filter(({ mediaType }) => PREVIEWABLE.has(mediaType))
  const media = shown.filter(({ mediaType }) => mediaType !== 'text')
  const chosen = media.find(({ file }) => file.type === 'output') ?? media[0] ?? shown[0]
  return chosen === undefined ? undefined : { ...chosen.file, nodeId: chosen.nodeId, mediaType: chosen.mediaType }
}

function textPreview(outputs: Readonly<Record<string, NodeUi>>): JsonObject | undefined {
  for (const [nodeId, ui] of Object.entries(outputs)) {
    const text = ui.text?.[0]
    if (typeof text !== 'string') continue
    const cut = text.length > PREVIEW_TEXT_LENGTH ? { content: text.slice(0, PREVIEW_TEXT_LENGTH), truncated: true } : { content: text }
    return { ...cut, nodeId, mediaType: 'text' }
  }
  return undefined
}

function present(job: { readonly id: string; readonly status: JobStatus; readonly [key: string]: Json | undefined }): JobView {
  return Object.fromEntries(Object.entries(job).filter(([, value]) => value !== undefined)) as JobView
}
