import type { Json } from '../json.ts'
import { checkValue } from './check-value.ts'
import type { Finding } from './finding.ts'
import type { LoopMap, Mapping, Target } from './loop-map.ts'
import { lookUpClass } from './loop-nodes.ts'
import { missingModel } from './model-file.ts'
import { mappingValue, noNode, parseInputName, type Assignments } from './mapping.ts'
import { inputSpec, isWidget, typeName, type InputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'
import { own } from './own.ts'
import { asInput, isLink, nodeTitle, referTo, type Prompt } from './prompt.ts'
import { selectNodes } from './selector.ts'

/** A row of the table that shows where a loop's values go. */
export type ResolvedMapping = {
  readonly path: string
  readonly selector: string
  readonly targets: readonly { readonly nodeId: string; readonly title: string; readonly input: string; readonly type: string }[]
  /** The value of the first cycle; `$auto_seed` where that is made with the attempt; `undefined` when its targets keep what they have. */
  readonly firstValue: Json | undefined
}

/** `$auto_seed` goes up to this, so an input that takes less would refuse some cycles. */
const LARGEST_AUTO_SEED = 2 ** 32 - 1

export type MapCheck = { readonly findings: readonly Finding[]; readonly resolved: ResolvedMapping }

export type MapContext = {
  readonly map: LoopMap
  readonly prompt: Prompt
  readonly info: ObjectInfo
  readonly payload: Json | undefined
  readonly totalCycles: number
}

/** How many cycles are looked at one by one; beyond them only the last. */
const MAX_CYCLES = 1000
const NEAR_TITLES = 5

/** That a mapping reaches inputs which take values, and has for every cycle a value that they take. */
export function checkMapping(context: MapContext, mapping: Mapping): MapCheck {
  const lost = mapping.to.filter(({ node }) => selectNodes(node, context.prompt).length === 0).map((target) => unmatched(context.prompt, target))
  const places = placesOf(context, mapping)
  const { fault, firstValue } = checkCycles(context, mapping, places)
  return { findings: [...lost, ...places.flatMap((place) => place.fault ?? []), ...fault], resolved: { ...rowOf(mapping, places), firstValue } }
}

/** A row of that table for any cycle: the value that its first try gets, or why it gets none. */
export type MappedValue = Omit<ResolvedMapping, 'firstValue'> & { readonly value: Json | undefined; readonly fault: string | undefined }

/** Where the values of one cycle go. `previous`: what `$previous` reads there. `$auto_seed` where the value is made with the attempt. */
export function mappedValues(context: Omit<MapContext, 'totalCycles'>, cycleIndex: number, previous: Json | undefined): readonly MappedValue[] {
  const { map, payload } = context
  return map.mappings.map((mapping): MappedValue => {
    const [value, other] = [LARGEST_AUTO_SEED, 0].map((autoSeed) => mappingValue(mapping, { map, payload, cycleIndex, retryIndex: 0, autoSeed, previous }))
    const shown = value === undefined || other === undefined ? undefined : shownValue(value, other)
    return Object.assign({ value: shown, fault: value?.ok === false ? value.error.message : undefined }, rowOf(mapping, placesOf(context, mapping)))
  })
}

const placesOf = (context: Pick<MapContext, 'prompt' | 'info'>, mapping: Mapping): readonly TargetPlace[] =>
  mapping.to.flatMap(({ node, input }) => selectNodes(node, context.prompt).map((nodeId) => placeOf(context, nodeId, input)))

function rowOf(mapping: Mapping, places: readonly TargetPlace[]): Omit<ResolvedMapping, 'firstValue'> {
  const targets = places.map(({ nodeId, title, input, spec }) => ({ nodeId, title, input, type: spec === undefined ? '?' : typeName(spec.type) }))
  return { path: mapping.text, selector: mapping.to.map(({ node }) => node.text).join(', '), targets }
}

/** That overrides name inputs which are there, with values that they take. */
export function checkOverrides(context: Pick<MapContext, 'prompt' | 'info'>, overrides: Assignments): readonly Finding[] {
  return Object.entries(overrides).flatMap(([key, value]) => {
    const name = parseInputName(key)
    if (name === undefined || own(context.prompt, name.nodeId) === undefined) {
      const message = `The override "${key}" names no node of this workflow.`
      return [{ severity: 'error', code: 'override_unmatched', message, remedy: 'Write NodeID.input, such as 12.seed, with the id of a node that is there.' }]
    }
    const place = placeOf(context, name.nodeId, name.input)
    if (isLink(value)) return []
    return place.fault ?? checkTargetValue(place, value, `The override "${key}"`)
  })
}

/** One input that a value goes to, and what is wrong with sending one there. */
type TargetPlace = {
  readonly nodeId: string
  readonly title: string
  readonly input: string
  readonly spec: InputSpec | undefined
  readonly fault: readonly Finding[] | undefined
  readonly node: NonNullable<Finding['node']>
}

function placeOf({ prompt, info }: Pick<MapContext, 'prompt' | 'info'>, nodeId: string, input: string): TargetPlace {
  const found = own(prompt, nodeId)
  const node = found === undefined ? { id: nodeId, title: nodeId, classType: '' } : referTo(nodeId, found)
  const owner = lookUpClass(info, node.classType)
  const spec = owner === undefined ? undefined : inputSpec(owner, input)
  const place = { nodeId, title: node.title, input, spec, node }
  const current = found === undefined ? undefined : own(found.inputs, input)
  // A value in the prompt shows that the input takes values, be its type or its name unknown to the class.
  if (owner === undefined || (current !== undefined && !isLink(current))) return { ...place, fault: undefined }
  if (spec === undefined) return { ...place, fault: [inputMissing(place, owner)] }
  return { ...place, fault: takesValues(spec) ? undefined : [socketOnly(place, spec)] }
}

function takesValues(spec: InputSpec): boolean {
  return isWidget(spec) || spec.type === '*' || (spec.options['forceInput'] === true && isWidget({ ...spec, options: {} }))
}

function checkCycles(context: MapContext, mapping: Mapping, places: readonly TargetPlace[]): { readonly fault: readonly Finding[]; readonly firstValue: Json | undefined } {
  const { map, payload, totalCycles } = context
  const checked = Array.from({ length: Math.min(totalCycles, MAX_CYCLES) }, (_none, cycle) => cycle)
  const cycles = totalCycles > MAX_CYCLES ? [...checked, totalCycles - 1] : checked
  const retries = mapping.onRetry === undefined ? [0] : [0, 1]
  const attempt = (cycleIndex: number, retryIndex: number, autoSeed = LARGEST_AUTO_SEED) =>
    mappingValue(mapping, { map, payload, cycleIndex, retryIndex, autoSeed, previous: undefined })
  const firstValue = shownValue(attempt(0, 0), attempt(0, 0, 0))
  for (const cycleIndex of cycles) {
    for (const retryIndex of retries) {
      const value = attempt(cycleIndex, retryIndex)
      if (!value.ok) {
        const [message, remedy] = splitRemedy(value.error.message)
        return { fault: [{ severity: 'error', code: value.error.code, message, remedy }], firstValue }
      }
      const given = value.value
      if (given === undefined) continue
      const faults = places.flatMap((place) => checkTargetValue(place, asInput(given), `"${mapping.text}" in cycle ${cycleIndex + 1}`))
      // One faulty cycle is enough to see what is wrong; a thousand would hide it.
      if (faults.length > 0) return { fault: faults, firstValue }
    }
  }
  return { fault: [], firstValue }
}

/** A value to show before the run. One that follows the seed, so that another seed gives another, is made with the attempt. */
function shownValue(value: ReturnType<typeof mappingValue>, withOtherSeed: ReturnType<typeof mappingValue>): Json | undefined {
  if (!value.ok) return undefined
  const followsSeed = value.value === LARGEST_AUTO_SEED && withOtherSeed.ok && withOtherSeed.value === 0
  return followsSeed ? '$auto_seed' : value.value
}

function checkTargetValue(place: TargetPlace, value: Json, what: string): readonly Finding[] {
  const fault = place.spec === undefined || place.fault !== undefined ? undefined : checkValue(place.spec, value)
  if (fault === undefined || place.spec === undefined) return []
  const model = missingModel(place.node.classType, place.spec, value)
  if (model !== undefined) {
    const message = `${what} names the model file "${model.file}" for node ${place.nodeId} ("${place.title}"), which this ComfyUI does not have.`
    return [{ severity: 'error', code: 'model_missing', message, node: place.node, input: place.input, remedy: model.remedy }]
  }
  const message = `${what} does not fit "${place.input}" of node ${place.nodeId} ("${place.title}"): ${fault.problem}.`
  const severity = fault.code === 'file_unknown' ? 'warning' : 'error'
  return [{ severity, code: fault.code, message, node: place.node, input: place.input, remedy: 'Change the value, or what it is mapped to.' }]
}

type PlaceName = Pick<TargetPlace, 'nodeId' | 'title' | 'input' | 'node'>

function inputMissing({ nodeId, title, input, node }: PlaceName, owner: NodeClass): Finding {
  const widgets = owner.inputs.filter(isWidget).map(({ name }) => name)
  const message = `Node ${nodeId} ("${title}") has no input "${input}" that a value could go to.`
  const remedy = widgets.length === 0 ? 'Choose another node.' : `Choose one of ${widgets.join(', ')}.`
  return { severity: 'error', code: 'input_missing', message, node, input, remedy }
}

function socketOnly({ nodeId, title, input, node }: PlaceName, spec: InputSpec): Finding {
  const message = `Input "${input}" of node ${nodeId} ("${title}") takes a ${typeName(spec.type)} over a link, and no value.`
  return { severity: 'error', code: 'input_takes_links', message, node, input, remedy: 'Map to a node that loads or makes it, such as the file name of a Load Image.' }
}

function unmatched(prompt: Prompt, target: Target): Finding {
  const [message] = splitRemedy(noNode(target))
  const near = nearTitles(prompt, target.node.text)
  const remedy = near.length === 0 ? 'Title a node so, or correct the selector.' : `Did you mean ${near.map((title) => `"${title}"`).join(', ')}? Title a node so, or correct the selector.`
  return { severity: 'error', code: 'selector_unmatched', message, input: target.input, remedy }
}

/** The titles that share most letter pairs with a selector. */
function nearTitles(prompt: Prompt, selector: string): readonly string[] {
  const wanted = letterPairs(selector)
  const titles = [...new Set(Object.values(prompt).map(nodeTitle))]
  const scored = titles.map((title) => ({ title, score: letterPairs(title).intersection(wanted).size }))
  return scored.filter(({ score }) => score > 1).toSorted((a, b) => b.score - a.score).slice(0, NEAR_TITLES).map(({ title }) => title)
}

function letterPairs(text: string): ReadonlySet<string> {
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{N}@]/gu, '')
  return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_none, at) => letters.slice(at, at + 2)))
}

/** Sentences of errors end with what to do; findings keep that apart. */
function splitRemedy(message: string): readonly [message: string, remedy: string] {
  const end = message.lastIndexOf('. ')
  return end < 0 ? [message, ''] : [message.slice(0, end + 1), message.slice(end + 2)]
}
