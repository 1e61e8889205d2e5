import type { ObjectInfo } from '@lemouf/core/workflow'
import type { FastifyBaseLogger } from 'fastify'
import type { Compositions } from './compositions/compositions.ts'
import type { Live } from './live/live.ts'
import type { Loops } from './loops/loops.ts'
import type { MediaDesk } from './media/media-desk.ts'
import type { MediaStore } from './media/media-store.ts'
import type { Uploads } from './media/uploads.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Pipelines } from './pipelines/pipelines.ts'
import type { Servers } from './runner/servers.ts'
import type { Store } from './store/store.ts'
import type { WorkflowCatalog } from './workflows/catalog.ts'

/** What requests are served with. */
export interface App {
  readonly dataDir: string
  readonly startedAt: number
  /** The largest file that is taken, in bytes. */
  readonly maxUploadBytes: number
  readonly log: FastifyBaseLogger
  readonly store: Store
  readonly loops: Loops
  readonly pipelines: Pipelines
  readonly compositions: Compositions
  readonly media: MediaStore
  readonly desk: MediaDesk
  readonly uploads: Uploads
  readonly catalog: WorkflowCatalog
  readonly servers: Servers
  readonly live: Live
  readonly metrics: Metrics
  /** The nodes that the generating servers have, read anew. Errors: `engine_unavailable`. */
  readonly objectInfo: () => Promise<ObjectInfo>
}
