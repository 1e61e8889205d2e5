/** Rows a statement: databases bound the number of parameters, and the widest rows have a dozen. */
const ROWS_AT_ONCE = 500

/** Rows in portions that one statement can take. */
export function chunks<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / ROWS_AT_ONCE) }, (_, index) => items.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE))
}
