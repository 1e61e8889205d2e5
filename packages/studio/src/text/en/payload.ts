/** The payload screen. */
export const payload = {} as const
