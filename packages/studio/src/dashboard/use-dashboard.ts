import { MAX_NAMED_LOOPS, type LoopFigures, type LoopSummary, type MetricsView, type PipelineView } from '@lemouf/core/protocol'
import { useDocumentVisibility, useIntervalFn, useThrottleFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { withLoop } from '../home/loops.ts'
import type { Loaded } from '../home/use-catalog.ts'
import { newestPipelines, withPipeline } from '../pipeline/pipelines.ts'
import { sentenceOf, server } from '../server/client.ts'
import type { Connection } from '../server/feed.ts'
import { joinFeed } from '../server/shared-feed.ts'
import { preferences } from './preferences.ts'

/** With many changes in a row, figures are asked for this often. */
const FIGURES_MS = 3_000
/** Idle time passes although nothing happens. */
const IDLE_MS = 60_000

export interface DashboardData {
  readonly loops: Readonly<ShallowRef<Loaded<readonly LoopSummary[]>>>
  /** What names the loops of their steps. */
  readonly pipelines: Readonly<ShallowRef<Loaded<readonly PipelineView[]>>>
  /** Of each loop, from its beginning. */
  readonly figures: Readonly<ShallowRef<Loaded<ReadonlyMap<string, LoopFigures>>>>
  /** Of the loop in view, or of all, in the range that a person prefers. */
  readonly metrics: Readonly<ShallowRef<Loaded<MetricsView>>>
  /** Counts the changes of the loop in view. */
  readonly changes: Readonly<ShallowRef<number>>
  readonly connection: Readonly<ShallowRef<Connection>>
  readonly refresh: () => Promise<void>
}

/** The loops with their figures, which follow by themselves. `loopId`: the one in view, if any. */
export function useDashboard(loopId: () => string | undefined): DashboardData {
  const loops = shallowRef<Loaded<readonly LoopSummary[]>>({ value: undefined, error: undefined, loading: true })
  const pipelines = shallowRef<Loaded<readonly PipelineView[]>>({ value: undefined, error: undefined, loading: true })
  const figures = shallowRef<Loaded<ReadonlyMap<string, LoopFigures>>>({ value: undefined, error: undefined, loading: true })
  const metrics = shallowRef<Loaded<MetricsView>>({ value: undefined, error: undefined, loading: true })
  const changes = shallowRef(0)
  const connection = shallowRef<Connection>('connecting')

  // What is heard while the list is on its way may be newer than the list.
  const readLoops = (): Promise<void> => load(loops, async () => (await server('listLoops', {})).loops.reduce(withLoop, loops.value.value ?? []))
  const readPipelines = (): Promise<void> => load(pipelines, async () => newestPipelines((await server('listPipelines', {})).pipelines, pipelines.value.value))

  function readMetrics(): Promise<void> {
    const [loop_id, range] = [loopId(), preferences.value.range]
    const query = { range, time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, ...(loop_id === undefined ? {} : { loop_id }) }
    return load(metrics, () => server('getMetrics', { query }), () => loop_id === loopId() && range === preferences.value.range)
  }

  /** The figures of the loops named, or of all. */
  function readFigures(named?: readonly string[]): Promise<void> {
    return load(figures, async () => {
      const { loops: each } = await server('getLoopFigures', { query: named === undefined ? {} : { loop_ids: named.join(',') } })
      const known = named === undefined ? [] : (figures.value.value ?? [])
      return new Map([...known, ...each.map((one) => [one.loop_id, one] as const)])
    })
  }

  const changed = new Set<string>()
  const follow = useThrottleFn(() => {
    const named = [...changed]
    changed.clear()
    return Promise.all([readFigures(named.length > MAX_NAMED_LOOPS ? undefined : named), readMetrics()])
  }, FIGURES_MS, true, false)
  const readAll = async (): Promise<void> => void (await Promise.all([readLoops(), readPipelines(), readFigures(), readMetrics()]))

  const close = joinFeed({
    began: () => {
      changes.value += 1
      void readAll()
    },
    pipelineChanged: ({ pipeline }) => { pipelines.value = { ...pipelines.value, value: withPipeline(pipelines.value.value ?? [], pipeline) } },
    changed: ({ loop }) => {
      loops.value = { ...loops.value, value: withLoop(loops.value.value ?? [], loop) }
      if (loop.loop_id === loopId()) changes.value += 1
      changed.add(loop.loop_id)
      void follow()
    },
    connection: (now) => { connection.value = now },
  })
  onScopeDispose(close)
  watch([loopId, () => preferences.value.range], () => void readMetrics())
  const visibility = useDocumentVisibility()
  useIntervalFn(() => visibility.value === 'visible' && void readMetrics(), IDLE_MS)
  return { loops, pipelines, figures, metrics, changes, connection, refresh: readAll }
}

/** Reads something; an answer that is not asked for any more is dropped. */
async function load<T>(into: ShallowRef<Loaded<T>>, read: () => Promise<T>, isAsked: () => boolean = () => true): Promise<void> {
  into.value = { ...into.value, loading: true }
  try {
    const value = await read()
    if (isAsked()) into.value = { value, error: undefined, loading: false }
  } catch (error) {
    if (isAsked()) into.value = { ...into.value, error: sentenceOf(error), loading: false }
  }
}
