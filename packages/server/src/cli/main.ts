#!/usr/bin/env node
import { AppError } from '@lemouf/core/error'
import { VERSION } from '../version.ts'
import { backup } from './backup.ts'
import { EXIT, usageError, type Command, type ExitCode } from './command.ts'
import { doctor } from './doctor.ts'
import { exportLoop } from './export.ts'
import { findingsIn, findingsText } from './findings.ts'
import { commandHelp, helpText } from './help.ts'
import { invocation, isNpmStart, folderOfCaller } from './invocation.ts'
import { loops } from './loops.ts'
import { run } from './run.ts'
import { start } from './start.ts'
import { Terminal } from './terminal.ts'
import { validate } from './validate.ts'

const COMMANDS: readonly Command[] = [start, run, loops, exportLoop, validate, backup, doctor]
/** Everything has been closed by then; what still holds the process does so by mistake. */
const END_DEADLINE_MS = 5_000

/** The command line: carries out the words and gives the exit code. Every error ends here, as a sentence. */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = new Terminal({ out: process.stdout, err: process.stderr, in: process.stdin }, words.includes('--json'))
  try {
    return await carryOut(words, terminal)
  } catch (error) {
    return report(error, terminal)
  }
}

async function carryOut(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first = 'start', ...rest] = words
  if (first === '--version') return say(terminal, { version: VERSION }, VERSION)
  if (first === 'help' || first === '--help') return explain(rest[0], terminal)
  const command = first.startsWith('-') ? start : commandNamed(first)
  if (words.includes('--help')) return explain(command.name, terminal)
  return command.run(first.startsWith('-') ? words : rest, terminal)
}

function explain(name: string | undefined, terminal: Terminal): ExitCode {
  const text = name === undefined ? generalHelp() : commandHelp(commandNamed(name))
  return say(terminal, { help: text }, text)
}

/** After `npm start` a person looks for the options of starting. */
const generalHelp = (): string => (isNpmStart() ? [commandHelp(start), '', helpText(COMMANDS)] : [helpText(COMMANDS)]).join('\n')

function commandNamed(name: string): Command {
  const command = COMMANDS.find((one) => one.name === name)
  if (command !== undefined) return command
  throw usageError(`There is no command ${name}. Commands: ${COMMANDS.map((one) => one.name).join(', ')}. See: ${invocation('help')}`)
}

function say(terminal: Terminal, document: unknown, text: string): ExitCode {
  terminal.result(document, text)
  return EXIT.done
}

function report(error: unknown, terminal: Terminal): ExitCode {
  const known = error instanceof AppError ? error : new AppError('internal', `Something unexpected went wrong: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  const { code, message, details } = known
  if (terminal.json) terminal.progress({ error: { code, message, ...(details === undefined ? {} : { details }) } })
  const findings = findingsIn(known)
  terminal.note(findings.length > 0 ? findingsText(findings) : `${message} [${code}]`)
  if (code === 'usage') return EXIT.usage
  return code === 'preflight_failed' ? EXIT.preflight : EXIT.failed
}

/** Runs the command line as this process: sets the exit code, and sees to it that the process ends. */
export async function runMain(words: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe has enough.
    if (error.code === 'EPIPE') process.exit(EXIT.done)
    throw error
  })
  process.chdir(folderOfCaller() ?? process.cwd())
  process.exitCode = await main(words)
  setTimeout(() => process.exit(), END_DEADLINE_MS).unref()
}

if (import.meta.main) await runMain(process.argv.slice(2))
