import { expect, test } from 'vitest'
import { typeset, typesetLine } from './fr/typeset.ts'

test('spaces that must not break are put where French has them', () => {
  expect(typesetLine('Quitter ? « Rester » : 61 % ; oui !')).toBe('Quitter\u202f? «\u00a0Rester\u00a0»\u00a0: 61\u00a0%\u202f; oui\u202f!')
  expect(typesetLine('http://127.0.0.1:8190/?x=1')).toBe('http://127.0.0.1:8190/?x=1')
})

test('also within functions and what lies deeper', () => {
  const said = typeset({ deep: { ask: (name: string) => `${name} ?` }, plain: 'Oui !' })
  expect([said.deep.ask('Lui'), said.plain]).toEqual(['Lui\u202f?', 'Oui\u202f!'])
})
