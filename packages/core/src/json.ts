import { AppError } from './error.ts'
import { describeFault } from './json-fault.ts'
import { fail, ok, type Result } from './result.ts'

/** JSON as this project holds it: integers beyond ±2^53 are bigints, so that 64-bit seeds stay exact. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export interface JsonLimits {
  /** Nesting of arrays and objects. A stack overflow in a parser is a denial of service. */
  readonly maxDepth: number
  /** UTF-16 code units of the text. */
  readonly maxLength: number
}

export const DEFAULT_JSON_LIMITS: JsonLimits = { maxDepth: 64, maxLength: 10 * 1024 * 1024 }

/**
 * Parses JSON text and keeps integers up to any size exact.
 * Errors: `json_malformed`, `json_too_deep`, `json_too_large`.
 * Uses the source text access of `JSON.parse` (TC39 proposal-json-parse-with-source, in Node 24 and current browsers).
 */
export function parseJson(text: string, limits: JsonLimits = DEFAULT_JSON_LIMITS): Result<Json, AppError> {
  if (text.length > limits.maxLength) {
    return fail(new AppError('json_too_large', `The JSON has ${text.length} characters; at most ${limits.maxLength} are read. Send less at once.`))
  }
  if (nestingDepth(text) > limits.maxDepth) {
    return fail(new AppError('json_too_deep', `The JSON is nested more than ${limits.maxDepth} levels deep. Flatten it.`))
  }
  try {
    return ok(parseWithSource(text, reviveInteger) as Json)
  } catch (cause) {
    return fail(new AppError('json_malformed', `This is not valid JSON: ${describeFault(text, cause)}. Check the text near that place.`, { cause }))
  }
}

/** Prints what {@link parseJson} reads; bigints are printed as plain integers. */
export function stringifyJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? rawJson(item.toString()) : item), indent)
}

/** JSON with its object keys sorted, for hashing: equal values print equally. */
export function canonicalJson(value: Json): string {
  return stringifyJson(sortKeys(value))
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Revive = (key: string, value: unknown, context: { source?: string }) => unknown
// TypeScript's library does not know the third argument of the reviver nor JSON.rawJSON yet.
const parseWithSource = JSON.parse as (text: string, revive: Revive) => unknown
const rawJson = (text: string): unknown => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(text)

const INTEGER = /^-?\d+$/

function reviveInteger(_key: string, value: unknown, context: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  return context.source !== undefined && INTEGER.test(context.source) ? BigInt(context.source) : value
}

/** Depth of brackets outside strings; malformed text is left to the parser. */
function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (inString) {
      if (code === 0x5c) i++
      else if (code === 0x22) inString = false
    } else if (code === 0x22) inString = true
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth)
    else if (code === 0x5d || code === 0x7d) depth--
  }
  return deepest
}

function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sortKeys(value[key] ?? null)]))
}
