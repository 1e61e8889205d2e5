import type { Json, JsonObject } from '../json.ts'
import { broughtInputs, dynamicOptions, isDynamicCombo, possibleInputs } from './brought-inputs.ts'
import { builtWidgets, isEditorMade } from './editor-widgets.ts'
import { WORKFLOW_PROFILE } from './loop-nodes.ts'
import { comboValues, inputSpec, isWidget, widgetType, type InputSpec, type NodeClass } from './object-info.ts'
import { profileWidgets } from './profile.ts'
import type { UiNode } from './ui-workflow.ts'
import { fill, fromPositions, slotsOfInput, type Slot } from './widget-slots.ts'

/** A node's widget values by input name, and what could not be read for certain. */
export type WidgetReading = { readonly values: ReadonlyMap<string, Json>; readonly doubt: string | undefined }

/** Widgets of the editor that are no inputs of the class. */
const EDITOR_WIDGETS: ReadonlySet<string> = new Set(['control_after_generate', 'control_filter_list', 'upload', 'audioUI', 'refresh', 'Auto-refresh after generation', 'choose video to upload', 'choose folder to upload'])

/** The values that a node's widgets hold in the file. Widgets that the file does not know have the class's default, as in the editor. */
export function readWidgets(node: UiNode, owner: NodeClass | undefined): WidgetReading {
  const named = node.type === WORKFLOW_PROFILE ? profileWidgets(node) : node.named
  if (owner === undefined) return readUnknown(node, named)
  const built = builtWidgets(node)
  if (built !== undefined) return { values: withDefaults(owner, new Map(Object.entries(built))), doubt: undefined }
  if (Object.keys(named).length > 0) return fromNames(owner, named)
  const { values, certain } = fromPositions(node, owner)
  const doubt = certain ? undefined : `its ${node.positional.length} widget values do not fit the widgets of ${owner.name}`
  return { values: withDefaults(owner, values), doubt }
}

function fromNames(owner: NodeClass, named: JsonObject): WidgetReading {
  const brought = new Set(owner.inputs.flatMap(possibleInputs).map(({ name }) => name))
  const known = (name: string): boolean => {
    const [head = name] = name.split('.', 1)
    const spec = inputSpec(owner, name) ?? inputSpec(owner, head)
    // What a dynamic input brings may bring more; its names all begin with that of the input.
    return brought.has(name) || (spec !== undefined && spec.group !== 'hidden' && (spec.name === name || isDynamic(spec)))
  }
  const given = Object.entries(named).filter(([, value]) => value !== null)
  const strange = given.filter(([name, value]) => !known(name) && !EDITOR_WIDGETS.has(name) && typeof value !== 'object' && value !== '').map(([name]) => `"${name}"`)
  return {
    values: withDefaults(owner, new Map(given.filter(([name]) => known(name)))),
    doubt: strange.length === 0 ? undefined : `${strange.join(', ')} ${strange.length === 1 ? 'is' : 'are'} of another version of ${owner.name}`,
  }
}

/** Whether the names of the inputs it brings begin with its own. */
const isDynamic = (spec: InputSpec): boolean => typeof spec.type === 'string' && /^COMFY_(?:AUTOGROW|DYNAMIC\w+)_V3$/.test(spec.type)

function withDefaults(owner: NodeClass, values: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  const complete = new Map<string, Json>()
  const add = (spec: InputSpec): void => {
    const value = (isDisplay(spec) ? undefined : values.get(spec.name)) ?? defaultValue(spec)
    if (value === undefined || (isEditorMade(spec) && value === '')) return
    complete.set(spec.name, value)
    broughtInputs(spec, value).forEach(add)
  }
  owner.inputs.forEach(add)
  for (const [name, value] of values) if (inputSpec(owner, name) === undefined) complete.set(name, value)
  return complete
}

/** Whether the widget shows results; what a file holds of it are pictures of an earlier run. */
const isDisplay = (spec: InputSpec): boolean => spec.type === 'IMAGECOMPARE'

/** What the widgets of these types hold before anybody has typed. */
const BLANK: Readonly<Record<string, Json>> = { INT: 0, FLOAT: 0, STRING: '', BOOLEAN: false, COLOR: '#000000', IMAGECOMPARE: ['', ''] }

function defaultValue(spec: InputSpec): Json | undefined {
  if (!isWidget(spec) && !isDynamicCombo(spec)) return undefined
  const given = spec.options['default']
  if (given !== undefined && given !== null) return given
  return comboValues(spec)?.[0] ?? dynamicOptions(spec)[0] ?? BLANK[widgetType(spec)]
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
