import { isJsonObject, type Json } from '../json.ts'
import { comboValues, isCombo, isFileInput, type InputSpec } from './object-info.ts'

/** What ComfyUI would say against a value: `value_invalid` refuses it, `file_unknown` may yet turn up. */
export type ValueFault = { readonly code: 'value_invalid' | 'file_unknown'; readonly problem: string }

const SHOWN = 5

/** Checks a value against an input as ComfyUI does before a run: kinds it converts pass, kinds it misreads do not. */
export function checkValue(spec: InputSpec, value: Json): ValueFault | undefined {
  if (isCombo(spec)) return checkChoice(spec, value)
  if (spec.type === 'INT' || spec.type === 'FLOAT') return checkNumber(spec, value)
  if (spec.type === 'STRING' && typeof value === 'object') return invalid(`${shown(value)} is not a text`)
  // Python takes any text for true, also "false".
  if (spec.type === 'BOOLEAN' && typeof value !== 'boolean' && value !== 0 && value !== 1) return invalid(`${shown(value)} is neither true nor false`)
  return undefined
}

function checkNumber(spec: InputSpec, value: Json): ValueFault | undefined {
  const number = numberOf(value)
  if (number === undefined) return invalid(`${shown(value)} is not a number`)
  if (spec.type === 'INT' && typeof number === 'number' && !Number.isInteger(number)) return invalid(`${shown(value)} is not a whole number`)
  const { min, max } = spec.options
  const lowest = numberOf(min)
  const highest = numberOf(max)
  if (lowest !== undefined && number < lowest) return invalid(`${shown(value)} is below its least value ${lowest}`)
  return highest !== undefined && number > highest ? invalid(`${shown(value)} is above its greatest value ${highest}`) : undefined
}

function numberOf(value: Json | undefined): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  if (typeof value !== 'string' || value.trim() === '') return undefined
  if (/^\s*[+-]?\d+\s*$/.test(value)) return BigInt(value.trim().replace('+', ''))
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

function checkChoice(spec: InputSpec, value: Json): ValueFault | undefined {
  const offered = comboValues(spec)
  if (offered === undefined) return undefined
  const chosen = isJsonObject(value) && Array.isArray(value['__value__']) ? (value['__value__'] as readonly Json[]) : [value]
  const strange = chosen.find((item) => !offered.includes(item))
  if (strange === undefined) return undefined
  if (isFileInput(spec) && typeof strange === 'string') return { code: 'file_unknown', problem: `${shown(strange)} is not among its files` }
  const choices = offered.slice(0, SHOWN).map(shown).join(', ')
  const more = offered.length > SHOWN ? ` and ${offered.length - SHOWN} more` : ''
  return invalid(`${shown(strange)} is not offered; ${offered.length === 0 ? 'nothing is' : `it offers ${choices}${more}`}`)
}

function shown(value: Json): string {
  const text = typeof value === 'string' ? `"${value}"` : typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'a list' : 'an object') : String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function invalid(problem: string): ValueFault {
  return { code: 'value_invalid', problem }
}
