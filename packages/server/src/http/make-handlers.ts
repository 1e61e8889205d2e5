import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import { totalCyclesOf, workflowOf, type LoopWorkflow } from '@lemouf/core/loop'
import { checkOverrides, mergeObjectInfo, type Assignments, type ObjectInfo } from '@lemouf/core/workflow'
import type { App } from '../app.ts'
import { payloadCommand } from '../loops/payload.ts'
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
      if (payload === undefined && from === undefined) throw new AppError('request_invalid', 'Give the payload as JSON, or say from which loop it comes.')
      const command = await payloadCommand(loops, { payload, from }, await loops.state(loop_id))
      const { state } = await loops.execute(loop_id, command ?? [], meta)
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
