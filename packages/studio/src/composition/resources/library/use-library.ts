import { AppError } from '@lemouf/core/error'
import type { CompositionSource } from '@lemouf/core/protocol'
import { watchDebounced } from '@vueuse/core'
import { computed, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { text } from '../../../text/text.ts'
import { useEditor } from '../../document/editor.ts'
import { useView } from '../../document/view-state.ts'
import { mediaInfo, storeIdOf, useMediaChanges } from '../../media-place.ts'
import { knownHashes } from '../uploads/uploads.ts'
import { choose, NOTHING_CHOSEN, stillChosen, type Choosing, type How } from './choosing.ts'
import { groupsOf, standsElsewhere, wished, type Group } from './groups.ts'
import { usePool, type Pool } from './pool.ts'
import type { Resource } from './resource.ts'
import { usesIn, type Uses } from './usage.ts'

/** The library as a person sees it, and what they have chosen of it. */
export interface Library {
  readonly pool: Pool
  /** The loop whose results are listed. */
  readonly loop: ComputedRef<string | undefined>
  readonly groups: ComputedRef<readonly Group[]>
  /** Of the groups what is searched for. */
  readonly shown: ComputedRef<readonly Group[]>
  /** Groups of which only the heading is shown: those that a person has folded, and the composition's where all of it stands below as well. */
  readonly folded: ComputedRef<ReadonlySet<string>>
  /** All that is shown, folded groups left out, in its order. */
  readonly order: ComputedRef<readonly Resource[]>
  readonly choosing: Ref<Choosing>
  readonly choose: (key: string, how: How) => void
  readonly chooseAll: () => void
  /** What is chosen, in its order; `focus` is the one that keys go on from. */
  readonly chosen: ComputedRef<readonly Resource[]>
  readonly focus: ComputedRef<Resource | undefined>
  readonly uses: Readonly<ShallowRef<Uses>>
  /** A resource with what is in it, where that had to be looked for. */
  readonly whole: (resource: Resource) => Resource
}

/** A cycle and its retry as they are written, by which results are found. */
export const placeSaid = ({ madeBy }: Pick<Resource, 'madeBy'>): string => (madeBy === undefined ? '' : text.placeName(madeBy.cycle_index, madeBy.retry_index))

export function useLibrary(source: CompositionSource | null): Library {
  const editor = useEditor()
  const view = useView()
  const loop = computed(() => view.resources.loop ?? (source?.type === 'loop' ? source.loop_id : undefined))
  const pool = usePool(computed(() => ({ loop: loop.value, results: view.resources.results })), source)
  const media = computed(() => editor.project.value.media)
  const { results, pipeline, added } = pool
  watch([results, pipeline, added], () => {
    for (const { id } of [...results.value, ...pipeline.value.map(({ item }) => item), ...added.value]) knownHashes.add(id.replace(/^sha256-/, ''))
  })

  const groups = computed(() => groupsOf({ results: results.value, pipeline: pipeline.value, added: added.value, media: media.value, loop: loop.value, info: pool.isReading.value ? () => undefined : infoOf }))
  const isDoubled = computed(() => pool.isReading.value || standsElsewhere(groups.value))
  const shown = computed(() => wished(groups.value, { ...view.resources, words: (resource) => `${placeSaid(resource)} ${resource.madeBy?.loop_id ?? ''}` }))
  const folded = computed(() => new Set([...view.resources.folded, ...(isDoubled.value && !view.resources.opened.includes('composition') ? ['composition'] : [])]))
  const order = computed(() => shown.value.flatMap(({ id, resources }) => (folded.value.has(id) ? [] : resources)))
  const keys = computed(() => order.value.map(({ key }) => key))
  const byKey = computed(() => new Map(order.value.map((one) => [one.key, one])))

  const choosing = shallowRef(NOTHING_CHOSEN)
  watch(byKey, (now) => { choosing.value = stillChosen(choosing.value, new Set(now.keys())) })
  const uses = shallowRef(usesIn(editor.project.value))
  // A drag shows the composition anew with each move: counting waits for its end.
  watchDebounced(editor.project, (project) => { uses.value = usesIn(project) }, { debounce: 150, maxWait: 1000 })
  // What has its bytes again, or others, is listed as it is now.
  useMediaChanges(() => void pool.readAll())

  const whole = (resource: Resource): Resource => {
    if (resource.contents !== null || resource.storeId === undefined || resource.missing || resource.medium !== undefined) return resource
    const { info } = mediaInfo(resource.storeId).value
    return info === undefined ? resource : { ...resource, contents: info.contents, hash: info.hash, filmstrip: info.filmstrip, peaks: info.peaks, bytes: info.bytes }
  }
  return {
    pool, loop, groups, shown, folded, order, choosing, uses, whole,
    choose: (key, how) => { choosing.value = choose(choosing.value, keys.value, key, how) },
    chooseAll: () => { choosing.value = { ...choosing.value, chosen: new Set(keys.value) } },
    chosen: computed(() => order.value.filter(({ key }) => choosing.value.chosen.has(key))),
    focus: computed(() => (choosing.value.cursor === undefined ? undefined : byKey.value.get(choosing.value.cursor))),
  }
}

function infoOf(storeId: string): ReturnType<Parameters<typeof groupsOf>[0]['info']> {
  const { info, error } = mediaInfo(storeId).value
  return error instanceof AppError && error.code === 'media_not_found' ? 'gone' : info
}

/** The resource that shows a medium of the composition. */
export const resourceFor = (groups: readonly Group[], media: string): Resource | undefined => groups.find(({ id }) => id === 'composition')?.resources.find(({ medium }) => medium?.id === media)

/** The store's id of a resource whose bytes can be read. */
export const readableId = ({ medium, storeId, missing }: Resource): string | undefined => (missing ? undefined : (storeId ?? (medium === undefined ? undefined : storeIdOf(medium))))
