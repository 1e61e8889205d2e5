/** Lightbox, compare and what differs. */
export const compare = {} as const
