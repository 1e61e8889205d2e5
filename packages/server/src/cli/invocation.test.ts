import { expect, test } from 'vitest'
import { folderOfCaller, invocation, isNpmStart, quoted } from './invocation.ts'

const script = (event: string, name = 'lemouf-studio'): NodeJS.ProcessEnv => ({ npm_lifecycle_event: event, npm_package_name: name })

test.each([
  [{}, 'help run', 'lemouf help run'],
  [{}, 'start --data here', 'lemouf start --data here'],
  [script('lemouf'), 'help run', 'npm run lemouf -- help run'],
  [script('lemouf'), 'start', 'npm start'],
  [script('start'), 'start --data here', 'npm start -- --data here'],
  [script('start'), 'help run', 'npm run lemouf -- help run'],
  [script('start', 'another'), 'help run', 'lemouf help run'],
  [script('unit'), 'start', 'lemouf start'],
  [{ npm_lifecycle_event: 'npx' }, 'loops', 'npx lemouf loops'],
])('%j: %s is typed as %s', (env, words, typed) => {
  expect(invocation(words, env)).toBe(typed)
})

test('npm start is told apart', () => {
  expect([isNpmStart(script('start')), isNpmStart(script('lemouf')), isNpmStart({})]).toEqual([true, false, false])
})

test('a word with spaces is quoted', () => {
  expect([quoted('/data/a-b_1'), quoted('my data'), quoted('a"b')]).toEqual(['/data/a-b_1', '"my data"', '"a\\"b"'])
})

test('paths are meant from where the person stands', () => {
  expect(folderOfCaller({ npm_package_name: 'lemouf-studio', npm_lifecycle_event: 'lemouf', INIT_CWD: '/somewhere' })).toBe('/somewhere')
  expect(folderOfCaller({ npm_package_name: 'another', npm_lifecycle_event: 'start', INIT_CWD: '/somewhere' })).toBeUndefined()
  expect(folderOfCaller({ INIT_CWD: '/somewhere' })).toBeUndefined()
})
