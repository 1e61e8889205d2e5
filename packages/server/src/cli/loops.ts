import type { LoopSummary } from '@lemouf/core/protocol'
import { defineCommand, EXIT } from './command.ts'
import { withSession } from './connect.ts'
import { invocation } from './invocation.ts'
import { place } from './options.ts'
import { textTable } from './text-table.ts'

/** `lemouf loops`: what there is, the last changed first. */
export const loops = defineCommand({
  name: 'loops',
  summary: 'List the loops, the last changed first',
  operands: {},
  options: place,
  run: (args, terminal) => withSession(args, terminal, 'there', async ({ client }) => {
    const response = await client('listLoops', {})
    terminal.result(response, loopsText(response.loops, Date.now()))
    return EXIT.done
  }),
})

/** Loops as a table, with times relative to `now` in milliseconds. */
export function loopsText(summaries: readonly LoopSummary[], now: number): string {
  if (summaries.length === 0) return `There are no loops yet. Start one with: ${invocation('run WORKFLOW')}`
  const rows = summaries.map(({ loop_id, status, approved, total_cycles, updated_at }) => [loop_id, status, `${approved}/${total_cycles}`, ago(now - updated_at)])
  return textTable([['LOOP', 'STATUS', 'APPROVED', 'CHANGED'], ...rows])
}

const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]] as const
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

function ago(ms: number): string {
  for (const [unit, length] of UNITS) if (ms >= length) return relative.format(-Math.floor(ms / length), unit)
  return 'just now'
}
