import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { startProcess } from './support/process.ts'

const KILLS = 50
const CYCLES = 400
/** Every other program lives for some time, whatever it has come to; the others until so many decisions are acknowledged, and a moment longer: kills fall into its start and into its work, however fast the machine is. */
const MOST_ANSWERS = 8
const LAST_MOMENTS_MS = 80
const SHORT_LIFE_MS = 1_500
const LONGEST_LIFE_MS = 20_000
/** The goal is 2 s on a machine of its own; tests share theirs, so the bound here only catches a start that hangs. The bench measures it. */
const READY_BOUND_MS = 25_000

const mappings = [{ from: 'colour', to: { node: 'id:1', input: 'color' }, on_retry: '$retry_index' }]
const prompt = {
  '1': { class_type: 'EmptyImage', inputs: { width: 96, height: 96, batch_size: 1, color: 0 } },
  '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
  '3': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
}

interface Review {
  /** How many decisions are enough. */
  readonly answers: number
  readonly enough: PromiseWithResolvers<undefined>
}
type Acknowledged = Map<string, { decision: string; revision: number }>
const keyOf = (entry: Pick<ManifestEntry, 'cycle_index' | 'retry_index'>): string => `${entry.cycle_index}/${entry.retry_index}`

/** Two programs at once, each with its own folder: a start mostly waits. */
const PROGRAMS = 2

test.concurrent.for(Array.from({ length: PROGRAMS }, (_unused, program) => program + 1))(`killed ${KILLS / PROGRAMS} times during decisions and generation, it loses nothing that it acknowledged (program %i of ${PROGRAMS})`, { timeout: 600_000 }, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-kill-'))
  const acknowledged: Acknowledged = new Map()
  const results = new Map<string, string>()
  let program = await startProcess(dataDir)
  const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
  const payload = Array.from({ length: CYCLES }, (_unused, index) => ({ colour: index }))
  const { loop_id } = await call('startLoop', { body: { prompt: prompt, payload, lookahead: 2 } })

  for (let kill = 0; kill < KILLS / PROGRAMS; kill++) {
    const review = { answers: 1 + Math.floor(Math.random() * MOST_ANSWERS), enough: Promise.withResolvers<undefined>() }
    const reviewing = reviewUntilGone(call, loop_id, acknowledged, results, review)
    await Promise.race([review.enough.promise, sleep(kill % 2 === 0 ? LONGEST_LIFE_MS : Math.random() * SHORT_LIFE_MS)])
    await sleep(Math.random() * LAST_MOMENTS_MS)
    await program.kill()
    await reviewing
    program = await startProcess(dataDir)
    expect(program.readyMs).toBeLessThan(READY_BOUND_MS)
    const { manifest } = await call('getLoop', { params: { loop_id }, query: {} })
    expectNothingLost(manifest, acknowledged, results)
  }

  const { manifest } = await settled(call, loop_id)
  expectNothingLost(manifest, acknowledged, results)
  expect(manifest.every((entry) => entry.status === 'returned')).toBe(true)
  const returned = await returnsIn(call, loop_id)
  expect(Math.max(...returned.values())).toBe(1)
  expect(acknowledged.size).toBeGreaterThan(KILLS / PROGRAMS)
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** Decides on whatever waits, as fast as it can, and notes what was acknowledged; says when that was enough, and ends when the server is gone. */
async function reviewUntilGone(call: Client, loop_id: string, acknowledged: Acknowledged, results: Map<string, string>, { answers, enough }: Review): Promise<void> {
  let answered = 0
  try {
    for (;;) {
      const { current_cycle } = await call('getLoop', { params: { loop_id }, query: { manifest: 'none' } })
      const { entries } = await call('getManifest', { params: { loop_id }, query: { from_cycle: current_cycle, limit: 10 } })
      for (const entry of entries) {
        if (entry.status === 'returned') results.set(keyOf(entry), entry.outputs.images[0]!.media)
      }
      const open = entries.find((entry) => entry.cycle_index === current_cycle && entry.status === 'returned' && entry.decision === null)
      if (open === undefined) continue
      const decision = Math.random() < 0.25 && open.retry_index < 2 ? 'reject' : 'approve'
      const answer = await call('decide', { body: { loop_id, cycle_index: open.cycle_index, retry_index: open.retry_index, decision, revision: open.revision } })
      acknowledged.set(keyOf(open), { decision, revision: answer.revision })
      if (++answered >= answers) enough.resolve(undefined)
    }
  } catch (error) {
    // The server was killed: that is how a review ends here. Anything it refused is a failure.
    if (!(error instanceof Error && 'code' in error && error.code === 'engine_unavailable')) throw error
  }
}

function expectNothingLost(manifest: readonly ManifestEntry[], acknowledged: Acknowledged, results: Map<string, string>): void {
  const entries = new Map(manifest.map((entry) => [keyOf(entry), entry]))
  for (const [key, { decision, revision }] of acknowledged) {
    expect([key, entries.get(key)?.decision, entries.get(key)?.revision]).toEqual([key, decision, revision])
  }
  for (const [key, media] of results) expect([key, entries.get(key)?.outputs.images[0]?.media]).toEqual([key, media])
}

/** The loop once nothing of it is under way. */
async function settled(call: Client, loop_id: string): Promise<{ manifest: ManifestEntry[] }> {
  for (let tries = 0; tries < 600; tries++) {
    const loop = await call('getLoop', { params: { loop_id }, query: {} })
    if (loop.manifest.every((entry) => entry.status !== 'queued' && entry.status !== 'running')) return loop
    await sleep(50)
  }
  throw new Error('Some attempts never settled.')
}

/** How often each attempt returned, counted in the history. */
async function returnsIn(call: Client, loop_id: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof call<'getHistory'>>> = await call('getHistory', { params: { loop_id }, query: { after_seq: after, limit: 1000 } })
    for (const { type, data } of page.events) {
      if (type !== 'attemptReturned') continue
      const { cycle, retry } = data as { cycle: number; retry: number }
      counts.set(`${cycle}/${retry}`, (counts.get(`${cycle}/${retry}`) ?? 0) + 1)
    }
    after = page.next_seq
  }
  return counts
}
