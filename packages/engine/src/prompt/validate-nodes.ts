import type { Json } from '@lemouf/core/json'
import type { NodeFiles } from '../nodes/node.ts'
import { checkInput } from './check-input.ts'
import type { GraphInput } from './graph.ts'
import { currentType, declaredInputs, inputConfig, type DeclaredInput } from './input-config.ts'
import type { Problem } from './problem.ts'
import type { RawNode } from './raw-node.ts'

/** What is known of a node. A node with a broken one upstream is invalid and has no problems of its own. */
export interface Verdict {
  readonly valid: boolean
  readonly problems: readonly Problem[]
  readonly inputs: ReadonlyMap<string, GraphInput>
}

/** Nodes of a circle that are listed, on each of them; all would be quadratic. */
const TOLD_OF_CIRCLE = 100

/** A node whose inputs are being looked at. */
interface Visit {
  readonly node: RawNode
  readonly declared: readonly DeclaredInput[]
  next: number
  upstreamValid: boolean
  problems: Problem[]
  readonly inputs: Map<string, GraphInput>
}

/**
 * Judges nodes and all that they need, each once: sources before the nodes that use them, with a stack of its own, so that the
 * depth of a graph is not limited. Verdicts are kept in that order.
 */
export class NodeValidator {
  readonly verdicts = new Map<string, Verdict>()
  readonly #nodes: ReadonlyMap<string, RawNode>
  readonly #files: NodeFiles
  #path: Visit[] = []
  readonly #onPath = new Set<string>()

  constructor(nodes: ReadonlyMap<string, RawNode>, files: NodeFiles) {
    this.#nodes = nodes
    this.#files = files
  }

  async validate(root: RawNode): Promise<void> {
    if (!this.verdicts.has(root.id)) this.#enter(root)
    for (let visit = this.#path.at(-1); visit !== undefined; visit = this.#path.at(-1)) {
      const declared = visit.declared[visit.next++]
      try {
        if (declared === undefined) await this.#leave(visit)
        else await this.#look(visit, declared)
      } catch (error) {
        this.#abandon(visit, error instanceof Error ? error.message : String(error), error instanceof Error ? error.name : 'Exception')
      }
    }
  }

  #enter(node: RawNode): void {
    this.#onPath.add(node.id)
    this.#path.push({ node, declared: declaredInputs(node.nodeClass), next: 0, upstreamValid: true, problems: [], inputs: new Map() })
  }

  async #look(visit: Visit, declared: DeclaredInput): Promise<void> {
    const { name, spec, required } = declared
    const value = Object.hasOwn(visit.node.inputs, name) ? visit.node.inputs[name] : undefined
    if (value === undefined) {
      if (required) visit.problems.push(missing(name))
      return
    }
    const type = typeof spec.type === 'function' ? await currentType(spec, this.#files) : spec.type
    const enforced = typeof spec.type !== 'function' || visit.node.nodeClass.check === undefined
    const checked = checkInput(declared, type, enforced, value, this.#nodes)
    if (!checked.ok) {
      if ('broken' in checked.error) this.#abandon(visit, checked.error.broken, 'KeyError')
      else visit.problems.push(checked.error)
      return
    }
    visit.inputs.set(name, checked.value)
    if (checked.value.kind === 'link') this.#follow(visit, checked.value.source)
  }

  #follow(visit: Visit, sourceId: string): void {
    const source = this.#nodes.get(sourceId)
    if (source === undefined) throw new Error(`the source ${sourceId} was checked before`)
    if (this.#onPath.has(sourceId) && !this.verdicts.has(sourceId)) this.#markCycle(sourceId)
    const verdict = this.verdicts.get(sourceId)
    if (verdict === undefined) this.#enter(source)
    else if (!verdict.valid) visit.upstreamValid = false
  }

  /** All nodes from `firstId` to the end of the path form a circle. Of a long one, the first nodes tell; the others are just invalid. */
  #markCycle(firstId: string): void {
    const start = this.#path.findIndex((visit) => visit.node.id === firstId)
    const visits = this.#path.slice(start, start + TOLD_OF_CIRCLE)
    const circle = visits.map((visit) => visit.node.id)
    const steps = visits.map((visit) => `${visit.node.id} (${visit.node.nodeClass.name})`)
    const rest = this.#path.length - start > TOLD_OF_CIRCLE ? ['…'] : []
    const details = [...steps, ...rest, ...steps.slice(0, 1)].join(' -> ')
    for (const id of circle) {
      const problem: Problem = {
        type: 'dependency_cycle',
        message: 'Dependency cycle detected',
        details,
        extra_info: { node_id: id, cycle_nodes: circle },
      }
      this.verdicts.set(id, { valid: false, problems: [problem], inputs: new Map() })
    }
  }

  async #leave(visit: Visit): Promise<void> {
    if (visit.problems.length === 0) {
      const widgets = [...visit.inputs].flatMap(([name, input]) => (input.kind === 'value' ? [[name, input.value]] : []))
      const sentence = await visit.node.nodeClass.check?.(Object.fromEntries(widgets), this.#files)
      if (sentence !== undefined) visit.problems.push(refusedByClass(visit.declared, sentence))
    }
    this.#close(visit)
  }

  /** An exception is the only thing that ComfyUI reports of a node. */
  #abandon(visit: Visit, message: string, exceptionType: string): void {
    const user = this.#path.at(-2)
    visit.problems = [exceptionProblem(message, exceptionType, user)]
    this.#close(visit)
  }

  #close(visit: Visit): void {
    const { id } = visit.node
    this.#path.pop()
    this.#onPath.delete(id)
    const before = this.verdicts.get(id)
    const problems = [...(before?.problems ?? []), ...visit.problems]
    const valid = problems.length === 0 && visit.upstreamValid
    // Set anew, so that it comes after its sources.
    this.verdicts.delete(id)
    this.verdicts.set(id, { valid, problems, inputs: visit.inputs })
    const user = this.#path.at(-1)
    if (user !== undefined && !valid) user.upstreamValid = false
  }
}

function missing(name: string): Problem {
  return { type: 'required_input_missing', message: 'Required input is missing', details: name, extra_info: { input_name: name } }
}

/** ComfyUI names the input that a class checks; here those are its combos read from files. */
function refusedByClass(declared: readonly DeclaredInput[], sentence: string): Problem {
  const name = declared.find(({ spec }) => typeof spec.type === 'function')?.name
  return {
    type: 'custom_validation_failed',
    message: 'Custom validation failed for node',
    details: name === undefined ? sentence : `${name} - ${sentence}`,
    extra_info: name === undefined ? {} : { input_name: name },
  }
}

/** `user` is the node whose link led here, if any. */
function exceptionProblem(message: string, exceptionType: string, user: Visit | undefined): Problem {
  const about = { exception_type: exceptionType, traceback: [] }
  const declared = user?.declared[user.next - 1]
  if (user === undefined || declared === undefined) {
    return { type: 'exception_during_validation', message: 'Exception when validating node', details: message, extra_info: about }
  }
  const link: Json = user.node.inputs[declared.name] ?? null
  const config = typeof declared.spec.type === 'function' ? null : inputConfig(declared.spec, declared.spec.type)
  return {
    type: 'exception_during_inner_validation',
    message: 'Exception when validating inner node',
    details: message,
    extra_info: { ...about, input_name: declared.name, input_config: config, exception_message: message, linked_node: link },
  }
}
