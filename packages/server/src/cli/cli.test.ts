import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colourPrompt, colours, openTestStudio, type TestStudio } from '../testing/studio.ts'
import { jsonLines, lemouf, startCli } from './cli.fixture.ts'

let folder: string
let studio: TestStudio
let workflow: string
let payload: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-cli-'))
  studio = await openTestStudio()
  workflow = await file('colour.json', colourPrompt())
  payload = await file('payload.json', colours(3))
})
afterAll(async () => {
  await studio.close()
  await rm(folder, { recursive: true, force: true })
})

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(content))
  return path
}

/** Words that run the colours on the server of this test. */
const onStudio = (...words: string[]): string[] => ['run', workflow, '--payload', payload, '--data', studio.dataDir, ...words]
const loopOf = (loopId: string) => studio.call('getLoop', { params: { loop_id: loopId }, query: {} })

describe('run', () => {
  test('makes an example from start to end in a process of its own', async () => {
    const data = join(folder, 'own')
    const out = join(folder, 'film')
    const ended = await lemouf(['run', 'loop/loop_basic_image.json', '--cycles', '2', '--approve', 'all', '--out', out, '--data', data, '--json'])
    expect(ended.code, ended.err).toBe(0)
    const end = jsonLines(ended).at(-1)!
    expect(end).toMatchObject({ type: 'end', ending: 'complete', approved: 2, total_cycles: 2 })
    const { files } = end['exported'] as { files: string[] }
    expect((await readdir(out)).sort()).toEqual([...files].sort())
    const manifest = JSON.parse(await readFile(join(out, files.at(-1)!), 'utf8')) as { approved: { files: string[] }[] }
    expect(manifest.approved.flatMap((one) => one.files)).toEqual(files.slice(0, -1))
    expect(files).toHaveLength(3)
    // The loop is there for the next command, and its data are free again.
    const listed = await lemouf(['loops', '--data', data, '--json'])
    expect(jsonLines(listed)[0]).toMatchObject({ loops: [{ loop_id: end['loop_id'], status: 'complete' }] })
  })

  test('tells every attempt as a line of JSON', async () => {
    const lines = jsonLines(await lemouf(onStudio('--approve', 'all', '--loop', 'told', '--json')))
    const shares = lines.filter((line) => line['type'] === 'progress').map((line) => line['done'] as number)
    expect(shares).toEqual(shares.map((share) => Number(share.toFixed(3))))
    const approved = lines.filter((line) => line['type'] === 'cycle' && line['decision'] === 'approve')
    expect(new Set(approved.map((line) => line['cycle_index']))).toEqual(new Set([0, 1, 2]))
    expect(approved.every((line) => line['loop_id'] === 'told')).toBe(true)
  })

  test('sets inputs for all cycles', async () => {
    await lemouf(onStudio('--approve', 'all', '--loop', 'wide', '--set', '1.width=24', '--set', '1.height=8'))
    const { manifest } = await loopOf('wide')
    expect(manifest.map(({ outputs }) => [outputs.images[0]?.width, outputs.images[0]?.height])).toEqual([[24, 8], [24, 8], [24, 8]])
  })

  test('makes candidates with the seeds asked for, and asks for the first that waits', async () => {
    const words = ['run', 'loop/loop_basic_image.json', '--cycles', '1', '--approve', 'ask', '--candidates', '2', '--seeds', 'each', '--seed', '70', '--data', studio.dataDir, '--loop', 'chosen']
    const ended = await lemouf(words, 'xa')
    expect(ended.code, ended.err).toBe(0)
    const { manifest } = await loopOf('chosen')
    expect(manifest.map(({ decision, seed }) => [decision, seed])).toEqual([['reject', 70], ['approve', 1_000_073]])
    expect((await lemouf([...words, '--candidates', '17'])).code).toBe(2)
    expect((await lemouf([...words, '--seed', '18446744073709551616'])).code).toBe(2)
  })

  test('decides by key, undoes, and leaves the loop open when no key is left', async () => {
    const ended = await lemouf(onStudio('--approve', 'ask', '--loop', 'asked'), 'xaua')
    expect(ended.code, ended.err).toBe(4)
    expect(ended.out).toContain('asked: 1 of 3 cycles approved.')
    expect(ended.err).toContain(`lemouf run --loop asked --data ${studio.dataDir}`)
    expect(ended.err).toMatch(/cycle 1 of 3, retry 1: returned\n {2}http:\S+\/lemouf\/media\/\S+\n {2}\S+cycle_0000_r01\S+\.png/)
    const { events } = await studio.call('getHistory', { params: { loop_id: 'asked' }, query: {} })
    expect(events.filter(({ type }) => type === 'decided' || type === 'decisionUndone').map(({ type, by }) => [type, by])).toEqual(
      [['decided', 'cli'], ['decided', 'cli'], ['decisionUndone', 'cli'], ['decided', 'cli']],
    )
    const goneOn = await lemouf(['run', '--loop', 'asked', '--approve', 'all', '--server', studio.url])
    expect(goneOn.code, goneOn.err).toBe(0)
    expect((await loopOf('asked')).status).toBe('complete')
  })

  test('leaving with q is no end: exit 4, and the way back', async () => {
    const data = join(folder, 'left')
    const ended = await lemouf(['run', workflow, '--payload', payload, '--approve', 'ask', '--loop', 'left', '--data', data], 'aq')
    expect(ended.code, ended.err).toBe(4)
    expect(ended.err).toMatch(/^left: http:\S+#\/loop\/left \(while this command runs\)$/m)
    expect(ended.err).toContain(`Look at it in the studio: lemouf start --data ${data}, then choose left.`)
  })

  test('gives no address that ends with the command', async () => {
    const ended = await lemouf(['run', workflow, '--payload', payload, '--approve', 'all', '--loop', 'alone', '--data', join(folder, 'alone')], '', { npm_lifecycle_event: 'lemouf', npm_package_name: 'lemouf-studio' })
    expect(ended.code, ended.err).toBe(0)
    expect(ended.out + ended.err).not.toContain('http:')
    expect(ended.err).toContain(`Export what was approved: npm run lemouf -- export alone --data ${join(folder, 'alone')} --out DIR`)
    expect(ended.err).toContain(`npm start -- --data ${join(folder, 'alone')}, then choose alone.`)
  })

  test('a decision made in the studio meanwhile moves it on; an interrupt leaves the loop to others', async () => {
    const child = startCli(onStudio('--approve', 'ask', '--loop', 'shared', '--json'))
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    const question = async (): Promise<Record<string, unknown>> => {
      for (;;) {
        const { value, done } = await lines.next()
        if (done === true) throw new Error('It ended without a question.')
        const line = JSON.parse(value) as Record<string, unknown>
        if (line['type'] === 'question') return line
      }
    }
    const first = await question()
    expect(first).toMatchObject({ cycle_index: 0, urls: [expect.stringMatching(/^http.*\/lemouf\/media\//)] })
    await studio.call('decide', { body: { loop_id: 'shared', cycle_index: 0, retry_index: 0, decision: 'approve' } })
    expect(await question()).toMatchObject({ cycle_index: 1 })
    child.kill('SIGINT')
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(130)
    expect(await loopOf('shared')).toMatchObject({ status: 'waiting', approved: 1 })
  })

  test('makes what fails again twice, then stops and says why', async () => {
    const broken = await file('broken.json', {
      1: { class_type: 'RegexReplace', inputs: { string: 'a', regex_pattern: '(', replace: 'b', case_insensitive: false, multiline: false, dotall: false, count: 0 } },
      2: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    })
    const ended = await lemouf(['run', broken, '--approve', 'all', '--loop', 'broken', '--data', studio.dataDir])
    expect(ended.code, ended.err).toBe(4)
    expect(ended.err).toContain('retry 2: failed: RegexReplace')
    expect((await loopOf('broken')).manifest.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed'])
  })

  test('takes the payload from a workflow that is run first', async () => {
    const generator = await file('generator.json', {
      1: { class_type: 'LoopPayload', inputs: { payload_json: JSON.stringify(colours(2)) } },
      2: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    })
    const ended = await lemouf(['run', workflow, '--generate', generator, '--approve', 'all', '--loop', 'generated', '--data', studio.dataDir])
    expect(ended.code, ended.err).toBe(0)
    expect(await loopOf('generated')).toMatchObject({ status: 'complete', total_cycles: 2, payload: colours(2) })

    const unnamed = await lemouf(['run', workflow, '--generate', generator, '--approve', 'all', '--data', studio.dataDir, '--json'])
    const { loop_id: made } = jsonLines(unnamed).at(-1) as { loop_id: string }
    expect(made).toMatch(/^colour-[0-9a-f]{6}$/)
    expect(await loopOf(`${made}-payload`)).toMatchObject({ status: 'complete', workflow_name: 'generator.json' })
  })

  test('starts nothing when the preflight finds an error', async () => {
    const ended = await lemouf(['run', workflow, '--approve', 'all', '--loop', 'never', '--data', studio.dataDir, '--json'])
    expect(ended.code).toBe(3)
    expect(jsonLines(ended)).toEqual([{ error: expect.objectContaining({ code: 'preflight_failed', details: { findings: expect.any(Array) as unknown[] } }) as object }])
    await expect(loopOf('never')).rejects.toMatchObject({ code: 'loop_not_found' })
  })

  test.each([
    [['run', 'loop/loop_basic_image.json'], 'Nobody can be asked here'],
    [['run', '--approve', 'all'], '--loop ID'],
    [['run', '--loop', 'x', '--approve', 'all', '--set', '1.a=2'], 'go with a WORKFLOW only'],
    [['run', 'x.json', '--approve', 'all', '--set', 'seed'], 'NODE.INPUT=VALUE'],
    [['dance'], 'There is no command dance'],
    [['loops', '--server', 'here'], '--server URL'],
  ])('%j is a usage error', async (words, reason) => {
    const ended = await lemouf([...words, '--json'])
    expect(ended.code).toBe(2)
    expect(jsonLines(ended)).toEqual([{ error: { code: 'usage', message: expect.stringContaining(reason) as string } }])
  })
})

test('validate shows findings and what goes where', async () => {
  const good = await lemouf(['validate', workflow, '--payload', payload, '--data', studio.dataDir])
  expect(good.code, good.err).toBe(0)
  expect(good.out).toMatch(/colour +type:EmptyImage +EmptyImage\.color \(node 1\) +1056816/)
  const bad = await lemouf(['validate', workflow, '--data', studio.dataDir])
  expect(bad.code).toBe(3)
  expect(bad.out).toMatch(/^error: .*colour/m)
})

test('an unknown workflow is answered with those there are', async () => {
  const ended = await lemouf(['validate', 'loop/absent.json', '--data', studio.dataDir])
  expect(ended.code).toBe(1)
  expect(ended.err).toContain('loop/loop_basic_image.json')
})

test('export copies exactly what the server exported', async () => {
  await lemouf(onStudio('--approve', 'all', '--loop', 'sent'))
  const out = join(folder, 'sent')
  const ended = await lemouf(['export', 'sent', '--server', studio.url, '--out', out, '--json'])
  const { files, count } = jsonLines(ended)[0] as { files: string[]; count: number }
  expect(count).toBe(3)
  expect((await readdir(out)).sort()).toEqual([...files].sort())
  const exported = join(studio.dataDir, 'output', 'lemouf', 'sent')
  for (const name of files) expect(await readFile(join(out, name))).toEqual(await readFile(join(exported, name)))
})

describe('start', () => {
  test('serves until it is told to stop; others find it, and a backup is made beside it', async () => {
    const data = join(folder, 'started')
    const child = startCli(['start', '--port', '0', '--no-open', '--data', data, '--token', 'secret', '--json'])
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { url } = JSON.parse(line) as { url: string }
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=secret$/)
    const base = new URL(url).origin

    const refused = await lemouf(['loops', '--data', data, '--json'])
    expect([refused.code, jsonLines(refused)[0]]).toMatchObject([1, { error: { code: 'token_required' } }])
    const ran = await lemouf(['run', workflow, '--payload', payload, '--approve', 'all', '--loop', 'kept', '--data', data, '--token', 'secret'])
    expect(ran.code, ran.err).toBe(0)
    const again = await lemouf(['--data', data, '--token', 'secret', '--no-open', '--json'])
    expect([again.code, jsonLines(again)[0]]).toEqual([0, { url, data, already_running: true }])
    const taken = await lemouf(['start', '--port', new URL(base).port, '--data', join(folder, 'other'), '--no-open', '--json'])
    expect([taken.code, jsonLines(taken)[0]]).toMatchObject([1, { error: { code: 'address_in_use' } }])

    const copy = join(folder, 'copy')
    const saved = await lemouf(['backup', copy, '--data', data, '--json'])
    expect(jsonLines(saved)[0]).toMatchObject({ folder: copy, files: 4, missing: [] })

    child.kill('SIGTERM')
    const [code] = (await once(child, 'close')) as [number]
    expect(code).toBe(0)
    const restored = await lemouf(['loops', '--data', copy, '--json'])
    expect(jsonLines(restored)[0]).toMatchObject({ loops: [{ loop_id: 'kept', status: 'complete', approved: 3 }] })
  })

  test('says in two lines where it listens and where the data are', async () => {
    const data = join(folder, 'told')
    const child = startCli(['--port', '0', '--no-open', '--data', data])
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
    expect((await lines.next()).value).toMatch(/^leMouf listens at http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await lines.next()).value).toBe(`The data are in ${data}`)
    child.kill('SIGTERM')
    await once(child, 'close')
  })

  test('an address that others can reach needs a token', async () => {
    const ended = await lemouf(['--host', '0.0.0.0', '--port', '0', '--no-open', '--data', join(folder, 'open'), '--json'])
    expect([ended.code, jsonLines(ended)[0]]).toMatchObject([1, { error: { code: 'address_needs_token' } }])
  })

  test('data that cannot be used are named', async () => {
    const ended = await lemouf(['--no-open', '--data', join(workflow, 'data'), '--json'])
    expect([ended.code, jsonLines(ended)[0]]).toMatchObject([1, { error: { code: 'data_unusable' } }])
  })
})

test('doctor starts an engine and asks it for its nodes', async () => {
  const ended = await lemouf(['doctor', '--data', join(folder, 'doctor'), '--json'])
  const { checks } = jsonLines(ended)[0] as { checks: { name: string; state: string; found: string }[] }
  expect(checks.find(({ name }) => name === 'Embedded engine')).toMatchObject({ state: 'ok', found: expect.stringMatching(/, [1-9]\d* nodes$/) as string })
  expect(ended.code, ended.out).toBe(0)
  const failing = await lemouf(['doctor', '--data', join(folder, 'doctor'), '--comfy', 'http://127.0.0.1:1'])
  expect(failing.code).toBe(1)
  expect(failing.out).toMatch(/^fail {2}ComfyUI: .*\n {6}Start ComfyUI/m)
})

test('help and version', async () => {
  const [help, version] = await Promise.all([lemouf(['help', 'run']), lemouf(['--version'])])
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('--payload FILE')])
  const started = await lemouf(['--help'], '', { npm_lifecycle_event: 'start', npm_package_name: 'lemouf-studio' })
  expect(started.out).toMatch(/^Usage: npm start -- \[OPTIONS\]\n[^]*--port N[^]*Usage: npm run lemouf -- \[COMMAND\][^]* {2}doctor /)
  expect(started.out).toContain('4: not every cycle is approved (also after q)')
  expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
