import { stringifyJson } from '../json.ts'
import { checkValue } from './check-value.ts'
import { compileLoopNodes } from './compile.ts'
import { LOOP_RETURN, lookUpClass } from './loop-nodes.ts'
import { inputSpec, isCombo, isWidget, type ObjectInfo } from './object-info.ts'
import { isLink, nodesOfClass, upstreamOf, type Prompt, type PromptNode } from './prompt.ts'

/**
 * What a ComfyUI lacks to run a prompt: node classes, and values that it does not offer, models first of all.
 * Empty: it can. `assigned` are inputs (`12.seed`) whose values are not known yet. Only what leads to Loop Return counts; the loop's own nodes are compiled away where they are missing.
 */
export function unmetNeeds(prompt: Prompt, info: ObjectInfo, assigned: ReadonlySet<string> = new Set()): readonly string[] {
  const compiled = compileLoopNodes(prompt, info, '')
  if (!compiled.ok) return [compiled.error.message]
  const ends = nodesOfClass(prompt, LOOP_RETURN).map(([id]) => id)
  const needed = upstreamOf(compiled.value, ends)
  return [...new Set(Object.entries(compiled.value).flatMap(([id, node]) => (needed.has(id) ? unmetBy(id, node, { info, assigned }) : [])))]
}

function unmetBy(id: string, node: PromptNode, { info, assigned }: { info: ObjectInfo; assigned: ReadonlySet<string> }): readonly string[] {
  const owner = lookUpClass(info, node.class_type)
  if (owner === undefined) return [`the node ${node.class_type}`]
  return Object.entries(node.inputs).flatMap(([name, value]) => {
    const spec = inputSpec(owner, name)
    if (spec === undefined || assigned.has(`${id}.${name}`) || isLink(value) || !isWidget(spec) || !isCombo(spec)) return []
    return checkValue(spec, value)?.code === 'value_invalid' ? [`${stringifyJson(value)} (${name} of ${node.class_type})`] : []
  })
}
