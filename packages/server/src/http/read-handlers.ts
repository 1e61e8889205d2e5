import { AppError } from '@lemouf/core/error'
import type { App } from '../app.ts'
import { entryOf, loopViewOf } from '../loops/view.ts'
import type { Handlers } from './table.ts'

/** The routes that look at loops. */
export function readHandlers({ store, loops }: App): Pick<Handlers, 'listLoops' | 'getLoop' | 'getManifest' | 'getHistory'> {
  return {
    listLoops: async () => ({ loops: [...(await store.listLoops())] }),
    getLoop: async ({ params, query }) => {
      const state = await loops.state(params.loop_id)
      return loopViewOf(state, query.manifest, await store.getRuntimeState(params.loop_id))
    },
    getManifest: async ({ params, query }) => {
      const page = await store.readAttempts({ loopId: params.loop_id, fromCycle: query.from_cycle, limit: query.limit })
      if (page.attempts.length === 0) await requireLoop(store, params.loop_id)
      return { entries: page.attempts.map(entryOf), next_cycle: page.nextCycle }
    },
    getHistory: async ({ params, query }) => {
      const rows = await store.readHistory(params.loop_id, query.after_seq, query.limit)
      if (rows.length === 0) await requireLoop(store, params.loop_id)
      return { events: [...rows], next_seq: rows.length < query.limit ? null : (rows.at(-1)?.seq ?? null) }
    },
  }
}

/** Errors: `loop_not_found`. */
export async function requireLoop(store: App['store'], loopId: string): Promise<void> {
  if ((await store.readSummary(loopId)) !== undefined) return
  throw new AppError('loop_not_found', `There is no loop ${loopId}. It may have been made on other data; list the loops.`)
}
