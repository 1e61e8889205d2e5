import type { Output } from '@lemouf/core/loop'
import { expect, test } from 'vitest'
import { loopOf, picture } from '../../../core/src/loop/testing.ts'
import { summaryOf } from './view.ts'

const film: Output = { ...picture('film'), kind: 'video' } as Output
const coverOf = (outputs: readonly Output[]): string | undefined => summaryOf(loopOf(1).do({ type: 'step' }).returns(0, 0, outputs).state).cover

test('a loop is shown by its picture, and a loop of films by a still', () => {
  expect(coverOf([film, picture('a')])).toBe('/lemouf/media/a/thumb')
  expect(coverOf([film])).toBe('/lemouf/media/film/thumb')
  expect(coverOf([{ kind: 'text', text: 'a' }])).toBeUndefined()
})
