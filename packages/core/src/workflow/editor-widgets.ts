import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { InputSpec } from './object-info.ts'
import type { UiNode } from './ui-workflow.ts'

const EDITOR_MADE: ReadonlyMap<string, string> = new Map([
  ['LOAD_3D', 'a picture of the 3-D view'],
  ['WEBCAM', 'a picture of the camera'],
  ['AUDIO_RECORD', 'a recording of the microphone'],
])

/** What the editor makes for the input when it queues the workflow, in words; `undefined` for other inputs. */
export function editorMade(spec: InputSpec): string | undefined {
  return typeof spec.type === 'string' ? EDITOR_MADE.get(spec.type) : undefined
}

/** Whether the editor makes the input's value when it queues the workflow, so that the file does not hold it. */
export function isEditorMade(spec: InputSpec): boolean {
  return editorMade(spec) !== undefined
}

/** Whether the editor puts the date or the value of a widget into a file name when it queues: `%date:yyyy-MM-dd%`, `%KSampler.seed%`. */
export function isEditorText(input: string, value: Json | undefined): boolean {
  return input === 'filename_prefix' && typeof value === 'string' && /%(?:date:[^%]+|[^%:]+\.[^%]+)%/.test(value)
}

/**
 * The values of a node whose widgets a script of the editor builds, so that its class does not name them;
 * `undefined` for other nodes. Read are the Power Lora Loader of rgthree-comfy (`lora_1`, `lora_2`, …, one row each)
 * and the core's Custom Combo (`choice`, its `index`, and the choices as `option1`, `option2`, …).
 */
export function builtWidgets(node: UiNode): JsonObject | undefined {
  if (node.type === 'Power Lora Loader (rgthree)') return numbered('lora_', node.positional.filter(isLora).map(loraRow))
  if (node.type === 'CustomCombo') return customCombo(node.positional)
  return undefined
}

const isLora = (value: Json): value is JsonObject => isJsonObject(value) && 'lora' in value

/** A second strength is sent only where the node shows two. */
function loraRow({ strengthTwo = null, ...row }: JsonObject): JsonObject {
  return strengthTwo === null ? row : { ...row, strengthTwo }
}

function customCombo([choice = null, ...rest]: readonly Json[]): JsonObject {
  const options = rest.filter((value) => typeof value === 'string')
  // Its first version saved no index.
  const index = typeof rest[0] === 'number' ? rest[0] : Math.max(0, options.findIndex((option) => option === choice))
  return { choice, index, ...numbered('option', options) }
}

function numbered(prefix: string, values: readonly Json[]): JsonObject {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index + 1}`, value]))
}
