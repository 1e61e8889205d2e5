import { canonicalJson, isJsonObject, stringifyJson, type Json } from '@lemouf/core/json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from './changes.ts'
import { isList, pointerOf, removeAt, setAt, spokenPath, valueAt, type JsonPath } from './json-path.ts'
import { blankRow, cellOf, cellText, insertRow, kindOf, moveRow, readCell, removeRow, tableOf } from './table.ts'
import { treeLines } from './tree.ts'
import { loopBegun } from './use-step-payload.ts'

const json = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<Json>
const rows = fc.array(fc.dictionary(fc.constantFrom('prompt', 'seed', 'camera'), fc.oneof(fc.string(), fc.integer(), fc.boolean()) as fc.Arbitrary<Json>), { minLength: 1, maxLength: 12 })
const same = (a: Json | undefined, b: Json | undefined): boolean => a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b)

/** Every place in a value, the whole first. */
function placesOf(value: Json, path: JsonPath = []): readonly JsonPath[] {
  const entries: readonly (readonly [string | number, Json])[] = isList(value) ? value.map((item, at) => [at, item] as const) : isJsonObject(value) ? Object.entries(value) : []
  return [path, ...entries.flatMap(([key, child]) => placesOf(child, [...path, key]))]
}
const placed = json.chain((value) => fc.tuple(fc.constant(value), fc.constantFrom(...placesOf(value))))

test('what is set in a place is read there, and everything else stays', () => {
  fc.assert(fc.property(placed, json, ([value, path], other) => {
    const now = setAt(value, path, other)
    expect(same(valueAt(now, path), other)).toBe(true)
    const aside = placesOf(value).filter((place) => !place.every((step, at) => at >= path.length || step === path[at]))
    for (const place of aside) expect(same(valueAt(now, place), valueAt(value, place))).toBe(true)
  }))
})

test('a place that is taken away takes its entry from its parent and nothing else', () => {
  fc.assert(fc.property(placed.filter(([, path]) => path.length > 0), ([value, path]) => {
    expect(placesOf(removeAt(value, path))).toHaveLength(placesOf(value).length - placesOf(valueAt(value, path)!).length)
  }))
})

test('two places have two pointers, and a path reads as a Loop Map writes it', () => {
  fc.assert(fc.property(json, (value) => {
    const places = placesOf(value)
    expect(new Set(places.map(pointerOf)).size).toBe(places.length)
  }))
  expect(spokenPath([3, 'camera', 'lens', 0, 'a key'])).toBe("[3].camera.lens[0]['a key']")
  expect(spokenPath(['prompt'])).toBe('prompt')
})

test('equal values differ in nothing, others in something', () => {
  fc.assert(fc.property(json, json, (a, b) => {
    expect(changesBetween(a, structuredClone(a))).toEqual([])
    expect(changesBetween(a, b).length === 0).toBe(same(a, b))
  }))
})

test('what a change says is there now is there', () => {
  fc.assert(fc.property(rows, rows, (before, after) => {
    for (const change of changesBetween(before, after)) {
      if (change.kind !== 'removed') expect(same(valueAt(after, change.path), change.after)).toBe(true)
    }
  }))
})

test('a row put in or taken out is told as that, whatever stands around it', () => {
  fc.assert(fc.property(rows, fc.nat(12), (list, at) => {
    const index = Math.min(at, list.length)
    const longer = insertRow(list, index, { prompt: 'the one that is new' })
    expect(changesBetween(list, longer)).toEqual([{ kind: 'added', path: [index], after: { prompt: 'the one that is new' } }])
    expect(changesBetween(longer, list)).toEqual([{ kind: 'removed', path: [index], before: { prompt: 'the one that is new' } }])
  }))
})

test('long lists are compared place by place', () => {
  const long = Array.from({ length: 3000 }, (_, at) => ({ seed: at }))
  const other = long.map(({ seed }) => ({ seed: seed === 7 || seed === 2990 ? -1 : seed + 0 })).with(0, { seed: -2 }).with(2999, { seed: -3 })
  expect(changesBetween(long, other).map(({ path }) => pointerOf(path))).toEqual(['/0/seed', '/7/seed', '/2990/seed', '/2999/seed'])
})

test('a table has every key as a column and every value in its cell', () => {
  fc.assert(fc.property(rows, (list) => {
    const table = tableOf(list)!
    expect(new Set(table.columns.map(({ key }) => key))).toEqual(new Set(list.flatMap(Object.keys)))
    for (const row of table.rows) for (const column of table.columns) expect(cellOf(row, column)).toEqual((row as Record<string, Json>)[column.key!])
  }))
  expect(tableOf(['a', 'b'])?.columns).toEqual([{ key: undefined, kind: 'text' }])
  expect([tableOf([]), tableOf({}), tableOf([[1]]), tableOf([{ a: 1 }, 2])]).toEqual([undefined, undefined, undefined, undefined])
})

test('a cell that is shown and typed again is the same', () => {
  fc.assert(fc.property(json, (value) => {
    const read = readCell(cellText(value), kindOf(value))
    expect(read.ok && same(read.value, value)).toBe(true)
  }))
  expect(readCell('18446744073709551615', 'number')).toEqual({ ok: true, value: 18446744073709551615n })
  expect([readCell('a fox', 'number').ok, readCell('1', 'switch').ok, readCell('{', 'json').ok]).toEqual([false, false, false])
  expect([readCell('', 'text'), readCell(' ', 'number')]).toEqual([{ ok: true, value: '' }, { ok: true, value: undefined }])
})

test('rows that move keep every row, and a new one fits its table', () => {
  fc.assert(fc.property(rows, fc.nat(12), fc.integer({ min: -3, max: 14 }), (list, from, to) => {
    const moved = moveRow(list, from, to)
    const texts = (all: readonly Json[]): readonly string[] => all.map((row) => stringifyJson(row)).sort()
    expect(texts(moved)).toEqual(texts(list))
    if (from < list.length) expect(moved[Math.max(0, Math.min(list.length - 1, to))]).toBe(list[from])
    expect(tableOf(insertRow(list, 0, blankRow(tableOf(list)!)))).toBeDefined()
    expect(removeRow(insertRow(list, from, {}), Math.min(from, list.length))).toEqual(list)
  }))
  expect(blankRow(tableOf([1, 2])!)).toBe(0)
})

test('a tree that is wholly open shows every place once; what is closed shows itself alone', () => {
  fc.assert(fc.property(json, (value) => {
    let lines = treeLines(value, new Set())
    const toggled = new Set<string>()
    for (let before = -1; before < lines.length;) {
      before = lines.length
      for (const { pointer, entries, isOpen } of lines) if (entries !== undefined && entries > 0 && !isOpen) toggled.add(pointer)
      lines = treeLines(value, toggled)
    }
    expect(lines.map(({ pointer }) => pointer)).toEqual(placesOf(value).map(pointerOf))
    expect(treeLines(value, new Set([''])).filter(({ depth }) => depth === 0)).toHaveLength(1)
  }))
})

test('a step has begun its loop once it no longer holds its payload, and a stopped one has none', () => {
  const step = { status: 'review', loop_id: 'film_1_4', payload_held: true } as const
  expect(loopBegun(step)).toBeUndefined()
  expect(loopBegun({ ...step, payload_held: false, status: 'waiting' })).toBeUndefined()
  expect(loopBegun({ ...step, payload_held: false, status: 'running' })).toBe('film_1_4')
  expect(loopBegun({ ...step, payload_held: false, status: 'cancelled', loop_id: null })).toBeUndefined()
})
