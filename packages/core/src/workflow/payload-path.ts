import { AppError } from '../error.ts'
import { isJsonObject, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'

/** One step of a path: a key, an index, or the index of the cycle that runs. */
export type PathToken = { readonly kind: 'key'; readonly key: string } | { readonly kind: 'index'; readonly index: number } | { readonly kind: 'cycle' }

/** Where a path starts: the cycle's payload entry, the whole payload (`$payload`), or the approved outputs of the cycle before (`$previous`). */
export type PathRoot = 'entry' | 'payload' | 'previous'

export type Path = { readonly text: string; readonly root: PathRoot; readonly tokens: readonly PathToken[] }

const MAX_TOKENS = 32
const MAX_LENGTH = 1000

const PREFIX = /^\$(payload|previous)(?=$|[.[])/
const BRACKETS = /^\[(?:(\d{1,9})|\$?(cycle_index)|'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\]/
const KEY = /^[^.[\]'"\s$][^.[\]'"]*/

/**
 * Parses `a.b[0].c`, `['a key']`, `["a key"]`, `[cycle_index]`, with `$payload` or `$previous` before it or not.
 * At most 32 steps. Errors: `payload_path_invalid`.
 */
export function parsePath(text: string): Result<Path, AppError> {
  if (text.length > MAX_LENGTH) return invalid(`${text.slice(0, 40)}…`, `it is longer than ${MAX_LENGTH} characters`)
  const prefix = PREFIX.exec(text)
  const root: PathRoot = prefix === null ? 'entry' : prefix[1] === 'payload' ? 'payload' : 'previous'
  const tokens: PathToken[] = []
  let rest = text.slice(prefix?.[0].length ?? 0)
  while (rest !== '') {
    const first = tokens.length === 0 && prefix === null
    const read = readToken(rest, first)
    if (read === undefined) return invalid(text, `"${rest.slice(0, 20)}" is not a step`)
    if (tokens.push(read.token) > MAX_TOKENS) return invalid(text, `it has more than ${MAX_TOKENS} steps`)
    rest = rest.slice(read.length)
  }
  if (root === 'entry' && tokens.length === 0) return invalid(text, 'it is empty')
  return ok({ text, root, tokens })
}

/** The value at a path below `root`, own properties only; `undefined` when there is none. */
export function readPath(path: Path, root: Json, vars: { readonly cycleIndex: number }): Json | undefined {
  return path.tokens.reduce<Json | undefined>((value, token) => step(value, token, vars.cycleIndex), root)
}

function readToken(text: string, first: boolean): { readonly token: PathToken; readonly length: number } | undefined {
  const brackets = BRACKETS.exec(text)
  if (brackets !== null) return { token: bracketToken(brackets), length: brackets[0].length }
  const dot = text.startsWith('.') ? 1 : 0
  if (first === (dot === 1)) return undefined
  const key = KEY.exec(text.slice(dot))
  return key === null ? undefined : { token: { kind: 'key', key: key[0].trimEnd() }, length: dot + key[0].length }
}

function bracketToken([, index, cycle, single, double]: RegExpExecArray): PathToken {
  if (index !== undefined) return { kind: 'index', index: Number(index) }
  if (cycle !== undefined) return { kind: 'cycle' }
  return { kind: 'key', key: (single ?? double ?? '').replaceAll(/\\(.)/gs, '$1') }
}

function step(value: Json | undefined, token: PathToken, cycleIndex: number): Json | undefined {
  if (token.kind === 'key') return isJsonObject(value) && Object.hasOwn(value, token.key) ? value[token.key] : undefined
  const index = token.kind === 'cycle' ? cycleIndex : token.index
  return Array.isArray(value) ? (value as readonly Json[])[index] : undefined
}

function invalid(text: string, reason: string): Result<never, AppError> {
  return fail(new AppError('payload_path_invalid', `The path "${text}" cannot be read: ${reason}. Write it like a.b[0].c, ['a key'] or [cycle_index].`))
}
