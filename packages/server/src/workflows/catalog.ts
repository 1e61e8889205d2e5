import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import type { WorkflowList, WorkflowProfileView } from '@lemouf/core/protocol'
import { isPipeline, noteOf, parseUiWorkflow, readProfile, type UiWorkflow } from '@lemouf/core/workflow'
import * as z from 'zod'

export interface WorkflowFile {
  readonly name: string
  readonly json: Json
  readonly workflow: UiWorkflow
  readonly profile: WorkflowProfileView
}

/** The workflow files of a folder, one sub-folder a feature. Names are relative with `/`, and the only way to reach a file. */
export class WorkflowCatalog {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = resolve(folder)
  }

  /** All workflows; a file that cannot be read is listed with its reason and hides no other. */
  async list(): Promise<WorkflowList> {
    const names = await this.#names()
    const files = await Promise.all((names ?? []).map((name) => this.#tryRead(name)))
    const readable = files.flatMap((file) => ('error' in file ? [] : [file]))
    return {
      workflows: readable.map((file) => file.name),
      master_workflows: readable.filter((file) => file.profile.workflow_kind === 'master').map((file) => file.name),
      pipelines: readable.filter((file) => isPipeline(file.workflow)).map((file) => file.name),
      workflow_notes: Object.fromEntries(readable.flatMap(({ name, json }) => (noteOf(json) === undefined ? [] : [[name, noteOf(json) ?? '']]))),
      workflow_profiles: Object.fromEntries(readable.map((file) => [file.name, file.profile])),
      workflow_models: Object.fromEntries(readable.flatMap(({ name, json }) => (modelsOf(json).length === 0 ? [] : [[name, modelsOf(json)]]))),
      unreadable: files.flatMap((file) => ('error' in file ? [{ name: file.name, message: file.error.message }] : [])),
      folder: 'workflows',
      exists: names !== undefined,
      count: readable.length,
    }
  }

  /** One workflow by its listed name. Errors: `workflow_not_found`, `json_malformed`, `workflow_malformed`. */
  async load(name: string): Promise<WorkflowFile> {
    const names = await this.#names()
    if (names?.includes(name) !== true) {
      throw new AppError('workflow_not_found', `There is no workflow ${name}. Workflow files stand in feature folders; list them and choose one.`)
    }
    return this.#read(name)
  }

  async #names(): Promise<readonly string[] | undefined> {
    const exists = await stat(this.#folder).then((entry) => entry.isDirectory(), () => false)
    if (!exists) return undefined
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    const names = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => relative(this.#folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    return names.sort()
  }

  async #tryRead(name: string): Promise<WorkflowFile | { name: string; error: AppError }> {
    try {
      return await this.#read(name)
    } catch (error) {
      if (error instanceof AppError) return { name, error }
      throw error
    }
  }

  async #read(name: string): Promise<WorkflowFile> {
    const json = parseJson(await readText(join(this.#folder, name), name))
    if (!json.ok) throw json.error
    const workflow = parseUiWorkflow(json.value)
    if (!workflow.ok) throw workflow.error
    return { name, json: json.value, workflow: workflow.value, profile: profileViewOf(workflow.value) }
  }
}

async function readText(path: string, name: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
    throw new AppError('workflow_malformed', `The workflow ${name} cannot be read (${reason}). Check its size and its rights.`, { cause })
  }
}

const withModels = z.object({
  nodes: z.array(z.object({ properties: z.object({ models: z.array(z.object({ name: z.string(), directory: z.string() })).catch([]) }).catch({ models: [] }) })),
})

/** The model files that a workflow's nodes name for their download, as ComfyUI's editor reads them: `directory/name`. */
function modelsOf(workflow: Json): string[] {
  const { data } = withModels.safeParse(workflow)
  return [...new Set((data?.nodes ?? []).flatMap(({ properties }) => properties.models.map(({ name, directory }) => `${directory}/${name}`)))]
}

/** A workflow's profile as the protocol names its parts. */
export function profileViewOf(workflow: UiWorkflow): WorkflowProfileView {
  const { profileId, profileVersion, uiContractVersion, workflowKind } = readProfile(workflow)
  return { profile_id: profileId, profile_version: profileVersion, ui_contract_version: uiContractVersion, workflow_kind: workflowKind }
}
