import type { Json } from '../json.ts'
import { checkValue } from './check-value.ts'
import { compileLoopNodes } from './compile.ts'
import { missingClass } from './convert.ts'
import type { Finding, Severity } from './finding.ts'
import { isLoopClass, LOOP_PIPELINE_STEP, LOOP_RETURN, lookUpClass } from './loop-nodes.ts'
import { missingModel } from './model-file.ts'
import { isWidget, typeName, typesCompatible, type InputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'
import { choices, SHOWN_SLOT } from './output-node.ts'
import { own } from './own.ts'
import { isLink, nodesOfClass, nodeTitle, referTo, upstreamOf, type NodeLink, type Prompt, type PromptNode } from './prompt.ts'

/** That there is one LoopReturn, and that it is given something to return. */
export function checkLoopReturn(prompt: Prompt, info: ObjectInfo): readonly Finding[] {
  const returns = nodesOfClass(prompt, LOOP_RETURN)
  const [first] = returns
  if (first === undefined && nodesOfClass(prompt, LOOP_PIPELINE_STEP).length > 0) {
    const message = 'This workflow is a pipeline: it has no result of its own, its steps are workflows that have.'
    const remedy = 'Run it as a pipeline: with Run pipeline on its page, or with lemouf run.'
    return [{ severity: 'error', code: 'pipeline_workflow', message, remedy }]
  }
  if (first === undefined) {
    const message = 'The workflow has no Loop Return, so that nothing would come back from a cycle.'
    const remedy = `Say which node to take the result from ("Take the result from", or --output-node ID), or add a Loop Return node and connect the final output to its payload. ${choices(prompt, info)}`
    return [{ severity: 'error', code: 'loop_return_missing', message, remedy }]
  }
  const [id, node] = first
  if (returns.length > 1) {
    const message = `The workflow has ${returns.length} Loop Return nodes (${returns.map(([other]) => other).join(', ')}); a cycle returns through one.`
    return [{ severity: 'error', code: 'loop_return_repeated', message, node: referTo(id, node), remedy: 'Keep the one that takes the final output, and remove the others.' }]
  }
  if (isLink(node.inputs['payload'])) return []
  const message = `Nothing is connected to the payload of Loop Return (node ${id}).`
  return [{ severity: 'error', code: 'loop_return_unlinked', message, node: referTo(id, node), input: 'payload', remedy: 'Connect the final output to it.' }]
}

/** That the ComfyUI has every class; the loop's own may be missing, as the server stands in for them. */
export function checkClasses(prompt: Prompt, info: ObjectInfo): readonly Finding[] {
  const missing = Object.entries(prompt).filter(([, node]) => !info.has(node.class_type))
  const others = missing.filter(([, node]) => !isLoopClass(node.class_type))
  const findings = others.map(([id, node]) => missingClass(id, nodeTitle(node), node.class_type))
  const loopClasses = [...new Set(missing.map(([, node]) => node.class_type).filter(isLoopClass))]
  if (loopClasses.length === 0) return findings
  return [...findings, standIn(prompt, info, loopClasses)]
}

/** What the server does where the node pack is missing, or why it cannot. */
function standIn(prompt: Prompt, info: ObjectInfo, loopClasses: readonly string[]): Finding {
  const compiled = compileLoopNodes(prompt, info, '')
  if (!compiled.ok) {
    return { severity: 'error', code: compiled.error.code, message: compiled.error.message, remedy: 'Update that ComfyUI, or install the node pack there.' }
  }
  const message = `This ComfyUI does not have the node pack (${loopClasses.join(', ')}); the server reads these nodes itself and saves with the core nodes.`
  return { severity: 'info', code: 'node_pack_missing', message, remedy: 'Nothing needs to be done.' }
}

/**
 * That every node on the way to an output has what it needs: required inputs, links that fit, values that are offered.
 * `assigned` are the inputs (`12.seed`) that the loop sets. What does not lead to Loop Return is a warning: ComfyUI runs the rest without it.
 */
export function checkInputs(prompt: Prompt, info: ObjectInfo, assigned: ReadonlySet<string>): readonly Finding[] {
  const outputs = Object.entries(prompt).filter(([, node]) => lookUpClass(info, node.class_type)?.outputNode === true)
  const returned = upstreamOf(prompt, nodesOfClass(prompt, LOOP_RETURN).map(([id]) => id))
  const run = upstreamOf(prompt, outputs.map(([id]) => id))
  return Object.entries(prompt).flatMap(([id, node]) => {
    const owner = lookUpClass(info, node.class_type)
    if (owner === undefined || !run.has(id)) return []
    const severity = returned.has(id) || returned.size === 0 ? 'error' : 'warning'
    return owner.inputs.flatMap((spec) => (assigned.has(`${id}.${spec.name}`) ? [] : checkInput({ prompt, info, id, node, owner, severity }, spec)))
  })
}

type Place = {
  readonly prompt: Prompt
  readonly info: ObjectInfo
  readonly id: string
  readonly node: PromptNode
  readonly owner: NodeClass
  readonly severity: Severity
}

function checkInput(place: Place, spec: InputSpec): readonly Finding[] {
  const value = own(place.node.inputs, spec.name)
  if (spec.group === 'hidden' || isDynamic(typeName(spec.type))) return []
  if (value === undefined || value === null) {
    if (spec.group !== 'required') return []
    const remedy = isWidget(spec) ? 'Give it a value, or map one to it.' : `Connect a ${typeName(spec.type)} to it.`
    return [finding(place, spec, 'input_required', `needs "${spec.name}", which has neither a link nor a value.`, remedy)]
  }
  return isLink(value) ? checkLink(place, spec, value) : checkTyped(place, spec, value)
}

function checkLink(place: Place, spec: InputSpec, [originId, slot]: NodeLink): readonly Finding[] {
  if (slot === SHOWN_SLOT && place.node.class_type === LOOP_RETURN) return []
  const origin = own(place.prompt, originId)
  if (origin === undefined) {
    return [finding(place, spec, 'link_broken', `takes "${spec.name}" from node ${originId}, which is not there.`, 'Connect it to a node that is there.')]
  }
  const source = lookUpClass(place.info, origin.class_type)
  if (source === undefined) return []
  const given = source.outputs[slot]
  if (given === undefined) {
    return [finding(place, spec, 'link_broken', `takes "${spec.name}" from output ${slot} of node ${originId}, which has ${source.outputs.length}.`, 'Connect it again.')]
  }
  const wanted = typeName(spec.type)
  // Choices and types that follow their links are compared by ComfyUI itself.
  if ([given, wanted].some((type) => type === 'COMBO' || isDynamic(type)) || typesCompatible(given, wanted)) return []
  return [finding(place, spec, 'link_type', `takes a ${given} for "${spec.name}", which wants a ${wanted}.`, `Connect a ${wanted} to it.`)]
}

function checkTyped(place: Place, spec: InputSpec, value: Json): readonly Finding[] {
  const fault = isWidget(spec) ? checkValue(spec, value) : undefined
  if (fault === undefined) return []
  const model = missingModel(place.node.class_type, spec, value)
  if (model !== undefined) return [finding(place, spec, 'model_missing', `needs the model file "${model.file}", which this ComfyUI does not have.`, model.remedy)]
  const remedy = 'Choose a value that this ComfyUI offers, or bring the file there.'
  const severity = fault.code === 'file_unknown' ? 'warning' : place.severity
  return [finding({ ...place, severity }, spec, fault.code, `cannot use its "${spec.name}": ${fault.problem}.`, remedy)]
}

function finding(place: Place, spec: InputSpec, code: string, says: string, remedy: string): Finding {
  const message = `Node ${place.id} ("${nodeTitle(place.node)}") ${says}`
  return { severity: place.severity, code, message, node: referTo(place.id, place.node), input: spec.name, remedy }
}

const isDynamic = (type: string): boolean => type.startsWith('COMFY_')
