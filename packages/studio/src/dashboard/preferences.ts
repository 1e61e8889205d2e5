import { RANGES } from '@lemouf/core/metrics'
import { useStorage } from '@vueuse/core'
import * as z from 'zod'
import { COLUMNS, USUAL_SORTING } from './rows.ts'

const schema = z.object({
  range: z.enum(RANGES).catch('week'),
  sorting: z.object({ column: z.enum(COLUMNS), down: z.boolean() }).catch(USUAL_SORTING),
  /** Figures over time as a table. */
  asTable: z.boolean().catch(false),
  /** The history with what servers did. */
  everything: z.boolean().catch(false),
})
/** How a person looks at the dashboard, in this browser. */
export type Preferences = z.infer<typeof schema>

const USUAL: Preferences = schema.parse({})

function parse(stored: string): Preferences {
  try {
    return schema.catch(USUAL).parse(JSON.parse(stored))
  } catch (error) {
    console.warn('What was stored of the dashboard is not JSON; it looks as usual.', error)
    return USUAL
  }
}

/** The preferences in force, kept in the browser. */
export const preferences = useStorage<Preferences>('lemouf.dashboard', USUAL, undefined, {
  shallow: true,
  serializer: { read: parse, write: (value) => JSON.stringify(value) },
})

/** Changes some of how the dashboard is looked at, and keeps it in this browser. */
export function prefer(change: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...change }
}
