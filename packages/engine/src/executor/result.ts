import { isAbsolute } from 'node:path'
import type { EngineFiles } from '../files/node-files.ts'
import { isFolderType } from '../files/folders.ts'
import type { NodeResult, NodeUi } from '../nodes/node.ts'

/** What a node returned, and what keeping it costs and relies on. */
export interface StoredResult {
  readonly outputs: readonly unknown[]
  readonly ui: NodeUi | undefined
  readonly bytes: number
  /** Absolute paths of the files that the result names: without them it is worth nothing. */
  readonly paths: readonly string[]
}

/** Measures a result: pixels and samples by their buffers, text by its length; shared buffers count once. */
export function storeResult(result: NodeResult, files: EngineFiles): StoredResult {
  const seen = new Set<unknown>()
  const paths = new Set<string>()
  const open: unknown[] = [result.outputs, result.ui]
  let bytes = 0
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string') bytes += value.length * 2
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    if (ArrayBuffer.isView(value)) bytes += value.byteLength
    else {
      const path = pathIn(value, files)
      if (path !== undefined) paths.add(path)
      for (const member of Object.values(value)) open.push(member)
    }
  }
  return { outputs: result.outputs, ui: result.ui, bytes, paths: [...paths] }
}

/** The file that a `FileRef` or a `VideoClip` names. */
function pathIn(value: object, files: EngineFiles): string | undefined {
  if ('path' in value && typeof value.path === 'string' && isAbsolute(value.path)) return value.path
  if (!('filename' in value) || !('type' in value) || typeof value.filename !== 'string' || typeof value.type !== 'string') return undefined
  const subfolder = 'subfolder' in value && typeof value.subfolder === 'string' ? value.subfolder : ''
  return isFolderType(value.type) ? files.pathOf({ filename: value.filename, subfolder, type: value.type }) : undefined
}
