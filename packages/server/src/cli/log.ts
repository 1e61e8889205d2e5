import { access, constants, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pino } from 'pino'
import pretty from 'pino-pretty'
import type { FastifyBaseLogger } from 'fastify'
import { makeFolders } from '../store/durable.ts'
import { dataUnusable } from './data-folder.ts'

const KEPT_FILES = 14
/** Characters of the log that wait in memory while it cannot be written; more are dropped. */
const KEPT_BACK = 1024 * 1024

/**
 * The log of a program: a file a day in `DATA/log`, the last fourteen kept; or stderr, readable where a person looks.
 * Error: `data_unusable` when the folder cannot be written.
 */
export async function openLog(dataDir: string, to: 'file' | 'stderr'): Promise<{ readonly log: FastifyBaseLogger }> {
  if (to === 'stderr') return { log: pino({ level: 'debug' }, process.stderr.isTTY ? pretty({ destination: 2, sync: true }) : pino.destination({ fd: 2, sync: true })) }
  const folder = join(dataDir, 'log')
  await makeFolder(folder)
  await forgetOldFiles(folder)
  // Written at once: what a crash leaves behind is what one looks for.
  const dest = join(folder, `lemouf-${new Date().toISOString().slice(0, 10)}.log`)
  const file = pino.destination({ dest, sync: true, maxLength: KEPT_BACK })
  let told = false
  // A log that cannot be written, as on a full disk, must not stop the work; it is taken up again once there is room.
  file.on('error', (error: Error) => {
    if (!told) process.stderr.write(`The log cannot be written (${error.message}). The program goes on without it.\n`)
    told = true
  })
  return { log: pino({ level: 'info' }, file) }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await makeFolders(folder)
    await access(folder, constants.W_OK)
  } catch (cause) {
    throw dataUnusable(cause)
  }
}

async function forgetOldFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /^lemouf-[\d-]+\.log$/.test(name)).sort()
  await Promise.all(names.slice(0, -KEPT_FILES).map((name) => rm(join(folder, name), { force: true })))
}
