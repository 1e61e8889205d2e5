import { z } from 'zod'
import type { AppError } from '../error.ts'
import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { ok, type Result } from '../result.ts'
import { json, parseShape } from './schema.ts'

/** The values of a combo, or the name of a socket or widget type. */
export type InputType = string | readonly Json[]

export type InputSpec = {
  readonly name: string
  readonly type: InputType
  readonly group: 'required' | 'optional' | 'hidden'
  /** What ComfyUI publishes beside the type: `default`, `min`, `max`, `options`, `forceInput`, ... */
  readonly options: JsonObject
}

/** One node class as a ComfyUI describes it. */
export type NodeClass = {
  readonly name: string
  readonly displayName: string
  /** In the order of the node's face: required first, then optional, then hidden. */
  readonly inputs: readonly InputSpec[]
  readonly outputs: readonly string[]
  readonly outputNode: boolean
}

/** The node classes that a ComfyUI offers, by name. */
export type ObjectInfo = ReadonlyMap<string, NodeClass>

const inputGroup = z.record(z.string(), json)
/** A custom node that describes itself carelessly must not make its server unusable; its inputs must be readable, as values are placed by them. */
const classSchema = z.object({
  input: z.object({ required: inputGroup.nullish(), optional: inputGroup.nullish(), hidden: json.optional() }).nullish(),
  input_order: z.object({ required: z.array(z.string()).nullish(), optional: z.array(z.string()).nullish() }).nullish().catch(undefined),
  // `RETURN_TYPES = ("STRING")` is a text in Python, and common.
  output: z.union([z.array(json), z.string().transform((type) => [type])]).nullish().catch(undefined),
  output_node: z.boolean().nullish().catch(undefined),
  display_name: z.string().nullish().catch(undefined),
})

/** Reads the answer of `/object_info` (or `/object_info/{class}`). Errors: `object_info_malformed`. */
export function parseObjectInfo(value: Json): Result<ObjectInfo, AppError> {
  const parsed = parseShape(z.record(z.string(), classSchema), value, {
    code: 'object_info_malformed',
    what: 'ComfyUI described its nodes in an unknown form',
    remedy: 'Check that the address given with --comfy is a ComfyUI and that its custom nodes load.',
    describe: ([name, ...rest]) => `class ${String(name)}${rest.length === 0 ? '' : `, ${rest.map(String).join('.')}`}`,
  })
  if (!parsed.ok) return parsed
  return ok(new Map(Object.entries(parsed.value).map(([name, described]) => [name, nodeClass(name, described)])))
}

/** The input of a class by its name. */
export function inputSpec(owner: NodeClass, name: string): InputSpec | undefined {
  return owner.inputs.find((input) => input.name === name)
}

const WIDGET_TYPES: ReadonlySet<string> = new Set(['INT', 'FLOAT', 'STRING', 'BOOLEAN', 'COMBO'])

/** Whether the input shows a widget, so that a value can be typed or mapped into it. */
export function isWidget(spec: InputSpec): boolean {
  if (spec.group === 'hidden' || spec.options['forceInput'] === true || spec.options['rawLink'] === true) return false
  return typeof spec.type !== 'string' || WIDGET_TYPES.has(widgetType(spec)) || spec.options['socketless'] === true
}

/** The kind of widget that the input shows: its type, unless the class names another (`widgetType`). */
export function widgetType(spec: InputSpec): string {
  const other = spec.options['widgetType']
  return typeof other === 'string' && typeof spec.type === 'string' && spec.type.includes(',') ? other : typeName(spec.type)
}

/** Whether the input chooses one of a list of values. */
export function isCombo(spec: InputSpec): boolean {
  return typeof spec.type !== 'string' || spec.type === 'COMBO'
}

/** The values a combo offers; `undefined` for other inputs and for combos whose values come from elsewhere (`remote`). */
export function comboValues(spec: InputSpec): readonly Json[] | undefined {
  if (typeof spec.type !== 'string') return spec.type
  const options = spec.options['options']
  return spec.type === 'COMBO' && Array.isArray(options) ? (options as readonly Json[]) : undefined
}

const UPLOAD_OPTIONS = ['image_upload', 'video_upload', 'audio_upload', 'animated_image_upload', 'mesh_upload']

/** Whether the input names a file that is uploaded, whose list grows between reading it and running. */
export function isFileInput(spec: InputSpec): boolean {
  return UPLOAD_OPTIONS.some((option) => spec.options[option] === true)
}

/** A type as text, as sockets compare it; every combo is `COMBO`. */
export function typeName(type: InputType): string {
  return typeof type === 'string' ? type : 'COMBO'
}

/** Whether an output may feed an input: equal, `*` on a side, or a member in common of comma unions. Case does not matter. */
export function typesCompatible(output: string, input: string): boolean {
  const outputs = unionMembers(output)
  const inputs = unionMembers(input)
  return outputs.some(isAnything) || inputs.some(isAnything) || outputs.some((member) => inputs.includes(member))
}

const unionMembers = (type: string): readonly string[] => type.toLowerCase().split(',').map((member) => member.trim())
const isAnything = (member: string): boolean => member === '*' || member === ''

function nodeClass(name: string, described: z.infer<typeof classSchema>): NodeClass {
  const { input, input_order: order } = described
  const hidden = isJsonObject(input?.hidden) ? input.hidden : {}
  return {
    name,
    displayName: described.display_name ?? name,
    inputs: [
      ...inputsOf('required', input?.required ?? {}, order?.required ?? []),
      ...inputsOf('optional', input?.optional ?? {}, order?.optional ?? []),
      ...inputsOf('hidden', hidden, []),
    ],
    outputs: (described.output ?? []).map((type) => (typeof type === 'string' ? type : 'COMBO')),
    outputNode: described.output_node ?? false,
  }
}

function inputsOf(group: InputSpec['group'], described: Readonly<Record<string, Json>>, order: readonly string[]): readonly InputSpec[] {
  const names = new Set([...order.filter((name) => Object.hasOwn(described, name)), ...Object.keys(described)])
  return [...names].map((name) => inputSpecOf(name, group, described[name] ?? null))
}

/** An input as a class describes it: `["INT", {...}]`, `[["a", "b"]]`, or for hidden inputs the bare type. */
export function inputSpecOf(name: string, group: InputSpec['group'], described: Json): InputSpec {
  if (!Array.isArray(described)) return { name, group, type: typeof described === 'string' ? described : '*', options: {} }
  const [type, options] = described as readonly Json[]
  return {
    name,
    group,
    type: typeof type === 'string' ? type : Array.isArray(type) ? (type as readonly Json[]) : '*',
    options: isJsonObject(options) ? options : {},
  }
}
