import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings.ts'

const settings: fc.Arbitrary<Settings> = fc.record({
  theme: fc.constantFrom('auto', 'dark', 'light'),
  language: fc.constantFrom('auto', 'en', 'fr'),
  autoAdvance: fc.boolean(),
  closeLightbox: fc.boolean(),
  sounds: fc.boolean(),
  keys: fc.dictionary(fc.constantFrom('approve', 'reject'), fc.array(fc.string({ maxLength: 40 }), { maxLength: 4 }), { noNullPrototype: true }),
})

test('settings come back as they were kept', () => {
  fc.assert(fc.property(settings, (kept) => { expect(parseSettings(JSON.stringify(kept))).toEqual(kept) }))
})

test('what is not understood is as usual, and the rest stays', () => {
  expect(parseSettings('{"theme":"neon","sounds":true,"unknown":1}')).toEqual({ ...DEFAULT_SETTINGS, sounds: true })
  expect(parseSettings('[]')).toEqual(DEFAULT_SETTINGS)
  fc.assert(fc.property(fc.json(), (json) => { expect(() => parseSettings(json)).not.toThrow() }))
})

test('what is no JSON is as usual, and told on the console', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  expect(parseSettings('{')).toEqual(DEFAULT_SETTINGS)
  expect(warn).toHaveBeenCalledOnce()
  warn.mockRestore()
})
