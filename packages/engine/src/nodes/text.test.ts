import fc from 'fast-check'
import { expect, test } from 'vitest'
import { execute, grey } from './test-context.ts'

const value = async (name: string, inputs: Record<string, unknown>): Promise<unknown> => (await execute(name, inputs)).outputs[0]

test.each([
  ['StringConcatenate', { string_a: 'a', string_b: 'b', delimiter: '-' }, 'a-b'],
  ['StringSubstring', { string: 'héllo🎈!', start: -2, end: 7 }, '🎈!'],
  ['StringSubstring', { string: 'hello', start: 1, end: -1 }, 'ell'],
  ['StringLength', { string: 'a🎈b' }, 3],
  ['CaseConverter', { string: "they're HERE", mode: 'Title Case' }, "They'Re Here"],
  ['CaseConverter', { string: 'éTÉ à', mode: 'Capitalize' }, 'Été à'],
  ['StringTrim', { string: ' a ', mode: 'Left' }, 'a '],
  ['StringReplace', { string: 'a.a', find: 'a', replace: '$&' }, '$&.$&'],
  ['StringReplace', { string: '🎈x', find: '', replace: '-' }, '-🎈-x-'],
  ['StringContains', { string: 'Hello', substring: 'HELL', case_sensitive: false }, true],
  ['StringContains', { string: 'Hello', substring: 'HELL', case_sensitive: true }, false],
  ['StringCompare', { string_a: 'abc', string_b: 'BC', mode: 'Ends With', case_sensitive: false }, true],
  ['PrimitiveInt', { value: 18446744073709551615n }, 18446744073709551615n],
  ['PrimitiveBoolean', { value: true }, true],
])('%s of case %#', async (name, inputs, expected) => {
  expect(await value(name, inputs)).toBe(expected)
})

const FLAGS = { case_insensitive: true, multiline: false, dotall: false }

test.each([
  ['First Match', '(\\w)(\\d)', 'a1'],
  ['All Matches', '\\w\\d', 'a1\nb2'],
  ['All Matches', '(\\w)(\\d)', 'a\nb'],
  ['First Group', '(\\w)(\\d)', '1'],
  ['All Groups', '(\\w)(\\d)', '1\n2'],
  ['All Groups', '\\w', ''],
  ['First Match', 'zz', ''],
])('RegexExtract %s of %s', async (mode, regex_pattern, expected) => {
  expect(await value('RegexExtract', { string: 'a1 b2', regex_pattern, mode, ...FLAGS, group_index: 2 })).toBe(expected)
})

test('RegexMatch follows its flags', async () => {
  expect(await value('RegexMatch', { string: 'A\nb', regex_pattern: '^B$', case_insensitive: true, multiline: true, dotall: false })).toBe(true)
  expect(await value('RegexMatch', { string: 'A\nb', regex_pattern: '^B$', case_insensitive: true, multiline: false, dotall: false })).toBe(false)
  expect(await value('RegexMatch', { string: 'A\nb', regex_pattern: 'A.b', case_insensitive: false, multiline: false, dotall: true })).toBe(true)
})

test('RegexReplace expands Python templates and stops after its count', async () => {
  const inputs = { string: 'john smith, jane doe', regex_pattern: '(?P<first>\\w+) (\\w+)', replace: '\\2 \\g<first>\\n' }
  expect(await value('RegexReplace', inputs)).toBe('smith john\n, doe jane\n')
  expect(await value('RegexReplace', { ...inputs, count: 1 })).toBe('smith john\n, jane doe')
  await expect(execute('RegexReplace', { ...inputs, replace: '\\9' })).rejects.toThrow('names group 9, but the pattern has 2')
})

test('replacing an empty match leaves every character', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (string) => {
    expect(await value('RegexReplace', { string, regex_pattern: 'x*', replace: '' })).toBe(string.replaceAll(/x+/gi, ''))
  }))
})

test('patterns that cannot run in linear time are refused with a sentence', async () => {
  await expect(execute('RegexMatch', { string: 'a', regex_pattern: '(?=a)', ...FLAGS })).rejects.toThrow('Look-around and back references')
  await expect(execute('RegexMatch', { string: 'a', regex_pattern: '(', ...FLAGS })).rejects.toThrow('The pattern cannot be used')
  expect(await value('RegexMatch', { string: `${'a'.repeat(30_000)}!`, regex_pattern: '^(a+)+$', ...FLAGS })).toBe(false)
})

test.each([
  ['text', 'text'],
  [true, 'True'],
  [null, 'None'],
  [18446744073709551615n, '18446744073709551615'],
  [{ a: [1, 'b'] }, '{\n    "a": [\n        1,\n        "b"\n    ]\n}'],
  [[grey([1, 2])], '"1 images of 2×1"'],
])('PreviewAny shows case %#', async (source, expected) => {
  const { outputs, ui } = await execute('PreviewAny', { source })
  expect(outputs).toEqual([expected])
  expect(ui).toEqual({ text: [expected] })
})
