import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

test('the server is where the settings say, without a slash at the end, with the token when there is one', () => {
  expect(placeOf({ address: ' http://gpu.example:8190/ ', token: 'secret' })).toEqual({ ok: true, value: { base: 'http://gpu.example:8190', token: 'secret' } })
})

test('settings that are empty or were never made mean this machine, without a token', () => {
  for (const nothing of ['', undefined, null, 8190]) {
    expect(placeOf({ address: nothing, token: nothing })).toEqual({ ok: true, value: { base: 'http://127.0.0.1:8190', token: undefined } })
  }
})

test('what is no address is said in a sentence, and is never asked', () => {
  for (const address of ['localhost', 'javascript:alert(1)', 'ftp://x']) {
    const place = placeOf({ address, token: '' })
    expect(place.ok).toBe(false)
    expect(!place.ok && place.error.message).toContain(`"${address}" is no address`)
  }
})
