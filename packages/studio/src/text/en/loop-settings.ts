/** The settings of a running loop. */
export const loopSettings = {} as const
