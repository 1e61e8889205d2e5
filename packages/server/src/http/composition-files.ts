import { compositionIdSchema } from '@lemouf/core/protocol'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import type { App } from '../app.ts'
import { fileOf, mediaInsideNotYet } from '../compositions/file.ts'
import { readPart } from './table.ts'

const params = z.object({ composition_id: compositionIdSchema })
const query = z.object({ media: z.enum(['0', '1']).default('0') })

/** `GET /lemouf/composition/:composition_id/file`: a composition as a file to be kept or opened elsewhere. Error: `composition_not_found`. */
export function serveCompositionFiles(server: FastifyInstance, { compositions, store }: App): void {
  for (const prefix of ['', '/api']) {
    server.get(`${prefix}/lemouf/composition/:composition_id/file`, async (request, reply) => {
      const { composition_id } = readPart(params, request.params, 'address')
      if (readPart(query, request.query, 'query').media === '1') throw mediaInsideNotYet()
      const { project } = await compositions.state(composition_id)
      const name = `${project.name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').trim() || 'composition'}.lemouf.json`
      return reply
        .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': `attachment; filename="composition.lemouf.json"; filename*=UTF-8''${encodeURIComponent(name)}` })
        .type('application/json; charset=utf-8')
        .send(await fileOf(store, project))
    })
  }
}
