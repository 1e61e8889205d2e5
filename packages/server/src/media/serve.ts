import { open, type FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { hasCode } from '../store/durable.ts'
import type { MediaRow } from '../store/schema.ts'
import { parseByteRange, type ByteRange } from './byte-range.ts'
import { fileLost, type MediaStore } from './media-store.ts'
import { thumbWidth } from './thumbs.ts'

const paramsSchema = z.object({ id: z.string() })
const querySchema = z.object({ w: z.coerce.number().int().positive().default(384) })

/** A file that never changes, and how it is to be shown. */
interface Sent {
  readonly path: string
  /** Without quotes. */
  readonly etag: string
  readonly mime: string
  readonly disposition: string
  /** Only these bytes of the file, as if they were all. */
  readonly part?: { readonly first: number; readonly size: number }
}

/**
 * Serves media under their opaque ids: `GET /lemouf/media/:id`, `GET /lemouf/media/:id/thumb?w=pixels`, with HEAD, ranges and ETags.
 * Throws AppError (`media_not_found`, `media_unsupported`, `request_invalid`) for the app's error handler.
 */
export function registerMedia(app: FastifyInstance, media: MediaStore): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/lemouf/media/:id',
    handler: async (request, reply) => {
      return sendMedia(request, reply, media, await media.row(paramsSchema.parse(request.params).id))
    },
  })
  app.route({
    method: ['GET', 'HEAD'],
    url: '/lemouf/media/:id/thumb',
    handler: async (request, reply) => {
      const { id, hash } = await media.row(paramsSchema.parse(request.params).id)
      const width = thumbWidth(askedWidth(request.query))
      return send(request, reply, { path: await media.thumb(id, width), etag: `${hash}-${width}`, mime: 'image/webp', disposition: 'inline' })
    },
  })
}

/** Answers with the bytes of a medium: what a browser can show inline, anything else as a file to keep. */
export async function sendMedia(request: FastifyRequest, reply: FastifyReply, media: MediaStore, row: MediaRow): Promise<Readable | null> {
  const { id, hash, kind, mime, filename } = row
  const disposition = dispositionOf(kind === 'file' ? 'attachment' : 'inline', filename)
  return send(request, reply, { path: await media.path(id), etag: hash, mime, disposition })
}

function askedWidth(query: unknown): number {
  const parsed = querySchema.safeParse(query)
  if (parsed.success) return parsed.data.w
  throw new AppError('request_invalid', 'The width w of a thumbnail is a positive whole number of pixels, such as w=384.')
}

/** Sets the head of the answer and gives its body, or null for none. */
export async function send(request: FastifyRequest, reply: FastifyReply, sent: Sent): Promise<Readable | null> {
  const etag = `"${sent.etag}"`
  void reply.headers({
    etag,
    'cache-control': 'private, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'content-disposition': sent.disposition,
    // A browser must neither guess another type nor run what is in the file.
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  if (namesTag(request.headers['if-none-match'], etag)) {
    void reply.code(304)
    return null
  }
  const file = await openFile(sent.path)
  const { first, size } = sent.part ?? { first: 0, size: (await file.stat()).size }
  const span = spanOf(request, reply.type(sent.mime), etag, size)
  if (span !== null && request.method === 'GET') return file.createReadStream({ start: first + span.first, end: first + span.last })
  await file.close()
  return null
}

/** Decides which bytes are sent, and says so in the head of the answer; null: none. */
function spanOf(request: FastifyRequest, reply: FastifyReply, etag: string, size: number): ByteRange | null {
  const range = parseByteRange(isFresh(request.headers['if-range'], etag) ? request.headers.range : undefined, size)
  if (range === 'unsatisfiable') {
    void reply.code(416).removeHeader('cache-control').header('content-range', `bytes */${size}`)
    return null
  }
  const span = range === 'whole' ? { first: 0, last: size - 1 } : range
  if (range !== 'whole') void reply.code(206).header('content-range', `bytes ${span.first}-${span.last}/${size}`)
  void reply.header('content-length', span.last - span.first + 1)
  return size === 0 ? null : span
}

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path)
  } catch (cause) {
    throw hasCode(cause, 'ENOENT') ? fileLost(cause) : cause
  }
}

const namesTag = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

/** A range of a file that the client has part of: only of the same bytes. Dates are not compared; there are none here. */
const isFresh = (ifRange: string | string[] | undefined, etag: string): boolean => ifRange === undefined || ifRange === etag

/** RFC 6266, with the name in ASCII for old clients and in full after RFC 8187. */
function dispositionOf(type: 'inline' | 'attachment', filename: string): string {
  const plain = filename.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(filename.toWellFormed()).replaceAll(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${type}; filename="${plain}"; filename*=UTF-8''${full}`
}
