import { isJsonObject, type Json } from '@lemouf/core/json'

/** Where something is in a JSON value: keys of objects and indices of lists, from the outside in. */
export type JsonPath = readonly (string | number)[]

/** A path as one text, equal for equal paths (RFC 6901): `/3/prompt`. */
export const pointerOf = (path: JsonPath): string => path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A path as people write it in a Loop Map: `[3].prompt`, or `['a key']`. */
export function spokenPath(path: JsonPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : /^[A-Za-z_]\w*$/.test(step) ? `${at === 0 ? '' : '.'}${step}` : `['${step}']`)).join('')
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(json: Json, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>((within, step) => (within === undefined ? undefined : childOf(within, step)), json)
}

/** The value with something else at a path. A key that is missing there is added; a path that leads nowhere changes nothing. */
export function setAt(json: Json, path: JsonPath, value: Json): Json {
  return changeAt(json, path, (within, step) => {
    if (isList(within)) return typeof step === 'number' && step in within ? within.with(step, value) : within
    return isJsonObject(within) && typeof step === 'string' ? withKey(within, step, value) : within
  }, value)
}

/** The value without what stands at a path; a list closes up. */
export function removeAt(json: Json, path: JsonPath): Json {
  return changeAt(json, path, (within, step) => {
    if (isList(within)) return typeof step === 'number' ? within.filter((_item, index) => index !== step) : within
    return isJsonObject(within) ? Object.fromEntries(Object.entries(within).filter(([key]) => key !== step)) : within
  }, json)
}

/** `Array.isArray` does not narrow a readonly list. */
export const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)

function changeAt(json: Json, path: JsonPath, change: (within: Json, step: string | number) => Json, whole: Json): Json {
  const [step, ...rest] = path
  if (step === undefined) return whole
  if (rest.length === 0) return change(json, step)
  const child = childOf(json, step)
  return child === undefined ? json : setAt(json, [step], changeAt(child, rest, change, whole))
}

function childOf(within: Json, step: string | number): Json | undefined {
  if (isList(within)) return typeof step === 'number' ? within[step] : undefined
  return isJsonObject(within) && typeof step === 'string' && Object.hasOwn(within, step) ? within[step] : undefined
}

/** Also a key named `__proto__` is only a key. */
const withKey = (object: { readonly [key: string]: Json }, key: string, value: Json): Json =>
  Object.fromEntries(Object.hasOwn(object, key) ? Object.entries(object).map(([name, old]) => [name, name === key ? value : old]) : [...Object.entries(object), [key, value]])
