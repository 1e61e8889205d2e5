import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const STUDIO = fileURLToPath(new URL('../packages/studio', import.meta.url))
const CORE = fileURLToPath(new URL('../packages/core/src', import.meta.url))
const DIST = join(STUDIO, 'dist')
const PAGE = join(DIST, 'index.html')

/**
 * Builds the studio's pages when they are missing or older than their sources.
 * When that fails and older pages are there, it says so and they are used; without them it throws.
 */
export async function buildStudio(): Promise<void> {
  if (await isCurrent()) return
  console.error('Building the studio; this is needed after each change of its sources and takes a few seconds.')
  try {
    // In a process of its own: what a build takes of memory would stay with the server.
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url)])
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    if (!existsSync(PAGE)) throw new Error(`The studio could not be built, and there is no older one: ${reason}`, { cause })
    console.error(`The studio could not be built; the one built before is used. ${reason}`)
  }
}

async function isCurrent(): Promise<boolean> {
  if (!existsSync(PAGE)) return false
  const { mtimeMs } = await stat(PAGE)
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
  await build({ root: STUDIO, configFile: join(STUDIO, 'vite.config.ts'), logLevel: 'error' })
}
