import { mkdir, rm } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'

export const FOLDER_TYPES = ['input', 'output', 'temp'] as const
export type FolderType = (typeof FOLDER_TYPES)[number]

/** The engine's three folders as absolute paths. */
export type Folders = Readonly<Record<FolderType, string>>

/** Makes the folders below `dataDir` and empties `temp`, as ComfyUI does when it starts. */
export async function openFolders(dataDir: string): Promise<Folders> {
  const root = resolve(dataDir)
  const folders: Folders = { input: join(root, 'input'), output: join(root, 'output'), temp: join(root, 'temp') }
  await rm(folders.temp, { recursive: true, force: true })
  for (const type of FOLDER_TYPES) await mkdir(folders[type], { recursive: true })
  return folders
}

export function isFolderType(text: string): text is FolderType {
  return FOLDER_TYPES.some((type) => type === text)
}

/** The absolute path of `parts` below `root`, or undefined when they lead out of it. The root itself counts as inside. */
export function within(root: string, ...parts: readonly string[]): string | undefined {
  if (parts.some((part) => part.includes('\0'))) return undefined
  const path = resolve(root, ...parts)
  return path === root || path.startsWith(root + sep) ? path : undefined
}

/** Splits ComfyUI's `name [output]`; without a suffix there is no type. */
export function parseAnnotated(name: string): { readonly name: string; readonly type: FolderType | undefined } {
  const match = /^(.*?) ?\[(input|output|temp)\]$/s.exec(name)
  if (match?.[1] === undefined || match[2] === undefined || !isFolderType(match[2])) return { name, type: undefined }
  return { name: match[1], type: match[2] }
}
