import { usePreferredLanguages } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { settings } from '../app/settings.ts'
import { text as english } from './en.ts'
import { text as french } from './fr.ts'

/** The same sentences in another language: every key, and functions of the same facts. */
export type Translation<T> = T extends string
  ? string
  : T extends (...facts: infer F) => string
    ? (...facts: F) => string
    : { readonly [K in keyof T]: Translation<T[K]> }
export type Text = Translation<typeof english>
export type Language = 'en' | 'fr'

const isLanguage = (code: string): code is Language => code === 'en' || code === 'fr'

/** The language of the page around, such as `fr` or `zh-TW`, where the studio is a part of another. */
export const pageLanguage = shallowRef<string>()

const preferred = usePreferredLanguages()
/** The language of the studio: as the settings say, else that of the page around, else the first of the browser's that is there. */
export const language = computed<Language>(() => {
  if (settings.value.language !== 'auto') return settings.value.language
  const wanted = pageLanguage.value === undefined ? preferred.value : [pageLanguage.value]
  return wanted.map((code) => code.slice(0, 2)).find(isLanguage) ?? 'en'
})

/** How dates and numbers are written: as the browser's own kind of that language does, such as `en-GB` or `fr-CA`. */
export const locale = computed(() => preferred.value.find((code) => code.slice(0, 2) === language.value) ?? language.value)

/** Everything the studio says, in the language of the moment: what is drawn from it is drawn anew when that changes. */
export const text: Text = inLanguage<Text>({ en: english, fr: french })

/** Sentences in the language of the moment. */
export function inLanguage<T extends object>(said: Readonly<Record<Language, T>>): T {
  return following(said.en, () => said[language.value])
}

/** A view of `now()` that is asked anew at every look, also for what lies deeper. */
function following<T extends object>(shape: T, now: () => T): T {
  const deeper = new Map<PropertyKey, object>()
  return new Proxy(shape, {
    get: (_shape, key) => {
      const value: unknown = Reflect.get(now(), key)
      if (typeof value !== 'object' || value === null) return value
      const known = deeper.get(key) ?? following(value, () => Reflect.get(now(), key) as object)
      deeper.set(key, known)
      return known
    },
  })
}
