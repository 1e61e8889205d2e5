import { createHash } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import { canonicalJson, isJsonObject, type Json } from '@lemouf/core/json'
import type { LoopWorkflow } from '@lemouf/core/loop'
import type { WorkflowProfileView } from '@lemouf/core/protocol'
import { unwrap } from '@lemouf/core/result'
import { parsePrompt, parseUiWorkflow, toPrompt, withLoopReturn, type Finding, type ObjectInfo, type Prompt, type UiWorkflow } from '@lemouf/core/workflow'
import { profileViewOf, type WorkflowCatalog } from './catalog.ts'

/** What a client may give: the name of a file, a graph, a prompt, or the last two together. */
export interface WorkflowChoice {
  readonly name?: string | undefined
  readonly workflow?: Json | undefined
  readonly prompt?: Json | undefined
  /** Where a workflow without Loop Return takes its result from: the id of a node of the prompt. */
  readonly output_node?: string | undefined
}

export interface PreparedWorkflow {
  readonly workflow: LoopWorkflow
  readonly profile: WorkflowProfileView | undefined
  /** What the conversion from graph to prompt had to say. */
  readonly findings: readonly Finding[]
  /** The prompt before an output node was given its Loop Return. */
  readonly asGiven: Prompt
}

/**
 * Makes a workflow ready to queue: reads it, converts a graph to a prompt where no prompt came with it, and gives it a Loop Return
 * on the output node that was chosen.
 * Errors: `workflow_not_found`, `workflow_malformed`, `prompt_malformed`, `request_invalid`, `output_node_invalid`.
 */
export async function prepareWorkflow(choice: WorkflowChoice, catalog: WorkflowCatalog, objectInfo: () => Promise<ObjectInfo>): Promise<PreparedWorkflow> {
  const source = await readChoice(choice, catalog)
  const graph = source.graph === undefined ? undefined : unwrap(parseUiWorkflow(source.graph))
  const converted = source.prompt === undefined ? await convert(graph, objectInfo) : { prompt: unwrap(parsePrompt(source.prompt)), findings: [] }
  const { output_node: outputNode } = choice
  const prompt = outputNode === undefined ? converted.prompt : unwrap(withLoopReturn(converted.prompt, await objectInfo(), outputNode))
  return {
    workflow: {
      hash: hashOf(prompt),
      prompt,
      ...(source.graph === undefined ? {} : { graph: source.graph }),
      ...(choice.name === undefined ? {} : { name: choice.name }),
    },
    profile: graph === undefined ? undefined : profileViewOf(graph),
    findings: converted.findings,
    asGiven: converted.prompt,
  }
}

/** A file or a client can send an API prompt where a graph is expected, as ComfyUI's own loader allows. */
async function readChoice({ name, workflow, prompt }: WorkflowChoice, catalog: WorkflowCatalog): Promise<{ graph?: Json; prompt?: Json }> {
  if (prompt !== undefined) return { prompt, ...(workflow === undefined ? {} : { graph: workflow }) }
  if (workflow !== undefined) return isJsonObject(workflow) && Array.isArray(workflow['nodes']) ? { graph: workflow } : { prompt: workflow }
  if (name !== undefined) return { graph: (await catalog.load(name)).json }
  throw new AppError('request_invalid', 'Say which workflow: its name, a workflow or a prompt.')
}

async function convert(graph: UiWorkflow | undefined, objectInfo: () => Promise<ObjectInfo>): Promise<{ prompt: Prompt; findings: readonly Finding[] }> {
  if (graph === undefined) throw new AppError('request_invalid', 'Say which workflow: its name, a workflow or a prompt.')
  return unwrap(toPrompt(graph, await objectInfo()))
}

function hashOf(prompt: Prompt): string {
  return createHash('sha256').update(canonicalJson(prompt)).digest('hex')
}
