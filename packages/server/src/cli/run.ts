import type { Json } from '@lemouf/core/json'
import * as z from 'zod'
import { defineCommand, EXIT, option, usageError, wholeNumber, type ExitCode } from './command.ts'
import { withSession, type Session } from './connect.ts'
import { downloadExport } from './download.ts'
import { driveLoop, type Drive, type Ending } from './drive-loop.ts'
import { feeding, place } from './options.ts'
import { startGenerated, startGiven, type LoopSetup } from './start-loop.ts'
import type { Terminal } from './terminal.ts'
import { readAssignments, readJsonFile, readWorkflow } from './workflow-choice.ts'

const text = z.string().min(1).optional()
const DEFAULT_LOOKAHEAD = 2

/** `lemouf run`: a loop from its start, or from where it was left, to its last approved cycle. */
export const run = defineCommand({
  name: 'run',
  summary: 'Run a workflow in cycles, or go on with a loop (--loop ID)',
  operands: { workflow: option('WORKFLOW', 'A listed name such as loop/loop_basic_image.json, or the path of a JSON file', text) },
  options: {
    ...feeding,
    generate: option('WORKFLOW', 'A workflow that is run first; the JSON of its Loop Return becomes the payload', text),
    approve: option('all|ask', 'Who approves: everything by itself, or you by key (default in a terminal)', z.enum(['all', 'ask'], 'say all or ask').optional()),
    lookahead: option('N', 'Cycles made ahead while one is looked at (default: 2 with --approve all, else 0)', wholeNumber(0, 100).optional()),
    loop: option('ID', 'The loop to go on with; with a WORKFLOW, the id of the new loop', text),
    out: option('DIR', 'Copy what was approved to this folder at the end', text),
    ...place,
  },
  run: async (args, terminal) => {
    const approve = args.approve ?? (terminal.interactive ? 'ask' : undefined)
    if (approve === undefined) throw usageError('Nobody can be asked here. Say --approve all, or run it in a terminal.')
    const prepare = args.workflow === undefined ? goOn(args) : makeNew(args.workflow, args)
    const config = { approve, total_cycles: args.cycles, lookahead: args.lookahead ?? (approve === 'all' ? DEFAULT_LOOKAHEAD : undefined) }
    return withSession(args, terminal, async (session) => {
      const common = { session, approve, out: args.out, terminal }
      const made = await prepare(common, config)
      return 'ending' in made ? finish(common, made) : finish(common, await driveLoop({ ...common, ...made }))
    })
  },
})

type Common = Omit<Drive, 'loopId' | 'fresh'>
type Config = Pick<LoopSetup, 'approve' | 'total_cycles' | 'lookahead'>
type Ended = Awaited<ReturnType<typeof driveLoop>>
/** Gives the loop to drive, or how the one before it ended. */
type Prepare = (common: Common, config: Config) => Promise<Pick<Drive, 'loopId' | 'fresh'> | Ended>

interface RunArgs {
  readonly loop: string | undefined
  readonly payload: string | undefined
  readonly generate: string | undefined
  readonly set: readonly string[]
}

function goOn({ loop, payload, generate, set }: RunArgs): Prepare {
  if (loop === undefined) throw usageError('Say which WORKFLOW to run, or which loop to go on with (--loop ID). See: lemouf help run')
  if (payload !== undefined || generate !== undefined || set.length > 0) {
    throw usageError('A loop that exists keeps its payload and inputs: --payload, --generate and --set go with a WORKFLOW only.')
  }
  return async ({ session: { client } }, config) => {
    await client('configure', { body: { loop_id: loop, ...config } })
    return { loopId: loop, fresh: false }
  }
}

function makeNew(word: string, { loop, payload, generate, set }: RunArgs): Prepare {
  if (payload !== undefined && generate !== undefined) throw usageError('Give the payload with --payload or with --generate, not with both.')
  const overrides = readAssignments(set)
  return async (common, config) => {
    const setup = { ...(await readWorkflow(word)), overrides, loop_id: loop, ...config }
    if (generate === undefined) {
      const given: Json | undefined = payload === undefined ? undefined : await readJsonFile(payload)
      return { loopId: await startGiven(common.session, setup, given, common.terminal), fresh: true }
    }
    const generator = await startGiven(common.session, { ...(await readWorkflow(generate)), approve: 'all', total_cycles: 1 }, undefined, common.terminal)
    const ended = await driveLoop({ ...common, loopId: generator, fresh: true, approve: 'all' })
    if (ended.ending !== 'complete') return ended
    return { loopId: await startGenerated(common.session, setup, generator, common.terminal), fresh: true }
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

function noteNext({ ending, session: { again }, terminal, loopId, exported }: { ending: Ending; session: Session; terminal: Terminal; loopId: string; exported: boolean }): void {
  if (ending !== 'complete') terminal.note(`Go on with it: lemouf run --loop ${loopId}${again}`)
  else if (!exported) terminal.note(`Export what was approved: lemouf export ${loopId}${again} --out DIR`)
}
