import * as z from 'zod'

/** A program or machine that generates: the embedded engine or a ComfyUI. */
export const workerViewSchema = z.object({
  name: z.string(),
  url: z.string(),
  kind: z.enum(['embedded', 'comfyui']),
  state: z.enum(['starting', 'online', 'resting', 'offline']),
  version: z.string().nullable(),
  /** Why it is offline or rests, and what to do. */
  problem: z.string().nullable(),
  in_flight: z.int(),
  /** Whether it was added while the program ran, so that it can be removed. */
  removable: z.boolean(),
  /** Milliseconds since the start in which it worked, and in which it stood idle while a loop with cycles left waited for a person. */
  busy_ms: z.int(),
  idle_ms: z.int(),
})
export type WorkerView = z.infer<typeof workerViewSchema>

const ADDRESS = 'give an address such as http://127.0.0.1:8188'

/** The address of a ComfyUI in one form: lower case, no default port, no slash at its end; names, passwords and queries have no place in it. */
export const serverUrlSchema = z.url({ protocol: /^https?$/, normalize: true, error: ADDRESS })
  .max(400)
  .regex(/^[^@?#]*$/, `${ADDRESS}, without a name, password or query`)
  .transform((given) => given.replace(/\/+$/, ''))

export const serversSchema = z.object({ workers: z.array(workerViewSchema) })

export const systemSchema = z.object({
  version: z.string(),
  node: z.string(),
  sqlite: z.string(),
  ffmpeg: z.string().nullable(),
  started_at: z.int(),
  /** Bytes free where the data live. */
  disk_free: z.int(),
  memory_rss: z.int(),
  workers: z.array(workerViewSchema),
})
export type SystemView = z.infer<typeof systemSchema>
