import { execFile } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { access, mkdtemp, rm, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { pino } from 'pino'
import { ComfyClient } from '../comfy/client.ts'
import { ffmpegVersion } from '../ffmpeg.ts'
import { STUDIO_DIST } from '../http/pages.ts'
import { EmbeddedEngine } from '../runner/embedded-engine.ts'
import { Worker } from '../runner/worker.ts'
import { refuseFileSystem } from '../store/lock.ts'
import { requireSqlite } from '../store/sqlite-database.ts'
import { holderOf } from './data-folder.ts'
import { invocation } from './invocation.ts'

/** One thing looked at. `fail`: leMouf cannot work so; `warn`: something is missing that some loops need. */
export interface Check {
  readonly name: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly found: string
  /** What to do about it. */
  readonly remedy?: string
}

export const FFMPEG_REMEDY = 'Install it (apt install ffmpeg, brew install ffmpeg, winget install ffmpeg), or set FFMPEG_PATH to it.'
const NODE_REMEDY = 'Run npm ci: it brings the Node.js that belongs to leMouf.'
const OLDEST_NODE = 24
const LITTLE_DISK = 5e9
const NO_DISK = 2e8
const ENGINE_WAIT_MS = 20_000

const ok = (name: string, found: string): Check => ({ name, state: 'ok', found })
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export function checkNode(version = process.versions.node): Check {
  return Number.parseInt(version, 10) >= OLDEST_NODE ? ok('Node.js', version) : { name: 'Node.js', state: 'fail', found: `${version}, too old`, remedy: NODE_REMEDY }
}

export function checkSqlite(version = process.versions['sqlite'] ?? 'none'): Check {
  try {
    requireSqlite(version)
    return ok('SQLite', version)
  } catch (error) {
    return { name: 'SQLite', state: 'fail', found: version, remedy: reasonOf(error) }
  }
}

/** sharp is a native module: one that was installed for another machine does not load. */
export async function checkSharp(): Promise<Check> {
  try {
    const { default: sharp } = await import('sharp')
    return ok('sharp', `${sharp.versions.sharp ?? 'unknown'} (libvips ${sharp.versions.vips})`)
  } catch (error) {
    return { name: 'sharp', state: 'fail', found: `does not load: ${reasonOf(error).split('\n')[0] ?? ''}`, remedy: 'Run npm ci on this machine.' }
  }
}

export async function checkFfmpeg(): Promise<Check> {
  const version = await ffmpegVersion()
  return version === null ? { name: 'ffmpeg', state: 'warn', found: 'not found: films and sound cannot be made', remedy: FFMPEG_REMEDY } : ok('ffmpeg', version)
}

/** ffprobe lies beside ffmpeg as a rule; the engine looks there first too. */
export async function checkFfprobe(): Promise<Check> {
  const configured = process.env['FFMPEG_PATH']
  const beside = configured === undefined ? undefined : join(dirname(configured), process.platform === 'win32' ? 'ffprobe.exe' : 'ffprobe')
  const command = beside !== undefined && existsSync(beside) ? beside : 'ffprobe'
  const answer = await promisify(execFile)(command, ['-hide_banner', '-version'], { timeout: 5_000 }).catch(() => undefined)
  if (answer === undefined) return { name: 'ffprobe', state: 'warn', found: 'not found: films and sound cannot be read', remedy: FFMPEG_REMEDY }
  return ok('ffprobe', /version (\S+)/.exec(answer.stdout)?.[1] ?? 'unknown')
}

export async function checkData(dataDir: string): Promise<Check> {
  const place = nearestFolder(dataDir)
  const name = 'Data folder'
  try {
    await access(join(place, '.'), constants.W_OK)
    if (process.platform === 'linux') refuseFileSystem((await statfs(place)).type)
    const holder = await holderOf(dataDir)
    const use = holder === undefined ? '' : `, open in process ${holder.pid}${holder.url === undefined ? '' : ` at ${holder.url}`}`
    return ok(name, `${dataDir}${place === dataDir ? '' : ' (will be made)'}${use}`)
  } catch (error) {
    return { name, state: 'fail', found: `${dataDir}: ${reasonOf(error)}`, remedy: 'Choose a folder on a disk of this machine that you may write to, with --data DIR.' }
  }
}

export async function checkDisk(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir))
  const free = bavail * bsize
  const found = `${(free / 1e9).toFixed(1)} GB free`
  const remedy = 'Free some space, or move the data folder to a larger disk (--data DIR).'
  if (free < NO_DISK) return { name: 'Disk', state: 'fail', found, remedy }
  return free < LITTLE_DISK ? { name: 'Disk', state: 'warn', found, remedy } : ok('Disk', found)
}

/** Starts an engine on a folder of its own and asks it for its nodes. */
export async function checkEngine(): Promise<Check> {
  const name = 'Embedded engine'
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-doctor-'))
  const said: string[] = []
  const log = pino({ level: 'warn' }, { write: (line) => said.push(line) })
  const worker = new Worker(name, 'embedded')
  const engine = new EmbeddedEngine(worker, folder, log)
  try {
    engine.start()
    const client = await worker.whenOnline(ENGINE_WAIT_MS)
    return ok(name, `${await client.version()}, ${(await client.objectInfo()).size} nodes`)
  } catch (error) {
    const words = said.length === 0 ? '' : ` It said: ${said.join(' ').slice(0, 500)}`
    return { name, state: 'fail', found: `${reasonOf(error)}${words}`, remedy: `Run npm ci and try again; look at what it says with: ${invocation('start --verbose')}` }
  } finally {
    worker.close()
    await engine.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

export async function checkComfy(url: string): Promise<Check> {
  try {
    const client = new ComfyClient(url)
    return ok('ComfyUI', `${await client.version()} at ${url}, ${(await client.objectInfo()).size} nodes`)
  } catch (error) {
    return { name: 'ComfyUI', state: 'fail', found: reasonOf(error), remedy: 'Start ComfyUI, and give the address that its page has.' }
  }
}

export function checkStudio(folder = STUDIO_DIST): Check {
  if (existsSync(join(folder, 'index.html'))) return ok('Studio', 'built')
  return { name: 'Studio', state: 'warn', found: 'not built yet', remedy: 'Start with npm start: it builds the studio.' }
}

/** Whether the program could listen, or is the one that does. */
export async function checkPort(port: number, dataDir: string): Promise<Check> {
  const name = 'Port'
  try {
    await listenOnce(port)
    return ok(name, `${port} is free`)
  } catch (error) {
    // A folder that cannot be read has a check of its own.
    const holder = await holderOf(dataDir).catch(() => undefined)
    if (holder?.url !== undefined && new URL(holder.url).port === String(port)) return ok(name, `${port}, used by the leMouf that runs`)
    return { name, state: 'warn', found: `${port} cannot be used: ${reasonOf(error)}`, remedy: 'Choose another with --port, or close the program that has it.' }
  }
}

function listenOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve()))
  })
}

/** The folder itself, or the one it would be made in. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path))
}
