import { stringifyJson, type Json } from '@lemouf/core/json'
import type { SettableInputView, ValidateResponse } from '@lemouf/core/protocol'
import { fail, ok, type Result } from '@lemouf/core/result'
import { cellText, kindOf, readCell, type CellKind } from '../payload/table.ts'
import { findingSays } from '../text/refusal.ts'
import { text } from '../text/text.ts'
import { spokenTitle } from './node-titles.ts'

/** An input that is set for all cycles, as typed. */
export interface OverrideRow {
  /** `12.seed` */
  readonly key: string
  readonly typed: string
}

export type Overrides = Readonly<Record<string, Json>>

const KINDS: Readonly<Record<string, CellKind>> = { STRING: 'text', COMBO: 'text', INT: 'number', FLOAT: 'number', BOOLEAN: 'switch' }

/** How what is typed for an input is read: by its type, else by what the workflow holds. */
export const kindOfInput = (input: SettableInputView | undefined): CellKind => (input === undefined ? 'json' : (KINDS[input.type] ?? kindOf(input.value)))

/** The inputs that can still be added, by node. */
export function addable(settable: readonly SettableInputView[], rows: readonly OverrideRow[]): readonly { readonly node: string; readonly label: string; readonly inputs: readonly SettableInputView[] }[] {
  const taken = new Set(rows.map(({ key }) => key))
  const byNode = Map.groupBy(settable.filter(({ key }) => !taken.has(key)), ({ node }) => node)
  return [...byNode].map(([node, inputs]) => ({ node, label: nodeLabel(inputs[0]), inputs }))
}

/** The inputs that a Loop Map sets, by key: there an override counts only where the payload has nothing. */
export const mappedInputs = (mappings: ValidateResponse['mappings']): ReadonlySet<string> => new Set(mappings.flatMap(({ targets }) => targets.map(({ nodeId, input }) => `${nodeId}.${input}`)))

const nodeLabel = (input: SettableInputView | undefined): string => (input === undefined ? '' : `${spokenTitle(input.title) ?? input.class_type}${input.title === input.class_type ? '' : ` · ${input.class_type}`} · ${input.node}`)

/** Rows of what is set. An input that nothing is known of is shown as JSON, as it is read. */
export function rowsOf(overrides: Overrides, settable: readonly SettableInputView[]): readonly OverrideRow[] {
  return Object.entries(overrides).map(([key, value]) => {
    const kind = kindOfInput(settable.find((input) => input.key === key))
    return { key, typed: kind === 'text' && typeof value === 'string' ? value : kind === 'json' ? stringifyJson(value) : cellText(value) }
  })
}

/** The rows as the server takes them, or a sentence for each that it would refuse, by key. */
export function readOverrides(rows: readonly OverrideRow[], settable: readonly SettableInputView[]): Result<Overrides, Readonly<Record<string, string>>> {
  const errors: Record<string, string> = {}
  const overrides: Record<string, Json> = {}
  for (const { key, typed } of rows) {
    const input = settable.find((one) => one.key === key)
    const read = readCell(typed, kindOfInput(input))
    if (!read.ok) errors[key] = text.payload.mustBe[read.error]
    else if (read.value === undefined) errors[key] = text.loopSettings.valueMissing
    else overrides[key] = read.value
  }
  return Object.keys(errors).length === 0 ? ok(overrides) : fail(errors)
}

/** What the preflight has against overrides, by the key of the row it is about. */
export function problemsOf(rows: readonly OverrideRow[], findings: ValidateResponse['findings']): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.flatMap(({ key }) => {
    const found = findings.find(({ severity, node, input, message }) => severity === 'error' && ((node !== undefined && `${node.id}.${input}` === key) || message.includes(`"${key}"`)))
    return found === undefined ? [] : [[key, `${findingSays(found).message} ${findingSays(found).remedy}`]]
  }))
}
