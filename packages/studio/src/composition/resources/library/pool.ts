import type { Change, CompositionSource, LibraryItem, LoopSummary, RouteInput } from '@lemouf/core/protocol'
import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { server } from '../../../server/client.ts'
import { joinFeed } from '../../../server/shared-feed.ts'

/** What the library is asked for. */
export interface Choice {
  readonly loop: string | undefined
  readonly results: 'approved' | 'all'
}

/** The server's lists as they are now. */
export interface Pool {
  readonly loops: Readonly<ShallowRef<readonly LoopSummary[]>>
  readonly results: Readonly<ShallowRef<readonly LibraryItem[]>>
  readonly pipeline: Readonly<ShallowRef<readonly { readonly item: LibraryItem; readonly at: number }[]>>
  readonly added: Readonly<ShallowRef<readonly LibraryItem[]>>
  /** Some list is read for the first time. */
  readonly isReading: Readonly<ShallowRef<boolean>>
  /** Why a list could not be read. */
  readonly problem: Readonly<ShallowRef<unknown>>
  /** How far a loop is, by its sequence number. */
  readonly seqOf: (loop: string) => number
  readonly readAdded: () => Promise<void>
  readonly readAll: () => Promise<void>
}

type Query = RouteInput<'listLibrary'>['query']
const PAGE = 1000
/** Cycles that changed are read one by one up to so many; else all is. */
const FEW = 8
/** Changes that come close together are one. */
const TOGETHER_MS = 150

/** Reads the lists of the library and hears what changes in them, while the component lives. */
export function usePool(choice: Ref<Choice>, source: CompositionSource | null): Pool {
  const loops = shallowRef<readonly LoopSummary[]>([])
  const results = shallowRef<readonly LibraryItem[]>([])
  const pipeline = shallowRef<readonly { readonly item: LibraryItem; readonly at: number }[]>([])
  const added = shallowRef<readonly LibraryItem[]>([])
  const isReading = shallowRef(true)
  const problem = shallowRef<unknown>()
  /** Answers to what was asked before the last change of the choice come too late. */
  let asked = 0

  async function readResults(): Promise<void> {
    const turn = ++asked
    const { loop, results: which } = choice.value
    const items = loop === undefined ? [] : await listed({ loop_id: loop, results: which, uploads: 'none' })
    if (turn === asked) results.value = items
  }
  async function readCycle(cycle: number): Promise<void> {
    const turn = asked
    const { loop, results: which } = choice.value
    if (loop === undefined) return
    const items = await listed({ loop_id: loop, results: which, uploads: 'none', cycle_index: cycle })
    if (turn === asked) results.value = withCycle(results.value, { loop, cycle }, items)
  }
  async function readPipeline(): Promise<void> {
    if (source?.type !== 'pipeline') return
    const { pipeline_id, node_id } = source
    const items = await listed({ pipeline_id, ...(node_id === undefined ? {} : { node_id }), uploads: 'none' })
    pipeline.value = items.map((item, at) => ({ item, at }))
  }
  async function readAdded(): Promise<void> {
    added.value = await listed({ uploads: 'all' })
  }
  async function readLoops(): Promise<void> {
    loops.value = (await server('listLoops', {})).loops
  }
  async function tried(...work: readonly (() => Promise<void>)[]): Promise<void> {
    const done = await Promise.allSettled(work.map((one) => one()))
    problem.value = done.find((one) => one.status === 'rejected')?.reason
    isReading.value = false
  }
  const readAll = (): Promise<void> => tried(readResults, readPipeline, readAdded, readLoops)

  const cycles = new Set<number>()
  let soon: ReturnType<typeof setTimeout> | undefined
  function readTouched(): void {
    soon = undefined
    const touched = [...cycles]
    cycles.clear()
    void tried(...(touched.length > FEW ? [readResults] : touched.map((cycle) => () => readCycle(cycle))))
  }
  function changed({ loop, entries, reset }: Change): void {
    loops.value = [loop, ...loops.value.filter(({ loop_id }) => loop_id !== loop.loop_id)]
    if (loop.loop_id !== choice.value.loop) return
    for (const { cycle_index } of entries) cycles.add(cycle_index)
    if (reset) void tried(readResults)
    else if (cycles.size > 0) soon ??= setTimeout(readTouched, TOGETHER_MS)
  }

  watch(choice, (now, before) => {
    if (now.loop === before.loop && now.results === before.results) return
    if (now.loop !== before.loop) results.value = []
    void tried(readResults)
  })
  onScopeDispose(joinFeed({
    began: () => void readAll(),
    changed,
    pipelineChanged: ({ pipeline: { pipeline_id: id } }) => { if (source?.type === 'pipeline' && id === source.pipeline_id) void tried(readPipeline) },
    connection: () => undefined,
  }))
  onScopeDispose(() => clearTimeout(soon))

  return { loops, results, pipeline, added, isReading, problem, readAdded: () => tried(readAdded), readAll, seqOf: (id) => loops.value.find(({ loop_id }) => loop_id === id)?.seq ?? 0 }
}

/** All pages of a list. */
async function listed(query: Query): Promise<readonly LibraryItem[]> {
  const items: LibraryItem[] = []
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<typeof server<'listLibrary'>>> = await server('listLibrary', { query: { ...query, from, limit: PAGE } })
    items.push(...page.items)
    from = page.next
  }
  return items
}

/** A loop's results with one cycle as it is now. What other cycles made as well, byte for byte, stays theirs. */
export function withCycle(items: readonly LibraryItem[], { loop, cycle }: { readonly loop: string; readonly cycle: number }, now: readonly LibraryItem[]): readonly LibraryItem[] {
  const others = items.flatMap((item) => {
    const origins = item.origins.filter((origin) => origin.type !== 'loop' || origin.loop_id !== loop || origin.cycle_index !== cycle)
    return origins.length === item.origins.length ? [item] : origins.length === 0 ? [] : [{ ...item, origins }]
  })
  const known = new Map(others.map((item) => [item.id, item]))
  for (const item of now) {
    const twin = known.get(item.id)
    known.set(item.id, twin === undefined ? item : { ...twin, origins: [...twin.origins, ...item.origins] })
  }
  return [...known.values()]
}
