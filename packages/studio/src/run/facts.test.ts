import { expect, test } from 'vitest'
import { colourOf } from './facts.ts'

test('a number is a colour where its input is named after one', () => {
  expect(colourOf('color', 255)).toBe('#0000ff')
  expect(colourOf('backColour', 0xffffff)).toBe('#ffffff')
  expect(colourOf('color', 0x1000000)).toBeUndefined()
  expect(colourOf('color', '255')).toBeUndefined()
  expect(colourOf('seed', 255)).toBeUndefined()
})
