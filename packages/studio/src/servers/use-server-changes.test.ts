import { expect, test } from 'vitest'
import { addressOf } from './use-server-changes.ts'

test('an address may be typed as people type it', () => {
  expect(addressOf(' 192.168.1.20:8188 ')).toBe('http://192.168.1.20:8188')
  expect(addressOf('https://gpu.example/comfy/')).toBe('https://gpu.example/comfy')
  expect(addressOf('HTTP://Gpu-1:80/')).toBe(addressOf('http://gpu-1'))
  for (const none of ['', 'ftp://gpu', 'htp:/nonsense', 'htp:nonsense', 'gpu:', 'http://me:secret@gpu', 'gpu?x=1', 'two words', 'two%20words']) expect(addressOf(none)).toBeUndefined()
})
