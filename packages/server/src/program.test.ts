import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { openTestStudio } from './testing/studio.ts'
import { startProgram } from './program.ts'

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

test('a start that fails leaves nothing behind: neither a listener nor a hold on the data', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-start-'))
  const port = await freePort()
  const options = { dataDir, host: '127.0.0.1', port, token: undefined, comfy: ['no address'], workflows: undefined, log: pino({ level: 'silent' }) }
  await expect(startProgram(options)).rejects.toThrow()
  await expect(fetch(`http://127.0.0.1:${port}/lemouf/loop/list`)).rejects.toThrow()
  const studio = await openTestStudio({ dataDir, port })
  expect(await studio.call('listLoops', {})).toEqual({ loops: [] })
  await studio.close()
  await rm(dataDir, { recursive: true, force: true })
})
