import type { AppError } from '@lemouf/core/error'
import { parseJson, type Json, type JsonLimits } from '@lemouf/core/json'
import type { Result } from '@lemouf/core/result'

/** Numbers that Python's `json` writes although JSON has no word for them. */
const NO_NUMBERS = /-?Infinity|NaN/g

/**
 * JSON as Python writes it: `NaN` and `Infinity` are read as null. ComfyUI's queue and history hold them wherever a node's
 * `IS_CHANGED` gave NaN, which is how a node says that it runs each time. Errors: those of {@link parseJson}.
 */
export function parsePythonJson(text: string, limits?: JsonLimits): Result<Json, AppError> {
  return parseJson(/Infinity|NaN/.test(text) ? withNulls(text) : text, limits)
}

/** Replaces what stands outside of strings. */
function withNulls(text: string): string {
  const parts: string[] = []
  let at = 0
  for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', at)) {
    const end = endOfString(text, quote)
    parts.push(text.slice(at, quote).replace(NO_NUMBERS, 'null'), text.slice(quote, end))
    at = end
  }
  return [...parts, text.slice(at).replace(NO_NUMBERS, 'null')].join('')
}

/** Where the string that begins at a quote is over; the text's end when it never is. */
function endOfString(text: string, quote: number): number {
  for (let end = text.indexOf('"', quote + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let backslashes = 0
    while (text[end - 1 - backslashes] === '\\') backslashes += 1
    if (backslashes % 2 === 0) return end + 1
  }
  return text.length
}
