import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import { WORKFLOW_PROFILE } from './loop-nodes.ts'
import { comboValues, inputSpec, inputSpecOf, isCombo, isFileInput, isWidget, type InputSpec, type NodeClass } from './object-info.ts'
import { profileWidgets } from './profile.ts'
import type { UiNode } from './ui-workflow.ts'

/** A node's widget values by input name, and what could not be read for certain. */
export type WidgetReading = { readonly values: ReadonlyMap<string, Json>; readonly doubt: string | undefined }

/** Widgets of the editor that are no inputs of the class. */
const EDITOR_WIDGETS: ReadonlySet<string> = new Set(['control_after_generate', 'control_filter_list', 'upload', 'audioUI'])
const SEED_NAMES: ReadonlySet<string> = new Set(['seed', 'noise_seed'])
const CONTROL_VALUES: ReadonlySet<Json> = new Set<Json>(['fixed', 'increment', 'decrement', 'randomize', 'increment-wrap', true, false, null])

/** The values that a node's widgets hold in the file. Widgets that the file does not know have the class's default, as in the editor. */
export function readWidgets(node: UiNode, owner: NodeClass | undefined): WidgetReading {
  const named = node.type === WORKFLOW_PROFILE ? profileWidgets(node) : node.named
  if (owner === undefined) return readUnknown(node, named)
  if (Object.keys(named).length > 0) return { values: withDefaults(owner, fromNames(owner, named)), doubt: undefined }
  const { values, certain } = fromPositions(node, owner)
  const doubt = certain ? undefined : `its ${node.positional.length} widget values do not fit the widgets of ${owner.name}`
  return { values: withDefaults(owner, values), doubt }
}

/** How many slots of the editor alone follow the value of a widget: a control after generate, and for combos its filter. */
export function controlSlots(spec: InputSpec): number {
  const control = spec.options['control_after_generate']
  const wanted = control === undefined || control === null ? spec.type === 'INT' && SEED_NAMES.has(spec.name) : control !== false
  if (!wanted) return 0
  return isCombo(spec) ? 2 : 1
}

function fromNames(owner: NodeClass, named: JsonObject): Map<string, Json> {
  const known = (name: string): boolean => {
    const [head = name] = name.split('.', 1)
    const spec = inputSpec(owner, name) ?? inputSpec(owner, head)
    return spec !== undefined && spec.group !== 'hidden'
  }
  return new Map(Object.entries(named).filter(([name, value]) => value !== null && known(name)))
}

function withDefaults(owner: NodeClass, values: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  const complete = new Map<string, Json>()
  for (const spec of owner.inputs) {
    const value = values.get(spec.name) ?? (isWidget(spec) ? defaultValue(spec) : undefined)
    if (value !== undefined) complete.set(spec.name, value)
  }
  for (const [name, value] of values) complete.set(name, value)
  return complete
}

function defaultValue(spec: InputSpec): Json | undefined {
  const given = spec.options['default']
  if (given !== undefined && given !== null) return given
  const plain: Readonly<Record<string, Json>> = { INT: 0, FLOAT: 0, STRING: '', BOOLEAN: false }
  return comboValues(spec)?.[0] ?? (typeof spec.type === 'string' ? plain[spec.type] : undefined)
}

/** A place in `widgets_values`: of an input, or of the editor alone. */
type Slot = { readonly name: string | undefined; readonly fits: (value: Json) => boolean; readonly opens?: (value: Json) => readonly Slot[] }

/** What differed between editors about which widgets keep a slot. */
type Layout = { readonly controls: boolean; readonly uploads: boolean; readonly forced: boolean; readonly unlisted: boolean }

const LAYOUTS: readonly Layout[] = [false, true].flatMap((unlisted) =>
  [true, false].flatMap((controls) => [false, true].flatMap((forced) => [true, false].map((uploads) => ({ controls, uploads, forced, unlisted })))),
)

/** The first layout under which every value is one its widget could hold, preferring those that use up all values; else the usual one. */
function fromPositions(node: UiNode, owner: NodeClass): { readonly values: ReadonlyMap<string, Json>; readonly certain: boolean } {
  const readings = LAYOUTS.map((layout) => fill(slotsOf(node, owner, layout), node.positional))
  const best = readings.find((reading) => reading.fits && reading.used === node.positional.length) ?? readings.find((reading) => reading.fits)
  return { values: (best ?? readings[0])?.values ?? new Map(), certain: best !== undefined }
}

function fill(slots: readonly Slot[], positional: readonly Json[]): { readonly values: ReadonlyMap<string, Json>; readonly fits: boolean; readonly used: number } {
  const values = new Map<string, Json>()
  const waiting = [...slots]
  let used = 0
  let fits = true
  for (let slot = waiting.shift(); slot !== undefined && used < positional.length; slot = waiting.shift()) {
    const value = positional[used++] ?? null
    fits &&= slot.fits(value)
    if (slot.name !== undefined && value !== null) values.set(slot.name, value)
    waiting.unshift(...(slot.opens?.(value) ?? []))
  }
  return { values, fits, used }
}

function slotsOf(node: UiNode, owner: NodeClass, layout: Layout): readonly Slot[] {
  const ofGroup = (group: InputSpec['group']): readonly Slot[] =>
    owner.inputs.filter((spec) => spec.group === group).flatMap((spec) => slotsOfInput(spec, node, layout))
  const uploads = layout.uploads && owner.inputs.some(isFileInput)
  // The editor appends its upload button to the required inputs.
  return [...ofGroup('required'), ...(uploads ? [{ name: undefined, fits: () => true }] : []), ...ofGroup('optional')]
}

function slotsOfInput(spec: InputSpec, node: UiNode, layout: Layout): readonly Slot[] {
  if (spec.type === 'COMFY_DYNAMICCOMBO_V3') return [dynamicCombo(spec, node, layout)]
  if (!hasSlot(spec, node, layout)) return []
  const control: Slot = { name: undefined, fits: (value) => CONTROL_VALUES.has(value) }
  const filter: Slot = { name: undefined, fits: (value) => typeof value === 'string' }
  const own: Slot = { name: isForced(spec) ? undefined : spec.name, fits: (value) => couldHold(spec, value) }
  return [own, ...(layout.controls ? [control, filter].slice(0, controlSlots(spec)) : [])]
}

const isForced = (spec: InputSpec): boolean => spec.options['forceInput'] === true

function hasSlot(spec: InputSpec, node: UiNode, layout: Layout): boolean {
  if (isWidget(spec)) return true
  if (isForced(spec)) return layout.forced && isWidget({ ...spec, options: {} })
  const listed = node.inputs.find((input) => input.name === spec.name)
  // Custom widget types look like sockets in a class description; the node in the file shows which they are.
  return listed === undefined ? layout.unlisted : listed.widget !== undefined
}

/** A V3 input whose choice brings inputs of its own, named `choice.input`. */
function dynamicCombo(spec: InputSpec, node: UiNode, layout: Layout): Slot {
  const options = (Array.isArray(spec.options['options']) ? (spec.options['options'] as readonly Json[]) : []).filter(isJsonObject)
  const chosen = (value: Json): JsonObject | undefined => options.find((option) => option['key'] === value)
  return {
    name: spec.name,
    fits: (value) => chosen(value) !== undefined,
    opens: (value) => {
      const inputs = chosen(value)?.['inputs']
      return isJsonObject(inputs) ? dynamicInputs(spec.name, inputs).flatMap((inner) => slotsOfInput(inner, node, layout)) : []
    },
  }
}

function dynamicInputs(prefix: string, described: JsonObject): readonly InputSpec[] {
  return (['required', 'optional'] as const).flatMap((group) => {
    const inputs = described[group]
    return isJsonObject(inputs) ? Object.entries(inputs).map(([name, input]) => inputSpecOf(`${prefix}.${name}`, group, input)) : []
  })
}

/** Editors write null for a value that was never set, which any widget may be. */
function couldHold(spec: InputSpec, value: Json): boolean {
  if (value === null) return true
  switch (spec.type) {
    case 'INT':
    case 'FLOAT':
      return typeof value === 'number' || typeof value === 'bigint'
    case 'STRING':
      return typeof value === 'string'
    case 'BOOLEAN':
      return typeof value === 'boolean'
    default:
      return !isCombo(spec) || !isJsonObject(value)
  }
}

/** Without the class, names are trusted, and positions only where the file lists a widget for each of them. */
function readUnknown(node: UiNode, named: JsonObject): WidgetReading {
  const byName = Object.entries(named).filter(([name]) => !EDITOR_WIDGETS.has(name) && !name.startsWith('$$'))
  if (byName.length > 0 || node.positional.length === 0) return { values: new Map(byName), doubt: undefined }
  const slots = node.inputs.flatMap(({ widget, type }): readonly Slot[] => {
    if (widget === undefined) return []
    const spec: InputSpec = { name: widget, type, group: 'required', options: {} }
    return slotsOfInput(spec, node, { controls: true, uploads: false, forced: false, unlisted: false })
  })
  const { values, fits, used } = fill(slots, node.positional)
  const certain = fits && used === node.positional.length
  return certain ? { values, doubt: undefined } : { values: new Map(), doubt: `the order of its ${node.positional.length} widget values is not known` }
}
