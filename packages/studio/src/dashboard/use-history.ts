import type { HistoryEntry } from '@lemouf/core/protocol'
import { useDebounceFn } from '@vueuse/core'
import { shallowRef, watch, type ShallowRef } from 'vue'
import type { Loaded } from '../home/use-catalog.ts'
import { sentenceOf, server } from '../server/client.ts'
import { preferences } from './preferences.ts'

const PAGE = 50
const MOST = 1000
const SETTLED_MS = 400
/** Where something happens all the time, it is read again after this. */
const LATEST_MS = 2000

export interface HistoryData {
  /** Newest first. */
  readonly entries: Readonly<ShallowRef<Loaded<readonly HistoryEntry[]>>>
  readonly hasOlder: Readonly<ShallowRef<boolean>>
  readonly older: () => Promise<void>
  readonly refresh: () => Promise<void>
}

/** The history of a loop, a page at a time. What happens is read again when `changes` counts on. */
export function useHistory(loopId: () => string, changes: () => number): HistoryData {
  const entries = shallowRef<Loaded<readonly HistoryEntry[]>>({ value: undefined, error: undefined, loading: true })
  const hasOlder = shallowRef(false)
  let asked = 0

  /** Reads the newest, as many as are shown; or what comes before those that are known. */
  async function read(known: readonly HistoryEntry[], limit: number): Promise<void> {
    const number = ++asked
    entries.value = { ...entries.value, loading: true }
    const before = known.at(-1)?.seq
    const about = preferences.value.everything ? 'all' : 'people'
    try {
      const page = await server('getHistory', { params: { loop_id: loopId() }, query: { order: 'newest', data: 'brief', about, limit, ...(before === undefined ? {} : { before_seq: before }) } })
      if (number !== asked) return
      entries.value = { value: [...known, ...page.events], error: undefined, loading: false }
      hasOlder.value = page.next_seq !== null && page.next_seq > 1
    } catch (error) {
      if (number === asked) entries.value = { ...entries.value, error: sentenceOf(error), loading: false }
    }
  }

  const refresh = (): Promise<void> => read([], Math.min(MOST, Math.max(PAGE, entries.value.value?.length ?? 0)))
  function anew(): void {
    entries.value = { value: undefined, error: undefined, loading: true }
    void read([], PAGE)
  }
  watch([loopId, () => preferences.value.everything], anew, { immediate: true })
  watch(changes, useDebounceFn(refresh, SETTLED_MS, { maxWait: LATEST_MS }))
  return { entries, hasOlder, refresh, older: () => read(entries.value.value ?? [], PAGE) }
}
