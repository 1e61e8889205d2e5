import { createClient } from '@lemouf/core/protocol'
import { pino } from 'pino'
import { startProgram } from '../packages/server/src/program.ts'
import { runBare } from './bare-client.ts'
import { startEngineProcess } from '../test/support/engine-process.ts'
import { median, type Figure } from './measure.ts'
import { blurPrompt, blurWorkflow, coloursFrom } from './prompts.ts'
import { inFolder } from './system.ts'

const ROUNDS = 5
/** Sizes in pixels whose prompts take about 20, 50 and 200 ms on two slow cores; the real times are printed. */
const CASES = [
  { size: 288, prompts: 200 },
  { size: 512, prompts: 80 },
  { size: 1024, prompts: 15 },
]

/** Cycles a second through the server, each recorded, fetched and approved, against a bare client on the same engine. */
export function measureCycles(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const engine = await startEngineProcess(`${folder}/engine`)
    const program = await startProgram({ dataDir: folder, host: '127.0.0.1', port: 0, token: undefined, comfy: [engine.url], workflows: undefined, log: pino({ level: 'silent' }) })
    const figures: Figure[] = []
    let colour = 1
    for (const { size, prompts } of CASES) {
      const bare: number[] = []
      const served: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const fresh = coloursFrom((colour += prompts * 2), prompts)
        bare.push(await runBare(engine.url, fresh.map((entry) => blurPrompt(size, entry.colour))))
        served.push(await runServed(program.url, size, coloursFrom(colour + prompts, prompts)))
      }
      const [bareSeconds, servedSeconds] = [median(bare), median(served)]
      figures.push({
        what: `cycles a second, prompts of ${((bareSeconds / prompts) * 1000).toFixed(0)} ms (server / bare client)`,
        value: `${(prompts / servedSeconds).toFixed(1)} / ${(prompts / bareSeconds).toFixed(1)} = ${(bareSeconds / servedSeconds).toFixed(2)}`,
        goal: '≥ 0.9',
      })
    }
    await program.close()
    engine.stop()
    return figures
  })
}

async function runServed(url: string, size: number, payload: { colour: number }[]): Promise<number> {
  const call = createClient({ base: url, fetch })
  const events = await fetch(`${url}/lemouf/events`)
  const startedAt = performance.now()
  const { loop_id } = await call('startLoop', { body: { prompt: blurWorkflow(size), payload, approve: 'all', lookahead: 2 } })
  let seen = ''
  for await (const chunk of events.body ?? []) {
    seen = (seen + Buffer.from(chunk as Uint8Array).toString()).slice(-20_000)
    if (seen.includes(`"loop_id":"${loop_id}","status":"complete"`)) break
  }
  return (performance.now() - startedAt) / 1000
}
