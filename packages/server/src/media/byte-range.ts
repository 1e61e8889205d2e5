/** Offsets of the first and the last byte, both included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

/**
 * Reads a `Range` header (RFC 9110, section 14) for a content of `size` bytes.
 * `whole`: no range, or one that may be ignored (other units, several ranges, malformed). `unsatisfiable`: beyond the end.
 */
export function parseByteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '')
  if (match === null) return 'whole'
  const [, from = '', to = ''] = match
  if (from === '') return to === '' ? 'whole' : lastBytes(Number(to), size)
  const first = Number(from)
  const last = to === '' ? Infinity : Number(to)
  if (last < first) return 'whole'
  return first >= size ? 'unsatisfiable' : { first, last: Math.min(last, size - 1) }
}

function lastBytes(count: number, size: number): ByteRange | 'unsatisfiable' {
  return count === 0 || size === 0 ? 'unsatisfiable' : { first: Math.max(0, size - count), last: size - 1 }
}
