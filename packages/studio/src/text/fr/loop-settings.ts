import type { Text } from '../text.ts'

/** The settings of a running loop. */
export const loopSettings: Text['loopSettings'] = {}
