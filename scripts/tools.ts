import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** A program that the tests need beyond npm: how it is called, and how a person gets it. */
interface Tool {
  readonly name: string
  readonly commands: readonly string[]
  readonly probe: readonly string[]
  readonly debian: string
  readonly remedy: string
}

const FFMPEG: Tool = {
  name: 'ffmpeg',
  commands: [process.env['FFMPEG_PATH'] ?? 'ffmpeg'],
  probe: ['-version'],
  debian: 'ffmpeg',
  remedy: 'Install it: apt-get install ffmpeg, brew install ffmpeg, or winget install ffmpeg.',
}
const CHROMIUM: Tool = {
  name: 'Chromium',
  commands: [process.env['CHROMIUM_PATH'] ?? 'chromium', 'chromium-browser', 'google-chrome'],
  probe: ['--version'],
  debian: 'chromium',
  remedy: 'Install it (apt-get install chromium), or set CHROMIUM_PATH to a Chromium or Chrome.',
}

/** Makes sure that the tests find what they need: installs it on Debian when allowed to, else says in one line how to. */
export function provideTools(): void {
  for (const tool of [FFMPEG, CHROMIUM]) provide(tool)
}

/** Path of the Chromium on this machine. */
export function chromiumPath(): string | undefined {
  return CHROMIUM.commands.map(inPath).find((path) => path !== undefined)
}

function inPath(command: string): string | undefined {
  if (isAbsolute(command)) return existsSync(command) ? command : undefined
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command)).find((path) => existsSync(path))
}

function provide(tool: Tool): void {
  if (isThere(tool)) return
  const mayInstall = process.getuid?.() === 0 && answers('apt-get', ['--version'])
  if (mayInstall) {
    console.log(`Installing ${tool.name} …`)
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', tool.debian], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  if (!isThere(tool)) throw new Error(`${tool.name} is missing, and the tests need it. ${tool.remedy}`)
}

const isThere = (tool: Tool): boolean => tool.commands.some((command) => answers(command, tool.probe))

function answers(command: string, probe: readonly string[]): boolean {
  return spawnSync(command, probe, { stdio: 'ignore' }).status === 0
}
