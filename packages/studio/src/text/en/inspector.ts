/** What is chosen, in exact values. */
export const inspector = {
  name: 'Inspector',
} as const
