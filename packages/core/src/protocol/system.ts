import * as z from 'zod'

/** A program or machine that generates: the embedded engine or a ComfyUI. */
export const workerViewSchema = z.object({
  name: z.string(),
  url: z.string(),
  kind: z.enum(['embedded', 'comfyui']),
  state: z.enum(['starting', 'online', 'offline']),
  version: z.string().nullable(),
  /** Why it is offline, and what to do. */
  problem: z.string().nullable(),
  in_flight: z.int(),
})
export type WorkerView = z.infer<typeof workerViewSchema>

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
