import { open } from 'node:fs/promises'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply } from 'fastify'
import * as z from 'zod'
import type { MediaDesk } from '../media/media-desk.ts'
import { levelsOf } from '../media/peak-pyramid.ts'
import { send } from '../media/serve.ts'
import { readPart } from './table.ts'

const idSchema = z.object({ id: z.string() })
const whole = z.coerce.number().int().min(0).max(1_000_000)
const sheetSchema = idSchema.extend({ level: whole, sheet: whole })
const sheetQuery = z.object({
  height: z.coerce.number().pipe(z.union([z.literal(64), z.literal(128)])).default(64),
  draft: z.enum(['0', '1']).default('0'),
})
const peaksQuery = z.object({ level: whole.optional() })

/** Serves what is made of media as files: sheets of filmstrips, peaks, and proxies. Who goes away is waited for no longer. */
export function serveMediaFiles(server: FastifyInstance, desk: MediaDesk): void {
  for (const prefix of ['', '/api']) {
    server.route({
      method: ['GET', 'HEAD'],
      url: `${prefix}/lemouf/media/:id/filmstrip/:level/:sheet`,
      handler: async (request, reply) => {
        const { id, ...place } = readPart(sheetSchema, request.params, 'address')
        const { height, draft } = readPart(sheetQuery, request.query, 'query')
        const { path, hash } = await desk.sheet(id, { ...place, height, draft: draft === '1' }, goneSignal(reply))
        return send(request, reply, { path, etag: `${hash}-${place.level}-${place.sheet}-${height}-${draft}`, mime: 'image/webp', disposition: 'inline' })
      },
    })
    server.route({
      method: ['GET', 'HEAD'],
      url: `${prefix}/lemouf/media/:id/proxy`,
      handler: async (request, reply) => {
        const { path, hash } = await desk.proxy(readPart(idSchema, request.params, 'address').id)
        return send(request, reply, { path, etag: `${hash}-proxy`, mime: 'video/mp4', disposition: 'inline' })
      },
    })
    server.route({
      method: ['GET', 'HEAD'],
      url: `${prefix}/lemouf/media/:id/peaks`,
      handler: async (request, reply) => {
        const { id } = readPart(idSchema, request.params, 'address')
        const { level } = readPart(peaksQuery, request.query, 'query')
        const { path, hash } = await desk.peaks(id, goneSignal(reply))
        const shown = { path, etag: `${hash}-peaks-${level ?? 'all'}`, mime: 'application/octet-stream', disposition: 'inline' }
        return send(request, reply, level === undefined ? shown : { ...shown, part: await partOf(path, level) })
      },
    })
  }
}

/** Where a level lies in a file of peaks. Error: `request_invalid`. */
async function partOf(path: string, level: number): Promise<{ first: number; size: number }> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(1024), { position: 0 })
    const levels = levelsOf(buffer)
    const place = levels[level]
    if (place === undefined) throw new AppError('request_invalid', `These peaks have the levels 0 to ${levels.length - 1}. Ask for one of them.`)
    return { first: place.offset, size: place.length }
  } finally {
    await file.close()
  }
}

/** Aborts when the one who asked has gone before the answer was complete. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new AppError('request_abandoned', 'Who asked went away before it was made. Ask again.'))
  })
  return gone.signal
}
