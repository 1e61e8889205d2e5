import { isJsonObject, type Json, type JsonObject } from '@lemouf/core/json'
import { compileLoopNodes, type ObjectInfo, type Prompt } from '@lemouf/core/workflow'
import type { Submission } from '../comfy/client.ts'
import { loopReturnsOf } from './collect.ts'
import type { Job } from './job.ts'

/**
 * What is posted for a job to a server with these nodes. Without the node pack the loop's nodes are compiled away;
 * the saver keeps the id of its Loop Return. `graph`: the workflow it came from, for the files' metadata.
 * Errors: those of the job's prompt, `saver_missing`.
 */
export function postingOf(job: Job, nodes: ObjectInfo, graph: Json | undefined): Omit<Submission, 'clientId' | 'place'> {
  if (!job.prompt.ok) throw job.prompt.error
  const compiled = compileLoopNodes(job.prompt.value, nodes, savePrefixOf(job))
  if (!compiled.ok) throw compiled.error
  const prompt = job.savedAnew ? savedAnew(compiled.value, loopReturnsOf(job.prompt.value)) : compiled.value
  return { prompt, promptId: job.promptId, extraPngInfo: pngInfoOf(job, graph) }
}

/** The prompt with savers that no cache knows: an input that a class does not declare counts for the cache, and for nothing else. */
function savedAnew(prompt: Prompt, savers: readonly string[]): Prompt {
  const changed = savers.flatMap((id) => {
    const node = prompt[id]
    return node === undefined ? [] : [[id, { ...node, inputs: { ...node.inputs, lemouf_again: 1 } }] as const]
  })
  return { ...prompt, ...Object.fromEntries(changed) }
}

/** Where a core saver puts the files of an attempt, as Loop Return does. */
function savePrefixOf({ loopId, key }: Job): string {
  return `lemouf_loop/${loopId}/cycle_${String(key.cycle).padStart(4, '0')}_r${String(key.retry).padStart(2, '0')}`
}

function pngInfoOf({ loopId, key }: Job, graph: Json | undefined): JsonObject {
  const lemouf = { loop_id: loopId, cycle_index: key.cycle, retry_index: key.retry }
  return isJsonObject(graph) ? { workflow: graph, lemouf } : { lemouf }
}
