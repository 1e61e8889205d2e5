import { canonicalJson, isJsonObject, type Json } from '@lemouf/core/json'
import { isList, type JsonPath } from './json-path.ts'

/** What is different in one place. The path leads through the value as it is now; that of something removed through the list that it left. */
export type Change =
  | { readonly kind: 'added'; readonly path: JsonPath; readonly after: Json }
  | { readonly kind: 'removed'; readonly path: JsonPath; readonly before: Json }
  | { readonly kind: 'changed'; readonly path: JsonPath; readonly before: Json; readonly after: Json }

/** Pairs that are looked at to align two lists; longer ones are compared place by place. */
const MOST_PAIRS = 1_000_000

/** What turned one value into another: nothing for equal ones. Entries of lists that only moved up or down are not told. */
export function changesBetween(before: Json, after: Json, path: JsonPath = []): readonly Change[] {
  if (isList(before) && isList(after)) return listChanges(before, after, path)
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => (Object.hasOwn(after, key)
      ? Object.hasOwn(before, key) ? changesBetween(before[key] ?? null, after[key] ?? null, [...path, key]) : [{ kind: 'added', path: [...path, key], after: after[key] ?? null } as const]
      : [{ kind: 'removed', path: [...path, key], before: before[key] ?? null } as const]))
  }
  return canonicalJson(before) === canonicalJson(after) ? [] : [{ kind: 'changed', path, before, after }]
}

function listChanges(before: readonly Json[], after: readonly Json[], path: JsonPath): readonly Change[] {
  const changes: Change[] = []
  let [from, to] = [0, 0]
  for (const [keptBefore, keptAfter] of [...kept(before.map(canonicalJson), after.map(canonicalJson)), [before.length, after.length] as const]) {
    const paired = Math.min(keptBefore - from, keptAfter - to)
    for (let at = 0; at < paired; at++) changes.push(...changesBetween(before[from + at] ?? null, after[to + at] ?? null, [...path, to + at]))
    for (let at = from + paired; at < keptBefore; at++) changes.push({ kind: 'removed', path: [...path, at], before: before[at] ?? null })
    for (let at = to + paired; at < keptAfter; at++) changes.push({ kind: 'added', path: [...path, at], after: after[at] ?? null })
    from = keptBefore + 1
    to = keptAfter + 1
  }
  return changes
}

/** Indices of entries that two lists share in order: all at both ends, and between these a longest common subsequence. */
function kept(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const [rows, columns] = [before.length - start - end, after.length - start - end]
  const middle = rows * columns > MOST_PAIRS ? samePlaces(before, after, start, Math.min(rows, columns)) : longestCommon(before.slice(start, start + rows), after.slice(start, start + columns)).map(([a, b]) => [start + a, start + b] as const)
  const heads = Array.from({ length: start }, (_, at) => [at, at] as const)
  const tails = Array.from({ length: end }, (_, at) => [before.length - end + at, after.length - end + at] as const)
  return [...heads, ...middle, ...tails]
}

function samePlaces(before: readonly string[], after: readonly string[], start: number, length: number): readonly (readonly [number, number])[] {
  return Array.from({ length }, (_, at) => start + at).flatMap((at) => (before[at] === after[at] ? [[at, at] as const] : []))
}

function longestCommon(before: readonly string[], after: readonly string[]): readonly (readonly [number, number])[] {
  const width = after.length + 1
  // lengths[a * width + b]: of the longest subsequence that before from a on and after from b on share.
  const lengths = new Uint32Array((before.length + 1) * width)
  const lengthAt = (a: number, b: number): number => lengths[a * width + b] ?? 0
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) lengths[a * width + b] = before[a] === after[b] ? lengthAt(a + 1, b + 1) + 1 : Math.max(lengthAt(a + 1, b), lengthAt(a, b + 1))
  }
  const pairs: (readonly [number, number])[] = []
  for (let a = 0, b = 0; a < before.length && b < after.length;) {
    if (before[a] === after[b]) pairs.push([a++, b++])
    else if (lengthAt(a + 1, b) >= lengthAt(a, b + 1)) a++
    else b++
  }
  return pairs
}
