/** The servers screen. */
export const servers = {} as const
