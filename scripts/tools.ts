import { spawnSync } from 'node:child_process'
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
  if (!isThere(tool)) installOnDebian(tool.name, [tool.debian])
  if (!isThere(tool)) throw new Error(`${tool.name} is missing, and the tests need it. ${tool.remedy}`)
}

/** Installs packages where that is possible without asking: as root, with apt-get, which prints what stops it. Says whether it did. */
export function installOnDebian(name: string, packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !answers('apt-get', ['--version'])) return false
  console.log(`Installing ${name} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: readonly string[]): boolean => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

const isThere = (tool: Tool): boolean => tool.commands.some((command) => answers(command, tool.probe))

/** Whether a command is there and ends well. */
export function answers(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}
