import { stringifyJson } from '@lemouf/core/json'
import { choice, flag, int, lines, output, readChoice, readFlag, readNumber, readText, socket, text } from './inputs.ts'
import type { InputSpec, NodeClass, NodeInputs, OutputSpec } from './node.ts'
import { toJson } from './payload.ts'

type TextNode = { readonly name: string; readonly displayName: string; readonly required: Readonly<Record<string, InputSpec>>; readonly outputs: readonly OutputSpec[] }

/** A node of the core's string category, which computes one value. */
const textNode = (node: TextNode, compute: (inputs: NodeInputs) => unknown): NodeClass => ({ category: 'utils/string', ...node, execute: (inputs) => ({ outputs: [compute(inputs)] }) })

const STRING = [output('STRING')]

const concatenate = textNode(
  { name: 'StringConcatenate', displayName: 'Concatenate', required: { string_a: lines(), string_b: lines(), delimiter: text({ default: '' }) }, outputs: STRING },
  (inputs) => [readText(inputs, 'string_a'), readText(inputs, 'string_b')].join(readText(inputs, 'delimiter')),
)

/** A whole number without bounds; ComfyUI leaves these two open. */
const index: InputSpec = int(0, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)

/** Characters are Unicode code points, as in Python; negative positions count from the end. */
const substring = textNode({ name: 'StringSubstring', displayName: 'Substring', required: { string: lines(), start: index, end: index }, outputs: STRING }, (inputs) =>
  Array.from(readText(inputs, 'string')).slice(readNumber(inputs, 'start'), readNumber(inputs, 'end')).join(''),
)

const length = textNode({ name: 'StringLength', displayName: 'Length', required: { string: lines() }, outputs: [output('INT', 'length')] }, (inputs) => Array.from(readText(inputs, 'string')).length)

const CASES = ['UPPERCASE', 'lowercase', 'Capitalize', 'Title Case'] as const

const capitalize = (word: string): string => {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('').toLowerCase()
}

const CONVERT: Record<(typeof CASES)[number], (value: string) => string> = {
  UPPERCASE: (value) => value.toUpperCase(),
  lowercase: (value) => value.toLowerCase(),
  Capitalize: capitalize,
  // Python's title() begins a word after every character without case, an apostrophe too.
  'Title Case': (value) => value.replace(/[\p{Lu}\p{Ll}\p{Lt}]+/gu, capitalize),
}

const caseConverter = textNode({ name: 'CaseConverter', displayName: 'Case Converter', required: { string: lines(), mode: choice(CASES) }, outputs: STRING }, (inputs) =>
  CONVERT[readChoice(inputs, 'mode', CASES)](readText(inputs, 'string')),
)

const TRIMS = ['Both', 'Left', 'Right'] as const
const TRIM: Record<(typeof TRIMS)[number], (value: string) => string> = { Both: (value) => value.trim(), Left: (value) => value.trimStart(), Right: (value) => value.trimEnd() }

const trim = textNode({ name: 'StringTrim', displayName: 'Trim', required: { string: lines(), mode: choice(TRIMS) }, outputs: STRING }, (inputs) =>
  TRIM[readChoice(inputs, 'mode', TRIMS)](readText(inputs, 'string')),
)

const replace = textNode({ name: 'StringReplace', displayName: 'Replace', required: { string: lines(), find: lines(), replace: lines() }, outputs: STRING }, (inputs) => {
  const [value, find, put] = [readText(inputs, 'string'), readText(inputs, 'find'), readText(inputs, 'replace')]
  // An empty search falls between all characters, as in Python.
  return find === '' ? ['', ...Array.from(value), ''].join(put) : value.split(find).join(put)
})

const fold = (inputs: NodeInputs, name: string): string => (readFlag(inputs, 'case_sensitive') ? readText(inputs, name) : readText(inputs, name).toLowerCase())

const contains = textNode(
  { name: 'StringContains', displayName: 'Contains', required: { string: lines(), substring: lines(), case_sensitive: flag(true) }, outputs: [output('BOOLEAN', 'contains')] },
  (inputs) => fold(inputs, 'string').includes(fold(inputs, 'substring')),
)

const COMPARISONS = ['Starts With', 'Ends With', 'Equal'] as const
const COMPARE: Record<(typeof COMPARISONS)[number], (a: string, b: string) => boolean> = {
  'Starts With': (a, b) => a.startsWith(b),
  'Ends With': (a, b) => a.endsWith(b),
  Equal: (a, b) => a === b,
}

const compare = textNode(
  { name: 'StringCompare', displayName: 'Compare', required: { string_a: lines(), string_b: lines(), mode: choice(COMPARISONS), case_sensitive: flag(true) }, outputs: [output('BOOLEAN')] },
  (inputs) => COMPARE[readChoice(inputs, 'mode', COMPARISONS)](fold(inputs, 'string_a'), fold(inputs, 'string_b')),
)

/** A value as text: texts and numbers as they are, the rest as indented JSON (media as a line that says what they are). */
function describe(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return stringifyJson(toJson(value), 4)
}

const previewAny: NodeClass = {
  name: 'PreviewAny',
  displayName: 'Preview as Text',
  category: 'utils',
  required: { source: socket('*') },
  outputs: [output('STRING')],
  outputNode: true,
  execute(inputs) {
    const shown = describe(inputs.source)
    return { outputs: [shown], ui: { text: [shown] } }
  },
}

export const textNodes: readonly NodeClass[] = [concatenate, substring, length, caseConverter, trim, replace, contains, compare, previewAny]
