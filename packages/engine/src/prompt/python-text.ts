import { isJsonObject, type Json } from '@lemouf/core/json'

/** A value as Python's `repr` prints it: ComfyUI's messages hold such text, and clients match on it. */
export function pythonRepr(value: Json): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quote(value)
  if (isJsonObject(value)) return `{${Object.entries(value).map(([key, item]) => `${quote(key)}: ${pythonRepr(item)}`).join(', ')}}`
  if (typeof value === 'object') return `[${value.map(pythonRepr).join(', ')}]`
  return String(value)
}

/** A value as Python's `str` prints it: text stays as it is. */
export const pythonStr = (value: Json): string => (typeof value === 'string' ? value : pythonRepr(value))

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark
}
