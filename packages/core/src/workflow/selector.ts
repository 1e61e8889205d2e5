import { RE2JS } from 're2js'
import { AppError } from '../error.ts'
import { stringifyJson, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { nodeTitle, type Prompt, type PromptNode } from './prompt.ts'

/** `text` is the choice as written; `name` what it looks for. */
type Choice = { readonly text: string } & (
  | { readonly kind: 'tag' | 'id' | 'type'; readonly name: string }
  | { readonly kind: 'pattern'; readonly pattern: RE2JS }
)

/** Names nodes of a prompt: `@tag`, `id:12`, `type:KSampler`, `re:/CLIP/i`, or a list of these. */
export type Selector = { readonly text: string; readonly choices: readonly Choice[] }

const MAX_TEXT = 500
const MAX_CHOICES = 64
const SLASHED = /^\/(.*)\/([a-z]*)$/s
const FLAGS: Readonly<Record<string, number>> = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL, u: 0 }

/** Reads a selector, or a list of them. Errors: `selector_invalid`. */
export function parseSelector(value: Json): Result<Selector, AppError> {
  const texts: readonly Json[] = Array.isArray(value) ? value : [value]
  if (texts.length === 0) return invalid('[]', 'the list is empty')
  if (texts.length > MAX_CHOICES) return invalid(`a list of ${texts.length}`, `at most ${MAX_CHOICES} can be listed`)
  const choices: Choice[] = []
  for (const text of texts) {
    const choice = typeof text === 'string' ? parseChoice(text) : invalid(stringifyJson(text).slice(0, 40), 'it is not a text')
    if (!choice.ok) return choice
    choices.push(choice.value)
  }
  return ok({ text: choices.map((choice) => choice.text).join(', '), choices })
}

/** The ids of the nodes a selector names: per choice in prompt order, without repetition. */
export function selectNodes(selector: Selector, prompt: Prompt): readonly string[] {
  const nodes = Object.entries(prompt)
  return [...new Set(selector.choices.flatMap((choice) => matches(choice, nodes)))]
}

type NodeEntry = readonly [id: string, node: PromptNode]

function matches(choice: Choice, nodes: readonly NodeEntry[]): readonly string[] {
  if (choice.kind !== 'pattern') return idsWhere(nodes, ([id, node]) => isNamed(choice, id, node))
  const byTitle = idsWhere(nodes, ([, node]) => choice.pattern.test(nodeTitle(node)))
  return byTitle.length > 0 ? byTitle : idsWhere(nodes, ([, node]) => choice.pattern.test(node.class_type))
}

function idsWhere(nodes: readonly NodeEntry[], test: (entry: NodeEntry) => boolean): readonly string[] {
  return nodes.filter(test).map(([id]) => id)
}

function isNamed(choice: Exclude<Choice, { readonly kind: 'pattern' }>, id: string, node: PromptNode): boolean {
  if (choice.kind === 'tag') return nodeTitle(node).includes(choice.name)
  return choice.name === (choice.kind === 'id' ? id : node.class_type)
}

const NAMED = /^(@|id:|type:|)\s*(\S.*)$/s

const UNTAGGED = /^[\w.-]+$/

function parseChoice(text: string): Result<Choice, AppError> {
  if (text.length > MAX_TEXT) return invalid(`${text.slice(0, 40)}…`, `it is longer than ${MAX_TEXT} characters`)
  if (text.startsWith('re:') && text.length > 're:'.length) return parsePattern(text, text.slice('re:'.length))
  const named = NAMED.exec(text.trim())
  if (named === null) return invalid(text, 'it names nothing')
  const [whole, prefix, name = ''] = named
  // A tag is looked for with its @, as `@loop.seed` is part of the title; it may be written without.
  if (prefix === '' && !UNTAGGED.test(whole)) return invalid(text, 'it is neither a tag nor begins with id:, type: or re:')
  if (prefix === '@' || prefix === '') return ok({ kind: 'tag', text, name: prefix === '' ? `@${whole}` : whole })
  return ok({ kind: prefix === 'id:' ? 'id' : 'type', text, name })
}

function parsePattern(text: string, source: string): Result<Choice, AppError> {
  const slashed = SLASHED.exec(source)
  const letters = (slashed?.[2] ?? '').split('')
  const unknown = letters.find((letter) => !Object.hasOwn(FLAGS, letter))
  if (unknown !== undefined) return invalid(text, `"${unknown}" is not a flag; i, m, s and u are`)
  const flags = letters.reduce((sum, letter) => sum | (FLAGS[letter] ?? 0), 0)
  try {
    // RE2 matches in linear time: a map from the internet cannot hang the program.
    return ok({ kind: 'pattern', text, pattern: RE2JS.compile(RE2JS.translateRegExp(slashed?.[1] ?? source), flags) })
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'the pattern does not compile'
    return invalid(text, `${reason}; lookarounds and back-references are not offered`, cause)
  }
}

function invalid(text: string, reason: string, cause?: unknown): Result<never, AppError> {
  const message = `The selector "${text}" cannot be used: ${reason}. Write @tag, id:12, type:KSampler, re:/CLIP/i, or a list of these.`
  return fail(new AppError('selector_invalid', message, { cause }))
}
