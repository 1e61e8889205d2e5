import { createClient, type Client } from '@lemouf/core/protocol'
import { pino } from 'pino'
import { startProgram, type Program } from '../packages/server/src/program.ts'
import { dwellWorkflow, startMachine } from '../test/support/machines.ts'
import { median, type Figure } from './measure.ts'
import { coloursFrom } from './prompts.ts'
import { inFolder } from './system.ts'

const ROUNDS = 5
const PROMPT_MS = 200
const PROMPTS = 40
/** Deep enough that two servers have one prompt running and one waiting each. */
const LOOKAHEAD = 5

/** Cycles a second with two generating servers against one. Their work takes time and none of our cores, as that of GPU machines. */
export function measureServers(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const machines = [await startMachine(), await startMachine()]
    const rates: number[] = []
    for (const count of [1, 2]) {
      const program = await open(`${folder}/${count}`, machines.slice(0, count).map(({ url }) => url))
      const seconds: number[] = []
      for (let round = 0; round < ROUNDS; round++) seconds.push(await timed(program, (count * ROUNDS + round) * PROMPTS + 1))
      rates.push(PROMPTS / median(seconds))
      await program.close()
    }
    for (const machine of machines) await machine.close()
    const [one = Number.NaN, two = Number.NaN] = rates
    return [{ what: `cycles a second, prompts of ${PROMPT_MS} ms, two servers / one`, value: `${two.toFixed(2)} / ${one.toFixed(2)} = ${(two / one).toFixed(2)}`, goal: '≥ 1.9' }]
  })
}

const REVIEW_MS = 3_000
const CYCLES = 12

/** How long a server stands idle for a person who takes three seconds a cycle. */
export function measureIdle(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const figures: Figure[] = []
    for (const { lookahead, promptMs, goal } of [{ lookahead: 0, promptMs: 3_000, goal: '' }, { lookahead: 2, promptMs: 3_000, goal: '< 5 %' }, { lookahead: 2, promptMs: 4_000, goal: '< 5 %' }]) {
      const machine = await startMachine()
      const program = await open(`${folder}/${lookahead}-${promptMs}`, [machine.url])
      const call = createClient({ base: program.url, fetch })
      const { loop_id } = await call('startLoop', { body: { prompt: dwellWorkflow(promptMs), payload: coloursFrom(1, CYCLES), lookahead } })
      await review(call, loop_id)
      const { workers } = await call('getSystem', {})
      const { busy_ms: busy = 0, idle_ms: idle = 0 } = workers[0] ?? {}
      figures.push({ what: `idle share, ${promptMs / 1000} s prompts, a reviewer of 3 s, lookahead ${lookahead}`, value: `${((idle / (busy + idle)) * 100).toFixed(1)} %`, goal })
      await program.close()
      await machine.close()
    }
    return figures
  })
}

async function review(call: Client, loop_id: string): Promise<void> {
  for (let cycle_index = 0; cycle_index < CYCLES; cycle_index++) {
    await until(async () => (await call('getManifest', { params: { loop_id }, query: { from_cycle: cycle_index, limit: 1 } })).entries[0]?.status === 'returned')
    await new Promise((resolve) => setTimeout(resolve, REVIEW_MS))
    await call('decide', { body: { loop_id, cycle_index, retry_index: 0, decision: 'approve' } })
  }
}

async function open(dataDir: string, comfy: readonly string[]): Promise<Program> {
  const program = await startProgram({ dataDir, host: '127.0.0.1', port: 0, token: undefined, comfy, workflows: undefined, log: pino({ level: 'silent' }) })
  const call = createClient({ base: program.url, fetch })
  await until(async () => (await call('getSystem', {})).workers.every(({ state }) => state === 'online'))
  return program
}

async function timed({ url }: Program, firstColour: number): Promise<number> {
  const call = createClient({ base: url, fetch })
  const startedAt = performance.now()
  const body = { prompt: dwellWorkflow(PROMPT_MS), payload: coloursFrom(firstColour, PROMPTS), approve: 'all', lookahead: LOOKAHEAD } as const
  const { loop_id } = await call('startLoop', { body })
  await until(async () => (await call('getLoop', { params: { loop_id }, query: { manifest: 'none' } })).status === 'complete')
  return (performance.now() - startedAt) / 1000
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10))
}
