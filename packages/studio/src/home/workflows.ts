import type { WorkflowList } from '@lemouf/core/protocol'

export interface WorkflowItem {
  /** Path below the workflows folder: how the server knows it. */
  readonly name: string
  /** For people: the file's name without folder and ending. */
  readonly title: string
  /** Of its profile, or `pipeline`. */
  readonly profileId: string
  /** Model files that a ComfyUI has to have for it, below its `models`. */
  readonly models: readonly string[]
  /** What its author noted about it. */
  readonly about: string | undefined
}

export interface WorkflowFolder {
  readonly folder: string
  readonly items: readonly WorkflowItem[]
}

/** The master workflows by feature folder, those whose path, type or note holds every word of the search. */
export function foldersOf(list: WorkflowList, search: string): readonly WorkflowFolder[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found = list.master_workflows.map((name) => itemOf(name, list)).filter(({ name, profileId, about }) => words.every((word) => `${name} ${profileId} ${about ?? ''}`.toLowerCase().includes(word)))
  const byFolder = Map.groupBy(found, ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('/'))))
  return [...byFolder].map(([folder, inFolder]) => ({ folder, items: inFolder })).sort((a, b) => a.folder.localeCompare(b.folder))
}

const EASIEST = 'loop_basic_image'

/** The workflow to begin with: the simplest example, else the first there is. */
export function firstToTry(list: WorkflowList): WorkflowItem | undefined {
  const items = foldersOf(list, '').flatMap((folder) => folder.items)
  return items.find(({ title }) => title === EASIEST) ?? items[0]
}

function itemOf(name: string, list: WorkflowList): WorkflowItem {
  return {
    name,
    title: titleOf(name),
    profileId: list.pipelines.includes(name) ? 'pipeline' : (list.workflow_profiles[name]?.profile_id ?? 'generic_loop'),
    models: list.workflow_models[name] ?? [],
    about: list.workflow_notes[name],
  }
}

/** A workflow's name for people: without its folder and ending. */
export const titleOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1).replace(/\.json$/i, '')
