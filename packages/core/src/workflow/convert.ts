import type { AppError } from '../error.ts'
import type { Json } from '../json.ts'
import { ok, type Result } from '../result.ts'
import { possibleInputs } from './brought-inputs.ts'
import { editorMade, isEditorText } from './editor-widgets.ts'
import { createFeeds, type Feed } from './feed.ts'
import type { Finding } from './finding.ts'
import { flatten, type FlatNode } from './flatten.ts'
import { lookUpClass } from './loop-nodes.ts'
import { inputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'
import { createPromoted, type Promoted } from './promoted.ts'
import { asInput, isLink, type Prompt, type PromptNode } from './prompt.ts'
import type { UiInput, UiWorkflow } from './ui-workflow.ts'
import { isGroupNode, isVirtual } from './virtual-nodes.ts'
import { readWidgets } from './widgets.ts'

export type Conversion = { readonly prompt: Prompt; readonly findings: readonly Finding[] }

/**
 * The prompt that ComfyUI's editor would queue for a workflow, by the rules of its `graphToPrompt`:
 * subgraphs opened (ids `1:2:3`), front-end nodes and muted and bypassed ones seen through, links over widget values.
 * What cannot be told without the editor is converted as far as it can be and named in the findings.
 * Errors: `workflow_malformed` for endless or enormous nesting.
 */
export function toPrompt(workflow: UiWorkflow, info: ObjectInfo): Result<Conversion, AppError> {
  const flat = flatten(workflow)
  if (!flat.ok) return flat
  const findings: Finding[] = []
  const promoted = createPromoted(workflow, info)
  const feedOf = createFeeds(workflow, promoted.slotFeed)
  const nodes: (readonly [string, PromptNode])[] = []
  for (const place of flat.value) {
    if (isVirtual(place.node) || place.node.mode !== 'active') continue
    const owner = lookUpClass(info, place.node.type)
    findings.push(...findingsAbout(place, owner))
    if (isGroupNode(place.node)) continue
    const inputs = new Map(widgetInputs(place, owner, promoted, findings))
    for (const input of place.node.inputs) connect({ inputs, place, owner, findings }, input, feedOf(place.scope, input))
    if (owner !== undefined) findings.push(...editorMadeInputs(place, owner, inputs), ...unknownInputs(place, owner, inputs))
    nodes.push([place.id, { class_type: place.node.type, inputs: Object.fromEntries(inputs), _meta: { title: titleOf(place, owner) } }])
  }
  return ok({ prompt: withoutDeadLinks(Object.fromEntries(nodes)), findings })
}

function widgetInputs(place: FlatNode, owner: NodeClass | undefined, promoted: Promoted, findings: Finding[]): readonly (readonly [string, Json])[] {
  const { values, doubt } = readWidgets(place.node, owner)
  if (doubt !== undefined) {
    findings.push({
      severity: 'warning',
      code: 'widgets_uncertain',
      message: `The values typed into ${nameOf(place, owner)} could not be read: ${doubt}.`,
      node: reference(place, owner),
      remedy: 'Open the workflow in ComfyUI, check the node and save it again.',
    })
  }
  return [...values].map(([name, value]) => [name, asInput(promoted.widgetValue(place.scope, place.node.id, name) ?? value)])
}

type Connecting = { readonly inputs: Map<string, Json>; readonly place: FlatNode; readonly owner: NodeClass | undefined; readonly findings: Finding[] }

function connect({ inputs, place, owner, findings }: Connecting, input: UiInput, feed: Feed): void {
  if (feed.kind === 'link') inputs.set(input.name, feed.link)
  else if (feed.kind === 'value' || feed.kind === 'primitive' || (feed.kind === 'beside' && !inputs.has(input.name))) inputs.set(input.name, asInput(feed.value))
  else if (feed.kind === 'removed') {
    // The editor drops the whole input here, even where a widget has a value: the value shown is not the one meant.
    inputs.delete(input.name)
    findings.push({
      // Switches are made to have some of their optional inputs muted.
      severity: owner !== undefined && inputSpec(owner, input.name)?.group === 'optional' ? 'info' : 'warning',
      code: 'link_removed',
      message: `Input "${input.name}" of ${nameOf(place, owner)} is left empty: ${feed.reason}.`,
      node: reference(place, owner),
      input: input.name,
      remedy: 'Connect it to a node that runs, or take the link away.',
    })
  }
}

/** Links to widgets that a class no longer has: ComfyUI fails on them, unless the class takes any input. */
function unknownInputs(place: FlatNode, owner: NodeClass, inputs: ReadonlyMap<string, Json>): readonly Finding[] {
  const brought = new Set(owner.inputs.flatMap(possibleInputs).map(({ name }) => name))
  const isKnown = ({ name }: UiInput): boolean => brought.has(name) || [name, name.split('.', 1)[0] ?? name].some((part) => inputSpec(owner, part) !== undefined)
  const strange = place.node.inputs.filter((input) => input.widget !== undefined && isLink(inputs.get(input.name)) && !isKnown(input))
  return strange.map(({ name }) => ({
    severity: 'warning',
    code: 'input_unknown',
    message: `Input "${name}" of ${nameOf(place, owner)} is linked, and the ${owner.name} of this ComfyUI does not have it.`,
    node: reference(place, owner),
    input: name,
    remedy: 'Bring the custom node to the version of the workflow, or open the workflow in this ComfyUI and save it again.',
  }))
}

/** Inputs whose value only the editor could make, when it queues the workflow. */
function editorMadeInputs(place: FlatNode, owner: NodeClass, inputs: ReadonlyMap<string, Json>): readonly Finding[] {
  const about = { severity: 'warning', code: 'editor_value', node: reference(place, owner) } as const
  return owner.inputs.flatMap((spec): readonly Finding[] => {
    const input = `Input "${spec.name}" of ${nameOf(place, owner)}`
    const made = editorMade(spec)
    if (made !== undefined && !inputs.has(spec.name)) {
      const remedy = 'Save it as a file and load that with another node, or export the workflow with "Export (API)" and use that.'
      return [{ ...about, message: `${input} is ${made}, which only the editor makes.`, input: spec.name, remedy }]
    }
    if (!isEditorText(spec.name, inputs.get(spec.name))) return []
    const remedy = 'Write a plain name, or one with what ComfyUI itself fills in: %year%, %month%, %day%, %width%, %height%.'
    return [{ ...about, message: `${input} has a date or a value between % that only the editor fills in; it is used as it stands.`, input: spec.name, remedy }]
  })
}

function withoutDeadLinks(prompt: Prompt): Prompt {
  const lives = ([, value]: readonly [string, Json]): boolean => !isLink(value) || Object.hasOwn(prompt, value[0])
  const nodes = Object.entries(prompt).map(([id, node]) => {
    const inputs = Object.fromEntries(Object.entries(node.inputs).filter(lives))
    return [id, { ...node, inputs }] as const
  })
  return Object.fromEntries(nodes)
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const DYNAMIC = /^COMFY_(?:AUTOGROW|DYNAMIC\w+)_V3$/

function findingsAbout(place: FlatNode, owner: NodeClass | undefined): readonly Finding[] {
  const about = { node: reference(place, owner) }
  if (isGroupNode(place.node)) {
    const message = `${nameOf(place, owner)} is a group node of an older editor, and is left out.`
    return [{ ...about, severity: 'error', code: 'group_node', message, remedy: 'Open the workflow in ComfyUI, convert the group node to a subgraph or ungroup it, and save it.' }]
  }
  if (owner === undefined) return [{ ...about, ...unknownClass(place) }]
  if (!owner.inputs.some((spec) => typeof spec.type === 'string' && DYNAMIC.test(spec.type))) return []
  const message = `${nameOf(place, owner)} has inputs that come and go with its settings; they were read as far as the file shows them.`
  return [{ ...about, severity: 'info', code: 'dynamic_inputs', message, remedy: 'If a run refuses this node, export the workflow with "Export (API)" and use that.' }]
}

function unknownClass(place: FlatNode): Finding {
  const { type } = place.node
  if (UUID.test(type)) {
    const message = `${nameOf(place, undefined)} places a subgraph that the file does not hold.`
    return { severity: 'error', code: 'subgraph_missing', message, remedy: 'Open the workflow in ComfyUI and save it again.' }
  }
  return missingClass(place.id, titleOf(place, undefined), type)
}

/** The finding about a node whose class the ComfyUI does not have. */
export function missingClass(id: string, title: string, classType: string): Finding {
  return {
    severity: 'error',
    code: 'class_missing',
    message: `Node ${id} ("${title}") is a ${classType}, which this ComfyUI does not have.`,
    node: { id, title, classType },
    remedy: 'Connect a ComfyUI that has it (--comfy URL), or install its custom node there.',
  }
}

function titleOf(place: FlatNode, owner: NodeClass | undefined): string {
  return place.node.title ?? owner?.displayName ?? place.node.type
}

function nameOf(place: FlatNode, owner: NodeClass | undefined): string {
  return `Node ${place.id} ("${titleOf(place, owner)}")`
}

function reference(place: FlatNode, owner: NodeClass | undefined): NonNullable<Finding['node']> {
  return { id: place.id, title: titleOf(place, owner), classType: place.node.type }
}
