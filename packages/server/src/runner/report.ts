import { AppError } from '@lemouf/core/error'
import type { ModelsView, ServerReport, ServerView } from '@lemouf/core/protocol'
import { LOOP_RETURN, type ObjectInfo } from '@lemouf/core/workflow'
import type { ComfyClient } from '../comfy/client.ts'
import type { Worker } from './worker.ts'

/** Somebody looks at a screen meanwhile. */
const PATIENCE_MS = 3_000
/** Disks with many models are slow to list. */
const MODELS_PATIENCE_MS = 10_000
/** Questions under way at a server at the same time. */
const AT_ONCE = 4

type Said = Pick<ServerView, 'report' | 'report_problem'>

/** What a server says of itself, or why it says nothing. */
export async function reportOf(worker: Worker | undefined): Promise<Said> {
  const client = worker?.client
  if (worker === undefined || client === undefined || !worker.online) return { report: null, report_problem: worker?.problem ?? null }
  try {
    return { report: await read(client, worker.known), report_problem: null }
  } catch (error) {
    return { report: null, report_problem: sentenceOf(error) }
  }
}

async function read(client: ComfyClient, known: ObjectInfo | undefined): Promise<ServerReport> {
  const [{ system, devices }, queue] = await Promise.all([client.systemStats(PATIENCE_MS), client.queue(PATIENCE_MS)])
  return {
    comfyui: system.comfyui_version,
    python: system.python_version,
    pytorch: system.pytorch_version,
    os: system.os,
    ram_total: system.ram_total,
    ram_free: system.ram_free,
    devices,
    queue: { running: queue.running.size, pending: queue.pending.size },
    node_classes: known?.size ?? null,
    pack: known?.has(LOOP_RETURN) ?? null,
  }
}

/** The models of a server, as many as could be read in time. */
export async function modelsOf({ client, online, problem }: Worker): Promise<Pick<ModelsView, 'folders' | 'problem'>> {
  if (client === undefined || !online) return { folders: [], problem }
  const deadline = Date.now() + MODELS_PATIENCE_MS
  const left = (): number => Math.max(1, deadline - Date.now())
  try {
    const names = await client.modelFolders(left())
    const waiting = [...names]
    const files = new Map<string, readonly string[]>()
    const problems: string[] = []
    const readSome = async (): Promise<void> => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        try {
          files.set(name, await client.modelFiles(name, left()))
        } catch (error) {
          problems.push(sentenceOf(error))
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, readSome))
    const folders = names.flatMap((name) => (files.has(name) ? [{ name, files: [...(files.get(name) ?? [])] }] : []))
    return { folders, problem: problems[0] ?? null }
  } catch (error) {
    return { folders: [], problem: sentenceOf(error) }
  }
}

/** What is expected to go wrong with a server says so itself; anything else is a fault of this program. */
function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  throw error
}
