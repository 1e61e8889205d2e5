import { AppError } from '@lemouf/core/error'
import { approvedOf, loopMapOf, payloadOf, previousValue, workflowOf, type LoopSetup, type LoopWorkflow } from '@lemouf/core/loop'
import { unwrap } from '@lemouf/core/result'
import { mappedValues, mergeObjectInfo } from '@lemouf/core/workflow'
import type { App } from '../app.ts'
import { defined } from '../loops/start.ts'
import { entryOf, loopViewOf } from '../loops/view.ts'
import type { LoopRow, Store } from '../store/store.ts'
import type { Handlers } from './table.ts'

/** The routes that look at loops. */
export function readHandlers({ store, loops, servers }: App): Pick<Handlers, 'getLoopWorkflow' | 'getMappings' | 'listLoops' | 'getLoop' | 'getManifest' | 'getOutline' | 'getHistory'> {
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
      const outline = await store.readOutline(params.loop_id)
      if (outline.cycles.length === 0) await requireLoop(store, params.loop_id)
      return outline
    },
    getLoopWorkflow: async ({ params, query }) => {
      const { setup } = await requireLoop(store, params.loop_id)
      const { hash, name, prompt, graph } = requireWorkflow(setup, query.hash)
      return { hash, name: name ?? null, prompt, graph: graph ?? null }
    },
    getMappings: async ({ params, query: { cycle } }) => {
      const state = await loops.state(params.loop_id)
      const { prompt } = requireWorkflow(state, undefined)
      const map = unwrap(loopMapOf(state))
      if (map === undefined) return { cycle_index: cycle, mappings: [] }
      const context = { map, prompt, info: mergeObjectInfo([...servers.known.values()]), payload: unwrap(payloadOf(state)) }
      const before = cycle === 0 ? undefined : approvedOf(state.cycles[cycle - 1])?.outputs
      const rows = mappedValues(context, cycle, before === undefined ? undefined : previousValue(before))
      return { cycle_index: cycle, mappings: rows.map(({ path, selector, targets, value, fault }) => Object.assign({ path, selector, targets: [...targets] }, defined({ value, fault }))) }
    },
    getHistory: async ({ params, query }) => {
      const rows = await store.readHistory(params.loop_id, query)
      if (rows.length === 0) await requireLoop(store, params.loop_id)
      return { events: [...rows], next_seq: rows.length < query.limit ? null : (rows.at(-1)?.seq ?? null) }
    },
  }
}

/** Errors: `loop_not_found`. */
export async function requireLoop(store: Store, loopId: string): Promise<LoopRow> {
  const row = await store.readLoop(loopId)
  if (row !== undefined) return row
  throw new AppError('loop_not_found', `There is no loop ${loopId}. It may have been made on other data; list the loops.`)
}

/** Errors: `loop_has_no_workflow`, `workflow_not_found` for one that no attempt of this run was made with. */
function requireWorkflow(setup: LoopSetup, hash: string | undefined): LoopWorkflow {
  const found = hash === undefined ? workflowOf(setup) : Object.values(setup.workflows).find((workflow) => workflow.hash === hash)
  if (found !== undefined) return found
  if (hash === undefined) throw new AppError('loop_has_no_workflow', 'The loop has no workflow yet. Set one first.')
  throw new AppError('workflow_not_found', `The loop ${setup.loopId} has no workflow ${hash} in this run. Read its attempts again and take a hash from there.`)
}
