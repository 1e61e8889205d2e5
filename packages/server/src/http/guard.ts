import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { admitGuest, answerPreflight, guestOf, isPreflight } from './cross-origin.ts'
import { LOOPBACK } from './origins.ts'

export interface Access {
  /** Where the server listens, as `--host` names it. */
  readonly host: string
  /** Required of every request when set; needed for any address beyond loopback. */
  readonly token: string | undefined
}

const COOKIE = 'lemouf_token'

export const isLoopback = (host: string): boolean => LOOPBACK.includes(host) || host === '::1'

/**
 * Who may ask. Without a token only names of this machine are served, so that a rebound DNS name is refused;
 * a page of another origin is refused, but for those of `allowedOrigins` at the moment of asking;
 * with a token it must come as a bearer, in the address, or in the cookie that `/?token=` sets.
 */
export function guard(server: FastifyInstance, access: Access, allowedOrigins: () => readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    checkHost(request, access)
    // Also for our own pages: a browser keeps media, and may show them in a page of either kind.
    reply.raw.setHeader('vary', 'Origin')
    const guest = guestOf(request, allowedOrigins())
    if (guest !== undefined) admitGuest(reply, guest)
    if (guest !== undefined && isPreflight(request)) return answerPreflight(request, reply)
    if (access.token !== undefined) checkToken(request, reply, { token: access.token, remember: guest === undefined })
  })
}

function checkHost(request: FastifyRequest, { host, token }: Access): void {
  if (token !== undefined) return
  const name = hostName(request.headers.host)
  if (name !== undefined && (LOOPBACK.includes(name) || name === host)) return
  throw new AppError('host_refused', 'This server answers only to the names of this machine, such as 127.0.0.1 or localhost. Open it by one of them.')
}

/** A page of another origin names the token in every address; only our own gets a cookie. */
function checkToken(request: FastifyRequest, reply: FastifyReply, { token, remember }: { token: string; remember: boolean }): void {
  const { token: asked } = request.query as { token?: unknown }
  const fromAddress = typeof asked === 'string' ? asked : undefined
  const cookie = cookieOf(request)
  const given = [[bearerOf(request), token], [fromAddress, token], [cookie, encodeURIComponent(token)]] as const
  if (!given.some(([text, right]) => text !== undefined && sameText(text, right))) {
    throw new AppError('token_required', 'This server asks for its token. Open the address that it printed at its start, or send it as a bearer token.')
  }
  if (fromAddress !== undefined && remember) reply.header('set-cookie', `${COOKIE}=${encodeURIComponent(token)}; HttpOnly; SameSite=Strict; Path=/`)
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
