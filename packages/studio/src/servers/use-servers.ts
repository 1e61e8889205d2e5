import type { MetricsView, ServerView } from '@lemouf/core/protocol'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import type { Loaded } from '../home/use-catalog.ts'
import { sentenceOf, server } from '../server/client.ts'
import type { Connection } from '../server/feed.ts'
import { joinFeed } from '../server/shared-feed.ts'

/** Queues and memory change all the time; they are asked for while somebody looks. */
const EVERY_MS = 4_000
/** How the week was spent changes by the minute. */
const SPENT_EVERY_MS = 60_000

export interface ServersData {
  readonly servers: Readonly<ShallowRef<Loaded<readonly ServerView[]>>>
  /** How each spent the last seven days, by its name. */
  readonly spent: Readonly<ShallowRef<ReadonlyMap<string, MetricsView['servers'][number]>>>
  readonly connection: Readonly<ShallowRef<Connection>>
  readonly refresh: () => Promise<void>
}

/** The generating servers, asked again and again. */
export function useServers(): ServersData {
  const servers = shallowRef<Loaded<readonly ServerView[]>>({ value: undefined, error: undefined, loading: true })
  const spent = shallowRef<ReadonlyMap<string, MetricsView['servers'][number]>>(new Map())
  const connection = shallowRef<Connection>('connecting')
  let asking = false
  let spentAt = -Infinity

  async function refresh(): Promise<void> {
    // A server that is slow to answer is not asked twice at once.
    if (asking) return
    asking = true
    servers.value = { ...servers.value, loading: true }
    try {
      const [listed] = await Promise.all([server('listServers', {}), readSpent()])
      servers.value = { value: listed.servers, error: undefined, loading: false }
    } catch (error) {
      servers.value = { ...servers.value, error: sentenceOf(error), loading: false }
    } finally {
      asking = false
    }
  }

  async function readSpent(): Promise<void> {
    if (performance.now() - spentAt < SPENT_EVERY_MS) return
    const metrics = await server('getMetrics', { query: { range: 'week' } })
    spent.value = new Map(metrics.servers.map((one) => [one.name, one]))
    spentAt = performance.now()
  }

  const visibility = useDocumentVisibility()
  useIntervalFn(() => visibility.value === 'visible' && void refresh(), EVERY_MS)
  const close = joinFeed({
    began: () => void refresh(),
    changed: () => undefined,
    connection: (now) => { connection.value = now },
  })
  onScopeDispose(close)
  return { servers, spent, connection, refresh }
}
