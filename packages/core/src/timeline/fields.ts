import { canonicalJson, type Json } from '../json.ts'

/** What changed in a thing: what its fields were, so that it can be seen whether somebody has changed them since, and what they become. */
export interface FieldChange<T> {
  readonly was: Fields<T>
  readonly now: Fields<T>
}

/** Some fields of a thing; of how a picture looks and lies, some of those. */
export type Fields<T> = { readonly [K in keyof T]?: K extends 'look' | 'transform' ? Partial<T[K]> : T[K] }

/** Two people may set opacity and blur of one picture; a fade or a speed is one thing. */
const isMany = (key: string): boolean => key === 'look' || key === 'transform'

/** The fields in which two things differ; undefined where they do not. */
export function fieldChange<T extends object>(from: T, to: T): FieldChange<T> | undefined {
  const [was, now]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const [key, before] of Object.entries(from) as [string, unknown][]) {
    const after: unknown = to[key as keyof T]
    if (isSame(before, after)) continue
    const inside = isMany(key) ? fieldChange(before as object, after as object) : undefined
    was[key] = inside?.was ?? before
    now[key] = inside?.now ?? after
  }
  return Object.keys(now).length === 0 ? undefined : { was: was as Fields<T>, now: now as Fields<T> }
}

/** Whether a thing has all these fields, as they are given. */
export function hasFields(thing: object, fields: object): boolean {
  return (Object.entries(fields) as [string, unknown][]).every(([key, value]) => {
    const there = (thing as Record<string, unknown>)[key]
    return isMany(key) && isObject(there) && isObject(value) ? hasFields(there, value) : isSame(there, value)
  })
}

/** A thing with some of its fields as given; undefined where it has no such field. */
export function withFields<T extends object>(thing: T, fields: object): T | undefined {
  const next = { ...thing } as Record<string, unknown>
  for (const [key, value] of Object.entries(fields) as [string, unknown][]) {
    const there = next[key]
    if (there === undefined) return undefined
    next[key] = isMany(key) && isObject(there) && isObject(value) ? { ...there, ...value } : value
  }
  return next as T
}

/** A short name for all that a value says: equal values have the same, others as good as never. FNV-1a, twice, of its canonical JSON. */
export function digest(value: object): string {
  const text = canonicalJson(value as Json)
  let [a, b] = [0x81_1c_9d_c5, 0x05_0c_5d_1f]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0x01_00_01_93)
    b = Math.imul(b ^ code, 0x01_00_01_b3)
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (isObject(a) && isObject(b) && canonicalJson(a as Json) === canonicalJson(b as Json))
