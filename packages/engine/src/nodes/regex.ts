import { RE2JS, type Matcher } from 're2js'
import { choice, flag, int, lines, output, readChoice, readFlag, readNumber, readOr, readText } from './inputs.ts'
import { NodeError, type NodeClass, type NodeInputs } from './node.ts'

/**
 * The node's pattern in RE2's syntax, whose matching takes linear time: no look-around and no back references.
 * ComfyUI uses Python's `re`; where its patterns cannot run here, this says so instead of answering "no match".
 */
function readPattern(inputs: NodeInputs): RE2JS {
  const source = readText(inputs, 'regex_pattern').replaceAll('\\Z', '\\z')
  const flags =
    (readOr(inputs, 'case_insensitive', readFlag, true) ? RE2JS.CASE_INSENSITIVE : 0) |
    (readOr(inputs, 'multiline', readFlag, false) ? RE2JS.MULTILINE : 0) |
    (readOr(inputs, 'dotall', readFlag, false) ? RE2JS.DOTALL : 0)
  try {
    return RE2JS.compile(source, flags)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new NodeError(`The pattern cannot be used: ${reason}. Look-around and back references are not available here.`, { cause })
  }
}

/** One matcher, stood at each match in turn. */
function* matches(inputs: NodeInputs): Generator<Matcher> {
  const matcher = readPattern(inputs).matcher(readText(inputs, 'string'))
  while (matcher.find()) yield matcher
}

const FLAGS = { case_insensitive: flag(true), multiline: flag(false), dotall: flag(false) }

const regexMatch: NodeClass = {
  name: 'RegexMatch',
  displayName: 'Regex Match',
  category: 'utils/string',
  required: { string: lines(), regex_pattern: lines(), ...FLAGS },
  outputs: [output('BOOLEAN', 'matches')],
  execute: (inputs) => ({ outputs: [readPattern(inputs).matcher(readText(inputs, 'string')).find()] }),
}

const MODES = ['First Match', 'All Matches', 'First Group', 'All Groups'] as const

const EXTRACT: Record<(typeof MODES)[number], (matcher: Matcher, group: number) => string | undefined> = {
  'First Match': (matcher) => matcher.group(0) ?? '',
  // Python's findall gives the first group when there are groups.
  'All Matches': (matcher) => matcher.group(matcher.groupCount() > 0 ? 1 : 0) ?? '',
  'First Group': (matcher, group) => (group <= matcher.groupCount() ? (matcher.group(group) ?? '') : ''),
  'All Groups': (matcher, group) => (matcher.groupCount() > 0 && group <= matcher.groupCount() ? (matcher.group(group) ?? '') : undefined),
}

/** What matches, or a group of it; several are joined by line breaks, and nothing found is an empty text. */
const regexExtract: NodeClass = {
  name: 'RegexExtract',
  displayName: 'Regex Extract',
  category: 'utils/string',
  required: { string: lines(), regex_pattern: lines(), mode: choice(MODES), ...FLAGS, group_index: int(1, 0, 100) },
  outputs: [output('STRING')],
  execute(inputs) {
    const mode = readChoice(inputs, 'mode', MODES)
    const group = readNumber(inputs, 'group_index')
    const found: string[] = []
    for (const matcher of matches(inputs)) {
      const part = EXTRACT[mode](matcher, group)
      if (part !== undefined) found.push(part)
      if (mode.startsWith('First')) break
    }
    return { outputs: [found.join('\n')] }
  },
}

const TEMPLATE = /\\(?:g<([^>]*)>|(\d{1,2})|(.))/gs
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\x07', '\\': '\\' }

/** Python's replacement templates: `\1`, `\g<1>`, `\g<name>`, `\n` and its like. */
function expand(template: string, matcher: Matcher): string {
  return template.replace(TEMPLATE, (whole, name: string | undefined, digits: string | undefined, letter: string | undefined) => {
    const group = name ?? digits
    if (group !== undefined) return groupText(matcher, group)
    return ESCAPES[letter ?? ''] ?? whole
  })
}

function groupText(matcher: Matcher, group: string): string {
  const isNumber = /^\d+$/.test(group)
  if (isNumber && Number(group) > matcher.groupCount()) throw new NodeError(`The replacement names group ${group}, but the pattern has ${matcher.groupCount()}.`)
  try {
    return matcher.group(isNumber ? Number(group) : group) ?? ''
  } catch (cause) {
    throw new NodeError(`The replacement names a group "${group}" that the pattern does not have.`, { cause })
  }
}

const regexReplace: NodeClass = {
  name: 'RegexReplace',
  displayName: 'Regex Replace',
  category: 'utils/string',
  description: 'Find and replace text using regex patterns.',
  required: { string: lines(), regex_pattern: lines(), replace: lines() },
  optional: { ...FLAGS, count: int(0, 0, 100, { tooltip: 'How many to replace at most; 0 replaces all.' }) },
  outputs: [output('STRING')],
  execute(inputs) {
    const [source, template] = [readText(inputs, 'string'), readText(inputs, 'replace')]
    const limit = readOr(inputs, 'count', readNumber, 0) || Infinity
    let result = ''
    let end = 0
    let count = 0
    for (const matcher of matches(inputs)) {
      if (count++ >= limit) break
      result += source.slice(end, matcher.start()) + expand(template, matcher)
      end = matcher.end()
    }
    return { outputs: [result + source.slice(end)] }
  },
}

export const regexNodes: readonly NodeClass[] = [regexMatch, regexExtract, regexReplace]
