import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export interface Access {
  /** Where the server listens, as `--host` names it. */
  readonly host: string
  /** Required of every request when set; needed for any address beyond loopback. */
  readonly token: string | undefined
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])
const COOKIE = 'lemouf_token'

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === '::1'

/**
 * Who may ask. Without a token only names of this machine are served, so that a rebound DNS name is refused;
 * a page of another origin is refused always; with a token it must come as a bearer or in the cookie that `/?token=` sets.
 */
export function guard(server: FastifyInstance, access: Access): void {
  server.addHook('onRequest', async (request, reply) => {
    checkHost(request, access)
    checkOrigin(request)
    if (access.token !== undefined) checkToken(request, reply, access.token)
  })
}

function checkHost(request: FastifyRequest, { host, token }: Access): void {
  if (token !== undefined) return
  const name = hostName(request.headers.host)
  if (name !== undefined && (LOOPBACK.has(name) || name === host)) return
  throw new AppError('host_refused', 'This server answers only to the names of this machine, such as 127.0.0.1 or localhost. Open it by one of them.')
}

function checkOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers
  const crossSite = request.headers['sec-fetch-site'] === 'cross-site'
  const visit = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
  if (crossSite && !visit) throw originRefused()
  if (origin === undefined) return
  const parsed = URL.canParse(origin) ? new URL(origin) : undefined
  if (parsed === undefined || parsed.host !== host) throw originRefused()
}

function checkToken(request: FastifyRequest, reply: FastifyReply, token: string): void {
  const { token: asked } = request.query as { token?: unknown }
  const fromAddress = typeof asked === 'string' ? asked : undefined
  const cookie = cookieOf(request)
  const given = [[bearerOf(request), token], [fromAddress, token], [cookie, encodeURIComponent(token)]] as const
  if (!given.some(([text, right]) => text !== undefined && sameText(text, right))) {
    throw new AppError('token_required', 'This server asks for its token. Open the address that it printed at its start, or send it as a bearer token.')
  }
  if (fromAddress !== undefined) reply.header('set-cookie', `${COOKIE}=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`)
}

function hostName(host: string | undefined): string | undefined {
  return host !== undefined && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined
}

function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
}

function cookieOf(request: FastifyRequest): string | undefined {
  const pair = (request.headers.cookie ?? '').split(/;\s*/).find((entry) => entry.startsWith(`${COOKIE}=`))
  return pair?.slice(COOKIE.length + 1)
}

/** Compares without telling by its time where the texts differ. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

function originRefused(): AppError {
  return new AppError('origin_refused', 'This request comes from a page of another site. Use the studio at the address of this server.')
}
