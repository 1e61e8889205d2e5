import { createClient } from '@lemouf/core/protocol'
import { pino } from 'pino'
import { startProgram } from '../packages/server/src/program.ts'
import { startEngineProcess } from '../test/support/engine-process.ts'
import { openProxy } from '../test/support/engine-proxy.ts'
import { median, ms, quantile, type Figure } from './measure.ts'
import { blurWorkflow, coloursFrom } from './prompts.ts'
import { inFolder } from './system.ts'

const DECISIONS = 300

/** A person approves; how long until the next prompt arrives at the engine, recorded and all. */
export function measureDecisions(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const engine = await startEngineProcess(`${folder}/engine`)
    const posts: number[] = []
    const proxy = await openProxy(engine.url, ({ method, url }) => {
      if (method === 'POST' && url === '/prompt') posts.push(performance.now())
      return false
    })
    const program = await startProgram({ dataDir: folder, host: '127.0.0.1', port: 0, token: undefined, comfy: [proxy.url], workflows: undefined, log: pino({ level: 'silent' }) })
    const call = createClient({ base: program.url, fetch })
    const { loop_id } = await call('startLoop', { body: { prompt: blurWorkflow(64), payload: coloursFrom(1, DECISIONS + 1) } })
    const posted: number[] = []
    const answered: number[] = []
    for (let cycle_index = 0; cycle_index < DECISIONS; cycle_index++) {
      await returned(call, loop_id, cycle_index)
      const before = posts.length
      const decidedAt = performance.now()
      await call('decide', { body: { loop_id, cycle_index, retry_index: 0, decision: 'approve' } })
      answered.push(performance.now() - decidedAt)
      while (posts.length === before) await new Promise((resolve) => setImmediate(resolve))
      posted.push((posts[before] ?? Number.NaN) - decidedAt)
    }
    await program.close()
    proxy.close()
    engine.stop()
    return [
      { what: `decision → next prompt posted, p50 (${DECISIONS})`, value: ms(median(posted)), goal: '< 15 ms' },
      { what: 'decision → next prompt posted, p99', value: ms(quantile(posted, 0.99)), goal: '< 50 ms' },
      { what: 'decision → acknowledged, p50 / p99', value: `${ms(median(answered))} / ${ms(quantile(answered, 0.99))}`, goal: '' },
    ]
  })
}

async function returned(call: ReturnType<typeof createClient>, loop_id: string, cycle: number): Promise<void> {
  for (;;) {
    const { entries } = await call('getManifest', { params: { loop_id }, query: { from_cycle: cycle, limit: 1 } })
    if (entries[0]?.status === 'returned') return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
