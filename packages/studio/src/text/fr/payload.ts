import type { Text } from '../text.ts'

/** The payload screen. */
export const payload: Text['payload'] = {}
