import { AppError } from '@lemouf/core/error'
import type { App } from '../app.ts'
import { entryOf, loopViewOf } from '../loops/view.ts'
import type { LoopRow, Store } from '../store/store.ts'
import type { Handlers } from './table.ts'

/** The routes that look at loops. */
export function readHandlers({ store }: App): Pick<Handlers, 'listLoops' | 'getLoop' | 'getManifest' | 'getOutline' | 'getHistory'> {
  return {
    listLoops: async () => ({ loops: [...(await store.listLoops())] }),
    getLoop: async ({ params, query }) => {
      const { loop_id } = params
      const { setup, summary, runtimeState } = await requireLoop(store, loop_id)
      const attempts = query.manifest === 'all' ? await store.readAllAttempts(loop_id) : []
      return loopViewOf({ setup, summary, attempts, lastFailure: await store.lastFailure(loop_id), runtimeState })
    },
    getManifest: async ({ params, query }) => {
      const page = await store.readAttempts({ loopId: params.loop_id, fromCycle: query.from_cycle, limit: query.limit })
      if (page.attempts.length === 0) await requireLoop(store, params.loop_id)
      return { entries: page.attempts.map(entryOf), next_cycle: page.nextCycle }
    },
    getOutline: async ({ params }) => {
      const rows = await store.readOutline(params.loop_id)
      if (rows.length === 0) await requireLoop(store, params.loop_id)
      return {
        cycles: rows.map(({ cycle }) => cycle),
        retries: rows.map(({ retry }) => retry),
        statuses: rows.map(({ status }) => status),
        decisions: rows.map(({ decision }) => decision),
        revisions: rows.map(({ revision }) => revision),
      }
    },
    getHistory: async ({ params, query }) => {
      const rows = await store.readHistory(params.loop_id, query)
      if (rows.length === 0) await requireLoop(store, params.loop_id)
      return { events: [...rows], next_seq: rows.length < query.limit ? null : (rows.at(-1)?.seq ?? null) }
    },
  }
}

/** Errors: `loop_not_found`. */
async function requireLoop(store: Store, loopId: string): Promise<LoopRow> {
  const row = await store.readLoop(loopId)
  if (row !== undefined) return row
  throw new AppError('loop_not_found', `There is no loop ${loopId}. It may have been made on other data; list the loops.`)
}
