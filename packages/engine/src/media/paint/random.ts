/** A stream of numbers that its seed decides wholly. */
export interface Random {
  /** 0 ≤ number < 1. */
  next(): number
  /** `low` ≤ number < `high`. */
  between(low: number, high: number): number
  /** A whole number, `low` ≤ number ≤ `high`. */
  int(low: number, high: number): number
  pick<T>(values: readonly T[]): T
  chance(probability: number): boolean
}

/** 32 bits of a text (FNV-1a, then MurmurHash3's finaliser). */
export function hashText(text: string, salt = 0): number {
  let hash = 0x811c9dc5 ^ salt
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** 32 bits of a place on a grid. */
export function hashCell(x: number, y: number, salt: number): number {
  let hash = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(salt, 0x9e3779b1)
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** 0..1 of a place on a grid. */
export const cellValue = (x: number, y: number, salt: number): number => hashCell(x, y, salt) / 4_294_967_296

/** Chris Doty-Humphrey's sfc32, seeded by a text. */
export function randomOf(seed: string): Random {
  let [a, b, c, counter] = [hashText(seed, 1), hashText(seed, 2), hashText(seed, 3), 1]
  const next = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (values) => values[Math.floor(next() * values.length)] as (typeof values)[number],
    chance: (probability) => next() < probability,
  }
}
