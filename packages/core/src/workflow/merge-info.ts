import type { Json } from '../json.ts'
import { comboValues, isCombo, type InputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'

/**
 * What several ComfyUI servers offer together: every class of any, as the first describes it, with the choices of all.
 * A prompt that fits it may still need two servers at once; {@link unmetNeeds} says that of each.
 */
export function mergeObjectInfo(infos: readonly ObjectInfo[]): ObjectInfo {
  const [first, ...others] = infos
  if (first === undefined || others.length === 0) return first ?? new Map()
  const merged = new Map(first)
  for (const info of others) {
    for (const [name, described] of info) {
      const known = merged.get(name)
      merged.set(name, known === undefined ? described : withChoices(known, described))
    }
  }
  return merged
}

function withChoices(known: NodeClass, other: NodeClass): NodeClass {
  const others = new Map(other.inputs.map((spec) => [spec.name, spec]))
  return { ...known, inputs: known.inputs.map((spec) => joined(spec, others.get(spec.name))) }
}

function joined(spec: InputSpec, other: InputSpec | undefined): InputSpec {
  const mine = isCombo(spec) ? comboValues(spec) : undefined
  const more = other !== undefined && isCombo(other) ? comboValues(other) : undefined
  if (mine === undefined || more === undefined || more.every((value) => mine.includes(value))) return spec
  const values: readonly Json[] = [...new Set([...mine, ...more])]
  return typeof spec.type === 'string' ? { ...spec, options: { ...spec.options, options: values } } : { ...spec, type: values }
}
