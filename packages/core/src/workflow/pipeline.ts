import { AppError } from '../error.ts'
import { parseJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { createFeeds } from './feed.ts'
import { compareIds, flatten, type FlatNode } from './flatten.ts'
import { LOOP_PIPELINE_STEP, LOOP_RETURN, lookUpClass } from './loop-nodes.ts'
import type { UiWorkflow } from './ui-workflow.ts'
import { readWidgets } from './widgets.ts'

export type PipelineRole = 'generate' | 'execute' | 'composition'

/** One step of a pipeline: a workflow of the library, run in a role. */
export type PipelineStep = {
  readonly nodeId: string
  /** As the node is titled, else what it does. */
  readonly title: string
  readonly role: PipelineRole
  /** The workflow's name in the library; `undefined` for `(none)`. */
  readonly workflow: string | undefined
  /** What `resources_json` holds: media that a composition starts with. */
  readonly resources: Json | undefined
  /** The steps that it waits for: those its `flow` comes from; where no step is linked, the one before it. */
  readonly after: readonly string[]
}

/**
 * The steps of a workflow in the order in which they run: by the links between them, steps of the same rank by node id.
 * Muted and bypassed steps are left out. Errors: `pipeline_invalid` naming the node, or the steps of a circle.
 */
export function pipelineSteps(workflow: UiWorkflow): Result<readonly PipelineStep[], AppError> {
  const flat = flatten(workflow)
  if (!flat.ok) return flat
  const upstream = createUpstream(workflow, flat.value)
  const steps: PipelineStep[] = []
  for (const place of flat.value.filter(isStep).toSorted((a, b) => compareIds(a.id, b.id))) {
    const step = readStep(place, upstream(place))
    if (!step.ok) return step
    steps.push(step.value)
  }
  const ordered = inOrder(steps)
  return ordered.ok ? ok(inARow(ordered.value)) : ordered
}

/** Whether a workflow is a pipeline: it has steps, and no result of its own. */
export function isPipeline(workflow: UiWorkflow): boolean {
  const flat = flatten(workflow)
  const has = (type: string): boolean => flat.ok && flat.value.some(({ node }) => node.type === type && node.mode === 'active')
  return has(LOOP_PIPELINE_STEP) && !has(LOOP_RETURN)
}

/** The workflows that steps name and the library does not have, each once. */
export function missingWorkflows(steps: readonly PipelineStep[], known: ReadonlySet<string>): readonly string[] {
  const named = steps.flatMap(({ workflow }) => (workflow === undefined ? [] : [workflow]))
  return [...new Set(named)].filter((name) => !known.has(name))
}

const isStep = ({ node }: FlatNode): boolean => node.type === LOOP_PIPELINE_STEP && node.mode === 'active'

/** Finds the steps before a node, through whatever else (a profile node, say) passes the flow on. */
function createUpstream(workflow: UiWorkflow, flat: readonly FlatNode[]): (place: FlatNode) => readonly string[] {
  const byId = new Map(flat.map((place) => [place.id, place]))
  const feedOf = createFeeds(workflow, () => undefined)
  return (start) => {
    const found = new Set<string>()
    const seen = new Set<FlatNode>()
    const visit = (place: FlatNode): void => {
      if (seen.has(place)) return
      seen.add(place)
      for (const input of place.node.inputs.filter(({ name }) => name === 'flow')) {
        const feed = feedOf(place.scope, input)
        const origin = feed.kind === 'link' ? byId.get(feed.link[0]) : undefined
        if (origin === undefined) continue
        if (isStep(origin)) found.add(origin.id)
        else visit(origin)
      }
    }
    visit(start)
    return [...found]
  }
}

function readStep({ id, node }: FlatNode, after: readonly string[]): Result<PipelineStep, AppError> {
  const { values } = readWidgets(node, lookUpClass(new Map(), LOOP_PIPELINE_STEP))
  const title = node.title ?? 'Loop Pipeline Step'
  const role = values.get('role')
  if (role !== 'generate' && role !== 'execute' && role !== 'composition') {
    return invalid(`Pipeline step ${id} ("${title}") has no role that is known. Choose generate, execute or composition in the node.`)
  }
  const resources = readResources(values.get('resources_json'))
  if (!resources.ok) return invalid(`The resources_json of pipeline step ${id} ("${title}") cannot be read. ${resources.error.message}`, resources.error)
  const workflow = values.get('workflow')
  const chosen = typeof workflow === 'string' && workflow !== '' && workflow !== '(none)' ? workflow : undefined
  return ok({ nodeId: id, title: node.title ?? untitled(role, chosen), role, workflow: chosen, resources: resources.value, after })
}

/** Several steps without a title would otherwise all be called the same. */
function untitled(role: PipelineRole, workflow: string | undefined): string {
  const name = workflow?.slice(workflow.lastIndexOf('/') + 1).replace(/\.json$/i, '')
  const what = `${role.charAt(0).toUpperCase()}${role.slice(1)}`
  return name === undefined ? what : `${what} ${name}`
}

function readResources(text: Json | undefined): Result<Json | undefined, AppError> {
  return typeof text === 'string' && text.trim() !== '' ? parseJson(text) : ok(undefined)
}

/** Steps without any link between them run one after another. */
function inARow(steps: readonly PipelineStep[]): readonly PipelineStep[] {
  if (steps.some(({ after }) => after.length > 0)) return steps
  return steps.map((step, index) => ({ ...step, after: steps.slice(Math.max(0, index - 1), index).map(({ nodeId }) => nodeId) }))
}

/** Takes, again and again, the first step that waits for none of those left. */
function inOrder(steps: readonly PipelineStep[]): Result<readonly PipelineStep[], AppError> {
  const ordered: PipelineStep[] = []
  const left = new Map(steps.map((step) => [step.nodeId, step]))
  while (left.size > 0) {
    const next = [...left.values()].find((step) => !step.after.some((id) => left.has(id)))
    if (next === undefined) return invalid(`The pipeline goes round in a circle: ${circle(left).join(' → ')}. Take one of its links away.`)
    ordered.push(next)
    left.delete(next.nodeId)
  }
  return ok(ordered)
}

/** A circle among steps that all wait, in the direction of the flow. */
function circle(left: ReadonlyMap<string, PipelineStep>): readonly string[] {
  const path: string[] = []
  for (let step = left.values().next().value; step !== undefined; step = left.get(step.after.find((id) => left.has(id)) ?? '')) {
    const start = path.indexOf(step.nodeId)
    if (start >= 0) return [...path.slice(start), step.nodeId].toReversed()
    path.push(step.nodeId)
  }
  return path
}

function invalid(message: string, cause?: unknown): Result<never, AppError> {
  return fail(new AppError('pipeline_invalid', message, { cause }))
}
