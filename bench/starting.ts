import { createClient } from '@lemouf/core/protocol'
import { startProcess } from '../test/support/process.ts'
import { median, mb, ms, type Figure } from './measure.ts'
import { inFolder, residentBytes } from './system.ts'

const ROUNDS = 7

/** From the start of the process until the page is served, and until its engine takes work; and the memory it then holds. */
export async function measureStart(): Promise<readonly Figure[]> {
  const first: number[] = []
  const ready: number[] = []
  let memory = 0
  for (let round = 0; round < ROUNDS; round++) {
    await inFolder(async (folder) => {
      const startedAt = performance.now()
      const program = await startProcess(folder)
      first.push(program.readyMs)
      await engineOnline(program.url)
      ready.push(performance.now() - startedAt)
      memory = residentBytes(program.child.pid ?? 0)
      await program.stop()
    })
  }
  return [
    { what: 'start → serves the page (median of 7)', value: ms(median(first)), goal: '' },
    { what: 'start → engine takes work (median of 7)', value: ms(median(ready)), goal: '' },
    { what: 'resident memory after the start, server + engine', value: mb(memory), goal: '' },
  ]
}

async function engineOnline(url: string): Promise<void> {
  const call = createClient({ base: url, fetch })
  for (;;) {
    const { workers } = await call('getSystem', {})
    if (workers.some((worker) => worker.state === 'online')) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
