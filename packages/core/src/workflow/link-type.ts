import { lookUpClass } from './loop-nodes.ts'
import { typeName, type NodeClass, type ObjectInfo } from './object-info.ts'
import { own } from './own.ts'
import { isLink, type NodeLink, type Prompt } from './prompt.ts'

const UNDECIDED: ReadonlySet<string> = new Set(['*', 'COMFY_MATCHTYPE_V3'])

/**
 * The type that a link carries. Outputs that take the type of what goes in (switches, reroutes, V3 match types) are followed to
 * where that comes from; `*` where it stays open until the run.
 */
export function linkType([id, slot]: NodeLink, prompt: Prompt, info: ObjectInfo, seen: ReadonlySet<string> = new Set()): string {
  const node = own(prompt, id)
  const owner = node === undefined ? undefined : lookUpClass(info, node.class_type)
  const type = owner?.outputs[slot] ?? '*'
  if (node === undefined || owner === undefined || !UNDECIDED.has(type) || seen.has(id)) return UNDECIDED.has(type) ? '*' : type
  const sources = passedOn(owner).flatMap((name) => {
    const value = own(node.inputs, name)
    return isLink(value) ? [linkType(value, prompt, info, new Set([...seen, id]))] : []
  })
  const [first, ...others] = new Set(sources)
  return first !== undefined && others.length === 0 ? first : '*'
}

/** The inputs that an output without a type of its own can take its value from. */
function passedOn(owner: NodeClass): readonly string[] {
  return owner.inputs.filter(({ group, type }) => group !== 'hidden' && UNDECIDED.has(typeName(type))).map(({ name }) => name)
}
