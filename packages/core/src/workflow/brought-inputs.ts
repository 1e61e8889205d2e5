import { isJsonObject, type Json } from '../json.ts'
import { inputSpecOf, type InputSpec } from './object-info.ts'

/** Whether the input is a choice of ComfyUI's V3 nodes whose options bring inputs of their own. */
export function isDynamicCombo(spec: InputSpec): boolean {
  return spec.type === 'COMFY_DYNAMICCOMBO_V3'
}

/** The options of a dynamic choice, by the value that chooses them. */
export function dynamicOptions(spec: InputSpec): readonly Json[] {
  return isDynamicCombo(spec) ? optionsOf(spec).flatMap(({ key }) => (key === undefined ? [] : [key])) : []
}

/**
 * The inputs that a widget's value brings along: of a V3 choice, named `choice.input`, or of a format
 * of VideoHelperSuite, which lists them in the option `formats` as `[name, type, options]` under their plain names.
 */
export function broughtInputs(spec: InputSpec, value: Json): readonly InputSpec[] {
  if (isDynamicCombo(spec)) {
    const inputs = optionsOf(spec).find((option) => option['key'] === value)?.['inputs']
    return isJsonObject(inputs) ? (['required', 'optional'] as const).flatMap((group) => described(spec.name, group, inputs[group])) : []
  }
  const formats = spec.options['formats']
  return isJsonObject(formats) && typeof value === 'string' && Object.hasOwn(formats, value) ? formatInputs(formats[value]) : []
}

/** Every input that some value of the widget brings along. */
export function possibleInputs(spec: InputSpec): readonly InputSpec[] {
  const formats = spec.options['formats']
  const values = isDynamicCombo(spec) ? dynamicOptions(spec) : isJsonObject(formats) ? Object.keys(formats) : []
  return values.flatMap((value) => broughtInputs(spec, value))
}

function optionsOf(spec: InputSpec): readonly { readonly [name: string]: Json }[] {
  const options = spec.options['options']
  return Array.isArray(options) ? (options as readonly Json[]).filter(isJsonObject) : []
}

function described(choice: string, group: InputSpec['group'], inputs: Json | undefined): readonly InputSpec[] {
  return isJsonObject(inputs) ? Object.entries(inputs).map(([name, input]) => inputSpecOf(`${choice}.${name}`, group, input)) : []
}

function formatInputs(listed: Json | undefined): readonly InputSpec[] {
  if (!Array.isArray(listed)) return []
  return (listed as readonly Json[]).flatMap((entry) => {
    const [name, ...input] = Array.isArray(entry) ? (entry as readonly Json[]) : []
    return typeof name === 'string' ? [inputSpecOf(name, 'required', input)] : []
  })
}
