import type { Json } from '@lemouf/core/json'

const BLACK = 0x000000
const WHITE = 0xffffff

/** `#rrggbb` of a number that an input named after a colour takes, such as ComfyUI's EmptyImage; undefined for all else. */
export function colourOf(input: string, value: Json): string | undefined {
  if (!/colou?r/i.test(input) || typeof value !== 'number' || !Number.isInteger(value) || value < BLACK || value > WHITE) return undefined
  return `#${value.toString(16).padStart(6, '0')}`
}
