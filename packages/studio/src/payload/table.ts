import { isJsonObject, parseJson, stringifyJson, type Json } from '@lemouf/core/json'
import { fail, ok, type Result } from '@lemouf/core/result'
import { isList, type JsonPath } from './json-path.ts'

/** What a cell holds, and so how what is typed into it is read. */
export type CellKind = 'text' | 'number' | 'switch' | 'json'

export interface Column {
  /** A key of the rows; undefined in a list of plain values, which has this one column. */
  readonly key: string | undefined
  /** The kind of all its values; `json` where they differ. */
  readonly kind: CellKind
}

export interface Table {
  readonly rows: readonly Json[]
  readonly columns: readonly Column[]
}

/** A list of objects, or of plain values, as a table; undefined for everything else. Columns stand in the order in which their keys first appear. */
export function tableOf(json: Json | undefined): Table | undefined {
  if (!isList(json) || json.length === 0) return undefined
  if (json.every((row) => typeof row !== 'object' || row === null)) return { rows: json, columns: [{ key: undefined, kind: kindOfAll(json) }] }
  const objects = json.filter(isJsonObject)
  if (objects.length < json.length) return undefined
  const keys = [...new Set(objects.flatMap((row) => Object.keys(row)))]
  return { rows: json, columns: keys.map((key) => ({ key, kind: kindOfAll(objects.flatMap((row) => (Object.hasOwn(row, key) ? [row[key] ?? null] : []))) })) }
}

export function kindOf(value: Json): CellKind {
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number' || typeof value === 'bigint') return 'number'
  return typeof value === 'boolean' ? 'switch' : 'json'
}

function kindOfAll(values: readonly Json[]): CellKind {
  const kinds = new Set(values.map(kindOf))
  const [only = 'json'] = kinds
  return kinds.size === 1 ? only : 'json'
}

/** A cell of a row; undefined where the row has none. */
export function cellOf(row: Json, { key }: Column): Json | undefined {
  if (key === undefined) return row
  return isJsonObject(row) && Object.hasOwn(row, key) ? row[key] : undefined
}

export const cellPath = (row: number, { key }: Column): JsonPath => (key === undefined ? [row] : [row, key])

/** A cell as it is shown and typed: texts as they are, all else as JSON. */
export const cellText = (value: Json | undefined): string => (value === undefined ? '' : typeof value === 'string' ? value : stringifyJson(value))

/** What was typed into a cell of a kind; undefined where nothing was typed and the cell is no text. The failure is the kind that it is not. */
export function readCell(typed: string, kind: CellKind): Result<Json | undefined, CellKind> {
  if (kind === 'text') return ok(typed)
  if (typed.trim() === '') return ok(undefined)
  const read = parseJson(typed)
  return read.ok && (kind === 'json' || kindOf(read.value) === kind) ? read : fail(kind)
}

/** A new row for a table: an object without values, which leaves every input to the map's fallback, or an empty plain value. */
export function blankRow({ columns: [first] }: Table): Json {
  if (first === undefined || first.key !== undefined) return {}
  return { text: '', number: 0, switch: false, json: null }[first.kind]
}

export const insertRow = (rows: readonly Json[], at: number, row: Json): readonly Json[] => rows.toSpliced(at, 0, row)
export const removeRow = (rows: readonly Json[], at: number): readonly Json[] => rows.toSpliced(at, 1)

/** The list with the row at `from` standing at `to`, as far as the list goes. */
export function moveRow(rows: readonly Json[], from: number, to: number): readonly Json[] {
  const row = rows[from]
  return row === undefined ? rows : rows.toSpliced(from, 1).toSpliced(Math.max(0, Math.min(rows.length - 1, to)), 0, row)
}
