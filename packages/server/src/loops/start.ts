import { randomBytes } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { LoopCommand, Settings } from '@lemouf/core/loop'
import type { RouteOutput, StartRequest } from '@lemouf/core/protocol'
import type { App } from '../app.ts'
import { validate } from '../workflows/validate.ts'
import type { CommandMeta } from './loops.ts'
import { payloadCommand } from './payload.ts'

/**
 * Validates a workflow and starts a loop with it, in one piece: when anything is refused, nothing was made.
 * Errors: `preflight_failed` with the findings, `loop_exists`, and those of reading the workflow.
 */
export async function startLoop(app: App, request: StartRequest, meta: CommandMeta): Promise<RouteOutput<'startLoop'>> {
  const { loops } = app
  const given = await payloadCommand(loops, { payload: request.payload, from: request.payload_from })
  const { prepared, response } = await validate(app, { ...request, payload: given?.payload })
  if (!response.ok) throw preflightFailed(response.findings)
  const loopId = request.loop_id ?? newLoopId(request.name)
  const commands: readonly LoopCommand[] = [
    { type: 'create' },
    { type: 'setWorkflow', workflow: prepared.workflow },
    ...(given === undefined ? [] : [given]),
    ...(request.overrides === undefined ? [] : [{ type: 'setOverrides', overrides: request.overrides } as const]),
    { type: 'configure', config: settingsOf(request) },
    { type: 'step' },
  ]
  const { attempts } = await loops.execute(loopId, commands, meta)
  return { loop_id: loopId, prompt_id: attempts[0]?.promptId ?? '', findings: response.findings }
}

/** A readable id that is free in practice: the workflow's name and a few random letters. */
export function newLoopId(name = 'loop'): string {
  const stem = name.replace(/^.*\//, '').replace(/\.json$/, '').replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 48)
  return `${stem === '' ? 'loop' : stem}-${randomBytes(3).toString('hex')}`
}

type RequestSettings = Pick<StartRequest, 'total_cycles' | 'mode' | 'approve' | 'lookahead' | 'candidates' | 'seeds' | 'seed'>

/** The settings of a request that say something. */
export function settingsOf(request: RequestSettings & { readonly paused?: boolean | undefined }): Settings {
  const { total_cycles: totalCycles, mode, approve, lookahead, candidates, seeds, seed, paused } = request
  return defined({ totalCycles, mode, approve, lookahead, candidates, seeds, seed, paused })
}

/** The entries that have a value: an absent key and an undefined one are told apart by the types of core. */
export function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function preflightFailed(findings: RouteOutput<'startLoop'>['findings']): AppError {
  const errors = findings.filter((finding) => finding.severity === 'error')
  const [first] = errors
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return new AppError('preflight_failed', `${first?.message ?? 'The workflow cannot run.'}${more} ${first?.remedy ?? ''}`.trim(), {
    details: { findings: findings as unknown as Json },
  })
}
