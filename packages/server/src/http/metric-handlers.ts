import type { App } from '../app.ts'
import type { Handlers } from './table.ts'

/** The routes that look at figures and at the generating servers. */
export function metricHandlers({ metrics, servers }: App): Pick<Handlers, 'getMetrics' | 'getLoopFigures' | 'listServers' | 'getModels'> {
  return {
    getMetrics: ({ query }) => metrics.report({ range: query.range, loopId: query.loop_id, timeZone: query.time_zone }),
    getLoopFigures: async ({ query }) => ({ loops: [...(await metrics.loops(query.loop_ids))] }),
    listServers: async () => ({ servers: [...(await servers.reports())] }),
    getModels: ({ query }) => servers.models(query.server),
  }
}
