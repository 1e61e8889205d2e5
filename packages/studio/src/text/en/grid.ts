/** The grid and decisions on a selection. */
export const grid = {} as const
