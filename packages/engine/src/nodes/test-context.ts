import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { JsonObject } from '@lemouf/core/json'
import { onTestFinished } from 'vitest'
import type { ImageFrame, MaskFrame } from '../media/types.ts'
import { nodeClasses } from './index.ts'
import { NodeError, type FileRef, type NodeContext, type NodeFiles, type NodeInputs, type NodeResult } from './node.ts'

/** A node context over a fresh folder, with what it was told; for tests of node classes without the runtime. */
export interface TestContext extends NodeContext {
  readonly root: string
  readonly progressed: [value: number, max: number][]
  readonly previews: Uint8Array[]
  /** Puts a file into `input/`. */
  put(name: string, bytes: Uint8Array | string): Promise<void>
  read(ref: unknown): Promise<Buffer>
}

export async function testContext(options: { extraPngInfo?: JsonObject; prompt?: JsonObject; signal?: AbortSignal } = {}): Promise<TestContext> {
  const root = await mkdtemp(join(tmpdir(), 'lemouf-nodes-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const progressed: [number, number][] = []
  const previews: Uint8Array[] = []
  return {
    root,
    nodeId: '1',
    promptId: 'test',
    signal: options.signal ?? new AbortController().signal,
    files: filesIn(root),
    prompt: options.prompt ?? { 1: { class_type: 'Test', inputs: {} } },
    extraPngInfo: options.extraPngInfo ?? {},
    progressed,
    previews,
    progress: (value, max) => void progressed.push([value, max]),
    preview: ({ bytes }) => void previews.push(bytes),
    put: async (name, bytes) => {
      await mkdir(join(root, 'input'), { recursive: true })
      await writeFile(join(root, 'input', name), bytes)
    },
    read: (ref) => {
      const { type, subfolder, filename } = ref as FileRef
      return readFile(join(root, type, subfolder, filename))
    },
  }
}

function filesIn(root: string): NodeFiles {
  let scratched = 0
  const nextRef = async (kind: 'output' | 'temp', prefix: string, extension: string): Promise<FileRef> => {
    const subfolder = dirname(prefix) === '.' ? '' : dirname(prefix)
    const folder = join(root, kind, subfolder)
    await mkdir(folder, { recursive: true })
    const taken = (await readdir(folder)).filter((name) => name.startsWith(`${basename(prefix)}_`)).length
    return { filename: `${basename(prefix)}_${`${taken + 1}`.padStart(5, '0')}_${extension}`, subfolder, type: kind }
  }
  const pathOf = (ref: FileRef): string => join(root, ref.type, ref.subfolder, ref.filename)
  return {
    listInputs: async (extensions) => (await readdir(join(root, 'input'))).filter((name) => extensions.some((extension) => name.endsWith(extension))).sort(),
    resolve: async (name) => {
      const path = name.endsWith(' [output]') ? join(root, 'output', name.slice(0, -9)) : join(root, 'input', name)
      await stat(path).catch((cause: unknown) => {
        throw new NodeError(`${name} is not there.`, { cause })
      })
      return path
    },
    save: async (kind, prefix, extension, bytes) => {
      const ref = await nextRef(kind, prefix, extension)
      await writeFile(pathOf(ref), bytes)
      return ref
    },
    adopt: async (kind, prefix, extension, path) => {
      const ref = await nextRef(kind, prefix, extension)
      await rename(path, pathOf(ref)).catch(() => copyFile(path, pathOf(ref)))
      return ref
    },
    scratch: (extension) => Promise.resolve(join(root, `scratch-${scratched++}${extension}`)),
  }
}

/** Runs a node class by its name; missing widgets get their defaults. */
export async function execute(name: string, inputs: NodeInputs, context?: NodeContext): Promise<NodeResult> {
  const node = nodeClasses.get(name)
  if (node === undefined) throw new TypeError(`no node class ${name}`)
  const defaults = Object.entries({ ...node.required }).flatMap(([key, spec]) => (spec.options?.default === undefined ? [] : [[key, spec.options.default]]))
  return node.execute({ ...Object.fromEntries(defaults), ...inputs }, context ?? (await testContext()))
}

/** Rows of grey levels as an RGB frame: `grey([0, 255], [128, 1])`. */
export function grey(...rows: number[][]): ImageFrame {
  return { width: rows[0]?.length ?? 0, height: rows.length, channels: 3, data: Uint8Array.from(rows.flat().flatMap((level) => [level, level, level])) }
}

/** Pixels of an RGB or RGBA frame, row by row. */
export function rgb(...rows: number[][][]): ImageFrame {
  const channels = rows[0]?.[0]?.length === 4 ? 4 : 3
  return { width: rows[0]?.length ?? 0, height: rows.length, channels, data: Uint8Array.from(rows.flat(2)) }
}

/** Rows of levels as a mask. */
export function mask(...rows: number[][]): MaskFrame {
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8Array.from(rows.flat()) }
}

/** The red levels of a frame, or the levels of a mask, in rows. */
export function levels(frame: ImageFrame | MaskFrame): number[][] {
  const step = 'channels' in frame ? frame.channels : 1
  return Array.from({ length: frame.height }, (_, y) => Array.from({ length: frame.width }, (_pixel, x) => frame.data[(y * frame.width + x) * step] as number))
}
