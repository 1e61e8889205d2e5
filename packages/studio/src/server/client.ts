import { AppError } from '@lemouf/core/error'
import { createClient, type Client } from '@lemouf/core/protocol'
import { refusalOf } from '../text/refusal.ts'
import { text } from '../text/text.ts'

export interface ServerPlace {
  /** Origin of the server, such as `http://127.0.0.1:8190`; empty in the page that it delivered itself. */
  readonly base: string
  /** Its token, where the page has no cookie of it. */
  readonly token: string | undefined
}

let place: ServerPlace = { base: '', token: undefined }

/** Says where the server is, for everything asked from now on. Without it, it is the one that delivered the page. */
export function reachServerAt(there: ServerPlace): void {
  place = there
}

export const server: Client = clientOf({})

/** As {@link server}, for the last that a page has to say: what is asked goes out also while the page is left. Takes 64 KB at most. */
export const lastWord: Client = clientOf({ keepalive: true })

function clientOf(more: RequestInit): Client {
  return (name, input, call) => {
    const { base, token } = place
    return createClient({ base, ...(token === undefined ? {} : { token }), fetch: (address, init) => fetch(address, { ...init, ...more }) })(name, input, call)
  }
}

/** The whole address of a path on the server, for pictures, films, links and the feed. They cannot send a header, so the token stands in it. */
export function fromServer(path: string): string {
  const { base, token } = place
  if (token === undefined) return base + path
  return `${base}${path}${path.includes('?') ? '&' : '?'}token=${encodeURIComponent(token)}`
}

/** The sentence for a person. What is not an expected failure is a fault of this page, and also goes to the console. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return refusalOf(error)
  console.error(error)
  return text.notUnderstood
}
