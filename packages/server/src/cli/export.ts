import * as z from 'zod'
import { defineCommand, EXIT, option } from './command.ts'
import { withSession } from './connect.ts'
import { downloadExport, requireTarget } from './download.ts'
import { invocation } from './invocation.ts'
import { place } from './options.ts'

/** `lemouf export`: the approved files and their manifest. */
export const exportLoop = defineCommand({
  name: 'export',
  summary: 'Export what is approved of a loop, with a manifest beside it',
  operands: { loop: option('LOOP', `The id of the loop, as listed by: ${invocation('loops')}`, z.string().min(1)) },
  options: { out: option('DIR', 'Copy the files to this folder', z.string().min(1).optional()), ...place },
  run: async (args, terminal) => {
    await requireTarget(args.out)
    return withSession(args, terminal, 'there', async (session) => {
      const { count, files, where } = await downloadExport(session, args.loop, args.out)
      terminal.result({ loop_id: args.loop, count, files, folder: where }, `${count} ${count === 1 ? 'file' : 'files'} and a manifest: ${where}`)
      return EXIT.done
    })
  },
})
