import * as z from 'zod'
import type { Json } from '../json.ts'

/** Any JSON. The reader at the edge has already bounded its depth and size and kept its integers exact. */
export const jsonSchema = z.custom<Json>((value) => value !== undefined).meta({ description: 'Any JSON; integers up to 2^64−1 are exact.' })

/** Changed inputs by `NodeID.Param`. */
export const assignmentsSchema = z.record(z.string().regex(/^[^.]+\..+$/, 'Name it NodeID.Param, such as 12.seed'), jsonSchema)

/** A seed that somebody sets. */
export const seedSchema = z
  .custom<number | bigint>((value) => (typeof value === 'bigint' || (typeof value === 'number' && Number.isSafeInteger(value))) && value >= 0 && value < 2n ** 64n, 'Give a whole number from 0 to 2^64−1')
  .meta({ description: 'An integer from 0 to 2^64−1, exact.' })

/** A loop's id: what file names and addresses can hold. */
export const loopIdSchema = z
  .string()
  .regex(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/, 'Use 1 to 64 letters, digits, - and _')
  .refine((id) => id !== 'list', 'This name is taken by the list of loops')

/** Zero-based, as everywhere in the protocol; people are shown one-based cycles. */
export const indexSchema = z.int().min(0).max(1_000_000)
