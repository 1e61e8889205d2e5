import { DEFAULT_JSON_LIMITS, parseJson, stringifyJson } from '@lemouf/core/json'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance } from 'fastify'

/** Bodies and answers as JSON with exact integers; other content types are refused with 415, which also stops plain forms of other sites. */
export function speakJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: DEFAULT_JSON_LIMITS.maxLength }, (_request, text, done) => {
    const parsed = parseJson(String(text))
    if (parsed.ok) done(null, parsed.value)
    else done(parsed.error)
  })
  server.addContentTypeParser('*', (_request, _payload, done) => {
    done(new AppError('unsupported_content_type', 'Send the body as application/json.'))
  })
  server.setReplySerializer((payload) => stringifyJson(payload))
}
