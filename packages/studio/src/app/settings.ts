import { useStorage } from '@vueuse/core'
import * as z from 'zod'

export const THEMES = ['auto', 'dark', 'light'] as const
export const LANGUAGE_CHOICES = ['auto', 'en', 'fr'] as const

const settingsSchema = z.object({
  /** `auto`: as ComfyUI in its page, as the system elsewhere. */
  theme: z.enum(THEMES).catch('auto'),
  language: z.enum(LANGUAGE_CHOICES).catch('auto'),
  /** A decision goes on to the next result. */
  autoAdvance: z.boolean().catch(true),
  /** The lightbox closes when its cycle is approved. */
  closeLightbox: z.boolean().catch(true),
  /** A short sound when a result waits, or a loop has ended or failed. */
  sounds: z.boolean().catch(false),
  /** Keys that are not the usual ones, by action. */
  keys: z.record(z.string(), z.array(z.string().max(40)).max(4)).catch({}),
})
/** What a person prefers, in this browser. */
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({})

/** Reads stored settings; what is missing or not understood is as usual. */
export function parseSettings(stored: string): Settings {
  try {
    return settingsSchema.catch(DEFAULT_SETTINGS).parse(JSON.parse(stored))
  } catch (error) {
    console.warn('The stored settings are not JSON; the usual ones are in force.', error)
    return DEFAULT_SETTINGS
  }
}

/** The settings in force, kept in the browser and shared with its other windows. */
export const settings = useStorage<Settings>('lemouf.settings', DEFAULT_SETTINGS, undefined, {
  shallow: true,
  serializer: { read: parseSettings, write: (value) => JSON.stringify(value) },
})

/** Changes some of the settings, in this browser and in all its windows. */
export function changeSettings(change: Partial<Settings>): void {
  settings.value = { ...settings.value, ...change }
}
