import { isJsonObject, type Json } from '../json.ts'
import { broughtInputs, dynamicOptions, isDynamicCombo } from './brought-inputs.ts'
import { isEditorMade } from './editor-widgets.ts'
import { isCombo, isFileInput, isWidget, widgetType, type InputSpec, type NodeClass } from './object-info.ts'
import { SEED_NAMES } from './seed-inputs.ts'
import type { UiNode } from './ui-workflow.ts'

/** A place in `widgets_values`: of an input, or of the editor alone. */
export type Slot = {
  readonly name: string | undefined
  readonly fits: (value: Json) => boolean
  /** Whether the place is left out where its value does not fit. */
  readonly mayLack?: boolean
  readonly opens?: (value: Json) => readonly Slot[]
}

/** What differed between editors about which widgets keep a slot. */
export type Layout = { readonly controls: boolean; readonly uploads: boolean; readonly forced: boolean; readonly unlisted: boolean }

/** Values by name, whether each is one its widget could hold, and how many were read. */
export type Filling = { readonly values: ReadonlyMap<string, Json>; readonly fits: boolean; readonly used: number }

const LAYOUTS: readonly Layout[] = [false, true].flatMap((unlisted) =>
  [true, false].flatMap((controls) => [false, true].flatMap((forced) => [true, false].map((uploads) => ({ controls, uploads, forced, unlisted })))),
)

/**
 * Reads positional values by the first layout under which each is one its widget could hold. Layouts that use up all values
 * come first, then those that leave only blanks over (the editor's buttons); widgets that no list names come last of all.
 * It is not certain where values are left over: the class had other widgets when they were written. A class without widgets shows results in them.
 */
export function fromPositions(node: UiNode, owner: NodeClass): { readonly values: ReadonlyMap<string, Json>; readonly certain: boolean } {
  const readings = LAYOUTS.map((layout) => ({ layout, filling: fill(slotsOf(node, owner, layout), node.positional) }))
  const fitting = readings.filter(({ filling }) => filling.fits)
  const all = node.positional.length
  const told = node.positional.findLastIndex((value) => value !== null && value !== '') + 1
  const best = [false, true]
    .flatMap((unlisted) => [all, told].map((wanted) => fitting.find(({ layout, filling }) => layout.unlisted === unlisted && filling.used >= wanted)))
    .find((reading) => reading !== undefined)
  return { values: (best ?? fitting[0] ?? readings[0])?.filling.values ?? new Map(), certain: best !== undefined || readings.every(({ filling }) => filling.values.size === 0) }
}

/** Gives the values to the slots in order. */
export function fill(slots: readonly Slot[], positional: readonly Json[]): Filling {
  const values = new Map<string, Json>()
  const waiting = [...slots]
  let used = 0
  let fits = true
  for (let slot = waiting.shift(); slot !== undefined && used < positional.length; slot = waiting.shift()) {
    const value = positional[used] ?? null
    const fitting = slot.fits(value)
    if (!fitting && slot.mayLack === true) continue
    used++
    fits &&= fitting
    if (slot.name !== undefined && value !== null) values.set(slot.name, value)
    waiting.unshift(...(slot.opens?.(value) ?? []))
  }
  return { values, fits, used }
}

/** The slots that one input takes: its own, and those of the editor beside it. */
export function slotsOfInput(spec: InputSpec, node: UiNode, layout: Layout): readonly Slot[] {
  if (isDynamicCombo(spec)) return [dynamicCombo(spec, node, layout)]
  if (!hasSlot(spec, node, layout)) return []
  const control: Slot = { name: undefined, fits: (value) => CONTROL_VALUES.has(value) }
  const filter: Slot = { name: undefined, fits: (value) => typeof value === 'string' }
  const own: Slot = { name: isForced(spec) ? undefined : spec.name, fits: (value) => couldHold(spec, value) }
  return [...buttonsBefore(spec), own, ...(layout.controls ? [control, filter].slice(0, controlSlots(spec)) : [])]
}

/** How many slots of the editor alone follow the value of a widget: a control after generate, and for combos its filter. */
export function controlSlots(spec: InputSpec): number {
  const control = spec.options['control_after_generate']
  const wanted = control === undefined || control === null ? spec.type === 'INT' && SEED_NAMES.has(spec.name) : control !== false
  if (!wanted) return 0
  return isCombo(spec) ? 2 : 1
}

const CONTROL_VALUES: ReadonlySet<Json> = new Set<Json>(['fixed', 'increment', 'decrement', 'randomize', 'increment-wrap', true, false, null])

function slotsOf(node: UiNode, owner: NodeClass, layout: Layout): readonly Slot[] {
  const ofGroup = (group: InputSpec['group']): readonly Slot[] =>
    owner.inputs.filter((spec) => spec.group === group).flatMap((spec) => slotsOfInput(spec, node, layout))
  const uploads = layout.uploads && owner.inputs.some(isFileInput)
  // The editor appends its upload button to the required inputs.
  return [...ofGroup('required'), ...(uploads ? [{ name: undefined, fits: () => true }] : []), ...ofGroup('optional')]
}

/** The buttons of the 3-D view, which newer editors save as if they had values. */
function buttonsBefore(spec: InputSpec): readonly Slot[] {
  const buttons = spec.type === 'LOAD_3D' ? ['upload3dmodel', 'uploadExtraResources', 'clear'] : []
  return buttons.map((button) => ({ name: undefined, mayLack: true, fits: (value) => value === button }))
}

const isForced = (spec: InputSpec): boolean => spec.options['forceInput'] === true

function hasSlot(spec: InputSpec, node: UiNode, layout: Layout): boolean {
  if (isWidget(spec) || isEditorMade(spec)) return true
  if (isForced(spec)) return layout.forced && isWidget({ ...spec, options: {} })
  const listed = node.inputs.find((input) => input.name === spec.name)
  // Custom widget types look like sockets in a class description; the node in the file shows which they are.
  // Sockets that a class got since the file was written are optional.
  return listed === undefined ? layout.unlisted && spec.group === 'required' : listed.widget !== undefined
}

function dynamicCombo(spec: InputSpec, node: UiNode, layout: Layout): Slot {
  return {
    name: spec.name,
    fits: (value) => dynamicOptions(spec).includes(value),
    opens: (value) => broughtInputs(spec, value).flatMap((inner) => slotsOfInput(inner, node, layout)),
  }
}

/** Editors write null for a value that was never set, which any widget may be. */
function couldHold(spec: InputSpec, value: Json): boolean {
  if (value === null) return true
  switch (widgetType(spec)) {
    case 'INT':
    case 'FLOAT':
      return typeof value === 'number' || typeof value === 'bigint'
    case 'STRING':
      return typeof value === 'string'
    case 'BOOLEAN':
      return typeof value === 'boolean'
    case 'LOAD_3D':
      return typeof value === 'string' || isJsonObject(value)
    default:
      return !isCombo(spec) || !isJsonObject(value)
  }
}
