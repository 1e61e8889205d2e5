import { parseJson, stringifyJson } from '@lemouf/core/json'
import type { ManifestEntry } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import { parseInputName } from '@lemouf/core/workflow'
import { text } from '../text/text.ts'
import type { Edits } from './deciding.ts'

export interface EditableInput {
  /** `12.seed` */
  readonly key: string
  readonly label: string
  readonly node: string
  readonly value: string | number | bigint | boolean
  /** What its field holds at first: the words of a text, nothing for what the loop may choose anew. */
  readonly initial: string
  readonly shown: string
}

/** The resolved inputs that can be typed anew: texts, numbers and switches, the texts first. */
export function editableInputs(inputs: ManifestEntry['inputs']): readonly EditableInput[] {
  const found = Object.entries(inputs).flatMap(([key, value]): readonly EditableInput[] => {
    const name = parseInputName(key)
    if (name === undefined || value === null || typeof value === 'object') return []
    return [{ key, label: name.input, node: name.nodeId, value, initial: typeof value === 'string' ? value : '', shown: typeof value === 'string' ? value : stringifyJson(value) }]
  })
  return found.sort((a, b) => Number(typeof b.value === 'string') - Number(typeof a.value === 'string'))
}

/** Those inputs that were changed, each of the kind it was; else which one is not, and what it must be. */
export function readEdits(inputs: readonly EditableInput[], typed: Readonly<Record<string, string>>): Result<Edits, { readonly key: string; readonly message: string }> {
  const edits: Record<string, Edits[string]> = {}
  for (const { key, value, initial } of inputs) {
    const words = typed[key] ?? initial
    if (words === initial) continue
    const kind = kindOf(value)
    const read = kind === 'text' ? ok(words) : parseJson(words)
    if (!read.ok || read.value === null || typeof read.value === 'object' || kindOf(read.value) !== kind) return fail({ key, message: text.mustBe[kind] })
    edits[key] = read.value
  }
  return ok(edits)
}

function kindOf(value: string | number | bigint | boolean): 'text' | 'number' | 'switch' {
  if (typeof value === 'string') return 'text'
  return typeof value === 'boolean' ? 'switch' : 'number'
}
