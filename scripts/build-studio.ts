import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const STUDIO = fileURLToPath(new URL('../packages/studio', import.meta.url))
const CORE = fileURLToPath(new URL('../packages/core/src', import.meta.url))

/** What is built of the studio's sources. */
interface Target {
  readonly name: string
  readonly config: string
  readonly result: string
  /** Without it there is nothing to start. */
  readonly needed: boolean
}

const TARGETS: readonly Target[] = [
  { name: 'the studio', config: join(STUDIO, 'vite.config.ts'), result: join(STUDIO, 'dist/index.html'), needed: true },
  { name: 'the extension for ComfyUI', config: join(STUDIO, 'vite.pack.config.ts'), result: fileURLToPath(new URL('../comfyui/web/lemouf-studio.js', import.meta.url)), needed: false },
]

/**
 * Builds the studio's pages, and the extension in the node pack, where they are missing or older than their sources.
 * When that fails and an older one is there, it says so and that is used. Error: without any pages.
 */
export async function buildStudio(): Promise<void> {
  for (const target of TARGETS) await buildTarget(target)
}

async function buildTarget({ name, config, result, needed }: Target): Promise<void> {
  if (await isCurrent(result)) return
  console.error(`Building ${name}; this is needed after each change of its sources and takes a few seconds.`)
  try {
    // In a process of its own: what a build takes of memory would stay with the server.
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), config])
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const sentence = `${name[0]?.toUpperCase()}${name.slice(1)} could not be built${existsSync(result) ? '; the one built before is used' : ''}.`
    if (needed && !existsSync(result)) throw new Error(`${sentence} Run npm ci and try again. ${reason}`, { cause })
    console.error(`${sentence} ${reason}`)
  }
}

async function isCurrent(result: string): Promise<boolean> {
  if (!existsSync(result)) return false
  const { mtimeMs } = await stat(result)
  return mtimeMs >= Math.max(await newestIn(STUDIO), await newestIn(CORE))
}

/** When a source below the folder was changed last, in milliseconds since 1970. */
async function newestIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true })
  const times = entries.filter(({ name }) => isSource(name)).map(async (entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? newestIn(path) : (await stat(path)).mtimeMs
  })
  return Math.max(0, ...(await Promise.all(times)))
}

const isSource = (name: string): boolean => name !== 'dist' && name !== 'node_modules' && !name.startsWith('.') && !name.endsWith('.test.ts')

if (import.meta.main) {
  const { build } = await import('vite')
  await build({ root: STUDIO, configFile: process.argv[2] ?? join(STUDIO, 'vite.config.ts'), logLevel: 'error' })
}
