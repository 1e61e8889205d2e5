import multipart from '@fastify/multipart'
import { AppError } from '@lemouf/core/error'
import { loopIdSchema } from '@lemouf/core/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import { sendMedia } from '../media/serve.ts'

/**
 * `/lemouf/loop/media_cache`: files that a person adds, kept in the media store. Multipart is what plain forms of other sites can send too,
 * so it is taken only with an `Origin` of ours (checked before) or with the header `x-lemouf-upload`.
 */
export async function serveUploads(server: FastifyInstance, app: App): Promise<void> {
  // One byte more than is taken, so that the media store sees what is too large, and keeps nothing of it.
  await server.register(multipart, { limits: { fileSize: app.maxUploadBytes + 1, files: 1, fields: 8, fieldSize: 1_000 }, throwFileSizeLimit: false })
  for (const prefix of ['', '/api']) {
    server.post(`${prefix}/lemouf/loop/media_cache`, async (request) => {
      try {
        return { ok: true, asset: await receive(request, app) }
      } finally {
        drain(request)
      }
    })
    server.get<{ Params: { loop_id: string; file_id: string } }>(`${prefix}/lemouf/loop/media_cache/:loop_id/:file_id`, async (request, reply) => {
      const row = await app.media.row(request.params.file_id)
      if (row.loopId !== request.params.loop_id) throw new AppError('media_not_found', 'This loop has no such file. Add it again.')
      return sendMedia(request, reply, app.media, row)
    })
  }
}

/** Reads what a refused upload still sends, and forgets it: the next request of its connection comes behind that. */
function drain({ raw }: FastifyRequest): void {
  raw.unpipe()
  raw.resume()
}

async function receive(request: FastifyRequest, { media, maxUploadBytes }: App): Promise<object> {
  if (request.headers.origin === undefined && request.headers['x-lemouf-upload'] === undefined) {
    throw new AppError('origin_refused', 'Send the header x-lemouf-upload: 1 with an upload that does not come from the studio itself.')
  }
  let loopId: string | undefined
  for await (const part of wholeForm(request.parts())) {
    if (part.type === 'field') {
      if (part.fieldname === 'loop_id') loopId = loopIdSchema.safeParse(part.value).data
      continue
    }
    if (loopId === undefined) throw new AppError('request_invalid', 'Send the field loop_id before the file, as 1 to 64 letters, digits, - and _.')
    const stored = await media.put(wholeForm(part.file), { filename: part.filename, loopId, maxBytes: maxUploadBytes, requireMedia: true })
    if (!stored.ok) throw stored.error
    const { id, mime, bytes, filename } = stored.value
    const src = `/lemouf/loop/media_cache/${loopId}/${id}`
    return { src, previewSrc: src, mime, size: bytes, filename, loop_id: loopId, cache_id: id }
  }
  throw new AppError('request_invalid', 'There was no file in the upload. Send it as the part "file".')
}

/** The pieces of a form. Error: `request_invalid` when it ends before its end, or is none. */
async function* wholeForm<T>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pieces
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('request_invalid', `The upload cannot be read (${reason}). Send it again, whole, as multipart/form-data.`, { cause })
  }
}
