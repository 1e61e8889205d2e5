import * as z from 'zod'
import { ATTEMPT_STATUSES, DECISIONS } from '../loop/index.ts'
import { indexSchema } from './json.ts'

/**
 * How every attempt of a loop stands, in order of cycle and retry, as columns of equal length: small enough to be read whole
 * for loops of many thousand attempts, where the manifest is read by pages.
 */
export const outlineSchema = z.object({
  cycles: z.array(indexSchema),
  retries: z.array(indexSchema),
  statuses: z.array(z.enum(ATTEMPT_STATUSES)),
  decisions: z.array(z.enum(DECISIONS).nullable()),
  revisions: z.array(z.int()),
})
export type Outline = z.infer<typeof outlineSchema>
