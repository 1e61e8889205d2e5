import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { loopIdSchema } from '@lemouf/core/protocol'
import type { FastifyInstance } from 'fastify'
import { hasCode } from '../store/durable.ts'
import { exportFolder } from './export.ts'

/** What {@link exportApproved} calls its files; no other name reaches the disk. */
const EXPORTED = /^(cycle_\d+_r\d+_i\d+_\d+_\d+\.[a-zA-Z0-9]+|manifest_\d+\.json)$/

/** `GET /lemouf/loop/:loop_id/export/:file`: an exported file, for clients that do not see the data folder. Error: `media_not_found`. */
export function serveExports(server: FastifyInstance, dataDir: string): void {
  for (const prefix of ['', '/api']) {
    server.get<{ Params: { loop_id: string; file: string } }>(`${prefix}/lemouf/loop/:loop_id/export/:file`, async (request, reply) => {
      const { loop_id, file } = request.params
      if (!loopIdSchema.safeParse(loop_id).success || !EXPORTED.test(file)) throw notExported()
      const handle = await open(join(dataDir, exportFolder(loop_id), file)).catch((cause: unknown) => {
        throw hasCode(cause, 'ENOENT') ? notExported() : cause
      })
      return reply
        .headers({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${file}"` })
        .type('application/octet-stream')
        .send(handle.createReadStream())
    })
  }
}

function notExported(): AppError {
  return new AppError('media_not_found', 'There is no such exported file. Export the loop, and ask for the files that the answer names.')
}
