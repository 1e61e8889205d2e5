import type { Text } from '../text.ts'

/** The grid and decisions on a selection. */
export const grid: Text['grid'] = {}
