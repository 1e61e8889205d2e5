import type { Json } from '../json.ts'
import { isLoopClass, lookUpClass } from './loop-nodes.ts'
import { comboValues, inputSpec, typeName, type InputSpec, type NodeClass, type ObjectInfo } from './object-info.ts'
import { isLink, nodeTitle, type Prompt, type PromptNode } from './prompt.ts'

/** An input whose value a person can set. */
export type SettableInput = {
  /** Its name among overrides, such as `12.seed`. */
  readonly key: string
  readonly node: string
  readonly title: string
  readonly classType: string
  readonly input: string
  /** `INT`, `STRING`, `COMBO`, …; `?` where no generating server knows the class. */
  readonly type: string
  /** What the workflow holds. */
  readonly value: Json
  /** What a combo offers, when that is known and short enough to choose from. */
  readonly choices?: readonly string[]
}

/** Longer lists are typed, not chosen from. */
const MOST_CHOICES = 300

/** The inputs of a workflow that hold values of their own, node by node; those of the loop's own nodes are not among them. */
export function settableInputs(prompt: Prompt, info: ObjectInfo): readonly SettableInput[] {
  return Object.entries(prompt).flatMap(([id, node]) => (isLoopClass(node.class_type) ? [] : inputsOf(id, node, lookUpClass(info, node.class_type))))
}

function inputsOf(id: string, node: PromptNode, owner: NodeClass | undefined): readonly SettableInput[] {
  const about = { node: id, title: nodeTitle(node), classType: node.class_type }
  return Object.entries(node.inputs).flatMap(([input, value]) => {
    if (isLink(value)) return []
    const spec = owner === undefined ? undefined : inputSpec(owner, input)
    return [{ key: `${id}.${input}`, ...about, input, type: spec === undefined ? '?' : typeName(spec.type), value, ...choicesOf(spec) }]
  })
}

function choicesOf(spec: InputSpec | undefined): Pick<SettableInput, 'choices'> {
  const choices = (spec === undefined ? undefined : comboValues(spec))?.filter((choice) => typeof choice === 'string') ?? []
  return choices.length === 0 || choices.length > MOST_CHOICES ? {} : { choices }
}
