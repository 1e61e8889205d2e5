import { randomUUID } from 'node:crypto'
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { NodeError, type FileRef, type NodeFiles } from '../nodes/node.ts'
import { parseAnnotated, within, type Folders } from './folders.ts'
import { claimName, moveFile, systemCode } from './placing.ts'
import { fillPrefix, nextCounter, numberedName } from './save-name.ts'

type SaveKind = 'output' | 'temp'

/** Prefixes whose last number is remembered; beyond it they are counted from their folder anew. */
const REMEMBERED_PREFIXES = 1000
const SCRATCH = '.scratch'

/** The files of all prompts. A number is handed out once even when nodes save at the same time. */
export class EngineFiles {
  readonly folders: Folders
  readonly #counters = new Map<string, Promise<number>>()

  constructor(folders: Folders) {
    this.folders = folders
  }

  /** What the nodes of one prompt see. */
  forPrompt(promptId: string): NodeFiles {
    return {
      listInputs: (extensions) => this.#listInputs(extensions),
      resolve: (annotatedName) => this.#resolve(annotatedName),
      save: (kind, prefix, extension, bytes) => this.#save(kind, prefix, extension, bytes),
      adopt: (kind, prefix, extension, path) => this.#place(kind, prefix, extension, path),
      scratch: (extension) => this.#scratch(promptId, extension),
    }
  }

  /** Absolute path of a reference, or undefined when it leaves its folder. It need not exist. */
  pathOf(ref: FileRef): string | undefined {
    return within(this.folders[ref.type], ref.subfolder, ref.filename)
  }

  async #listInputs(extensions: readonly string[]): Promise<readonly string[]> {
    const wanted = new Set(extensions)
    const entries = await readdir(this.folders.input, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && wanted.has(extname(entry.name).toLowerCase()))
      .map((entry) => slashed(relative(this.folders.input, join(entry.parentPath, entry.name))))
      .sort()
  }

  async #resolve(annotatedName: string): Promise<string> {
    const { name, type = 'input' } = parseAnnotated(annotatedName)
    const path = within(this.folders[type], name)
    if (path === undefined) throw new NodeError(`The file name "${annotatedName}" leaves the ${type} folder. Use a name inside it.`)
    const found = await stat(path).catch((error: unknown) => {
      const code = systemCode(error)
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
      throw error
    })
    if (found?.isFile() !== true) throw new NodeError(`There is no file "${name}" in the ${type} folder. Upload it first, or choose another.`)
    return path
  }

  async #save(kind: SaveKind, prefix: string, extension: string, bytes: Uint8Array): Promise<FileRef> {
    const { folder } = this.#target(kind, prefix)
    await mkdir(folder, { recursive: true })
    const part = join(folder, `.${randomUUID()}.part`)
    await writeFile(part, bytes)
    return this.#place(kind, prefix, extension, part)
  }

  async #place(kind: SaveKind, prefix: string, extension: string, path: string): Promise<FileRef> {
    const { folder, name } = this.#target(kind, prefix)
    await mkdir(folder, { recursive: true })
    const source = dirname(path) === folder ? path : join(folder, `.${randomUUID()}.part`)
    if (source !== path) await moveFile(path, source)
    for (;;) {
      const filename = numberedName(name, await this.#takeNumber(folder, name), extension)
      if (await claimName(source, join(folder, filename))) {
        return { filename, subfolder: slashed(relative(this.folders[kind], folder)), type: kind }
      }
    }
  }

  #target(kind: SaveKind, prefix: string): { folder: string; name: string } {
    const path = within(this.folders[kind], fillPrefix(prefix, new Date()))
    if (path === undefined || path === this.folders[kind]) {
      throw new NodeError(`The prefix "${prefix}" does not name a file inside the ${kind} folder. Use a name such as "series/image".`)
    }
    return { folder: dirname(path), name: basename(path) }
  }

  #takeNumber(folder: string, name: string): Promise<number> {
    const key = join(folder, name)
    const previous = this.#counters.get(key)
    const number = previous === undefined ? nextCounter(folder, name) : previous.then((taken) => taken + 1)
    if (this.#counters.size >= REMEMBERED_PREFIXES) this.#counters.clear()
    this.#counters.set(key, number)
    // The caller sees a failure; the next one counts anew.
    number.catch(() => this.#counters.delete(key))
    return number
  }

  async #scratch(promptId: string, extension: string): Promise<string> {
    const folder = join(this.folders.temp, SCRATCH, promptId)
    await mkdir(folder, { recursive: true })
    return join(folder, `${randomUUID()}${extension.startsWith('.') ? extension : `.${extension}`}`)
  }
}

const slashed = (path: string): string => path.split(sep).join('/')
