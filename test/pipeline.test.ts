import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { createClient, type Client, type PipelineView } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { startProcess } from './support/process.ts'

const KILLS = 12
const PIPELINE = 'loop/leMouf_Loop-pipeline_0-1-0.json'

test(`killed ${KILLS} times at any moment of a pipeline, it loses nothing that it said and makes nothing twice`, { timeout: 240_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-pipeline-'))
  let program = await startProcess(dataDir)
  const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
  const kill = async (): Promise<void> => {
    await program.kill()
    program = await startProcess(dataDir)
  }
  const first = await call('startPipeline', { body: { name: PIPELINE, approve: 'all' } })
  let known = first
  for (let kills = 0; kills < KILLS; kills++) {
    const until = Date.now() + Math.random() * 900
    while (Date.now() < until) known = await call('getPipeline', { params: { pipeline_id: first.pipeline_id } })
    await kill()
    const now = await call('getPipeline', { params: { pipeline_id: first.pipeline_id } })
    expectNothingLost(known, now)
  }
  const done = await settled(call, first.pipeline_id)
  const { resources } = await call('getResources', { params: { pipeline_id: done.pipeline_id }, query: {} })
  expect(resources.map(({ from }) => [from?.cycle_index, from?.retry_index])).toEqual([0, 1, 2, 3, 4].map((cycle) => [cycle, 0]))
  const { loops } = await call('listLoops', {})
  expect(loops.map(({ loop_id }) => loop_id).sort()).toEqual(done.steps.flatMap(({ loop_id }) => loop_id ?? []).sort())
  for (const { loop_id } of loops) expect(await happened(call, loop_id)).toEqual(expect.objectContaining({ created: 1, attemptQueued: loop_id === done.steps[0]?.loop_id ? 1 : 5 }))
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** What a client was told of a run stays so: a step that was done is done, in the loop that it had. */
function expectNothingLost(told: PipelineView, now: PipelineView): void {
  expect(now.run).toBe(told.run)
  expect(now.seq).toBeGreaterThanOrEqual(told.seq)
  for (const [index, step] of told.steps.entries()) {
    if (step.loop_id !== null) expect(now.steps[index]?.loop_id).toBe(step.loop_id)
    if (step.status === 'done') expect(now.steps[index]).toEqual(step)
  }
}

async function settled(call: Client, pipeline_id: string): Promise<PipelineView> {
  for (let tries = 0; tries < 600; tries++) {
    const pipeline = await call('getPipeline', { params: { pipeline_id } })
    if (pipeline.status === 'done') return pipeline
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new AppError('internal', 'The pipeline never came to its end.')
}

/** How often each kind of event is in a loop's history. */
async function happened(call: Client, loop_id: string): Promise<Record<string, number>> {
  const { events } = await call('getHistory', { params: { loop_id }, query: { limit: 1000 } })
  return Object.fromEntries([...Map.groupBy(events, ({ type }) => type)].map(([type, list]) => [type, list.length]))
}
