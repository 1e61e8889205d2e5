import { initialState, restore, setupOf, type Attempt } from '@lemouf/core/loop'
import sharp from 'sharp'
import { summaryOf } from '../packages/server/src/loops/view.ts'
import { openMediaStore } from '../packages/server/src/media/media-store.ts'
import type { MediaRow } from '../packages/server/src/store/schema.ts'
import { openStore } from '../packages/server/src/store/open-store.ts'
import type { Store } from '../packages/server/src/store/store.ts'

/** Attempts written at once. */
const BATCH = 2_000
/** Different files; the media that show them have addresses of their own, so that each is fetched and decoded. */
const FILES = 100
const MEDIA = 2_000
const PIXELS = 768

/** Writes a loop of so many cycles that have returned a picture and wait for a person, as the program would have. */
export async function fillLoop(folder: string, loopId: string, cycles: number): Promise<void> {
  const store = await openStore(folder)
  const media = await paint(folder, store)
  const attempts: Attempt[] = []
  for (let first = 0; first < cycles; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, cycles - first) }, (_unused, index) => attemptOf(first + index, media[(first + index) % media.length]))
    attempts.push(...batch)
    const events = batch.map(({ run, cycle, retry, seq, queuedAt }) => ({ type: 'attemptReturned' as const, run, cycle, retry, worker: 'bench', outputs: [], seq, at: queuedAt, by: 'bench' }))
    const empty = initialState(loopId)
    const setup = { ...setupOf(empty), workflowHash: 'h', workflows: { h: { hash: 'h', prompt: {} } }, config: { ...empty.config, totalCycles: cycles } }
    const state = restore(setup, { seq: first + batch.length, updatedAt: Date.now(), attempts })
    await store.append({ loopId, expectedSeq: first, events, attempts: batch, clearAttempts: false, setup, summary: summaryOf(state) })
  }
  await store.close()
}

/** Pictures with noise, so that they take as long to decode as photographs do. */
async function paint(folder: string, store: Store): Promise<readonly MediaRow[]> {
  const into = await openMediaStore(folder, store)
  const files: MediaRow[] = []
  for (let file = 0; file < FILES; file++) {
    const background = { r: (file * 53) % 256, g: (file * 97) % 256, b: (file * 151) % 256 }
    const noise = await sharp({ create: { width: PIXELS / 4, height: PIXELS / 4, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).tint(background).resize(PIXELS).png({ compressionLevel: 3 }).toBuffer()
    const row = await into.put(noise, { filename: `bench_${file}.png`, maxBytes: 50_000_000 })
    if (!row.ok) throw row.error
    files.push(row.value)
  }
  const rows = Array.from({ length: MEDIA }, (_unused, index) => ({ ...(files[index % FILES] as MediaRow), id: index.toString(16).padStart(32, '0') }))
  await Promise.all(rows.map((row) => store.insertMedia(row)))
  return rows
}

function attemptOf(cycle: number, media: MediaRow | undefined): Attempt {
  if (media === undefined) throw new Error('There are no pictures.')
  const at = Date.now()
  return {
    run: 0, cycle, retry: 0, round: 0, seq: cycle + 1,
    promptId: `00000000-0000-5000-8000-${String(cycle).padStart(12, '0')}`,
    status: 'returned',
    decisions: [],
    revision: 0,
    workflowHash: 'h',
    assignments: { '1.text': `a picture of hour ${cycle}, with a sentence or two of what is to be seen in it, as prompts have`, '1.seed': cycle },
    edits: {},
    seed: cycle,
    uploads: [],
    outputs: [{ kind: 'image', media: media.id, filename: `cycle_${cycle}.png`, subfolder: 'lemouf_loop/bench', folder: 'output', mime: 'image/png', bytes: media.bytes, width: PIXELS, height: PIXELS }],
    failure: undefined,
    unwanted: false,
    worker: 'bench',
    queuedAt: at,
    startedAt: at,
    endedAt: at,
    updatedAt: at,
  }
}
