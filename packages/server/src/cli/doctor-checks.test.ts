import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canOpenBrowser } from './browser.ts'
import { checkComfy, checkData, checkNode, checkPort, checkSqlite, checkStudio } from './doctor-checks.ts'

const unused = join(tmpdir(), 'lemouf-not-there', 'data')

test('too old versions fail and say what to do', () => {
  expect(checkNode('20.11.0')).toMatchObject({ state: 'fail', remedy: expect.stringContaining('npm ci') as string })
  expect(checkSqlite('3.46.1')).toMatchObject({ state: 'fail', remedy: expect.stringContaining('3.51.3') as string })
  expect([checkNode().state, checkSqlite().state]).toEqual(['ok', 'ok'])
})

test('a data folder that is not there yet is looked at where it would be made, and not made', async () => {
  expect(await checkData(unused)).toMatchObject({ state: 'ok', found: `${unused} (will be made)` })
  expect(await checkData(join(import.meta.filename, 'data'))).toMatchObject({ state: 'fail' })
})

test('a port that another program has is named', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  expect(await checkPort(port, unused)).toMatchObject({ state: 'warn', remedy: expect.stringContaining('--port') as string })
  await new Promise((resolve) => other.close(resolve))
  expect(await checkPort(port, unused)).toMatchObject({ state: 'ok' })
})

test('a ComfyUI that does not answer, and a studio that is not built', async () => {
  expect(await checkComfy('http://127.0.0.1:1')).toMatchObject({ state: 'fail' })
  expect(checkStudio(unused)).toMatchObject({ state: 'warn', remedy: expect.stringContaining('npm start') as string })
})

test('a browser is opened only where somebody sees it', () => {
  expect(canOpenBrowser({}, 'linux')).toBe(false)
  expect(canOpenBrowser({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(canOpenBrowser({ DISPLAY: ':0', CI: 'true' }, 'linux')).toBe(false)
  expect(canOpenBrowser({}, 'darwin')).toBe(true)
  expect(canOpenBrowser({ SSH_CONNECTION: 'x' }, 'darwin')).toBe(false)
})
