import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from './data-folder.ts'

const linux = { platform: 'linux', home: '/home/ana', env: {} } as const

test('what is said comes first, then the variable', () => {
  expect(dataFolder('here', { ...linux, env: { LEMOUF_DATA: '/elsewhere' } })).toBe(resolve('here'))
  expect(dataFolder(undefined, { ...linux, env: { LEMOUF_DATA: '/elsewhere' } })).toBe(resolve('/elsewhere'))
})

test.each([
  [linux, '/home/ana/.local/share/lemouf'],
  [{ ...linux, env: { XDG_DATA_HOME: '/data', LEMOUF_DATA: '' } }, '/data/lemouf'],
  [{ ...linux, platform: 'darwin', home: '/Users/ana' } as const, '/Users/ana/Library/Application Support/leMouf'],
  [{ platform: 'win32', home: 'C:\\Users\\ana', env: { LOCALAPPDATA: 'D:\\Local' } } as const, 'D:\\Local\\leMouf'],
])('the platform decides otherwise: %j', (machine, folder) => {
  expect(dataFolder(undefined, machine)).toBe(folder)
})
