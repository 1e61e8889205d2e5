import type { CompositionSummary } from '@lemouf/core/protocol'
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Screen } from '../../app/address.ts'
import { sentenceOf, server } from '../../server/client.ts'
import type { Connection } from '../../server/feed.ts'
import { joinFeed } from '../../server/shared-feed.ts'
import { text } from '../../text/text.ts'
import { screenOf, type Made } from '../starting.ts'
import { openFile } from './importing.ts'
import { withChanged } from './shown.ts'

/** What was done, or why it could not be; `removed` can be taken back out of the bin. */
export interface Said {
  readonly tone: 'error' | 'info'
  readonly message: string
  readonly removed?: CompositionSummary
}

/** The compositions there are, or those in the bin, as they change; and what can be done with each. */
export function useCompositions(go: (screen: Screen) => void) {
  const bin = ref(false)
  const all = shallowRef<readonly CompositionSummary[]>()
  const said = shallowRef<Said>()
  const unread = ref<string>()
  const busy = ref<string>()
  const connection = shallowRef<Connection>('connecting')

  async function read(): Promise<void> {
    const asked = bin.value
    try {
      const { compositions } = await server('listCompositions', { query: { bin: asked ? '1' : '0' } })
      if (asked !== bin.value) return
      all.value = compositions
      unread.value = undefined
    } catch (error) {
      unread.value = sentenceOf(error)
    }
  }
  watch(bin, () => {
    all.value = undefined
    void read()
  })
  onScopeDispose(joinFeed({
    began: () => void read(),
    changed: () => undefined,
    compositionChanged: ({ composition }) => { if (all.value !== undefined) all.value = withChanged(all.value, composition, bin.value) },
    connection: (state) => { connection.value = state },
  }))

  /** One at a time; what it is called is said meanwhile. */
  async function attempt(name: string, work: () => Promise<void>): Promise<void> {
    if (busy.value !== undefined) return
    busy.value = name
    said.value = undefined
    try {
      await work()
    } catch (error) {
      said.value = { tone: 'error', message: sentenceOf(error) }
    }
    busy.value = undefined
  }
  const change = (changed: CompositionSummary): void => { if (all.value !== undefined) all.value = withChanged(all.value, changed, bin.value) }
  const make = (work: () => Promise<Made>, name = text.composition.opening): Promise<void> => attempt(name, async () => go(screenOf(await work())))
  const paramsOf = ({ composition_id }: CompositionSummary) => ({ params: { composition_id } })

  return {
    all, bin, said, unread, busy, connection, read, make,
    open: (file: File) => make(() => openFile(file), text.composition.importing(file.name)),
    rename: (one: CompositionSummary, name: string) => attempt(one.name, async () => change(await server('renameComposition', { ...paramsOf(one), body: { name } }))),
    duplicate: (one: CompositionSummary) => attempt(one.name, async () => change(await server('duplicateComposition', { ...paramsOf(one), body: {} }))),
    remove: (one: CompositionSummary) => attempt(one.name, async () => {
      const removed = await server('removeComposition', { ...paramsOf(one), body: {} })
      change(removed)
      said.value = { tone: 'info', message: text.composition.wasRemoved(one.name), removed }
    }),
    restore: (one: CompositionSummary) => attempt(one.name, async () => {
      change(await server('restoreComposition', { ...paramsOf(one), body: {} }))
      said.value = { tone: 'info', message: text.composition.wasRestored(one.name) }
    }),
  }
}
