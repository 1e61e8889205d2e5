import { constants } from 'node:fs'
import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { stringifyJson } from '@lemouf/core/json'
import { approvedOf, isMedia, type Attempt, type LoopState, type Output } from '@lemouf/core/loop'
import { fileLost, type MediaStore } from '../media/media-store.ts'
import { entryOf, summaryOf } from '../loops/view.ts'
import { hasCode, isFull, makeFolders, syncFile } from '../store/durable.ts'

export interface Exported {
  /** Relative to the data folder. */
  readonly folder: string
  readonly files: readonly string[]
}

/** Where the exports of a loop are, relative to the data folder. */
export const exportFolder = (loopId: string): string => join('output', 'lemouf', loopId)

/**
 * Copies what was approved to `output/lemouf/{loop_id}/`, with `manifest_<timestamp>.json` beside it that says where each file came from.
 * Names are unique: `cycle_0000_r00_i00_<timestamp ms>_<counter>.png`. The manifest appears last, so that what it names is there.
 * Errors: `nothing_approved`, `media_not_found`, `disk_full`.
 */
export async function exportApproved(state: LoopState, media: MediaStore, dataDir: string): Promise<Exported> {
  const approved = state.cycles.flatMap((cycle) => approvedOf(cycle) ?? [])
  if (approved.length === 0) throw new AppError('nothing_approved', 'Nothing is approved yet, so there is nothing to export. Approve a result first.')
  const folder = exportFolder(state.loopId)
  await orFull(() => makeFolders(join(dataDir, folder)))
  const stamp = nextStamp()
  const exported: { attempt: Attempt; files: string[] }[] = []
  let counter = 0
  for (const attempt of approved) {
    const files: string[] = []
    for (const [index, output] of attempt.outputs.entries()) {
      const name = `${placeName(attempt, index)}_${stamp}_${counter++}${extensionOf(output)}`
      await writeOutput(output, media, join(dataDir, folder, name))
      files.push(name)
    }
    exported.push({ attempt, files })
  }
  const manifest = `manifest_${stamp}.json`
  await writeWhole(join(dataDir, folder, manifest), stringifyJson(manifestOf(state, stamp, exported), 2))
  return { folder: folder.replaceAll('\\', '/'), files: [...exported.flatMap(({ files }) => files), manifest] }
}

/** Milliseconds since 1970, never the same twice: names are made of it. */
let lastStamp = 0
function nextStamp(): number {
  lastStamp = Math.max(Date.now(), lastStamp + 1)
  return lastStamp
}

function manifestOf(state: LoopState, stamp: number, exported: readonly { attempt: Attempt; files: readonly string[] }[]): unknown {
  return {
    schema: 'lemouf.export.v1',
    exported_at: stamp,
    loop: summaryOf(state),
    workflows: Object.values(state.workflows).map(({ hash, name, prompt }) => ({ hash, name: name ?? null, prompt })),
    approved: exported.map(({ attempt, files }) => ({ files, ...entryOf(attempt) })),
  }
}

async function writeOutput(output: Output, media: MediaStore, target: string): Promise<void> {
  if (output.kind === 'text') return writeWhole(target, output.text)
  if (output.kind === 'json') return writeWhole(target, stringifyJson(output.value, 2))
  const source = await media.path(output.media)
  await written(target, async (partial) => {
    await copyFile(source, partial, constants.COPYFILE_FICLONE).catch((cause: unknown) => {
      throw hasCode(cause, 'ENOENT') ? fileLost(cause) : cause
    })
  })
}

const writeWhole = (target: string, text: string): Promise<void> => written(target, (partial) => writeFile(partial, text))

/** Writes a file beside its place, and to the disk, before it appears there. */
async function written(target: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${target}.partial`
  try {
    await orFull(async () => {
      await write(partial)
      await syncFile(partial)
      await rename(partial, target)
    })
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause
  }
}

async function orFull(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if (!isFull(cause)) throw cause
    throw new AppError('disk_full', 'The disk is full, so the export stopped. Free some space and export again; nothing else is affected.', { cause })
  }
}

function placeName({ cycle, retry }: Attempt, index: number): string {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0')
  return `cycle_${pad(cycle, 4)}_r${pad(retry, 2)}_i${pad(index, 2)}`
}

function extensionOf(output: Output): string {
  if (output.kind === 'text') return '.txt'
  if (!isMedia(output)) return '.json'
  return /\.[a-zA-Z0-9]{1,16}$/.exec(output.filename)?.[0] ?? '.bin'
}
