import { MAX_CANDIDATES } from '@lemouf/core/loop'
import { seedSchema, serverUrlSchema } from '@lemouf/core/protocol'
import { SEED_POLICIES } from '@lemouf/core/workflow'
import * as z from 'zod'
import { list, listOf, option, wholeNumber, type Option } from './command.ts'

const text = z.string().min(1, 'give a value').optional()

const DEFAULT_PORT = '8190'

/** The port that the studio and the extension in ComfyUI's page expect, unless another is said. */
export const portOption = (help: string): Option<number> =>
  option('N', `${help} (default: ${DEFAULT_PORT})`, z.string().default(DEFAULT_PORT).pipe(wholeNumber(0, 65_535)))

/** What a program started here works with. */
export const program = {
  data: option('DIR', 'Data folder (default: LEMOUF_DATA, else your user data folder)', text),
  token: option('TOKEN', 'Token of the server (default: LEMOUF_TOKEN)', text),
  comfy: listOf('URL', 'A ComfyUI to generate with, instead of the embedded engine; repeatable', serverUrlSchema),
  workflows: option('DIR', 'Folder of workflow files, instead of the examples', text),
}

/** Where a command finds its server: the one named, else the one that has the data folder open, else one of its own. */
export const place = { ...program, server: option('URL', 'A running leMouf server, here or elsewhere', serverUrlSchema.optional()) }

const seed = z.string().regex(/^\d{1,20}$/, 'give a whole number').transform((digits) => BigInt(digits)).transform((value) => (value > BigInt(Number.MAX_SAFE_INTEGER) ? value : Number(value))).pipe(seedSchema)

/** How many attempts are made of a cycle, and with which seeds. */
export const making = {
  candidates: option('N', `Attempts that are made of each cycle at once, to choose among (1 to ${MAX_CANDIDATES}; default: 1)`, wholeNumber(1, MAX_CANDIDATES).optional()),
  seeds: option(SEED_POLICIES.join('|'), 'map: as the Loop Map says (default); each: every attempt another; cycle: one a cycle, kept by its retries; fixed: one for all', z.enum(SEED_POLICIES, `say ${SEED_POLICIES.join(', ')}`).optional()),
  seed: option('N', 'What all seeds derive from (default: the id of the loop)', seed.optional()),
}

/** What a workflow is looked at or run with. */
export const feeding = {
  payload: option('FILE', 'JSON file with the payload, an entry a cycle', text),
  cycles: option('N', 'How many cycles (default: one an entry of the payload)', wholeNumber(1, 1_000_000).optional()),
  'output-node': option('ID', 'Where a workflow without Loop Return takes its result from: a node id, such as 9 or 5:12', text),
  set: list('NODE.INPUT=VALUE', 'Set an input for all cycles, such as 12.seed=42; repeatable'),
}
