import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffWords, type Stretch } from './word-diff.ts'

const marked = (stretches: readonly Stretch[]) => stretches.map(({ words, changed }) => (changed ? `[${words}]` : words)).join('')
const whole = (stretches: readonly Stretch[]) => stretches.map(({ words }) => words).join('')
const kept = (stretches: readonly Stretch[]) => stretches.filter(({ changed }) => !changed).map(({ words }) => words).join('')

test('words that were changed, added and removed', () => {
  const changed = diffWords('a red boat on the sea, at dusk', 'a green boat on the calm sea')
  expect(marked(changed.a)).toBe('a [red] boat on the sea[, at dusk]')
  expect(marked(changed.b)).toBe('a [green] boat on the [calm ]sea')
})

test('the same texts have nothing to mark, and others everything', () => {
  expect(marked(diffWords('the same', 'the same').a)).toBe('the same')
  expect(marked(diffWords('', 'new').b)).toBe('[new]')
})

test('both texts stay whole, and what is kept is the same in both', () => {
  const text = fc.array(fc.constantFrom('red', 'boat', ' ', ', ', '猫が', 'été', '\n', '🙂')).map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (a, b) => {
      const found = diffWords(a, b)
      expect([whole(found.a), whole(found.b)]).toEqual([a, b])
      expect(kept(found.a)).toBe(kept(found.b))
    }),
  )
})

test('texts too long for the table differ between their common ends', () => {
  const words = (word: string) => Array.from({ length: 3000 }, (_, index) => word + index).join(' ')
  const found = diffWords(`same ${words('a')} end`, `same ${words('b')} end`)
  expect(found.a.map(({ changed }) => changed)).toEqual([false, true, false])
  expect(whole(found.b)).toBe(`same ${words('b')} end`)
})
