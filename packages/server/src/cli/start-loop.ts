import { AppError } from '@lemouf/core/error'
import type { Json } from '@lemouf/core/json'
import type { RouteInput } from '@lemouf/core/protocol'
import type { Session } from './connect.ts'
import { findingsText, preflightFailed } from './findings.ts'
import type { Terminal } from './terminal.ts'
import { orListNames } from './workflow-choice.ts'

/** A loop as it is to be started, without its payload. */
export type LoopSetup = Omit<RouteInput<'startLoop'>['body'], 'payload'>

/** Starts a loop with the payload given, else with what its Loop Payload node holds; its id. Error: `preflight_failed`. */
export async function startGiven(session: Session, setup: LoopSetup, payload: Json | undefined, terminal: Terminal): Promise<string> {
  const body = payload === undefined ? setup : { ...setup, payload }
  const { loop_id, findings } = await orListNames(session, () => session.client('startLoop', { body }))
  if (findings.length > 0) terminal.note(findingsText(findings))
  return loop_id
}

/**
 * Makes a loop whose payload is what another loop returned; its id. The first step is still to be asked for.
 * Errors: `payload_invalid` when that loop returned no JSON, `preflight_failed`.
 */
export async function startGenerated(session: Session, setup: LoopSetup, generator: string, terminal: Terminal): Promise<string> {
  const { client } = session
  const { name, workflow, output_node, overrides, total_cycles, loop_id: wanted, ...config } = setup
  const { candidates, seeds, seed } = config
  const payload = await returnedBy(session, generator)
  const { ok, findings } = await orListNames(session, () => client('validateWorkflow', { body: { name, workflow, output_node, overrides, total_cycles, payload, candidates, seeds, seed } }))
  if (!ok) throw preflightFailed(findings)
  if (findings.length > 0) terminal.note(findingsText(findings))
  const { loop_id } = await client('createLoop', { body: { loop_id: wanted } })
  await client('setWorkflow', { body: { loop_id, name, workflow, output_node } })
  await client('setPayload', { body: { loop_id, from: { loop_id: generator } } })
  if (overrides !== undefined) await client('setOverrides', { body: { loop_id, overrides } })
  await client('configure', { body: { loop_id, total_cycles, ...config } })
  return loop_id
}

async function returnedBy({ client }: Session, loopId: string): Promise<Json> {
  const { entries } = await client('getManifest', { params: { loop_id: loopId }, query: {} })
  const value = entries.find(({ cycle_index, decision }) => cycle_index === 0 && decision === 'approve')?.outputs.json[0]
  if (value !== undefined) return value
  throw new AppError('payload_invalid', `The generating workflow (loop ${loopId}) returned no JSON. Link a list to its Loop Return.`)
}
