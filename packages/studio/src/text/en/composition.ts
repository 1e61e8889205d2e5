/** The composition studio: a composition as a document. */
export const composition = {
  name: 'Composition',
  all: 'Compositions',
} as const
