import * as z from 'zod'
import { jsonSchema } from './json.ts'

/** What every refused request answers: a code for programs, a sentence for people. */
export const errorBodySchema = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: jsonSchema.optional() }),
})
export type ErrorBody = z.infer<typeof errorBodySchema>
