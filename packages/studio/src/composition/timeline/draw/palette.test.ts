import { expect, test } from 'vitest'
import { inkOn } from './palette.ts'

test('words on a colour are black or white, whichever is read better', () => {
  expect(['#ffffff', '#c9b23e', '#d98e3c', '#6fae4c', '#000000', '#8a5a00', '#3d348b'].map(inkOn)).toEqual(['#000', '#000', '#000', '#000', '#fff', '#fff', '#fff'])
})
