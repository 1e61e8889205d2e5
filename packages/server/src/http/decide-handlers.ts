import { resolve } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { canonicalJson, type Json } from '@lemouf/core/json'
import { currentCycleOf, isComplete, type DecideCommand, type LoopState, type UndoCommand } from '@lemouf/core/loop'
import type { DecisionResponse, DecisionsResponse } from '@lemouf/core/protocol'
import type { App } from '../app.ts'
import { exportApproved } from '../export/export.ts'
import { defined } from '../loops/start.ts'
import type { CommandMeta } from '../loops/loops.ts'
import { decisionResponseOf, decisionsResponseOf } from '../loops/view.ts'
import type { Call, Handlers } from './table.ts'

type Decided = 'step' | 'decide' | 'decideMany' | 'undo' | 'cancel' | 'reset' | 'exit' | 'exportApproved'

/** The routes that move a loop on. */
export function decideHandlers(app: App): Pick<Handlers, Decided> {
  const { loops } = app
  return {
    step: async ({ body, meta }) => {
      const { loop_id, cycle_index: cycle, retry_index: retry } = body
      const { state } = await loops.execute(loop_id, { type: 'step', ...defined({ cycle, retry }) }, meta)
      return { ok: true, prompt_id: promptIdAt(state, cycle, retry) }
    },
    decide: ({ body, meta, key }) => {
      const { loop_id, cycle_index: cycle, retry_index: retry, decision, revision, prompt_id: promptId, reason, edits, discard_siblings } = body
      return change(app, loop_id, { type: 'decide', cycle, retry, decision, ...defined({ revision, promptId, reason, edits }), ...siblings(discard_siblings) }, meta, key)
    },
    decideMany: ({ body, meta, key }) => changeMany(app, body, meta, key),
    undo: ({ body, meta, key }) => {
      const { loop_id, cycle_index: cycle, retry_index: retry, revision, prompt_id: promptId } = body
      return change(app, loop_id, { type: 'undo', cycle, retry, ...defined({ revision, promptId }) }, meta, key)
    },
    cancel: async ({ body, meta }) => {
      await loops.execute(body.loop_id, { type: 'cancel', cycle: body.cycle_index, retry: body.retry_index }, meta)
      return { ok: true }
    },
    reset: async ({ body, meta }) => {
      await loops.execute(body.loop_id, { type: 'reset', keepWorkflow: body.keep_workflow }, meta)
      return { ok: true }
    },
    exit: async ({ body, meta }) => {
      const { state } = await loops.execute(body.loop_id, { type: 'exit' }, meta)
      return { ok: true, complete: isComplete(state) }
    },
    exportApproved: async ({ body, meta }) => {
      const { folder, files } = await exportApproved(await loops.state(body.loop_id), app.media, app.dataDir)
      const count = files.length - 1
      await loops.execute(body.loop_id, { type: 'recordExport', count, folder }, meta)
      return { ok: true, count, folder, path: resolve(app.dataDir, folder), files: [...files] }
    },
  }
}

/**
 * A decision or its undoing. With an idempotency key the first answer stands, even across a restart.
 * Error: `request_invalid` for a key that was used for another request.
 */
async function change(
  app: App, loopId: string, command: DecideCommand | UndoCommand, meta: CommandMeta, key: string | undefined,
): Promise<DecisionResponse> {
  const respond = (state: LoopState): DecisionResponse => decisionResponseOf(state, command.cycle, command.retry)
  if (key === undefined) return respond((await app.loops.execute(loopId, command, meta)).state)
  const asked = canonicalJson(command as unknown as Json)
  const request = { key: `${loopId}/${key}`, respond: (state: LoopState) => ({ asked, response: respond(state) }) as unknown as Json }
  return sameAnswer((await app.loops.execute(loopId, command, { ...meta, request })).answer, asked) as unknown as DecisionResponse
}

/** Many decisions, or their undoing, in one transaction. Errors: as of {@link change}, and `loop_not_found`. */
async function changeMany(app: App, body: Call<'decideMany'>['body'], { by }: CommandMeta, key: string | undefined): Promise<DecisionsResponse> {
  const { loop_id: loopId, decision, items, reason, discard_siblings } = body
  const places = items.map(({ cycle_index: cycle, retry_index: retry, revision, prompt_id: promptId }) => Object.assign({ cycle, retry }, defined({ revision, promptId })))
  const asks = decision === 'undo' ? undefined : { type: 'decide', decision, ...defined({ reason }), ...siblings(discard_siblings) } as const
  const commands = asks === undefined
    ? places.map((place): UndoCommand => Object.assign({ type: 'undo' } as const, place))
    : places.map((place): DecideCommand => Object.assign({}, asks, place))
  const asked = key === undefined ? '' : canonicalJson(commands as unknown as Json)
  const { answer } = await app.loops.judge(loopId, commands, {
    by,
    key: key === undefined ? undefined : `${loopId}/${key}`,
    respond: (state, refused) => ({ asked, response: decisionsResponseOf(state, commands.length, refused) }),
  })
  return sameAnswer(answer, asked) as unknown as DecisionsResponse
}

/** The answer that was given first, if it was given to the same request. */
function sameAnswer(answer: Json | undefined, asked: string): Json {
  const given = answer as unknown as { readonly asked: string; readonly response: Json }
  if (given.asked === asked) return given.response
  throw new AppError('request_invalid', 'This Idempotency-Key was used for another request of this loop. Send a new key with each new request.')
}

const siblings = (discard: boolean | undefined): { discardSiblings?: true } => (discard === true ? { discardSiblings: true } : {})

function promptIdAt(state: LoopState, cycle = currentCycleOf(state), retry?: number): string {
  const attempts = state.cycles[cycle]?.attempts ?? []
  return (retry === undefined ? attempts.at(-1) : attempts[retry])?.promptId ?? ''
}
