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

/** A name or an address; Chromium would take "two words" for a host as well. */
const HOST = /^[\w.:[\]-]+$/
const ADDRESS = 'give an address such as http://127.0.0.1:8188'

/** The address of a ComfyUI in one form: lower case, no default port, no slash at its end; names, passwords and queries have no place in it. */
export const serverUrlSchema = z.url({ protocol: /^https?$/, hostname: HOST, normalize: true, error: ADDRESS })
  .max(400)
  .regex(/^[^@?#]*$/, `${ADDRESS}, without a name, password or query`)
  .transform((given) => given.replace(/\/+$/, ''))

export const serversSchema = z.object({ workers: z.array(workerViewSchema) })

/** A device that a server computes on; bytes. */
const deviceSchema = z.object({ name: z.string(), type: z.string(), vram_total: z.int(), vram_free: z.int() })
export type DeviceView = z.infer<typeof deviceSchema>

/** What a server says of itself. */
export const serverReportSchema = z.object({
  comfyui: z.string(),
  python: z.string().nullable(),
  pytorch: z.string().nullable(),
  os: z.string().nullable(),
  /** Memory of its machine in bytes; null where it does not say. */
  ram_total: z.int().nullable(),
  ram_free: z.int().nullable(),
  devices: z.array(deviceSchema),
  /** Prompts that run and wait there, whoever posted them. */
  queue: z.object({ running: z.int(), pending: z.int() }),
  /** How many node classes it has; null while that is being asked. */
  node_classes: z.int().nullable(),
  /** Whether it has leMouf's node pack; null while that is being asked. It runs loops without it as well. */
  pack: z.boolean().nullable(),
})
export type ServerReport = z.infer<typeof serverReportSchema>

/** A generating server with what it said when it was asked just now, or why it said nothing. */
export const serverViewSchema = workerViewSchema.extend({
  report: serverReportSchema.nullable(),
  report_problem: z.string().nullable(),
})
export type ServerView = z.infer<typeof serverViewSchema>

/** The model files of a server by the folder they lie in. */
export const modelsSchema = z.object({
  server: z.string(),
  folders: z.array(z.object({ name: z.string(), files: z.array(z.string()) })),
  /** Why some or all could not be read. */
  problem: z.string().nullable(),
})
export type ModelsView = z.infer<typeof modelsSchema>

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
