import type { Text } from '../text.ts'

/** Lightbox, compare and what differs. */
export const compare: Text['compare'] = {}
