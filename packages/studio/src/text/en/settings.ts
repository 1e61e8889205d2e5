/** The settings screen. */
export const settings = {} as const
