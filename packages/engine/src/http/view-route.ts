import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import sharp from 'sharp'
import { z } from 'zod'
import { isFolderType, parseAnnotated, within } from '../files/folders.ts'
import { systemCode } from '../files/placing.ts'
import type { EngineContext } from './context.ts'
import { fileHeaders } from './media-types.ts'
import { expectShape } from './parse.ts'

const ViewQuery = z.object({
  filename: z.string().min(1),
  type: z.string().default('output'),
  subfolder: z.string().default(''),
  preview: z.string().optional(),
  channel: z.string().default('rgba'),
})
type ViewQuery = z.output<typeof ViewQuery>

/** `/view`: a file of the engine's folders, whole or in part, as a smaller preview, or as one of its channels. */
export function viewRoute(app: FastifyInstance, { files }: EngineContext): void {
  app.get('/view', async (request, reply) => {
    const query = expectShape(ViewQuery, request.query)
    const path = locate(query, files.folders)
    const found = await stat(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
      throw error
    })
    if (found?.isFile() !== true) throw new AppError('media_not_found', `There is no file "${query.filename}" in the ${query.type} folder.`)
    const filename = basename(path)
    if (query.preview !== undefined) return sendPreview(reply, path, filename, query.preview, query.channel)
    if (query.channel === 'rgb' || query.channel === 'a') {
      const bytes = await readImage(() => (query.channel === 'rgb' ? sharp(path).toColourspace('srgb').removeAlpha().png().toBuffer() : alphaOnly(path)))
      return reply.headers(fileHeaders(filename, 'image/png')).send(bytes)
    }
    return sendFile(request, reply, path, filename, found)
  })
}

function locate(query: ViewQuery, folders: EngineContext['files']['folders']): string {
  const { name, type = query.type } = parseAnnotated(query.filename)
  if (!isFolderType(type) || name === '' || name.startsWith('/') || name.includes('..')) {
    throw new AppError('request_invalid', 'This is no file of the engine. Give a plain filename and the type input, output or temp.')
  }
  const folder = within(folders[type], query.subfolder)
  const path = folder === undefined ? undefined : within(folder, basename(name))
  if (path === undefined || folder === undefined || dirname(path) !== folder) {
    throw new AppError('path_refused', `The subfolder leaves the ${type} folder. Use one inside it.`)
  }
  return path
}

/** `preview` is `webp;90`: format and quality; anything but jpeg becomes webp. */
async function sendPreview(reply: FastifyReply, path: string, filename: string, preview: string, channel: string): Promise<FastifyReply> {
  const parts = preview.split(';')
  const last = parts.at(-1) ?? ''
  const quality = /^\d{1,3}$/.test(last) ? Math.min(100, Math.max(1, Number(last))) : 90
  const jpeg = parts[0] === 'jpeg' && !channel.includes('a')
  const bytes = await readImage(() => {
    const image = sharp(path).toColourspace('srgb')
    if (jpeg) return image.removeAlpha().jpeg({ quality }).toBuffer()
    return (channel === 'rgb' ? image.removeAlpha() : image).webp({ quality }).toBuffer()
  })
  return reply.headers(fileHeaders(filename, jpeg ? 'image/jpeg' : 'image/webp')).send(bytes)
}

/** Black where the picture is, with its opacity as alpha: ComfyUI's mask editor reads it so. */
async function alphaOnly(path: string): Promise<Buffer> {
  const { data, info } = await sharp(path).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true })
  const { width, height } = info
  const black = sharp({ create: { width, height, channels: 3, background: 'black' } })
  return black.joinChannel(data, { raw: { width, height, channels: 1 } }).png().toBuffer()
}

async function readImage(work: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await work()
  } catch (cause) {
    throw new AppError('media_unsupported', 'This file is not a picture that can be read. Ask for it without preview and channel.', { cause })
  }
}

/** The file, or the one range asked for, which players need to seek. */
function sendFile(request: FastifyRequest, reply: FastifyReply, path: string, filename: string, found: { size: number; mtimeMs: number }): FastifyReply {
  const etag = `"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`
  reply.headers({ ...fileHeaders(filename), etag, 'accept-ranges': 'bytes', 'last-modified': new Date(found.mtimeMs).toUTCString() })
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const range = readRange(request.headers.range, found.size)
  if (range === undefined) return reply.header('content-length', found.size).send(createReadStream(path))
  if (range.start >= found.size) return reply.code(416).header('content-range', `bytes */${found.size}`).send()
  reply.code(206).headers({ 'content-range': `bytes ${range.start}-${range.end}/${found.size}`, 'content-length': range.end - range.start + 1 })
  return reply.send(createReadStream(path, range))
}

/** A single range of RFC 9110, its end included; undefined for none or for one that is not understood, which means the whole file. */
function readRange(header: string | undefined, size: number): { start: number; end: number } | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return undefined
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size - 1 }
  const end = last === '' ? size - 1 : Math.min(size - 1, Number(last))
  return Number(first) > Number(last === '' ? Infinity : last) ? undefined : { start: Number(first), end }
}
