import type { Worker } from '../executor/worker.ts'
import type { ResultCache } from '../executor/result-cache.ts'
import type { EngineFiles } from '../files/node-files.ts'
import type { NodeClass } from '../nodes/node.ts'

/** What the routes work on. */
export interface EngineContext {
  readonly nodeClasses: ReadonlyMap<string, NodeClass>
  readonly files: EngineFiles
  readonly cache: ResultCache
  readonly worker: Worker
}

/** Names the files of requests, which belong to no prompt. */
export const NO_PROMPT = 'request'
