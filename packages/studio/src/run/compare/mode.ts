import { parseJson } from '@lemouf/core/json'
import { useSessionStorage } from '@vueuse/core'
import * as z from 'zod'

export const MODES = ['two', 'slider', 'difference'] as const
/** Beside each other, one wiped over the other, or what differs between their pixels. */
export type CompareMode = (typeof MODES)[number]

/** The mode after another, round and round. */
export const modeAfter = (mode: CompareMode): CompareMode => MODES[(MODES.indexOf(mode) + 1) % MODES.length] ?? 'two'

const habitsSchema = z.object({ mode: z.enum(MODES).catch('two'), differing: z.boolean().catch(true), gain: z.number().catch(2) })
const USUAL = habitsSchema.parse({})

/** How a person compares stays as they left it, from one comparison to the next, and over a reload. */
export const habits = useSessionStorage('lemouf.compare', USUAL, {
  serializer: {
    read: (stored) => {
      const read = parseJson(stored)
      return read.ok ? (habitsSchema.safeParse(read.value).data ?? USUAL) : USUAL
    },
    write: (value) => JSON.stringify(value),
  },
})
