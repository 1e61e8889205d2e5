import { AppError } from '../error.ts'
import { fail, ok, type Result } from '../result.ts'
import { linkType } from './link-type.ts'
import { isLoopClass, LOOP_PIPELINE_STEP, LOOP_RETURN } from './loop-nodes.ts'
import type { NodeClass, ObjectInfo } from './object-info.ts'
import { own } from './own.ts'
import { isLink, nodesOfClass, nodeTitle, upstreamOf, type NodeLink, type Prompt, type PromptNode } from './prompt.ts'
import { isSaveable, savedAs } from './saver.ts'

/**
 * The slot of a link to what an output node shows, rather than to one of its outputs: a saver of films may have none, and takes
 * pictures. Only Loop Return takes such a link, and `compileLoopNodes` puts the node in its place before anything is posted.
 */
export const SHOWN_SLOT = -1

/** A node that the result of a cycle could be taken from. `type` is what it saves or makes. */
export type OutputCandidate = { readonly node: string; readonly title: string; readonly classType: string; readonly type: string }

/** Output nodes that send their result to whoever listens, and leave none to be fetched. */
const SENDERS: ReadonlySet<string> = new Set(['SaveImageWebsocket'])
const NAMED = 5

/**
 * The nodes of a workflow without Loop Return that its result could be taken from: those that save or show something first, then
 * those that make something, in both the ones with most nodes before them first. Empty where there is a Loop Return, and for pipelines.
 */
export function outputCandidates(prompt: Prompt, info: ObjectInfo): readonly OutputCandidate[] {
  if ([LOOP_RETURN, LOOP_PIPELINE_STEP].some((name) => nodesOfClass(prompt, name).length > 0)) return []
  const found = Object.entries(prompt).flatMap(([id, node]) => {
    const owner = info.get(node.class_type)
    const type = owner === undefined || isLoopClass(owner.name) ? undefined : resultType(id, node, owner, { prompt, info })
    if (owner === undefined || type === undefined) return []
    const candidate = { node: id, title: nodeTitle(node), classType: node.class_type, type }
    return [{ candidate, saves: owner.outputNode, depth: upstreamOf(prompt, [id]).size }]
  })
  return found.toSorted((a, b) => Number(b.saves) - Number(a.saves) || b.depth - a.depth).map(({ candidate }) => candidate)
}

/**
 * The workflow with a Loop Return that takes its result from a node: from what it shows, where it is an output node, which goes on
 * saving as it did; else from the first of its outputs that can be saved.
 * Errors: `output_node_invalid` when there is a Loop Return already, no such node, or nothing that could be returned.
 */
export function withLoopReturn(prompt: Prompt, info: ObjectInfo, nodeId: string): Result<Prompt, AppError> {
  const [present] = nodesOfClass(prompt, LOOP_RETURN)
  if (present !== undefined) return refused(`The workflow has a Loop Return already (node ${present[0]}), which says what comes back. Leave the output node out.`)
  const node = own(prompt, nodeId)
  if (node === undefined) return refused(`There is no node ${nodeId} in what this workflow runs. ${choices(prompt, info)}`)
  const link = resultLink(nodeId, node, { prompt, info })
  if (link === undefined) return refused(`Node ${nodeId} ("${nodeTitle(node)}") gives nothing that can be looked at, heard or read. ${choices(prompt, info)}`)
  const inserted: PromptNode = { class_type: LOOP_RETURN, inputs: { loop_id: '', payload: link }, _meta: { title: 'Loop Return' } }
  return ok({ ...prompt, [freeId(`${nodeId}-return`, prompt)]: inserted })
}

/** The first candidates in words: what to choose from. */
export function choices(prompt: Prompt, info: ObjectInfo): string {
  const named = outputCandidates(prompt, info).map(({ node, title }) => `${node} (${title})`)
  if (named.length === 0) return 'None of its nodes saves or makes a picture, a film, a sound or a text.'
  return `Choose one of ${named.slice(0, NAMED).join(', ')}${named.length > NAMED ? ` or ${named.length - NAMED} more` : ''}.`
}

type Context = { readonly prompt: Prompt; readonly info: ObjectInfo }

function resultLink(id: string, node: PromptNode, context: Context): NodeLink | undefined {
  const owner = context.info.get(node.class_type)
  // What a class does that this ComfyUI lacks is not known; that it is missing is said with everything else that is.
  if (owner === undefined) return [id, SHOWN_SLOT]
  if (SENDERS.has(owner.name)) return savedInput(node, context)?.link
  if (owner.outputNode) return [id, SHOWN_SLOT]
  const slot = owner.outputs.findIndex((_type, at) => isResult(linkType([id, at], context.prompt, context.info)))
  return slot < 0 ? undefined : [id, slot]
}

function resultType(id: string, node: PromptNode, owner: NodeClass, context: Context): string | undefined {
  if (owner.outputNode) return savedInput(node, context)?.type
  const link = resultLink(id, node, context)
  return link === undefined ? undefined : linkType(link, context.prompt, context.info)
}

const isResult = (type: string): boolean => savedAs(type) !== undefined || type === 'STRING'

/** What an output node saves: of its linked inputs the first that can be, or whose type is open. */
function savedInput(node: PromptNode, { prompt, info }: Context): { readonly link: NodeLink; readonly type: string } | undefined {
  const linked = Object.values(node.inputs).filter(isLink).map((link) => ({ link, type: linkType(link, prompt, info) }))
  return linked.find(({ type }) => isResult(type)) ?? linked.find(({ type }) => type === '*' || isSaveable(type))
}

function freeId(wanted: string, prompt: Prompt): string {
  return own(prompt, wanted) === undefined ? wanted : freeId(`${wanted}-return`, prompt)
}

function refused(message: string): Result<never, AppError> {
  return fail(new AppError('output_node_invalid', message))
}
