import { isJsonObject, type Json } from '../json.ts'
import { comboValues, inputSpecOf, isWidget, typesCompatible, type InputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'
import type { PromptNode } from './prompt.ts'

/** The core nodes that save a type, the preferred first: which of them a ComfyUI has depends on its age and on what is installed beside it. */
const SAVERS: Readonly<Record<string, readonly string[]>> = {
  IMAGE: ['SaveImage'],
  AUDIO: ['SaveAudio', 'SaveAudioAdvanced', 'SaveAudioMP3', 'SaveAudioOpus'],
  VIDEO: ['SaveVideo'],
  LATENT: ['SaveLatent'],
  SVG: ['SaveSVGNode'],
  MESH: ['SaveGLB'],
}
/** Shows whatever it gets as text. It writes no file. */
const SHOW = ['PreviewAny']
/** Types that no saver takes and that still say something to a person as text. */
const TEXTUAL: ReadonlySet<string> = new Set(['STRING', 'INT', 'FLOAT', 'BOOLEAN', 'COMBO'])

/** Whether a result of this type can be looked at, heard or read by a person. `MASK` counts: it is made a picture. */
export function isSaveable(type: string): boolean {
  return savedAs(type) !== undefined || TEXTUAL.has(type)
}

/** The member of a type, which can be a union as `IMAGE,MASK`, by which it is saved; `undefined` when no saver takes it. */
export function savedAs(type: string): string | undefined {
  return type.split(',').map((member) => member.trim()).find((member) => member === 'MASK' || SAVERS[member] !== undefined)
}

/** The classes that could save a type, the preferred first; what no saver takes is shown as text. */
export function saversOf(type: string): readonly string[] {
  return SAVERS[type] ?? SHOW
}

/**
 * A node of the class that takes `source` (a link, or a value as inputs hold it) and saves under `prefix`. What else the class
 * asks for gets its default, as a new node has in the editor, so that inputs which came with later versions are there.
 */
export function saverNode(owner: NodeClass, type: string, source: Json, prefix: string): PromptNode {
  const taken = owner.inputs.find((spec) => !isWidget(spec) && spec.group !== 'hidden' && typesCompatible(type, typeof spec.type === 'string' ? spec.type : ''))
  const rest = owner.inputs.filter((spec) => spec.group === 'required' && spec !== taken).flatMap(defaultsOf)
  const named = rest.map(([name, value]): readonly [string, Json] => [name, name === 'filename_prefix' ? prefix : value])
  return { class_type: owner.name, inputs: { ...(taken === undefined ? {} : { [taken.name]: source }), ...Object.fromEntries(named) } }
}

/** The first of some classes that a ComfyUI has. */
export function firstOf(classes: readonly string[], info: ObjectInfo): NodeClass | undefined {
  return classes.map((name) => info.get(name)).find((owner) => owner !== undefined)
}

/** The values a widget starts with in the editor; a V3 choice brings inputs of its own, named `choice.input`. */
function defaultsOf(spec: InputSpec): readonly (readonly [string, Json])[] {
  const { default: given, options } = spec.options
  if (spec.type !== 'COMFY_DYNAMICCOMBO_V3') {
    const value = given ?? comboValues(spec)?.[0]
    return value === undefined ? [] : [[spec.name, value]]
  }
  const choices = Array.isArray(options) ? (options as readonly Json[]).filter(isJsonObject) : []
  const chosen = choices.find(({ key }) => key === given) ?? choices[0]
  const key = chosen?.['key']
  const required = isJsonObject(chosen?.['inputs']) ? chosen['inputs']['required'] : undefined
  const inner = isJsonObject(required) ? Object.entries(required).map(([name, input]) => inputSpecOf(`${spec.name}.${name}`, 'required', input)) : []
  return key === undefined ? [] : [[spec.name, key], ...inner.flatMap(defaultsOf)]
}
