import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { approvedOf, totalCyclesOf, workflowOf, type LoopState, type LoopWorkflow } from '@lemouf/core/loop'
import { checkOverrides, mergeObjectInfo, type Assignments, type ObjectInfo } from '@lemouf/core/workflow'
import type { App } from '../app.ts'
import { newLoopId, settingsOf, startLoop } from '../loops/start.ts'
import { prepareWorkflow } from '../workflows/prepare.ts'
import type { Handlers } from './table.ts'

type Made = 'createLoop' | 'startLoop' | 'setWorkflow' | 'setPayload' | 'configure' | 'setOverrides' | 'setRuntimeState'

/** The routes that make a loop and set it up. */
export function makeHandlers(app: App): Pick<Handlers, Made> {
  const { loops, store, catalog, objectInfo } = app
  return {
    createLoop: async ({ body, meta }) => {
      const loopId = body.loop_id ?? newLoopId('loop')
      await loops.execute(loopId, { type: 'create' }, meta)
      return { loop_id: loopId }
    },
    startLoop: ({ body, meta }) => startLoop(app, body, meta),
    setWorkflow: async ({ body, meta }) => {
      const { workflow } = await prepareWorkflow(body, catalog, objectInfo)
      await loops.execute(body.loop_id, { type: 'setWorkflow', workflow }, meta)
      return { ok: true }
    },
    setPayload: async ({ body: { loop_id, payload, from }, meta }) => {
      const value = from === undefined ? payload : returnedJson(await loops.state(from.loop_id), from.cycle_index, from.retry_index)
      if (value === undefined) throw new AppError('request_invalid', 'Give the payload as JSON, or say from which loop it comes.')
      const { state } = await loops.execute(loop_id, { type: 'setPayload', payload: value, source: from === undefined ? 'given' : 'loop_return' }, meta)
      return { ok: true, total_cycles: totalCyclesOf(state) }
    },
    configure: async ({ body, meta }) => {
      const { state } = await loops.execute(body.loop_id, { type: 'configure', config: settingsOf(body) }, meta)
      return { ok: true, total_cycles: totalCyclesOf(state) }
    },
    setOverrides: async ({ body, meta }) => {
      checkSettable(workflowOf(await loops.state(body.loop_id)), body.overrides, app.servers.known)
      await loops.execute(body.loop_id, { type: 'setOverrides', overrides: body.overrides }, meta)
      return { ok: true }
    },
    setRuntimeState: async ({ body }) => {
      await store.setRuntimeState(body.loop_id, body.clear === true ? null : (body.runtime_state ?? null))
      return { ok: true }
    },
  }
}

/** That the inputs take the values, as far as servers that answer know the nodes. Error: `overrides_invalid`, with the findings. */
function checkSettable(workflow: LoopWorkflow | undefined, overrides: Assignments, servers: ReadonlyMap<string, ObjectInfo>): void {
  if (workflow === undefined || servers.size === 0) return
  const findings = checkOverrides({ prompt: workflow.prompt, info: mergeObjectInfo([...servers.values()]) }, overrides)
  const first = findings.find(({ severity }) => severity === 'error')
  if (first !== undefined) throw new AppError('overrides_invalid', `${first.message} ${first.remedy}`, { details: { findings: findings as unknown as Json } })
}

/** What a generating workflow returned: the retry named, else the approved one, else the last that returned JSON. */
function returnedJson(state: LoopState, cycle: number, retry: number | undefined): Json {
  const attempts = state.cycles[cycle]?.attempts ?? []
  const chosen = retry === undefined ? (approvedOf(state.cycles[cycle]) ?? attempts.findLast((attempt) => attempt.status === 'returned')) : attempts[retry]
  const output = chosen?.outputs.find((one) => one.kind === 'json')
  if (output?.kind === 'json') return output.value
  throw new AppError('payload_invalid', `Cycle ${cycle + 1} of ${state.loopId} returned no JSON. Link a list to its Loop Return and run it first.`)
}
