import { isJsonObject, stringifyJson, type Json } from '@lemouf/core/json'
import { isList, pointerOf, type JsonPath } from './json-path.ts'

/** A line of a JSON tree. */
export interface TreeLine {
  readonly path: JsonPath
  readonly pointer: string
  /** Of its parent: a key, or an index; undefined for the whole. */
  readonly key: string | number | undefined
  readonly depth: number
  readonly value: Json
  /** How many entries a list or an object has; undefined for plain values. */
  readonly entries: number | undefined
  readonly isOpen: boolean
}

/** Down to this depth a tree is open at first. */
const OPEN_DEPTH = 2
/** A list or object with more entries is closed at first. */
const OPEN_ENTRIES = 100

/** The lines of a tree, from top to bottom. `toggled` holds the pointers of those that a person opened or closed. */
export function treeLines(json: Json, toggled: ReadonlySet<string>): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const add = (value: Json, key: string | number | undefined, path: JsonPath): void => {
    const pointer = pointerOf(path)
    const children = childrenOf(value)
    const opensByItself = children !== undefined && path.length < OPEN_DEPTH && children.length <= OPEN_ENTRIES
    const isOpen = children !== undefined && children.length > 0 && opensByItself !== toggled.has(pointer)
    lines.push({ path, pointer, key, depth: path.length, value, entries: children?.length, isOpen })
    if (isOpen) for (const [childKey, child] of children) add(child, childKey, [...path, childKey])
  }
  add(json, undefined, [])
  return lines
}

/** A plain value as JSON; a list or object as its brackets. */
export function shownValue(value: Json): string {
  if (isList(value)) return value.length === 0 ? '[]' : '[…]'
  if (isJsonObject(value)) return Object.keys(value).length === 0 ? '{}' : '{…}'
  return stringifyJson(value)
}

function childrenOf(value: Json): readonly (readonly [string | number, Json])[] | undefined {
  if (isList(value)) return value.map((item, index) => [index, item])
  return isJsonObject(value) ? Object.entries(value) : undefined
}
