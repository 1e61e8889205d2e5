import type { Text } from '../text.ts'

/** The servers screen. */
export const servers: Text['servers'] = {}
