import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '@lemouf/core/error'
import { stringifyJson } from '@lemouf/core/json'
import type { PipelineStepView, PipelineView, ResourceView, RouteInput } from '@lemouf/core/protocol'
import { isPipeline, parseUiWorkflow } from '@lemouf/core/workflow'
import { EXIT, type ExitCode } from './command.ts'
import { addressFor, type Session } from './connect.ts'
import { downloadExport } from './download.ts'
import { driveLoop, type Drive, type Ending } from './drive-loop.ts'
import { invocation } from './invocation.ts'
import { orListNames, type WorkflowChoice } from './workflow-choice.ts'

type Common = Omit<Drive, 'loopId' | 'fresh'>

/** How the loops of its execute steps are made. */
type StepConfig = Pick<RouteInput<'startPipeline'>['body'], 'lookahead' | 'candidates' | 'seeds' | 'seed'>

const LOOK_MS = 100

/** Whether a workflow, of one's own or of the server's list, is a pipeline. */
export async function isPipelineChoice({ client }: Session, { name, workflow }: WorkflowChoice): Promise<boolean> {
  if (workflow === undefined) return (await client('listWorkflows', {})).pipelines.includes(name)
  const parsed = parseUiWorkflow(workflow)
  return parsed.ok && isPipeline(parsed.value)
}

/**
 * Runs a pipeline, or goes on with its run that is under way, and drives the loop of each step as it comes to it.
 * Errors: `preflight_failed` with findings that name their steps, and those of the server.
 */
export async function drivePipeline(common: Common, choice: WorkflowChoice, config: StepConfig): Promise<ExitCode> {
  const { session, terminal } = common
  const { pipeline, fresh } = await startOrGoOn(common, choice, config)
  terminal.note(`${pipeline.pipeline_id}, run ${pipeline.run}`)
  const driven = new Set<string>()
  for (;;) {
    const now = await session.client('getPipeline', { params: { pipeline_id: pipeline.pipeline_id } })
    if (now.status !== 'running' && now.status !== 'review') return finish(common, now, now.status === 'done' ? 'complete' : 'stopped')
    const step = now.steps.find(({ status, loop_id }) => (status === 'running' || status === 'review') && loop_id !== null && !driven.has(loop_id))
    const held = now.steps.find(({ payload_held }) => payload_held)
    const ending = step !== undefined ? await driveStep(common, step, fresh) : held === undefined ? await sleep(LOOK_MS, 'complete' as const) : await releaseHeld(common, now, held)
    if (step !== undefined) driven.add(step.loop_id ?? '')
    if (ending === 'left' || ending === 'interrupted') return finish(common, now, ending)
  }
}

/** A run that was started in the panel can wait with a payload. By rule it goes on with it as it is; a person looks at it there. */
async function releaseHeld({ session, approve, terminal }: Common, { pipeline_id }: PipelineView, { node_id, title }: PipelineStepView): Promise<Ending> {
  if (approve === 'ask') {
    terminal.note(`The payload of "${title}" waits to be looked at: ${addressFor(session)}#/pipeline/${pipeline_id}/payload?node=${encodeURIComponent(node_id)}`)
    return 'left'
  }
  await session.client('releasePayload', { body: { pipeline_id, node_id } })
  return 'complete'
}

async function startOrGoOn({ session, approve, terminal }: Common, { name, workflow }: WorkflowChoice, config: StepConfig): Promise<{ pipeline: PipelineView; fresh: boolean }> {
  const choice = { name, ...(workflow === undefined ? {} : { workflow }) }
  try {
    const body = { ...choice, approve, ...config }
    return { pipeline: await orListNames(session, () => session.client('startPipeline', { body })), fresh: true }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'pipeline_running') throw error
    const { pipeline_id } = await session.client('validatePipeline', { body: choice })
    terminal.note('It is running already, and goes on from where it is.')
    return { pipeline: await session.client('getPipeline', { params: { pipeline_id } }), fresh: false }
  }
}

async function driveStep(common: Common, step: PipelineStepView, fresh: boolean): Promise<Ending> {
  common.terminal.note(`Step "${step.title}" (${step.role})`)
  common.terminal.progress({ type: 'step', node_id: step.node_id, title: step.title, role: step.role, loop_id: step.loop_id })
  const loopId = await madeLoop(common.session, step.loop_id ?? '')
  const { ending } = await driveLoop({ ...common, loopId, fresh, approve: step.role === 'generate' ? 'all' : common.approve })
  return ending
}

/** The loop of a step is announced before it is made. */
async function madeLoop({ client }: Session, loopId: string): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    if ((await client('listLoops', {})).loops.some(({ loop_id }) => loop_id === loopId)) return loopId
    await sleep(LOOK_MS)
  }
  return loopId
}

const ENDED_WITH = { complete: EXIT.done, stopped: EXIT.unfinished, left: EXIT.unfinished, interrupted: EXIT.interrupted } satisfies Record<Ending, ExitCode>

async function finish({ session, terminal, out }: Common, pipeline: PipelineView, ending: Ending): Promise<ExitCode> {
  const exported = ending === 'complete' && out !== undefined ? await exportTo(session, pipeline, out) : undefined
  const { pipeline_id, run, status, steps } = pipeline
  terminal.result(
    { type: 'end', ending, pipeline_id, run, status, steps: steps.map(({ node_id, title, role, status: step, loop_id, error, resources }) => ({ node_id, title, role, status: step, loop_id, error, resources })), exported: exported ?? null },
    [...steps.map((step) => `${step.title}: ${said(step)}`), ...(exported === undefined ? [] : [`Exported to ${exported.folder}`])].join('\n'),
  )
  if (ending !== 'complete' && status !== 'failed') terminal.note(`Go on with it: the same command, or ${invocation(`start${session.again}`)}`)
  return status === 'failed' ? EXIT.failed : ENDED_WITH[ending]
}

function said({ status, error, resources }: PipelineStepView): string {
  if (error !== null) return `${status}. ${error.message}`
  return resources === null ? status : `${status}, ${resources} ${resources === 1 ? 'resource' : 'resources'}`
}

interface PipelineExport {
  readonly folder: string
  /** Relative to the folder. */
  readonly files: readonly string[]
}

/** What was approved of each execute step in a folder of its own, and the list of each composition's resources, with the files they became. */
async function exportTo(session: Session, { pipeline_id, steps }: PipelineView, out: string): Promise<PipelineExport> {
  const folder = resolve(out)
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const step of steps.filter(({ role, loop_id }) => role === 'execute' && loop_id !== null)) {
    const below = folderOf(step)
    const exported = await downloadExport(session, step.loop_id ?? '', join(folder, below))
    files.push(...exported.files.map((file) => `${below}/${file}`))
  }
  for (const { node_id } of steps.filter(({ role }) => role === 'composition')) {
    const { resources } = await session.client('getResources', { params: { pipeline_id }, query: { node_id } })
    const file = `resources_${safeName(node_id)}.json`
    const listed = resources.map((resource) => Object.assign({}, resource, { file: fileOf(resource, steps, files) ?? null }))
    await writeFile(join(folder, file), stringifyJson({ schema: 'lemouf.resources.v1', pipeline_id, node_id, resources: listed }, 2))
    files.push(file)
  }
  return { folder, files }
}

/** The exported file of a resource: its name holds the cycle, retry and output it comes from. */
function fileOf({ from }: ResourceView, steps: PipelineView['steps'], files: readonly string[]): string | undefined {
  const step = steps.find(({ node_id }) => node_id === from?.node_id)
  if (from === null || step === undefined) return undefined
  return files.find((file) => {
    const [, cycle, retry, output] = /\/cycle_(\d+)_r(\d+)_i(\d+)_/.exec(file) ?? []
    return file.startsWith(`${folderOf(step)}/`) && Number(cycle) === from.cycle_index && Number(retry) === from.retry_index && Number(output) === from.output_index
  })
}

const folderOf = ({ node_id, title }: PipelineStepView): string => `${safeName(node_id)}-${title.replaceAll(/[^a-zA-Z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 40)}`

/** A node's id as a file can be named: plain numbers stay, whatever else there is becomes letters of its own. */
const safeName = (nodeId: string): string => (/^\d+$/.test(nodeId) ? nodeId : createHash('sha256').update(nodeId).digest('hex').slice(0, 8))
