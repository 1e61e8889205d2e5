import { AppError } from '@lemouf/core/error'
import { createClient, type Client } from '@lemouf/core/protocol'

/** The server that delivered this page. */
export const server: Client = createClient({ base: '', fetch: (address, init) => fetch(address, init) })

/** The sentence for a person. What is not an expected failure is a fault of this page, and also goes to the console. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  console.error(error)
  return 'The server answered something that this page does not understand. Reload the page; if it stays, restart the server.'
}
