import type { Json, JsonObject } from '@lemouf/core/json'
import { fail, ok, type Result } from '@lemouf/core/result'
import type { NodeClass, NodeFiles } from '../nodes/node.ts'
import { declaredInputs } from './input-config.ts'
import { sourcesOf, type Graph, type GraphNode } from './graph.ts'
import { refusal, type NodeErrorEntry, type NodeErrors, type Refusal } from './problem.ts'
import { readNodes, type RawNode } from './raw-node.ts'
import { NodeValidator, type Verdict } from './validate-nodes.ts'

/** A prompt that can run. */
export interface ValidPrompt {
  /** The prompt with its widget values cast, as history and nodes see it. */
  readonly prompt: JsonObject
  /** What the good outputs need, and no more. */
  readonly graph: Graph
  /** The output nodes to execute. */
  readonly outputs: readonly string[]
  /** The branches that were dropped. */
  readonly nodeErrors: NodeErrors
}

/**
 * Validates as ComfyUI's `validate_prompt`: output nodes (of `targets` only, when given) with everything upstream.
 * A failed output is dropped and reported while others stay; the prompt is refused when none is left.
 * Unlike ComfyUI, `dependent_outputs` names the outputs that truly depend on a failed node, not all that failed later, and the
 * details of a refused prompt tell what is wrong upstream, too.
 */
export async function validatePrompt(
  prompt: Json,
  targets: readonly string[] | undefined,
  nodeClasses: ReadonlyMap<string, NodeClass>,
  files: NodeFiles,
): Promise<Result<ValidPrompt, Refusal>> {
  const read = readNodes(prompt, nodeClasses)
  if (!read.ok) return read
  const nodes = read.value
  const outputs = [...nodes.values()].filter(({ id, nodeClass }) => nodeClass.outputNode === true && (targets?.includes(id) ?? true))
  if (outputs.length === 0) return fail(refusal('prompt_no_outputs', 'Prompt has no outputs'))

  const validator = new NodeValidator(nodes, files)
  for (const output of outputs) await validator.validate(output)
  const { verdicts } = validator
  const good = outputs.filter(({ id }) => verdicts.get(id)?.valid === true).map(({ id }) => id)
  const bad = outputs.filter(({ id }) => verdicts.get(id)?.valid !== true)
  const nodeErrors = collectErrors(bad, nodes, verdicts)
  if (good.length === 0) {
    const details = Object.values(nodeErrors).flatMap(({ errors }) => errors.map((problem) => `${problem.message}: ${problem.details}`))
    return fail(refusal('prompt_outputs_failed_validation', 'Prompt outputs failed validation', details.join('\n'), {}, nodeErrors))
  }
  return ok({ prompt: castPrompt(nodes, verdicts), graph: neededGraph(good, nodes, verdicts), outputs: good, nodeErrors })
}

function collectErrors(bad: readonly RawNode[], nodes: ReadonlyMap<string, RawNode>, verdicts: ReadonlyMap<string, Verdict>): NodeErrors {
  const entries = new Map<string, NodeErrorEntry & { dependent_outputs: string[] }>()
  for (const output of bad) {
    for (const id of upstream([output.id], nodes, verdicts)) {
      const problems = verdicts.get(id)?.problems ?? []
      const nodeClass = nodes.get(id)?.nodeClass
      if (problems.length === 0 || nodeClass === undefined) continue
      const entry = entries.get(id) ?? { errors: problems, dependent_outputs: [], class_type: nodeClass.name }
      entry.dependent_outputs.push(output.id)
      entries.set(id, entry)
    }
  }
  return Object.fromEntries(entries)
}

function neededGraph(outputs: readonly string[], nodes: ReadonlyMap<string, RawNode>, verdicts: ReadonlyMap<string, Verdict>): Graph {
  const needed = upstream(outputs, nodes, verdicts)
  const graph = new Map<string, GraphNode>()
  for (const [id, { inputs }] of verdicts) {
    const node = nodes.get(id)
    if (needed.has(id) && node !== undefined) graph.set(id, { id, nodeClass: node.nodeClass, inputs, undeclared: undeclaredIn(node) })
  }
  return graph
}

function undeclaredIn({ nodeClass, inputs }: RawNode): JsonObject {
  const declared = new Set(declaredInputs(nodeClass).map(({ name }) => name))
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !declared.has(name)))
}

/** `ids` and every node they are linked to, near or far. */
function upstream(ids: readonly string[], nodes: ReadonlyMap<string, RawNode>, verdicts: ReadonlyMap<string, Verdict>): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...ids]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const nodeClass = nodes.get(id)?.nodeClass
    const inputs = verdicts.get(id)?.inputs
    if (found.has(id) || nodeClass === undefined || inputs === undefined) continue
    found.add(id)
    open.push(...sourcesOf({ inputs }))
  }
  return found
}

function castPrompt(nodes: ReadonlyMap<string, RawNode>, verdicts: ReadonlyMap<string, Verdict>): JsonObject {
  return Object.fromEntries(
    [...nodes.values()].map(({ id, inputs, source }) => {
      const values = [...(verdicts.get(id)?.inputs ?? [])].flatMap(([name, input]) => (input.kind === 'value' ? [[name, input.value]] : []))
      return [id, values.length === 0 ? source : { ...source, inputs: { ...inputs, ...Object.fromEntries(values) } }]
    }),
  )
}
