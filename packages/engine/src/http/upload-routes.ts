import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '@lemouf/core/error'
import { parseJson } from '@lemouf/core/json'
import { unwrap } from '@lemouf/core/result'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import sharp from 'sharp'
import { z } from 'zod'
import { FOLDER_TYPES, within, type Folders } from '../files/folders.ts'
import { storeUpload, type Uploaded } from '../files/upload-store.ts'
import type { EngineContext } from './context.ts'
import { MAX_UPLOAD_BYTES } from './features.ts'
import { expectShape } from './parse.ts'

const UploadFields = z.object({
  type: z.enum(FOLDER_TYPES).default('input'),
  subfolder: z.string().default(''),
  overwrite: z.string().default('').transform((text) => text === 'true' || text === '1'),
  original_ref: z.string().optional(),
})
type UploadFields = z.output<typeof UploadFields>
const OriginalRef = z.object({ filename: z.string().min(1), type: z.enum(FOLDER_TYPES).default('output'), subfolder: z.string().default('') })

/** Room for the other fields of the form. */
const FORM_BYTES = 1024 * 1024

/** A received form: its fields, and the file `image` in a temporary place. */
interface Received {
  readonly fields: UploadFields
  readonly filename: string
  readonly path: string
}

/** `/upload/image` takes any file into one of the folders; `/upload/mask` takes a picture whose alpha becomes that of another one. */
export function uploadRoutes(app: FastifyInstance, { files: { folders } }: EngineContext): void {
  app.post('/upload/image', (request) =>
    withUpload(request, folders, (received) => storeUpload(folders, { ...received.fields, filename: received.filename }, received.path)),
  )
  app.post('/upload/mask', (request) =>
    withUpload(request, folders, async (received) => {
      const masked = `${received.path}.png`
      await putAlpha(originalPath(folders, received.fields), received.path, masked)
      return storeUpload(folders, { ...received.fields, filename: received.filename }, masked)
    }),
  )
}

/** Receives the form, hands it to `use`, and leaves nothing behind. Errors: `upload_too_large`, `request_invalid`. */
async function withUpload(request: FastifyRequest, folders: Folders, use: (received: Received) => Promise<Uploaded>): Promise<Uploaded> {
  if (!request.isMultipart()) throw new AppError('request_invalid', 'Send the file as multipart/form-data, in a field named image.')
  // The form around the file is small; what cannot fit is refused before it is sent.
  if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES + FORM_BYTES) throw tooLarge()
  const folder = join(folders.temp, '.uploads', randomUUID())
  await mkdir(folder, { recursive: true })
  try {
    return await use(await receive(request, folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function receive(request: FastifyRequest, folder: string): Promise<Received> {
  const fields: Record<string, unknown> = {}
  let filename: string | undefined
  const path = join(folder, 'upload')
  for await (const part of request.parts({ limits: { fileSize: MAX_UPLOAD_BYTES } })) {
    if (part.type === 'field') fields[part.fieldname] = part.value
    else if (part.fieldname === 'image' && filename === undefined) {
      filename = part.filename
      await save(part.file, path)
    } else part.file.resume()
  }
  if (filename === undefined || filename === '') throw new AppError('request_invalid', 'The form has no file in its field image, or the file has no name.')
  return { fields: expectShape(UploadFields, fields), filename, path }
}

/** A file beyond the limit is refused there and then; its rest is not read for nothing. */
async function save(file: Readable, path: string): Promise<void> {
  file.once('limit', () => file.destroy(tooLarge()))
  await pipeline(file, createWriteStream(path))
}

/** The failure of an upload beyond the limit. */
export const tooLarge = (): AppError =>
  new AppError('upload_too_large', `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB. Make it smaller first.`)

function originalPath(folders: Folders, fields: UploadFields): string {
  const ref = expectShape(OriginalRef, unwrap(parseJson(fields.original_ref ?? '')))
  const path = within(folders[ref.type], ref.subfolder, ref.filename)
  if (path === undefined) throw new AppError('path_refused', `The original leaves the ${ref.type} folder.`)
  return path
}

/** Writes the picture `original` with the alpha of `mask` to `target` as PNG; the text it carries (the workflow) stays. */
async function putAlpha(original: string, mask: string, target: string): Promise<void> {
  try {
    const opaque = await sharp(original).toColourspace('srgb').removeAlpha().keepMetadata().png().toBuffer()
    const { width, height } = await sharp(opaque).metadata()
    const { data, info } = await sharp(mask).ensureAlpha().extractChannel(3).raw().toBuffer({ resolveWithObject: true })
    if (info.width !== width || info.height !== height) {
      throw new AppError('request_invalid', `The mask has ${info.width}x${info.height} pixels and its original ${width}x${height}. Draw it on the original.`)
    }
    await sharp(opaque).joinChannel(data, { raw: { width, height, channels: 1 } }).keepMetadata().png().toFile(target)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('media_unsupported', 'The original or the mask is missing or is not a picture that can be read.', { cause })
  }
}
