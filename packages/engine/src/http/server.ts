import multipart from '@fastify/multipart'
import { AppError } from '@lemouf/core/error'
import { stringifyJson } from '@lemouf/core/json'
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import type { EngineContext } from './context.ts'
import { refuseForeign } from './guard.ts'
import { infoRoutes } from './info-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { MAX_JSON_BYTES } from './parse.ts'
import { promptRoutes } from './prompt-routes.ts'
import { tooLarge, uploadRoutes } from './upload-routes.ts'
import { viewRoute } from './view-route.ts'

/** The HTTP side: every route answers with and without `/api` before it, as in ComfyUI. */
export async function buildServer(context: EngineContext, warn: (sentence: string, cause?: unknown) => void): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: MAX_JSON_BYTES, forceCloseConnections: true, routerOptions: { maxParamLength: 1000 } })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  await app.register(multipart)
  app.setReplySerializer((payload) => stringifyJson(payload))
  app.addHook('onRequest', (request, _reply, done) => done(refuseForeign(request.headers)))
  app.setErrorHandler((error: FastifyError | AppError, _request, reply) => {
    const failure = toAppError(error)
    if (failure.code === 'internal') warn('A request failed.', error)
    return reply.code(failure.status).send(errorBody(failure))
  })
  app.setNotFoundHandler((request, reply) => {
    const failure = new AppError('route_not_found', `The engine has no ${request.method} ${request.url.split('?', 1)[0]}.`)
    return reply.code(404).send(errorBody(failure))
  })
  for (const prefix of ['', '/api']) {
    await app.register(
      (scope, _options, done) => {
        for (const addRoutes of [promptRoutes, jobRoutes, infoRoutes, viewRoute, uploadRoutes]) addRoutes(scope, context)
        done()
      },
      { prefix },
    )
  }
  return app
}

/** The body of every error that ComfyUI has no shape for. */
export function errorBody({ code, message, details }: AppError): object {
  return { error: { code, message, ...(details === undefined ? {} : { details }) } }
}

function toAppError(error: FastifyError | AppError): AppError {
  if (error instanceof AppError) return error
  if (error.code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge()
  if (error.statusCode === 413) return new AppError('json_too_large', `At most ${MAX_JSON_BYTES / 1024 / 1024} MB are read. Send less at once.`, { cause: error })
  if (error.statusCode !== undefined && error.statusCode < 500) return new AppError('request_invalid', error.message, { cause: error })
  if (error.code === 'ENOSPC') return new AppError('disk_full', 'The disk is full. Free some space; no restart is needed.', { cause: error })
  return new AppError('internal', 'The engine failed at this. Its log says more.', { cause: error })
}
