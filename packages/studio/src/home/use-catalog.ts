import type { LoopSummary, PipelineView, WorkflowList } from '@lemouf/core/protocol'
import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { sentenceOf, server } from '../server/client.ts'
import type { Connection } from '../server/feed.ts'
import { joinFeed } from '../server/shared-feed.ts'
import { newestPipelines, withPipeline } from '../pipeline/pipelines.ts'
import { withLoop } from './loops.ts'

/** Something read from the server: not yet, failed with its sentence, or there. What was there stays while it is read again. */
export interface Loaded<T> {
  readonly value: T | undefined
  readonly error: string | undefined
  readonly loading: boolean
}

export interface Catalog {
  readonly workflows: Readonly<ShallowRef<Loaded<WorkflowList>>>
  readonly loops: Readonly<ShallowRef<Loaded<readonly LoopSummary[]>>>
  /** Those that were run. */
  readonly pipelines: Readonly<ShallowRef<Loaded<readonly PipelineView[]>>>
  /** Share done of the attempt under way, by loop. */
  readonly progress: Readonly<ShallowRef<Readonly<Record<string, number>>>>
  readonly connection: Readonly<ShallowRef<Connection>>
  readonly refresh: () => Promise<void>
}

/** The workflows and loops that the server has; the loops follow by themselves. */
export function useCatalog(): Catalog {
  const workflows = shallowRef<Loaded<WorkflowList>>({ value: undefined, error: undefined, loading: true })
  const loops = shallowRef<Loaded<readonly LoopSummary[]>>({ value: undefined, error: undefined, loading: true })
  const pipelines = shallowRef<Loaded<readonly PipelineView[]>>({ value: undefined, error: undefined, loading: true })
  const progress = shallowRef<Readonly<Record<string, number>>>({})
  const connection = shallowRef<Connection>('connecting')

  const readWorkflows = (): Promise<void> => load(workflows, () => server('listWorkflows', {}))
  // Summaries heard while the list is on its way may be newer than the list.
  const readLoops = (): Promise<void> => load(loops, async (known) => (await server('listLoops', {})).loops.map((loop) => newest(loop, known())))

  const readPipelines = (): Promise<void> => load(pipelines, async (known) => newestPipelines((await server('listPipelines', {})).pipelines, known()))

  const close = joinFeed({
    began: () => void Promise.all([readLoops(), readPipelines()]),
    pipelineChanged: ({ pipeline }) => { pipelines.value = { ...pipelines.value, value: withPipeline(pipelines.value.value ?? [], pipeline) } },
    changed: ({ loop }) => {
      loops.value = { ...loops.value, value: withLoop(loops.value.value ?? [], loop) }
      if (loop.status !== 'running') progress.value = { ...progress.value, [loop.loop_id]: 0 }
    },
    progressed: ({ loop_id, done }) => { progress.value = { ...progress.value, [loop_id]: done } },
    connection: (now) => {
      connection.value = now
      if (now === 'lost') progress.value = {}
    },
  })
  onScopeDispose(close)
  void readWorkflows()
  return { workflows, loops, pipelines, progress, connection, refresh: async () => void (await Promise.all([readWorkflows(), readLoops(), readPipelines()])) }
}

function newest(loop: LoopSummary, known: readonly LoopSummary[] | undefined): LoopSummary {
  return known?.find(({ loop_id, seq }) => loop_id === loop.loop_id && seq > loop.seq) ?? loop
}

async function load<T>(into: ShallowRef<Loaded<T>>, read: (known: () => T | undefined) => Promise<T>): Promise<void> {
  into.value = { ...into.value, loading: true }
  try {
    into.value = { value: await read(() => into.value.value), error: undefined, loading: false }
  } catch (error) {
    into.value = { ...into.value, error: sentenceOf(error), loading: false }
  }
}
