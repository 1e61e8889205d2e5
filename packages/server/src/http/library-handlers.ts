import type { App } from '../app.ts'
import { listLibrary, type GivenResources } from '../library/library.ts'
import { referencesIn } from '../library/references.ts'
import { removeUnused, unusedMedia } from '../library/unused.ts'
import { addressesOf } from '../media/view.ts'
import { compositionIn } from './pipeline-handlers.ts'
import { requireLoop } from './read-handlers.ts'
import type { Handlers } from './table.ts'

type OfLibrary = 'getMediaInfo' | 'getFilmstrip' | 'ensureProxy' | 'relinkMedia' | 'listUnused' | 'removeMedia' | 'listLibrary'

/** The routes of media as an editor needs them, and of the library. */
export function libraryHandlers(app: App): Pick<Handlers, OfLibrary> {
  const { store, desk } = app
  const references = referencesIn(store)
  return {
    getMediaInfo: ({ params }) => desk.info(params.id),
    getFilmstrip: ({ params, query }) => desk.filmstrip(params.id, query.height),
    ensureProxy: async ({ body: { media } }) => {
      const proxy = await desk.ensureProxy(media)
      return { ...proxy, url: proxy.state === 'ready' ? `/lemouf/media/${media}/proxy` : null }
    },
    relinkMedia: ({ body }) => desk.relink(body),
    listUnused: async () => {
      const unused = await unusedMedia(store, references)
      return {
        media: unused.map((row) => ({ media: row.id, filename: row.filename, kind: row.kind, bytes: row.bytes, created_at: row.createdAt, thumb: addressesOf(row, null).thumb })),
        bytes: [...new Map(unused.map(({ hash, bytes }) => [hash, bytes])).values()].reduce((sum, bytes) => sum + bytes, 0),
      }
    },
    removeMedia: ({ body }) => removeUnused(app, references, body.media),
    listLibrary: async ({ query }) => {
      if (query.loop_id !== undefined) await requireLoop(store, query.loop_id)
      return listLibrary(app, query, query.pipeline_id === undefined ? undefined : await givenBy(app, query.pipeline_id, query.node_id))
    },
  }
}

/** Errors: `pipeline_not_found`, `pipeline_step_not_found`. */
async function givenBy({ pipelines, store }: App, pipelineId: string, nodeId: string | undefined): Promise<GivenResources> {
  const step = compositionIn(await pipelines.state(pipelineId), nodeId)
  return { pipelineId, nodeId: step.nodeId, resources: step.resources === undefined ? [] : await store.pipelines.readResources(pipelineId, step.resources.seq) }
}
