import { resolve } from 'node:path'
import * as z from 'zod'
import { backupData } from '../store/backup.ts'
import { defineCommand, EXIT, option } from './command.ts'
import { dataFolder } from './data-folder.ts'
import { program } from './options.ts'

/** `lemouf backup`: a copy of the data that leMouf can start on, made while a server works. */
export const backup = defineCommand({
  name: 'backup',
  summary: 'Copy the data folder, also while a server uses it',
  operands: { folder: option('DIR', 'New folder for the copy (default: lemouf-backup-DATE)', z.string().min(1).optional()) },
  options: { data: program.data },
  run: async (args, terminal) => {
    const folder = resolve(args.folder ?? `lemouf-backup-${new Date().toISOString().slice(0, 10)}`)
    const { files, bytes, missing } = await backupData(dataFolder(args.data), folder)
    terminal.result({ folder, files, bytes, missing }, `${files} files, ${megabytes(bytes)} MB: ${folder}`)
    if (missing.length === 0) return EXIT.done
    terminal.note(`The data folder has lost files that the database names; they are not in the copy: ${missing.join(', ')}`)
    return EXIT.failed
  },
})

const megabytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1)
