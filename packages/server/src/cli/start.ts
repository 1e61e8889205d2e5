import * as z from 'zod'
import { ffmpegVersion } from '../ffmpeg.ts'
import { startProgram, type Program } from '../program.ts'
import { canOpenBrowser, openBrowser } from './browser.ts'
import { defineCommand, EXIT, flag, option, type ExitCode } from './command.ts'
import { addressFor } from './connect.ts'
import { dataFolder, holderOf } from './data-folder.ts'
import { checkComfy, FFMPEG_REMEDY } from './doctor-checks.ts'
import { openLog } from './log.ts'
import { portOption, program as programOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

const CLOSE_DEADLINE_MS = 5_000

/** `lemouf start`: the program, until it is stopped. */
export const start = defineCommand({
  name: 'start',
  summary: 'Start leMouf and open the studio (what lemouf does without a command)',
  operands: {},
  options: {
    port: portOption('Port to listen on, 0 for a free one'),
    host: option('ADDR', 'Address to listen on (default: 127.0.0.1); others need a token', z.string().min(1).default('127.0.0.1')),
    'no-open': flag('Do not open the browser'),
    verbose: flag('Write the log to stderr, instead of DATA/log'),
    ...programOptions,
  },
  run: async (args, terminal) => {
    const token = args.token ?? process.env['LEMOUF_TOKEN']
    const dataDir = dataFolder(args.data)
    const holder = await holderOf(dataDir)
    if (holder?.url !== undefined) return openRunning(addressFor({ base: holder.url, token }), dataDir, args, terminal)
    const { log } = await openLog(dataDir, args.verbose ? 'stderr' : 'file')
    const { host, port, comfy, workflows } = args
    // Listens for the signals before there is something to stop.
    const stopped = stopSignal()
    const program = await startProgram({ dataDir, host, port, token, comfy, workflows, log })
    const url = addressFor({ base: program.url, token })
    terminal.result({ url, data: dataDir }, `leMouf listens at ${url}\nThe data are in ${dataDir}`)
    if ((await ffmpegVersion()) === null) terminal.note(`ffmpeg was not found: pictures work, films and sound do not. ${FFMPEG_REMEDY}`)
    await Promise.all(comfy.map((address) => noteSilentComfy(address, terminal)))
    await openUnlessUnwanted(url, args, terminal)
    await stopped
    terminal.note('Stopping; what is under way goes on at the next start.')
    await closeInTime(program)
    return EXIT.done
  },
})

async function noteSilentComfy(url: string, terminal: Terminal): Promise<void> {
  const { state, found } = await checkComfy(url)
  if (state === 'fail') terminal.note(`${found} leMouf tries again until it answers.`)
}

interface Opening {
  readonly 'no-open': boolean
}

async function openRunning(url: string, dataDir: string, args: Opening, terminal: Terminal): Promise<ExitCode> {
  terminal.result({ url, data: dataDir, already_running: true }, `leMouf is running already at ${url}\nThe data are in ${dataDir}`)
  await openUnlessUnwanted(url, args, terminal)
  return EXIT.done
}

async function openUnlessUnwanted(url: string, args: Opening, terminal: Terminal): Promise<void> {
  if (args['no-open'] || !canOpenBrowser(process.env, process.platform)) return
  await openBrowser(url, () => terminal.note(`No browser could be opened. Open ${url} yourself.`))
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

/** A connection that will not end must not keep the program from ending: everything acknowledged is on disk. */
async function closeInTime(program: Program): Promise<void> {
  const timer = setTimeout(() => process.exit(EXIT.done), CLOSE_DEADLINE_MS)
  await program.close()
  clearTimeout(timer)
}
