import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestStudio } from '../testing/studio.ts'
import { jsonLines, lemouf } from './cli.fixture.ts'

const PIPELINE = 'loop/leMouf_Loop-pipeline_0-1-0.json'
let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lemouf-cli-pipeline-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

test('a pipeline is run to its end and taken along: pictures, and the list of what is composed', { timeout: 60_000 }, async () => {
  const out = join(root, 'out')
  const ended = await lemouf(['run', PIPELINE, '--approve', 'all', '--out', out, '--data', join(root, 'data'), '--json'])
  expect([ended.code, ended.err]).toEqual([0, expect.stringContaining('Step "2. Paint them"')])
  expect(jsonLines(ended).at(-1)).toMatchObject({ type: 'end', ending: 'complete', status: 'done', steps: [{ status: 'done' }, { status: 'done' }, { status: 'done', resources: 5 }] })
  const pictures = (await readdir(join(out, '4-2-Paint-them'))).filter((file) => file.endsWith('.png'))
  const { resources } = JSON.parse(await readFile(join(out, 'resources_5.json'), 'utf8')) as { resources: { file: string; from: { cycle_index: number } }[] }
  expect(resources.map(({ from }) => from.cycle_index)).toEqual([0, 1, 2, 3, 4])
  expect(resources.map(({ file }) => file).sort()).toEqual(pictures.map((file) => `4-2-Paint-them/${file}`).sort())
})

test('a run that waits with a payload is left to a person, and by rule goes on', { timeout: 60_000 }, async () => {
  const studio = await openTestStudio()
  try {
    await studio.call('startPipeline', { body: { name: PIPELINE, hold_payload: true, approve: 'all' } })
    const left = await lemouf(['run', PIPELINE, '--approve', 'ask', '--data', studio.dataDir])
    expect([left.code, left.err]).toEqual([4, expect.stringContaining('The payload of "2. Paint them" waits')])
    const ended = await lemouf(['run', PIPELINE, '--approve', 'all', '--data', studio.dataDir])
    expect(ended.code, ended.err).toBe(0)
  } finally {
    await studio.close()
  }
})

test('what goes with a loop does not go with a pipeline, and validate tells its steps', { timeout: 60_000 }, async () => {
  const refused = await lemouf(['run', PIPELINE, '--approve', 'all', '--cycles', '3', '--data', join(root, 'data')])
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('bring their own payload')])
  const valid = await lemouf(['validate', PIPELINE, '--data', join(root, 'data')])
  expect([valid.code, valid.out]).toEqual([0, expect.stringMatching(/Write the prompts +generate[^]*It would run\./)])
})
