import type { AttemptStatus, Decision, MediaKind } from '@lemouf/core/loop'
import type { Counts } from '@lemouf/core/metrics'
import type { Generated } from 'kysely'

/** Tables as the program sees them; columns are in snake case in the database. Times are milliseconds since 1970. */
export interface Tables {
  readonly events: EventTable
  readonly loops: LoopTable
  readonly attempts: AttemptTable
  readonly media: MediaRow
  readonly mediaContents: MediaContentsTable
  readonly libraryMedia: LibraryMediaTable
  readonly requests: RequestTable
  readonly servers: ServerTable
  readonly pipelines: PipelineTable
  readonly compositions: CompositionTable
  readonly compositionSnapshots: CompositionSnapshotTable
  readonly compositionClients: CompositionClientTable
  readonly compositionViews: CompositionViewTable
  readonly compositionVersions: CompositionVersionTable
  readonly metricPlace: MetricPlaceTable
  readonly metricLoops: MetricLoopTable
  readonly metricCycles: MetricCycleTable
  readonly metricHours: MetricHourTable
  readonly metricWaits: MetricWaitTable
  readonly serverHours: ServerHourTable
  readonly schemaVersion: { readonly version: number }
}

/** What happened. Never changed, never removed. */
interface EventTable {
  /** Rises over all loops and pipelines: the place in the live feed. */
  readonly id: Generated<number>
  /** The loop that it happened to; of a pipeline `pipeline/<id>` and of a composition `composition/<id>`, which are no loop's id. */
  readonly loopId: string
  readonly seq: number
  readonly type: string
  readonly at: number
  readonly actor: string
  /** The attempt it is about, if any. */
  readonly run: number | null
  readonly cycle: number | null
  readonly retry: number | null
  /** The event without seq, at, by and type. */
  readonly data: string
}

/** A ComfyUI that was added in the panel. */
interface ServerTable {
  readonly url: string
  readonly addedAt: number
}

/** Each loop as it is now. `seq` is what appends compare and set. */
interface LoopTable {
  readonly loopId: string
  readonly seq: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly summary: string
  /** What it is set up with; written only when that changes. */
  readonly setup: string
  readonly runtimeState: string | null
}

/** Each pipeline as it is now. `seq` is what appends compare and set. */
interface PipelineTable {
  readonly pipelineId: string
  readonly seq: number
  readonly createdAt: number
  readonly updatedAt: number
  /** 1 while something of it is to be done or heard. */
  readonly open: number
  readonly state: string
  /** What its present run was started with; written only when a run starts. */
  readonly plan: string
}

/** Each composition as it is now, without its document. `revision` is what appends compare and set. */
interface CompositionTable {
  readonly compositionId: string
  readonly revision: number
  readonly updatedAt: number
  /** Since when it is in the bin. */
  readonly removedAt: number | null
  readonly summary: string
}

/** Documents as they were at some revisions, from which the others are had by doing the edits since. */
interface CompositionSnapshotTable {
  readonly compositionId: string
  readonly revision: number
  readonly document: string
}

/** The last edits of each window that were stored, so that a sending whose answer was lost is not done twice. */
interface CompositionClientTable {
  readonly compositionId: string
  readonly client: string
  readonly sequence: number
  readonly revision: number
  /** Null where it was not told. */
  readonly gesture: string | null
}

/** How windows show a composition. */
interface CompositionViewTable {
  readonly compositionId: string
  readonly client: string
  readonly at: number
  readonly state: string
}

/** Revisions that people gave a name to. */
interface CompositionVersionTable {
  readonly versionId: string
  readonly compositionId: string
  readonly revision: number
  readonly name: string
  readonly at: number
  readonly actor: string
}

/** The attempts of the loop's present run, as they are now. */
interface AttemptTable {
  readonly loopId: string
  readonly cycle: number
  readonly retry: number
  readonly run: number
  readonly status: AttemptStatus
  readonly decision: Decision | null
  readonly promptId: string
  readonly updatedAt: number
  readonly data: string
}

/** A medium: an opaque id over hashed bytes, which several ids may share. */
export interface MediaRow {
  /** 128 random bits in hex. */
  readonly id: string
  /** SHA-256 of the bytes in hex. */
  readonly hash: string
  readonly kind: MediaKind
  /** Found in the bytes, never what a sender declared. */
  readonly mime: string
  readonly bytes: number
  /** Pixels as shown, orientation applied; images only. */
  readonly width: number | null
  readonly height: number | null
  /** Without a dot, of the mime. */
  readonly ext: string
  /** As its sender named it; for people, never a path. */
  readonly filename: string
  readonly loopId: string | null
  readonly createdAt: number
}

/** What was found in bytes when they were looked at. */
interface MediaContentsTable {
  /** SHA-256 of the bytes in hex. */
  readonly hash: string
  /** Of the looking; an older one is done anew. */
  readonly version: number
  readonly data: string
}

/** The media that people added, which they may also remove. */
interface LibraryMediaTable {
  readonly mediaId: string
  readonly addedAt: number
}

/** Answers given to requests with an idempotency key. */
interface RequestTable {
  readonly key: string
  readonly loopId: string
  readonly at: number
  readonly response: string
}

/** How far the events have been counted: one row. The tables of figures can be emptied and counted anew. */
interface MetricPlaceTable {
  readonly id: number
  readonly eventId: number
}

/** What counting on remembers of a loop. */
interface MetricLoopTable {
  readonly loopId: string
  readonly data: string
}

/** What counting on remembers of a cycle, of any run. */
interface MetricCycleTable {
  readonly loopId: string
  readonly run: number
  readonly cycle: number
  /** How many of its results wait for a person. */
  readonly waiting: number
  readonly data: string
}

/** What was counted of a loop in an hour since 1970. */
export interface MetricHourTable extends Counts {
  readonly loopId: string
  readonly hour: number
}

/** How many decisions took how long, by classes of duration. */
interface MetricWaitTable {
  readonly loopId: string
  readonly hour: number
  readonly step: number
  readonly number: number
}

/** How a generating server spent an hour since 1970: at work, and idle while a person was waited for. */
interface ServerHourTable {
  readonly server: string
  readonly hour: number
  readonly busyMs: number
  readonly idleMs: number
}
