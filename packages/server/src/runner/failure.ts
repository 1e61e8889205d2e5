import { AppError } from '@lemouf/core/error'
import type { AttemptFailure } from '@lemouf/core/loop'
import { executionError, type HistoryAnswer, type PromptAccepted, type PromptRefused } from '../comfy/messages.ts'

type NodeErrors = PromptAccepted['node_errors']

/** Why a server refused a prompt, in its own words, the first concrete reason first. */
export function refusalOf({ error, node_errors }: PromptRefused): AttemptFailure {
  const reason = firstReason(node_errors)
  if (typeof error === 'string') return { code: 'engine_refused', message: error }
  return { code: error.type, message: reason?.message ?? sentence(error.message, error.details), ...(reason?.node === undefined ? {} : { node: reason.node }) }
}

/** A prompt that was accepted without the branch of its Loop Return: the cycle cannot return. */
export function droppedBranchOf(answer: PromptAccepted, loopReturns: readonly string[]): AttemptFailure | undefined {
  const dropped = Object.entries(answer.node_errors).filter(([id, node]) => loopReturns.some((end) => end === id || node.dependent_outputs.includes(end)))
  if (dropped.length === 0) return undefined
  return { code: 'prompt_outputs_failed_validation', message: 'The branch of Loop Return was refused.', ...firstReason(Object.fromEntries(dropped)) }
}

/** What an executed prompt failed on; undefined when it succeeded. */
export function executionFailureOf({ status }: HistoryAnswer): AttemptFailure | undefined {
  if (status === null || status === undefined || status.status_str === 'success') return undefined
  const failure = nodeFailureOf(status.messages)
  if (failure === undefined) {
    const interrupted = status.messages.some(([type]) => type === 'execution_interrupted')
    return interrupted
      ? { code: 'interrupted', message: 'It was interrupted at the generating server. Replay the cycle.' }
      : { code: 'execution_failed', message: 'The generating server reports an error without a reason. Look at its log.' }
  }
  return failure
}

/** What kept a branch from running in a prompt that succeeded otherwise: a node can block it with a message (ExecutionBlocker). */
export function blockageOf({ outputs, status }: HistoryAnswer, loopReturns: readonly string[]): AttemptFailure | undefined {
  return loopReturns.some((id) => outputs[id] !== undefined) ? undefined : nodeFailureOf(status?.messages ?? [])
}

function nodeFailureOf(messages: readonly (readonly [string, object])[]): AttemptFailure | undefined {
  const [, data] = messages.findLast(([type]) => type === 'execution_error') ?? []
  if (data === undefined) return undefined
  const { node_id, node_type, exception_message } = executionError.parse(data)
  const node = { id: node_id, type: node_type }
  if (NO_ROOM.test(exception_message)) {
    return { code: 'disk_full', message: `${node_type}: the disk of the generating server is full. Free some space there, then replay the cycle.`, node }
  }
  return { code: 'execution_failed', message: `${node_type}: ${exception_message.trim()}`, node }
}

/** What operating systems say of a full disk, from Node, Python and ffmpeg. */
const NO_ROOM = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i

/** What Python and CUDA say of a machine that is too small, or not well. */
const OWN_TROUBLE = /out of memory|OutOfMemory|CUDA error|cuDNN|device-side assert|HIP error|MPS backend/i
const OWN_CODES: ReadonlySet<string> = new Set(['disk_full', 'engine_refused', 'engine_answer_invalid', 'saver_missing'])

/** Whether a failure may be the server's own, so that another could make the same prompt. */
export function isOfTheServer({ code, message }: AttemptFailure): boolean {
  return OWN_CODES.has(code) || (code === 'execution_failed' && OWN_TROUBLE.test(message))
}

/** Whether a server refused a prompt for a node or a value, a model first of all, that it does not have. */
export function isOfWhatItHas({ error, node_errors }: PromptRefused): boolean {
  const reasons = Object.values(node_errors).flatMap(({ errors }) => errors.map(({ type }) => type))
  return reasons.includes('value_not_in_list') || (typeof error !== 'string' && error.type === 'missing_node_type')
}

/** Why an attempt cannot go on, as it is recorded. */
export function failureOf(error: unknown): AttemptFailure {
  return { code: error instanceof AppError ? error.code : 'internal', message: error instanceof Error ? error.message : String(error) }
}

/** Reasons that go away by themselves: nothing is lost by trying again. */
export function isPassing(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'engine_unavailable' || error.code === 'disk_full')
}

/** A file of the result is gone, as those of cached nodes can be. */
export const isVanished = (error: unknown): boolean => error instanceof AppError && error.code === 'output_vanished'

function firstReason(errors: NodeErrors): { message: string; node: { id: string; type: string } } | undefined {
  for (const [id, { class_type, errors: reasons }] of Object.entries(errors)) {
    const [first] = reasons
    if (first !== undefined) return { message: `${class_type}: ${sentence(first.message, first.details)}`, node: { id, type: class_type } }
  }
  return undefined
}

const sentence = (message: string, details: string): string => (details === '' ? message : `${message} (${details})`)
