import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { routes, type RouteName, type RouteOutput } from '@lemouf/core/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { CommandMeta } from '../loops/loops.ts'
import { bodyOf } from './json.ts'

type Routes = typeof routes
/** A request, parsed: what its route takes, and who asks. */
export interface Call<N extends RouteName> {
  readonly params: z.output<Routes[N]['params']>
  readonly query: z.output<Routes[N]['query']>
  readonly body: z.output<Routes[N]['body']>
  readonly meta: CommandMeta
  /** The client's `Idempotency-Key`, when it sent one. */
  readonly key: string | undefined
}
export type Handlers = { readonly [N in RouteName]: (call: Call<N>) => Promise<RouteOutput<N>> | RouteOutput<N> }

const headers = z.object({
  'x-lemouf-actor': z.string().trim().min(1).max(64).catch('person'),
  'idempotency-key': z.string().min(1).max(200).optional(),
})

/** Serves every route of the protocol's table with its handler, also under `/api`. */
export function serveRoutes(server: FastifyInstance, handlers: Handlers): void {
  for (const name of Object.keys(routes) as RouteName[]) serve(server, name, handlers)
}

function serve(server: FastifyInstance, name: RouteName, handlers: Handlers): void {
  const route = routes[name]
  // The table pairs every route with a handler of its own call; which one it is here, the name says.
  const handler = handlers[name] as (call: unknown) => unknown
  for (const url of [route.path, `/api${route.path}`]) {
    server.route({ method: route.method, url, ...bodyOf(limitOf(route)), handler: (request) => handler(callOf(name, request)) })
  }
}

const limitOf = (route: { readonly limit?: number }): number | undefined => route.limit

function callOf(name: RouteName, request: FastifyRequest): object {
  const route = routes[name]
  const { 'x-lemouf-actor': by, 'idempotency-key': key } = readPart(headers, request.headers, 'headers')
  return {
    params: readPart(route.params, request.params, 'address'),
    query: readPart(route.query, request.query, 'query'),
    body: readPart(route.body, request.body, 'body'),
    meta: { by },
    key,
  }
}

/** A part of a request as its schema reads it; a part that the route does not take is undefined. Error: `request_invalid`. */
export function readPart<S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> {
  const parsed = schema.safeParse(schema instanceof z.ZodUndefined ? undefined : value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const first = issues[0]
  const where = first === undefined || first.path === '' ? `The ${part}` : `${first.path} in the ${part}`
  throw new AppError('request_invalid', `${where} is not as expected: ${first?.message ?? 'it does not fit'}. See /lemouf/openapi.json for what this route takes.`, {
    details: { issues: issues satisfies Json },
  })
}
