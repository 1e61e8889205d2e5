import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

async function start(...args: string[]): Promise<{ child: ChildProcess; output: () => string }> {
  const child = fork(join(import.meta.dirname, 'main.ts'), args, { silent: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (output += data.toString()))
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, output: () => output }
}

async function dataDir(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'lemouf-main-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

test('tells its parent where it is, serves its nodes, and ends on SIGTERM', async () => {
  const dir = await dataDir()
  const { child, output } = await start('--port', '0', '--data', dir)
  const [message] = (await once(child, 'message')) as [{ type: string; port: number }]
  expect(message).toEqual({ type: 'ready', port: expect.any(Number) })
  const url = `http://127.0.0.1:${message.port}`
  const info = (await (await fetch(`${url}/object_info`)).json()) as Record<string, unknown>
  expect(Object.keys(info)).toEqual(expect.arrayContaining(['LoadImage', 'SaveImage', 'LoopReturn']))
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(0)
  expect(output()).toContain(`engine ready on ${url}`)
  expect((await readdir(dir)).toSorted()).toEqual(['input', 'output'])
})

test('ends when its parent lets go of it', async () => {
  const { child } = await start('--data', await dataDir())
  await once(child, 'message')
  child.disconnect()
  expect((await once(child, 'exit'))[0]).toBe(0)
})

test('ends also when its parent was gone before it was ready', async () => {
  const { child } = await start('--data', await dataDir())
  child.disconnect()
  await once(child, 'exit')
})

test('says what is wrong with its arguments', async () => {
  const { child, output } = await start('--port', 'many')
  expect((await once(child, 'exit'))[0]).toBe(1)
  expect(output()).toContain('--data DIR is missing; --port takes a number, 0 for a free one')
})

test('says that its port is taken', async () => {
  const first = await start('--data', await dataDir())
  const [{ port }] = (await once(first.child, 'message')) as [{ port: number }]
  const second = await start('--port', String(port), '--data', await dataDir())
  expect((await once(second.child, 'exit'))[0]).toBe(1)
  expect(second.output()).toContain(`Another program uses port ${port}.`)
})
