import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type LoopView, type ManifestEntry } from '@lemouf/core/protocol'
import { stringifyJson, type JsonObject } from '@lemouf/core/json'
import { pino } from 'pino'
import { startProgram, type Program, type ProgramOptions } from '../program.ts'

/** The whole program on a folder of its own and a free port, for tests. */
export interface TestStudio {
  readonly url: string
  readonly dataDir: string
  readonly call: Client
  /** The loop once it is as asked. Fails when that takes longer than 20 s. */
  until(loopId: string, isReady: (loop: LoopView) => boolean): Promise<LoopView>
  /** Ends the program and starts it again on the same data. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** As of the program; one ComfyUI can stand alone. */
type TestOptions = Partial<Omit<ProgramOptions, 'comfy'>> & { readonly comfy?: string | readonly string[] }

const PATIENCE_MS = 20_000

export async function openTestStudio({ comfy, ...options }: TestOptions = {}): Promise<TestStudio> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'lemouf-')))
  const start = (): Promise<Program> =>
    startProgram({ host: '127.0.0.1', port: 0, token: undefined, comfy: comfy === undefined ? [] : [comfy].flat(), workflows: undefined, log: pino({ level: 'silent' }), ...options, dataDir })
  let program = await start()
  const studio: TestStudio = {
    dataDir,
    get url() {
      return program.url
    },
    call: (name, input) => createClient({ base: program.url, actor: 'tester', fetch })(name, input),
    until: (loopId, isReady) => waitFor(studio.call, loopId, isReady),
    restart: async () => {
      await program.close()
      program = await start()
    },
    close: async () => {
      await program.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
  return studio
}

async function waitFor(call: Client, loopId: string, isReady: (loop: LoopView) => boolean): Promise<LoopView> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    const loop = await call('getLoop', { params: { loop_id: loopId }, query: {} })
    if (isReady(loop)) return loop
    if (Date.now() > deadline) throw new Error(`The loop did not become as expected: ${stringifyJson(loop)}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Whether an attempt is there and has returned. */
export const hasReturned = (cycle: number, retry = 0) => (loop: LoopView): boolean => entryAt(loop, cycle, retry)?.status === 'returned'

export function entryAt(loop: LoopView, cycle: number, retry: number): ManifestEntry | undefined {
  return loop.manifest.find((entry) => entry.cycle_index === cycle && entry.retry_index === retry)
}

/** A prompt that paints a plain picture of the payload's colour; a retry gets another colour. */
export function colourPrompt(size = 16): JsonObject {
  const mappings = [{ from: 'colour', to: { node: 'type:EmptyImage', input: 'color' }, on_retry: '$retry_index' }]
  return {
    '1': { class_type: 'EmptyImage', inputs: { width: size, height: size, batch_size: 1, color: 0 } },
    '2': { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    '3': { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
}

/** A payload of `count` colours, all different. */
export const colours = (count: number): { colour: number }[] => Array.from({ length: count }, (_unused, index) => ({ colour: 0x102030 + index * 7 }))
