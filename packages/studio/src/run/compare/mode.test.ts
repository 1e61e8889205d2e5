import { expect, test } from 'vitest'
import { MODES, modeAfter } from './mode.ts'

test('one key goes through all modes and comes back', () => {
  expect(modeAfter('difference')).toBe('two')
  expect([...MODES].map(modeAfter)).toEqual(['slider', 'difference', 'two'])
})
