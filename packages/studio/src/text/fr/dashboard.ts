import type { Text } from '../text.ts'

/** The dashboard. */
export const dashboard: Text['dashboard'] = {}
