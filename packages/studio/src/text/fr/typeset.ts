const NARROW = '\u202f'
const FIRM = '\u00a0'

/** A sentence with the spaces of French typography: one that does not break within « » and before : and %, a narrow one before ; ! ?. */
export function typesetLine(line: string): string {
  return line
    .replaceAll(/ ([;!?])/g, `${NARROW}$1`)
    .replaceAll(/ ([:%»])/g, `${FIRM}$1`)
    .replaceAll('« ', `«${FIRM}`)
}

/** Typesets every sentence, so that they can be written with plain spaces. */
export function typeset<T extends object>(said: T): T {
  return Object.fromEntries(Object.entries(said).map(([key, value]: [string, unknown]) => [key, typesetValue(value)])) as T
}

function typesetValue(value: unknown): unknown {
  if (typeof value === 'string') return typesetLine(value)
  if (typeof value === 'function') return (...facts: unknown[]): string => typesetLine(String(Reflect.apply(value, undefined, facts)))
  return typeof value === 'object' && value !== null ? typeset(value) : value
}
