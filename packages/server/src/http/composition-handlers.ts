import { randomBytes } from 'node:crypto'
import { AppError } from '@lemouf/core/error'
import { stringifyJson } from '@lemouf/core/json'
import type { CompositionSource, RouteOutput } from '@lemouf/core/protocol'
import type { App } from '../app.ts'
import { assemble } from '../compositions/assembly.ts'
import { projectOfFile } from '../compositions/file.ts'
import { footageOfLoop, footageOfResources, type Gathered } from '../compositions/footage.ts'
import { logEntryOf } from '../compositions/view.ts'
import { compositionIn } from './pipeline-handlers.ts'
import { requireLoop } from './read-handlers.ts'
import type { Call, Handlers } from './table.ts'

type OfCompositions =
  | 'listCompositions' | 'createComposition' | 'importComposition' | 'getComposition' | 'getCompositionEdits' | 'editComposition' | 'renameComposition' | 'duplicateComposition'
  | 'removeComposition' | 'restoreComposition' | 'saveCompositionView' | 'listVersions' | 'nameVersion' | 'restoreVersion'

/** A view is a few places and sizes; more is a mistake. */
const MAX_VIEW = 256 * 1024
/** Edits of this length as text are given at once, and always one. */
const MAX_LOG = 4_000_000

/** The routes of compositions. */
export function compositionHandlers(app: App): Pick<Handlers, OfCompositions> {
  const { compositions, store } = app
  return {
    listCompositions: async ({ query }) => ({ compositions: [...(await store.compositions.list(query.bin === '1'))] }),
    createComposition: (call) => create(app, call),
    importComposition: async ({ body, meta }) => {
      const { project, notes } = await projectOfFile(store, body.file)
      const { summary } = await compositions.create({ ...project, id: newCompositionId() }, null, meta.by)
      return { composition: summary, notes: [...notes] }
    },
    getComposition: ({ params, query }) => getComposition(app, params.composition_id, query.client),
    getCompositionEdits: (call) => readLog(app, call),
    editComposition: ({ params, body, meta }) => {
      const { base_revision: baseRevision, edits, client, sequence, gesture = null, step } = body
      return compositions.edit(params.composition_id, { baseRevision, edits, client, sequence, gesture, step }, meta.by)
    },
    renameComposition: async ({ params, body, meta }) =>
      (await compositions.change(params.composition_id, ({ name }) => (name === body.name ? [] : [{ type: 'rename', name: body.name }]), meta.by)).summary,
    duplicateComposition: async ({ params, body, meta }) => {
      const { project, summary } = await compositions.state(params.composition_id)
      const copy = { ...project, id: body.composition_id ?? newCompositionId(), name: body.name ?? `${project.name} copy`.slice(-200) }
      return (await compositions.create(copy, summary.source, meta.by)).summary
    },
    removeComposition: async ({ params, meta }) => (await compositions.remove(params.composition_id, meta.by)).summary,
    restoreComposition: async ({ params, meta }) => (await compositions.restore(params.composition_id, meta.by)).summary,
    saveCompositionView: async ({ params, body }) => {
      const state = stringifyJson(body.state)
      if (state.length > MAX_VIEW) throw new AppError('json_too_large', `How a window shows a composition takes ${state.length} characters; at most ${MAX_VIEW} are kept. Leave out what can be found again.`)
      await compositions.state(params.composition_id)
      await store.compositions.saveView(params.composition_id, { client: body.client, state, at: Date.now() })
      return { ok: true }
    },
    listVersions: async ({ params }) => {
      await compositions.state(params.composition_id)
      return { versions: [...(await store.compositions.versions(params.composition_id))] }
    },
    nameVersion: ({ params, body, meta }) => compositions.nameVersion(params.composition_id, body.name, meta.by),
    restoreVersion: async ({ params, body, meta }) => (await compositions.restoreVersion(params.composition_id, body.version_id, meta.by)).summary,
  }
}

/** Sixteen hexadecimal digits. */
export const newCompositionId = (): string => randomBytes(8).toString('hex')

async function create(app: App, { body, meta }: Call<'createComposition'>): Promise<RouteOutput<'createComposition'>> {
  const { composition_id: id = newCompositionId(), name, from } = body
  const { source, footage, notes } = from === undefined ? { source: null, footage: [], notes: [] } : await gather(app, from)
  const project = assemble(id, name ?? nameFor(from), footage)
  const { summary } = await app.compositions.create(project, source, meta.by)
  return { composition: summary, notes: [...notes] }
}

function nameFor(from: CompositionSource | undefined): string {
  if (from === undefined) return 'Untitled'
  return from.type === 'loop' ? from.loop_id : from.pipeline_id
}

/** With the composition step that was meant. Errors: `loop_not_found`, `pipeline_not_found`, `pipeline_step_not_found`, `ffmpeg_missing`. */
async function gather(app: App, from: CompositionSource): Promise<Gathered & { readonly source: CompositionSource }> {
  const { store, pipelines } = app
  if (from.type === 'loop') {
    await requireLoop(store, from.loop_id)
    return { source: from, ...(await footageOfLoop(app, from.loop_id)) }
  }
  const step = compositionIn(await pipelines.state(from.pipeline_id), from.node_id)
  const resources = step.resources === undefined ? [] : await store.pipelines.readResources(from.pipeline_id, step.resources.seq)
  return { source: { ...from, node_id: step.nodeId }, ...(await footageOfResources(app, resources)) }
}

async function getComposition({ compositions, store }: App, id: string, client: string | undefined): Promise<RouteOutput<'getComposition'>> {
  const { summary, project } = await compositions.state(id)
  const last = client === undefined ? undefined : await store.compositions.lastOf(id, client)
  return {
    ...summary,
    document: project,
    view: (await store.compositions.view(id, client)) ?? null,
    sequence: last?.sequence ?? 0,
    versions: [...(await store.compositions.versions(id))],
  }
}

async function readLog({ compositions, store }: App, { params, query }: Call<'getCompositionEdits'>): Promise<RouteOutput<'getCompositionEdits'>> {
  const { summary } = await compositions.state(params.composition_id)
  const found = await store.compositions.events(params.composition_id, query.after, query.limit)
  let length = 0
  const page = found.filter(({ size }, index) => (length += size) <= MAX_LOG || index === 0).map(({ event }) => logEntryOf(event, query.inverses === '1'))
  const last = page.at(-1)?.revision ?? summary.revision
  return { entries: page, next: last < summary.revision ? last : null }
}
