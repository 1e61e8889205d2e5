import { AppError } from '@lemouf/core/error'

/** What browsers call it when bytes did not arrive. */
const UNDERWAY = new Set(['AbortError', 'NetworkError', 'TimeoutError'])

/** Whether reading failed because of the bytes themselves, or because there are none: trying again would not help. All else is the way to the server. */
export const isLasting = (error: unknown): boolean => error instanceof AppError || (error instanceof DOMException && !UNDERWAY.has(error.name))
