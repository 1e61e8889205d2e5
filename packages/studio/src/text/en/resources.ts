/** What a composition is made of. */
export const resources = {
  name: 'Resources',
} as const
