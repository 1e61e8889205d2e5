import { fail, ok, type Result } from '@lemouf/core/result'
import type { Json } from '@lemouf/core/json'
import type { SocketType } from '../nodes/node.ts'
import { pythonRepr, pythonStr } from './python-text.ts'

const INTEGER = /^\s*[+-]?\d+(_\d+)*\s*$/
const DECIMAL = /^\s*[+-]?(\d+(_\d+)*\.?(\d+(_\d+)*)?|\.\d+(_\d+)*)(e[+-]?\d+)?\s*$/i

/**
 * A widget value as the type its input declares, by the rules of Python's `int`, `float`, `str` and `bool`, which ComfyUI applies:
 * "3" is an INT, 2.9 becomes 2, and any text that is not empty is true. Other types pass as they are.
 * The failure is the sentence of the exception. Unlike Python, text such as "nan" and "inf" is no FLOAT: JSON cannot hold it.
 */
export function castWidget(type: SocketType, value: Json): Result<Json, string> {
  switch (type) {
    case 'INT':
      return castInteger(value)
    case 'FLOAT':
      return castFloat(value)
    case 'STRING':
      return ok(pythonStr(value))
    case 'BOOLEAN':
      return ok(isTruthy(value))
    default:
      return ok(value)
  }
}

function castInteger(value: Json): Result<Json, string> {
  if (typeof value === 'boolean') return ok(Number(value))
  if (typeof value === 'bigint') return ok(value)
  if (typeof value === 'number') {
    return Number.isFinite(value) ? ok(smallest(BigInt(Math.trunc(value)))) : fail('cannot convert float infinity to integer')
  }
  if (typeof value === 'string') {
    if (!INTEGER.test(value)) return fail(`invalid literal for int() with base 10: ${pythonRepr(value)}`)
    return ok(smallest(BigInt(value.trim().replaceAll('_', '').replace(/^\+/, ''))))
  }
  return fail(`int() argument must be a string or a number, not ${pythonRepr(value)}`)
}

function castFloat(value: Json): Result<Json, string> {
  if (typeof value === 'boolean' || typeof value === 'bigint') return ok(Number(value))
  if (typeof value === 'number') return Number.isFinite(value) ? ok(value) : fail('the number is not finite')
  if (typeof value === 'string') {
    if (!DECIMAL.test(value)) return fail(`could not convert string to float: ${pythonRepr(value)}`)
    return ok(Number(value.trim().replaceAll('_', '')))
  }
  return fail(`float() argument must be a string or a number, not ${pythonRepr(value)}`)
}

/** A number where it is exact, a bigint beyond ±2^53. */
function smallest(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

function isTruthy(value: Json): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return Boolean(value)
}
