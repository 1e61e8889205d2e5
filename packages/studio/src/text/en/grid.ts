/** The grid and decisions on a selection. */
export const grid = {
  refused: (refused: number, asked: number, why: string) => `${refused} of ${asked} were refused and are selected now. ${why}`,
  nothingWaits: 'Nothing waits for a decision.',
  alreadySo: 'It is already so for everything selected.',
} as const
