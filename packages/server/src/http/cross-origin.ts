import { AppError } from '@lemouf/core/error'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** What a page of another origin may send. `last-event-id` comes with a live feed that comes back. */
const HEADERS = ['authorization', 'content-type', 'idempotency-key', 'last-event-id', 'range', 'tus-resumable', 'upload-checksum', 'upload-length', 'upload-metadata', 'upload-offset', 'x-lemouf-actor', 'x-lemouf-upload']
const EXPOSED = ['accept-ranges', 'content-disposition', 'content-length', 'content-range', 'etag', 'lemouf-media', 'location', 'tus-resumable', 'upload-expires', 'upload-length', 'upload-offset']
const PREFLIGHT_AGE_S = 600

/**
 * The origin of the page that asks, when it is one of the given guests; undefined for our own pages and for programs.
 * A request of any other page is refused. Error: `origin_refused`.
 */
export function guestOf(request: FastifyRequest, guests: readonly string[]): string | undefined {
  const { origin, host } = request.headers
  if (origin !== undefined && guests.includes(origin)) return origin
  const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
  const visit = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
  if (crossSite && !visit) throw originRefused()
  if (origin === undefined) return undefined
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined
  if (parsed === undefined || parsed.host !== host) throw originRefused()
  return undefined
}

/** Lets the guest read the answer. On the raw answer, because the live feed writes there itself. */
export function admitGuest(reply: FastifyReply, guest: string): void {
  reply.raw.setHeader('access-control-allow-origin', guest)
  reply.raw.setHeader('access-control-expose-headers', EXPOSED.join(', '))
}

/** Whether a browser asks beforehand what a page may send. Such a question carries no token. */
export function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined
}

/** Answers a browser's question beforehand, also that about reaching from the internet into this network. */
export function answerPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.headers['access-control-request-private-network'] === 'true') reply.header('access-control-allow-private-network', 'true')
  return reply
    .headers({ 'access-control-allow-methods': 'GET, HEAD, POST, PATCH, DELETE', 'access-control-allow-headers': HEADERS.join(', '), 'access-control-max-age': PREFLIGHT_AGE_S })
    .code(204)
    .send()
}

function originRefused(): AppError {
  return new AppError('origin_refused', 'This request comes from a page of another site. Use the studio at the address of this server, or a ComfyUI that this server was given.')
}
