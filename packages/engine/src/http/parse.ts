import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import { z } from 'zod'

/** The longest JSON body in bytes; prompts carry their whole workflow. */
export const MAX_JSON_BYTES = 32 * 1024 * 1024

/** Any JSON value that {@link parseJson} gave. */
export const jsonValue = z.custom<Json>((value) => value !== undefined)

/** A decimal whole number in a query. */
export const wholeNumber = z.string().regex(/^\d{1,15}$/, 'must be a whole number').transform(Number)

/** Parses a request's JSON text whatever its content type says, as ComfyUI does; no text is an empty object. */
export function readBody(body: unknown): Json {
  if (typeof body !== 'string' || body === '') return {}
  return unwrap(parseJson(body, { maxDepth: 128, maxLength: MAX_JSON_BYTES }))
}

/** `value` as the schema has it. Error: `request_invalid`, which names what does not fit. */
export function expectShape<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('request_invalid', `The request does not fit: ${describeIssues(parsed.error)}.`, { cause: parsed.error })
}

/** The places and what is wrong there, as one line. */
export function describeIssues(error: z.ZodError): string {
  return error.issues.map((issue) => [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': ')).join('; ')
}
