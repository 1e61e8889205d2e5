import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { jsonLines, lemouf, type Ended } from './cli.fixture.ts'

/** What is wrong with a call is told before anything is made. */

const LISTED = 'loop/loop_basic_image.json'
let folder: string
let data: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-refusals-'))
  data = join(folder, 'data')
  await writeFile(join(folder, 'file'), '{\n "a": 1,\n}')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const refusalOf = (ended: Ended): unknown => [ended.code, jsonLines(ended)[0]?.['error']]
const refusal = (exit: number, code: string, ...said: string[]): unknown => [exit, { code, message: expect.stringMatching(new RegExp(said.join('.*'))) as string }]

test.each([
  [['loops']],
  [['export', 'some']],
  [['run', '--loop', 'some', '--approve', 'all']],
])('%j makes no data folder, and says how to choose another', async (words) => {
  expect(refusalOf(await lemouf([...words, '--data', data, '--json']))).toEqual(refusal(1, 'data_unusable', 'no leMouf data in', '--data DIR'))
  expect(existsSync(data)).toBe(false)
})

test('a workflow is looked at without making a data folder', async () => {
  const ended = await lemouf(['validate', LISTED, '--data', data])
  expect(ended.code, ended.err).toBe(0)
  expect(existsSync(data)).toBe(false)
})

test('that a workflow is not there comes before that nobody can be asked', async () => {
  const ended = await lemouf(['run', 'nope.json', '--data', data, '--json'])
  expect(jsonLines(ended)[0]).toMatchObject({ error: { code: 'workflow_not_found', message: expect.stringContaining('There is no file of that path here either') as string } })
  expect(ended.code).toBe(1)
  expect(refusalOf(await lemouf(['run', LISTED, '--payload', join(folder, 'absent'), '--data', data, '--json']))).toEqual(refusal(2, 'usage', 'absent cannot be read'))
  expect(refusalOf(await lemouf(['run', LISTED, '--data', data, '--json']))).toEqual(refusal(2, 'usage', 'Nobody can be asked here'))
  expect(existsSync(data)).toBe(false)
})

test('a file that is not JSON is named with the place of its fault, in one line', async () => {
  const ended = await lemouf(['run', LISTED, '--payload', join(folder, 'file'), '--approve', 'all', '--data', data])
  expect(ended.code).toBe(1)
  expect(ended.err.trim().split('\n')).toEqual([expect.stringMatching(/file: This is not valid JSON: .* \(line 3, column 1\)/)])
})

test.each([[['run', LISTED, '--approve', 'all']], [['export', 'some']]])('%j --out FILE is refused before the run', async (words) => {
  const out = join(folder, 'file')
  expect(refusalOf(await lemouf([...words, '--out', out, '--data', data, '--json']))).toEqual(refusal(2, 'usage', '--out .*is a file. Name a folder'))
  expect(refusalOf(await lemouf([...words, '--out', join(out, 'below'), '--data', data, '--json']))).toEqual(refusal(2, 'usage', 'is a file. Name a folder'))
  expect(existsSync(data)).toBe(false)
})

test('a checkout where npm ci was not run says so, in any Node.js', async () => {
  const READY = fileURLToPath(new URL('../../../../scripts/ready.cjs', import.meta.url))
  const copy = join(folder, 'checkout', 'scripts', 'ready.cjs')
  await cp(READY, copy)
  const { status, stderr } = spawnSync(process.execPath, ['-r', copy, '-e', 'console.log(1)'], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^leMouf is not installed here completely\. Run npm ci first.*\n$/)])
  expect(spawnSync(process.execPath, ['-r', READY, '-e', 'console.log(1)'], { encoding: 'utf8' }).stdout).toBe('1\n')
})
