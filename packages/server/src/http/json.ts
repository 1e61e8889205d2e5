import { DEFAULT_JSON_LIMITS, parseJson, stringifyJson } from '@lemouf/core/json'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance } from 'fastify'

/** No character takes more bytes: what is longer than it may be is read all the same, so that the refusal is heard. */
const BYTES_PER_CHARACTER = 3

/** Options of a route whose body may have this many characters; the usual limit unless said. */
export const bodyOf = (limit: number = DEFAULT_JSON_LIMITS.maxLength): { readonly bodyLimit: number; readonly config: { readonly limit: number } } => ({ bodyLimit: limit * BYTES_PER_CHARACTER, config: { limit } })

declare module 'fastify' {
  interface FastifyContextConfig {
    /** UTF-16 code units that the body may have. */
    readonly limit?: number
  }
}

/** Bodies and answers as JSON with exact integers; other content types are refused with 415, which also stops plain forms of other sites. */
export function speakJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: bodyOf().bodyLimit }, ({ routeOptions }, text, done) => {
    const { maxDepth, maxLength } = DEFAULT_JSON_LIMITS
    const parsed = parseJson(String(text), { maxDepth, maxLength: routeOptions.config.limit ?? maxLength })
    if (parsed.ok) done(null, parsed.value)
    else done(parsed.error)
  })
  server.addContentTypeParser('*', (_request, _payload, done) => {
    done(new AppError('unsupported_content_type', 'Send the body as application/json.'))
  })
  server.setReplySerializer((payload) => stringifyJson(payload))
}
