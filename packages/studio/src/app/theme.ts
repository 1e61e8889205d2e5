import { watchEffect } from 'vue'
import { language } from '../text/text.ts'
import { settings } from './settings.ts'

/** Dresses the page of its own in the theme and the language of the settings, now and whenever they change. */
export function dressPage(page: HTMLElement = document.documentElement): void {
  const scheme = document.querySelector('meta[name="color-scheme"]')
  watchEffect(() => {
    const { theme } = settings.value
    if (theme === 'auto') delete page.dataset['theme']
    else page.dataset['theme'] = theme
    scheme?.setAttribute('content', theme === 'auto' ? 'dark light' : theme)
    page.lang = language.value
  })
}
