import { Readable } from 'node:stream'
import { compositionIdSchema, type RouteOutput } from '@lemouf/core/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App } from '../app.ts'
import { bundleOf, openBundle } from '../compositions/bundle.ts'
import { fileOf, projectOfFile } from '../compositions/file.ts'
import { newCompositionId } from './composition-handlers.ts'
import { readPart } from './table.ts'

const params = z.object({ composition_id: compositionIdSchema })
const query = z.object({ media: z.enum(['0', '1']).default('0') })
/** One that plain forms of other sites cannot send. */
const ARCHIVE = 'application/x-tar'

/**
 * Compositions as files. `GET /lemouf/composition/:composition_id/file`: the document as JSON, which `importComposition` opens; with
 * `?media=1` an archive (tar) with the bytes of its media. `POST /lemouf/composition/import/archive` opens such an archive.
 * Errors: `composition_not_found`, `project_malformed`.
 */
export async function serveCompositionFiles(server: FastifyInstance, app: App): Promise<void> {
  await server.register(async (scope) => {
    scope.addContentTypeParser(ARCHIVE, (_request, payload, done) => done(null, payload))
    for (const prefix of ['', '/api']) {
      scope.get(`${prefix}/lemouf/composition/:composition_id/file`, (request, reply) => sendFile(app, request, reply))
      scope.post(`${prefix}/lemouf/composition/import/archive`, { bodyLimit: Number.MAX_SAFE_INTEGER }, (request) => openArchive(app, request))
    }
  })
}

async function sendFile({ compositions, store, media }: App, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { composition_id } = readPart(params, request.params, 'address')
  const isWithMedia = readPart(query, request.query, 'query').media === '1'
  const { project } = await compositions.state(composition_id)
  const extension = isWithMedia ? 'lemouf.tar' : 'lemouf.json'
  const name = `${project.name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').trim() || 'composition'}.${extension}`
  reply.headers({
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-disposition': `attachment; filename="composition.${extension}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
  const file = await fileOf(store, project)
  if (!isWithMedia) return reply.type('application/json; charset=utf-8').send(file)
  const { size, content } = await bundleOf({ store, media }, file)
  return reply.type(ARCHIVE).header('content-length', size).send(Readable.from(content, { objectMode: false }))
}

async function openArchive({ compositions, store, media, maxUploadBytes }: App, request: FastifyRequest): Promise<RouteOutput<'importComposition'>> {
  try {
    const { 'x-lemouf-actor': by } = readPart(z.object({ 'x-lemouf-actor': z.string().trim().min(1).max(64).catch('person') }), request.headers, 'headers')
    const bundle = await openBundle({ store, media }, bodyOf(request), maxUploadBytes)
    const { project, notes } = await projectOfFile(store, bundle.file)
    const { summary } = await compositions.create({ ...project, id: newCompositionId() }, null, by)
    return { composition: summary, notes: [...bundle.notes, ...notes] }
  } finally {
    // What a refused archive still sends is read and forgotten: the answer is heard, and the next request comes behind it.
    request.raw.resume()
  }
}

function bodyOf({ body }: FastifyRequest): AsyncIterable<Uint8Array> {
  if (body instanceof Readable) return body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  return Readable.from([])
}
