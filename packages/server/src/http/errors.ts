import { AppError } from '@lemouf/core/error'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import type { ErrorBody } from '@lemouf/core/protocol'

/** Every failure leaves as `{error: {code, message, details?}}` with its status; what was not expected is logged and says so. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | AppError, request, reply) => {
    const known = knownError(error)
    if (known.status >= 500) request.log.error({ err: error }, 'a request failed')
    return sendError(reply, known)
  })
  server.setNotFoundHandler((request, reply) => {
    return sendError(reply, new AppError('route_not_found', `There is nothing at ${request.method} ${request.url.split('?')[0] ?? ''}. The routes are listed at /lemouf/openapi.json.`))
  })
}

function sendError(reply: FastifyReply, { code, message, details, status }: AppError): FastifyReply {
  const body: ErrorBody = { error: { code, message, ...(details === undefined ? {} : { details }) } }
  return reply.status(status).type('application/json; charset=utf-8').send(body)
}

function knownError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new AppError('json_too_large', 'The request is larger than what is read as JSON. Upload large files as media; do other things in smaller parts.', { cause: error })
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new AppError('unsupported_content_type', 'Send the body as application/json.', { cause: error })
  if (error.statusCode !== undefined && error.statusCode < 500) return new AppError('request_invalid', error.message, { cause: error })
  return new AppError('internal', 'Something unexpected went wrong; the log of the server says what. Nothing that was acknowledged is lost.', { cause: error })
}
