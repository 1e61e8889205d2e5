import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { posix, resolve, win32 } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { dataDir as partsOf } from '../store/data-dir.ts'
import { hasCode } from '../store/durable.ts'
import { describeHolder, type Holder } from '../store/lock.ts'
import { invocation } from './invocation.ts'

interface Machine {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/** Where the data are: as said, else `LEMOUF_DATA`, else the user's data folder of the platform (XDG Base Directory on Linux). */
export function dataFolder(said: string | undefined, machine = thisMachine()): string {
  const asked = said ?? nonEmpty(machine.env['LEMOUF_DATA'])
  return asked === undefined ? platformFolder(machine) : resolve(asked)
}

function platformFolder({ platform, env, home }: Machine): string {
  if (platform === 'win32') return win32.join(nonEmpty(env['LOCALAPPDATA']) ?? win32.join(home, 'AppData', 'Local'), 'leMouf')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'leMouf')
  return posix.join(nonEmpty(env['XDG_DATA_HOME']) ?? posix.join(home, '.local', 'share'), 'lemouf')
}

/** Who has the data folder open; undefined when nobody has. Error: `data_unusable`. */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  try {
    return await describeHolder(dataDir)
  } catch (cause) {
    throw cause instanceof AppError ? cause : dataUnusable(cause)
  }
}

/** Whether leMouf has worked in this folder before. Error: `data_unusable`. */
export async function hasData(dataDir: string): Promise<boolean> {
  try {
    return (await stat(partsOf(dataDir).database)).isFile()
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return false
    throw dataUnusable(cause)
  }
}

/** The refusal to look for something in a folder where nothing is. */
export function noData(dataDir: string): AppError {
  return new AppError('data_unusable', `There are no leMouf data in ${dataDir}. Choose another folder with --data DIR, or start a first loop there: ${invocation('run WORKFLOW')}`)
}

/** What the operating system says against a data folder, as a sentence. */
export function dataUnusable(cause: unknown): AppError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new AppError('data_unusable', `The data folder cannot be used (${reason}). Choose one that you may write to, with --data DIR.`, { cause })
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
