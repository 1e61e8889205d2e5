import multipart from '@fastify/multipart'
import { AppError } from '@lemouf/core/error'
import { loopIdSchema } from '@lemouf/core/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { sendMedia } from '../media/serve.ts'

const MAX_UPLOAD_BYTES = 2 * 1024 ** 3

/**
 * `/lemouf/loop/media_cache`: files that a person adds, kept in the media store. Multipart is what plain forms of other sites can send too,
 * so it is taken only with an `Origin` of ours (checked before) or with the header `x-lemouf-upload`.
 */
export async function serveUploads(server: FastifyInstance, app: App): Promise<void> {
  await server.register(multipart, { limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 8, fieldSize: 1_000 }, throwFileSizeLimit: false })
  for (const prefix of ['', '/api']) {
    server.post(`${prefix}/lemouf/loop/media_cache`, async (request) => ({ ok: true, asset: await receive(request, app) }))
    server.get<{ Params: { loop_id: string; file_id: string } }>(`${prefix}/lemouf/loop/media_cache/:loop_id/:file_id`, async (request, reply) => {
      const row = await app.media.row(request.params.file_id)
      if (row.loopId !== request.params.loop_id) throw new AppError('media_not_found', 'This loop has no such file. Add it again.')
      return sendMedia(request, reply, app.media, row)
    })
  }
}

async function receive(request: FastifyRequest, { media }: App): Promise<object> {
  if (request.headers.origin === undefined && request.headers['x-lemouf-upload'] === undefined) {
    throw new AppError('origin_refused', 'Send the header x-lemouf-upload: 1 with an upload that does not come from the studio itself.')
  }
  let loopId: string | undefined
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      if (part.fieldname === 'loop_id') loopId = loopIdSchema.safeParse(part.value).data
      continue
    }
    if (loopId === undefined) throw new AppError('request_invalid', 'Send the field loop_id before the file, as 1 to 64 letters, digits, - and _.')
    const stored = await media.put(part.file, { filename: part.filename, loopId, maxBytes: MAX_UPLOAD_BYTES, requireMedia: true })
    if (!stored.ok) throw stored.error
    if (part.file.truncated) throw new AppError('upload_too_large', `The file is larger than the ${MAX_UPLOAD_BYTES / 1024 ** 3} GB that are taken. Make it smaller.`)
    const { id, mime, bytes, filename } = stored.value
    const src = `/lemouf/loop/media_cache/${loopId}/${id}`
    return { src, previewSrc: src, mime, size: bytes, filename, loop_id: loopId, cache_id: id }
  }
  throw new AppError('request_invalid', 'There was no file in the upload. Send it as the part "file".')
}
