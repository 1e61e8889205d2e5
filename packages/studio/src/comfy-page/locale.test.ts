import { afterEach, expect, test } from 'vitest'
import { changeSettings } from '../app/settings.ts'
import { language, pageLanguage } from '../text/text.ts'
import { followLocale } from './locale.ts'
import { text } from './text.ts'

afterEach(() => {
  changeSettings({ language: 'auto' })
  pageLanguage.value = undefined
})
const follow = (locale: unknown): void => followLocale({ extensionManager: { setting: { get: (id) => (id === 'Comfy.Locale' ? locale : undefined) } } })

test('ComfyUI’s language is the studio’s, where it is one of ours', () => {
  follow('fr')
  expect([language.value, text.openPanel]).toEqual(['fr', 'Ouvrir le panneau'])
  follow('zh-TW')
  expect([language.value, text.openPanel]).toEqual(['en', 'Open the panel'])
})

test('a language chosen in the settings goes before it, the browser’s after it', () => {
  follow('fr')
  changeSettings({ language: 'en' })
  expect(language.value).toBe('en')
  changeSettings({ language: 'auto' })
  followLocale({})
  expect(language.value).toBe('en')
})
