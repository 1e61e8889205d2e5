import { readDocument } from '../compositions/state.ts'
import type { CompositionStore } from '../store/composition-store.ts'
import type { Store } from '../store/store.ts'

/** A place in which media are named by their ids: gives every text that may name one. */
export type ReferenceSource = () => AsyncIterable<string>

/** All places of this program: what ever happened to loops and pipelines, and the documents of compositions. */
export const referencesIn = (store: Store): readonly ReferenceSource[] => [() => store.library.textsOfLoopsAndPipelines(), () => documentsOf(store.compositions)]

/** Each composition as it is, also in the bin, and as it was in its named versions. What was only there in between can be missed. */
async function* documentsOf(compositions: CompositionStore): AsyncGenerator<string> {
  for (const { composition_id: id, revision } of [...(await compositions.list(false)), ...(await compositions.list(true))]) {
    const named = (await compositions.versions(id)).map((version) => version.revision)
    for (const at of new Set([revision, ...named])) yield JSON.stringify((await readDocument(compositions, id, at)).project)
  }
}
