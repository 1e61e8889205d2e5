import type * as z from 'zod'
import { AppError, ERROR_STATUS, type ErrorCode } from '../error.ts'
import { DEFAULT_JSON_LIMITS, parseJson, stringifyJson } from '../json.ts'
import { errorBodySchema } from './error.ts'
import { routes, type Route, type RouteName } from './routes.ts'

type Defined<K extends string, T> = [T] extends [undefined] ? unknown : { readonly [key in K]: T }
/** What a call of a route takes: only the parts it has. */
export type RouteInput<N extends RouteName> = Defined<'params', z.input<(typeof routes)[N]['params']>> &
  Defined<'query', z.input<(typeof routes)[N]['query']>> &
  Defined<'body', z.input<(typeof routes)[N]['body']>>
export type RouteOutput<N extends RouteName> = z.output<(typeof routes)[N]['response']>

/** The part of the platform's `fetch` that a client needs; core itself does no IO. */
export type Fetch = (
  address: string,
  init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string },
) => Promise<Answer>
interface Answer {
  readonly ok: boolean
  readonly status: number
  text(): Promise<string>
}

export interface ClientOptions {
  /** Origin of the server, such as `http://127.0.0.1:8190`; empty in a page that the server itself delivered. */
  readonly base: string
  readonly token?: string
  /** Who acts, for the history. */
  readonly actor?: string
  readonly fetch: Fetch
}
/** What goes with a call beside what its route takes. */
export interface CallOptions {
  /** An idempotency key: the same request sent again with it gets its first answer. */
  readonly key?: string
}
interface Parts {
  readonly params?: Record<string, string>
  readonly query?: Record<string, string | number | undefined>
  readonly body?: unknown
}

/** A call of a server's route, typed by the table of routes. Throws {@link AppError} with the server's code and sentence; {@link isUnanswered} tells where there is none. */
export type Client = <N extends RouteName>(name: N, input: RouteInput<N>, call?: CallOptions) => Promise<RouteOutput<N>>

/** A client of the server's JSON routes, for the studio, the command line and tests. */
export function createClient(options: ClientOptions): Client {
  return async (name, input, call = {}) => {
    const route: AnyRoute = routes[name]
    const { body, ...place } = input as Parts
    const { answer, said } = await send(options, route.method, addressOf(route.path, place), textOf(route, body), call)
    const parsed = parseJson(said, { maxDepth: 128, maxLength: 512 * 1024 * 1024 })
    if (!answer.ok) throw refusal(answer, parsed.ok ? parsed.value : undefined)
    if (!parsed.ok) throw parsed.error
    return route.response.parse(parsed.value) as never
  }
}

type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** What is too long would break the connection, which says nothing. Error: `json_too_large`. */
function textOf({ limit = DEFAULT_JSON_LIMITS.maxLength }: AnyRoute, body: unknown): string | undefined {
  if (body === undefined) return undefined
  const text = stringifyJson(body)
  if (text.length > limit) throw new AppError('json_too_large', `This has ${text.length} characters; the server reads at most ${limit} at once. Do it in smaller parts.`)
  return text
}

const UNANSWERED = 'The leMouf server does not answer. Is it still running? Start it with: npm start'

/** Whether a call got no answer: whether the server has done what was asked is not known. */
export const isUnanswered = (error: unknown): boolean => error instanceof AppError && error.code === 'engine_unavailable' && error.cause !== undefined

interface Heard {
  readonly answer: Answer
  readonly said: string
}

async function send({ base, token, actor, fetch }: ClientOptions, method: string, address: string, body: string | undefined, { key }: CallOptions): Promise<Heard> {
  const headers: Record<string, string> = {}
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (actor !== undefined) headers['x-lemouf-actor'] = actor
  if (key !== undefined) headers['idempotency-key'] = key
  if (body !== undefined) headers['content-type'] = 'application/json'
  try {
    const answer = await fetch(base + address, { method, headers, ...(body === undefined ? {} : { body }) })
    // An answer that breaks off is none.
    return { answer, said: await answer.text() }
  } catch (cause) {
    throw new AppError('engine_unavailable', UNANSWERED, { cause })
  }
}

function addressOf(path: string, { params, query }: Parts): string {
  const filled = path.replaceAll(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(params?.[key] ?? ''))
  const pairs = Object.entries(query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${encodeURIComponent(String(value))}`]))
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`
}

function refusal(response: Answer, body: unknown): AppError {
  const parsed = errorBodySchema.safeParse(body)
  // A proxy answers so while the server behind it is away.
  if (!parsed.success && response.status >= 502 && response.status <= 504) return new AppError('engine_unavailable', UNANSWERED, { cause: response.status })
  if (!parsed.success) return new AppError('internal', `The server answered ${response.status} without a reason. Look at its log.`)
  const { code, message, details } = parsed.data.error
  const known: ErrorCode = Object.hasOwn(ERROR_STATUS, code) ? (code as ErrorCode) : 'internal'
  return new AppError(known, message, details === undefined ? {} : { details })
}
