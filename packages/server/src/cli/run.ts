import type { Json } from '@lemouf/core/json'
import * as z from 'zod'
import { newLoopId } from '../loops/start.ts'
import { defineCommand, EXIT, option, usageError, wholeNumber, type ExitCode } from './command.ts'
import { withSession, type Place, type Session } from './connect.ts'
import { downloadExport, requireTarget } from './download.ts'
import { driveLoop, type Drive, type Ending } from './drive-loop.ts'
import { drivePipeline, isPipelineChoice } from './drive-pipeline.ts'
import { invocation } from './invocation.ts'
import { feeding, making, place } from './options.ts'
import { startGenerated, startGiven, type LoopSetup } from './start-loop.ts'
import type { Terminal } from './terminal.ts'
import { orListNames, readAssignments, readJsonFile, readWorkflow, type WorkflowChoice } from './workflow-choice.ts'

const text = z.string().min(1).optional()
const DEFAULT_LOOKAHEAD = 2

/** `lemouf run`: a loop from its start, or from where it was left, to its last approved cycle. */
export const run = defineCommand({
  name: 'run',
  summary: 'Run a workflow in cycles or a pipeline step by step, or go on with a loop (--loop ID)',
  operands: { workflow: option('WORKFLOW', 'A listed name such as loop/loop_basic_image.json, or the path of a JSON file', text) },
  options: {
    ...feeding,
    generate: option('WORKFLOW', 'A workflow that is run first; the JSON of its Loop Return becomes the payload', text),
    approve: option('all|ask', 'Who approves: everything by itself, or you by key (default in a terminal)', z.enum(['all', 'ask'], 'say all or ask').optional()),
    lookahead: option('N', 'Cycles made ahead while one is looked at (default: 2 with --approve all, else 0)', wholeNumber(0, 100).optional()),
    ...making,
    loop: option('ID', 'The loop to go on with; with a WORKFLOW, the id of the new loop', text),
    out: option('DIR', 'Copy what was approved to this folder at the end', text),
    ...place,
  },
  run: async (args, terminal) => {
    const prepare = args.workflow === undefined ? goOn(args) : await makeNew(args.workflow, args)
    await requireTarget(args.out)
    const approve = args.approve ?? (terminal.interactive ? 'ask' : undefined)
    if (approve === undefined) return refuseUnasked(args, terminal)
    const { cycles: total_cycles, candidates, seeds, seed } = args
    const config = { approve, total_cycles, candidates, seeds, seed, lookahead: args.lookahead ?? (approve === 'all' ? DEFAULT_LOOKAHEAD : undefined) }
    return withSession(args, terminal, args.workflow === undefined ? 'there' : 'made', async (session) => {
      const common = { session, approve, out: args.out, terminal }
      const pipeline = await pipelineIn(args, session)
      if (pipeline !== undefined) return drivePipeline(common, pipeline, { lookahead: config.lookahead, candidates, seeds, seed })
      const made = await prepare(common, config)
      return 'ending' in made ? finish(common, made) : finish(common, await driveLoop({ ...common, ...made }))
    })
  },
})

type Common = Omit<Drive, 'loopId' | 'fresh'>
type Config = Pick<LoopSetup, 'approve' | 'total_cycles' | 'lookahead' | 'candidates' | 'seeds' | 'seed'>
type Ended = Awaited<ReturnType<typeof driveLoop>>
/** Gives the loop to drive, or how the one before it ended. */
type Prepare = (common: Common, config: Config) => Promise<Pick<Drive, 'loopId' | 'fresh'> | Ended>

/** Nobody can approve. That a workflow is not there is told first: it would be the next thing to hear. */
async function refuseUnasked(args: Place & { workflow: string | undefined; generate: string | undefined }, terminal: Terminal): Promise<never> {
  const chosen = await Promise.all([args.workflow, args.generate].filter((word) => word !== undefined).map(readWorkflow))
  const listed = chosen.filter((choice) => choice.workflow === undefined)
  if (listed.length > 0) {
    await withSession(args, terminal, 'borrowed', async (session) => {
      for (const { name } of listed) await orListNames(session, () => session.client('loadWorkflow', { body: { name } }))
    })
  }
  throw usageError('Nobody can be asked here. Say --approve all, or run it in a terminal.')
}

interface RunArgs {
  readonly loop: string | undefined
  readonly payload: string | undefined
  readonly generate: string | undefined
  readonly set: readonly string[]
  readonly 'output-node': string | undefined
}

/** The pipeline that is to be run; undefined for a loop. Its steps bring what a loop is given here. Error: `usage`. */
async function pipelineIn(args: RunArgs & { readonly workflow: string | undefined; readonly cycles: number | undefined }, session: Session): Promise<WorkflowChoice | undefined> {
  const chosen = args.workflow === undefined ? undefined : await readWorkflow(args.workflow)
  if (chosen === undefined || !(await isPipelineChoice(session, chosen))) return undefined
  const { loop, payload, generate, set, cycles, 'output-node': outputNode } = args
  if ([loop, payload, generate, cycles, outputNode].some((value) => value !== undefined) || set.length > 0) {
    throw usageError('The steps of a pipeline bring their own payload, cycles and inputs: only --approve, --lookahead, --candidates, --seeds, --seed and --out go with it.')
  }
  return chosen
}

function goOn({ loop, payload, generate, set, 'output-node': outputNode }: RunArgs): Prepare {
  if (loop === undefined) throw usageError(`Say which WORKFLOW to run, or which loop to go on with (--loop ID). See: ${invocation('help run')}`)
  if (payload !== undefined || generate !== undefined || outputNode !== undefined || set.length > 0) {
    throw usageError('A loop that exists keeps its payload, inputs and output: --payload, --generate, --set and --output-node go with a WORKFLOW only.')
  }
  return async ({ session: { client } }, config) => {
    await client('configure', { body: { loop_id: loop, paused: false, ...config } })
    return { loopId: loop, fresh: false }
  }
}

/** Reads the files at once, so that what is wrong with them is heard before anything starts. */
async function makeNew(word: string, { loop, payload, generate, set, 'output-node': outputNode }: RunArgs): Promise<Prepare> {
  if (payload !== undefined && generate !== undefined) throw usageError('Give the payload with --payload or with --generate, not with both.')
  const overrides = readAssignments(set)
  const chosen = { ...(await readWorkflow(word)), ...(outputNode === undefined ? {} : { output_node: outputNode }) }
  if (generate !== undefined) return makeGenerated({ ...chosen, overrides, loop_id: loop ?? newLoopId(chosen.name) }, await readWorkflow(generate), loop)
  const given: Json | undefined = payload === undefined ? undefined : await readJsonFile(payload)
  return async ({ session, terminal }, config) =>
    ({ loopId: await startGiven(session, { ...chosen, overrides, loop_id: loop, ...config }, given, terminal), fresh: true })
}

/** A loop whose payload is made first, by a loop that bears its name. A name given by hand can come again, so its helper gets letters of its own. */
function makeGenerated(setup: LoopSetup & { readonly loop_id: string }, generator: WorkflowChoice, said: string | undefined): Prepare {
  const helper = said === undefined ? `${setup.loop_id}-payload` : newLoopId(`${said.slice(0, 40)}-payload`)
  return async (common, config) => {
    const { session, terminal } = common
    await startGiven(session, { ...generator, loop_id: helper, approve: 'all', total_cycles: 1 }, undefined, terminal)
    terminal.note(`The payload is made first, by a loop of its own: ${helper}`)
    const ended = await driveLoop({ ...common, loopId: helper, fresh: true, approve: 'all' })
    if (ended.ending !== 'complete') return ended
    return { loopId: await startGenerated(session, { ...setup, ...config }, helper, terminal), fresh: true }
  }
}

/** Says how it ended, and takes along what was approved unless the loop is left open. */
async function finish({ session, terminal, out }: Common, { ending, loop }: Ended): Promise<ExitCode> {
  const over = ending === 'complete' || ending === 'stopped'
  const exported = over && out !== undefined && loop.approved > 0 ? await downloadExport(session, loop.loop_id, out) : undefined
  const { loop_id, status, approved, total_cycles } = loop
  const document = { type: 'end', ending, loop_id, status, approved, total_cycles, exported: exported === undefined ? null : { files: exported.files, folder: exported.where } }
  terminal.result(document, [`${loop_id}: ${approved} of ${total_cycles} cycles approved.`, ...(exported === undefined ? [] : [`Exported to ${exported.where}`])].join('\n'))
  noteNext({ ending, session, terminal, loopId: loop_id, exported: exported !== undefined })
  return ENDED_WITH[ending]
}

const ENDED_WITH = { complete: EXIT.done, stopped: EXIT.unfinished, left: EXIT.unfinished, interrupted: EXIT.interrupted } satisfies Record<Ending, ExitCode>

function noteNext({ ending, session: { again, own }, terminal, loopId, exported }: { ending: Ending; session: Session; terminal: Terminal; loopId: string; exported: boolean }): void {
  if (ending !== 'complete') terminal.note(`Go on with it: ${invocation(`run --loop ${loopId}${again}`)}`)
  else if (!exported) terminal.note(`Export what was approved: ${invocation(`export ${loopId}${again} --out DIR`)}`)
  if (own) terminal.note(`Look at it in the studio: ${invocation(`start${again}`)}, then choose ${loopId}.`)
}
