import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { stringifyJson } from '@lemouf/core/json'
import { approvedOf, isMedia, type Attempt, type LoopState, type Output } from '@lemouf/core/loop'
import type { MediaStore } from '../media/media-store.ts'
import { entryOf, summaryOf } from '../loops/view.ts'

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
 * Errors: `nothing_approved`, `disk_full`.
 */
export async function exportApproved(state: LoopState, media: MediaStore, dataDir: string): Promise<Exported> {
  const approved = state.cycles.flatMap((cycle) => approvedOf(cycle) ?? [])
  if (approved.length === 0) throw new AppError('nothing_approved', 'Nothing is approved yet, so there is nothing to export. Approve a result first.')
  const folder = exportFolder(state.loopId)
  await mkdir(join(dataDir, folder), { recursive: true })
  const stamp = Date.now()
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
  const partial = `${target}.partial`
  const source = await media.path(output.media)
  await onDisk(partial, () => copyFile(source, partial, constants.COPYFILE_FICLONE))
  await rename(partial, target)
}

async function writeWhole(target: string, text: string): Promise<void> {
  const partial = `${target}.partial`
  await onDisk(partial, () => writeFile(partial, text))
  await rename(partial, target)
}

async function onDisk(partial: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
    const file = await open(partial, 'r+')
    await file.sync()
    await file.close()
  } catch (cause) {
    await rm(partial, { force: true })
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC')) throw cause
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
  const dot = output.filename.lastIndexOf('.')
  return dot < 0 ? '.bin' : output.filename.slice(dot).replace(/[^.a-zA-Z0-9]/g, '')
}
