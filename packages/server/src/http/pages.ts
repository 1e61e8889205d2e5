import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Where the built studio stands. */
export const STUDIO_DIST = fileURLToPath(new URL('../../../studio/dist', import.meta.url))

const CSP = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** The studio's page at `/`. A server without a built studio says how to build it. */
export async function servePages(server: FastifyInstance): Promise<void> {
  if (!existsSync(STUDIO_DIST)) {
    server.get('/', (_request, reply) => reply.type('text/plain').send('The studio is not built yet. Build it with: npm run build\n'))
    return
  }
  await server.register(fastifyStatic, {
    root: STUDIO_DIST,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // Vite names these by their content.
      const hashed = path.includes('/assets/') || path.includes('\\assets\\')
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      void reply.header('content-security-policy', CSP)
      void reply.header('x-content-type-options', 'nosniff')
      void reply.header('referrer-policy', 'no-referrer')
    },
  })
}
