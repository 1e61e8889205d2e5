import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stringifyJson } from '@lemouf/core/json'
import { readAssignments, readJsonFile, readWorkflow } from './workflow-choice.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('an input is set to JSON, or else to the text itself', () => {
  expect(readAssignments(['12.seed=42', '3.text=a = b', '3.flag=true', '4.big=18446744073709551615', '5.empty='])).toEqual({
    '12.seed': 42, '3.text': 'a = b', '3.flag': true, '4.big': 18446744073709551615n, '5.empty': '',
  })
})

test('every JSON value can be given', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).filter((one) => !JSON.stringify(one).includes('-0'))
  fc.assert(fc.property(value, (given) => {
    expect(stringifyJson(readAssignments([`7.input=${JSON.stringify(given)}`])['7.input'])).toBe(stringifyJson(given))
  }))
})

test.each(['seed=42', '12.seed', '=4', '12.=4'])('%s is refused', (word) => {
  expect(() => readAssignments([word])).toThrow('NODE.INPUT=VALUE')
})

test('a file of one’s own comes before a listed name', async () => {
  const path = join(folder, 'mine.json')
  await writeFile(path, '\ufeff{"1": {"class_type": "X", "inputs": {"seed": 18446744073709551615}}}')
  expect(await readWorkflow(path)).toEqual({ name: 'mine.json', workflow: { '1': { class_type: 'X', inputs: { seed: 18446744073709551615n } } } })
  expect(await readWorkflow('loop/loop_basic_image.json')).toEqual({ name: 'loop/loop_basic_image.json' })
})

test('a file that is not there, or not JSON, is named in the sentence', async () => {
  const path = join(folder, 'broken.json')
  await writeFile(path, '{')
  await expect(readJsonFile(path)).rejects.toMatchObject({ code: 'json_malformed', message: expect.stringContaining('broken.json') as string })
  await expect(readJsonFile(join(folder, 'absent.json'))).rejects.toMatchObject({ code: 'usage' })
})
