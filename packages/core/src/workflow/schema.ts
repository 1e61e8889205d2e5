import { z } from 'zod'
import { AppError, type ErrorCode } from '../error.ts'
import type { Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'

/** Any JSON value: its text has been parsed by `parseJson` already. */
export const json = z.custom<Json>((value) => value !== undefined)

/**
 * Parses a JSON value with a schema. The failure's sentence names the place of the first fault
 * (`describe` puts it in the words of the file, such as `node 12 (KSampler)`) and ends with the remedy.
 */
export function parseShape<T>(
  schema: z.ZodType<T>,
  value: Json,
  failure: { readonly code: ErrorCode; readonly what: string; readonly remedy: string; readonly describe?: (path: readonly PropertyKey[]) => string },
): Result<T, AppError> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const path = issue?.path ?? []
  const place = path.length === 0 ? '' : ` at ${(failure.describe ?? dotted)(path)}`
  return fail(new AppError(failure.code, `${failure.what}${place}: ${issue?.message ?? 'it has another shape'}. ${failure.remedy}`))
}

/** `['nodes', 3, 'id']` as `nodes[3].id`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`), '')
}
