import type { Readable } from 'node:stream'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Piece, Uploads, UploadState } from '../media/uploads.ts'
import { readPart } from './table.ts'

const VERSION = '1.0.0'
const EXTENSIONS = 'creation,expiration,checksum,termination'
const ALGORITHMS = ['sha1', 'sha256'] as const
/** Other programs' word for a body that is a part of a file. */
const PIECE_TYPE = 'application/offset+octet-stream'

const whole = z.string().regex(/^\d{1,15}$/, 'A whole number of bytes is needed').transform(Number)
const createHeaders = z.object({ 'upload-length': whole, 'upload-metadata': z.string().max(4_000).default('') })
const pieceHeaders = z.object({ 'upload-offset': whole, 'upload-checksum': z.string().max(200).optional() })
const idSchema = z.object({ id: z.string() })

/**
 * Resumable uploads into the library under `/lemouf/media/uploads`, by the tus protocol 1.0 (https://tus.io/protocols/resumable-upload): core, creation,
 * expiration, checksum and termination. Metadata: `filename`, and `sha256` in hex to have the whole checked. When the last piece is there,
 * `Lemouf-Media` names the medium. The header `Tus-Resumable` is one that plain forms of other sites cannot send.
 */
export async function serveResumableUploads(server: FastifyInstance, uploads: Uploads): Promise<void> {
  await server.register(async (scope) => {
    scope.addContentTypeParser(PIECE_TYPE, (_request, payload, done) => done(null, payload))
    scope.addHook('onSend', async (_request, reply) => void reply.header('tus-resumable', VERSION))
    for (const prefix of ['', '/api']) routesUnder(scope, `${prefix}/lemouf/media/uploads`, uploads)
  })
}

function routesUnder(scope: FastifyInstance, base: string, uploads: Uploads): void {
  const abilities = { 'tus-version': VERSION, 'tus-extension': EXTENSIONS, 'tus-max-size': uploads.maxBytes, 'tus-checksum-algorithm': ALGORITHMS.join(',') }
  scope.options(base, (_request, reply) => reply.code(204).headers(abilities).send())
  scope.post(base, { preHandler: speaksTus }, async (request, reply) => {
    const headers = readPart(createHeaders, request.headers, 'headers')
    const { filename, sha256 } = metadataOf(headers['upload-metadata'])
    const state = await uploads.create({ filename: filename ?? 'unnamed', bytes: headers['upload-length'], ...(sha256 === undefined ? {} : { sha256 }) })
    return tell(reply.code(201).header('location', `${base}/${state.id}`), state).send()
  })
  scope.head(`${base}/:id`, { preHandler: speaksTus }, async (request, reply) => {
    const state = await uploads.state(readPart(idSchema, request.params, 'address').id)
    return tell(reply.code(200).headers({ 'cache-control': 'no-store', 'upload-length': state.bytes }), state).send()
  })
  scope.patch(`${base}/:id`, { preHandler: speaksTus, bodyLimit: Number.MAX_SAFE_INTEGER }, async (request, reply) => {
    try {
      const state = await uploads.append(readPart(idSchema, request.params, 'address').id, pieceOf(request))
      return await tell(reply.code(204), state).send()
    } finally {
      // What a refused piece still sends is read and forgotten: the answer is heard, and the next request comes behind it.
      request.raw.resume()
    }
  })
  scope.delete(`${base}/:id`, { preHandler: speaksTus }, async (request, reply) => {
    await uploads.remove(readPart(idSchema, request.params, 'address').id)
    return reply.code(204).send()
  })
}

async function speaksTus({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (headers['tus-resumable'] === VERSION) return
  void reply.header('tus-version', VERSION)
  throw new AppError('upload_version_unknown', `Uploads are taken in version ${VERSION} of the tus protocol. Send the header Tus-Resumable: ${VERSION}.`)
}

function tell(reply: FastifyReply, { offset, media, expiresAt }: UploadState): FastifyReply {
  if (media !== null) reply.header('lemouf-media', media)
  return reply.headers({ 'upload-offset': offset, 'upload-expires': new Date(expiresAt).toUTCString() })
}

function pieceOf(request: FastifyRequest): Piece {
  const { 'upload-offset': offset, 'upload-checksum': checksum } = readPart(pieceHeaders, request.headers, 'headers')
  if (request.headers['content-type'] !== PIECE_TYPE) throw new AppError('unsupported_content_type', `Send pieces of an upload as ${PIECE_TYPE}.`)
  const body = request.body as Readable
  return { offset, source: body.iterator({ destroyOnReturn: false }), ...(checksum === undefined ? {} : { checksum: checksumOf(checksum) }) }
}

function checksumOf(header: string): NonNullable<Piece['checksum']> {
  const [name, digest] = header.split(' ')
  const algorithm = ALGORITHMS.find((known) => known === name)
  if (algorithm === undefined || digest === undefined) throw new AppError('request_invalid', `The checksum of a piece is written as its algorithm (${ALGORITHMS.join(', ')}), a space, and the digest in Base64.`)
  return { algorithm, digest: Buffer.from(digest, 'base64') }
}

/** Pairs of a name and a value in Base64, with commas between. Error: `request_invalid`. */
function metadataOf(header: string): { filename?: string | undefined; sha256?: string | undefined } {
  const pairs = new Map(header.split(',').map((pair) => pair.trim().split(' ')).map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]))
  const sha256 = pairs.get('sha256')?.toLowerCase()
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) throw new AppError('request_invalid', 'The metadata sha256 holds 64 hexadecimal digits. Leave it out where it is not known.')
  return { filename: pairs.get('filename') || pairs.get('name'), sha256 }
}
