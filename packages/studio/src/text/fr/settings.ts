import type { Text } from '../text.ts'

/** The settings screen. */
export const settings: Text['settings'] = {}
