import type { Json, JsonObject } from '../json.ts'
import { WORKFLOW_PROFILE } from './loop-nodes.ts'
import type { UiGraph, UiNode, UiWorkflow } from './ui-workflow.ts'

/** What a workflow is for, and which screens go with it. */
export type WorkflowProfile = {
  /** `song2daw`, `generic_loop`, `tool`, or a name of the author's own. */
  readonly profileId: string
  readonly profileVersion: string
  readonly uiContractVersion: string
  readonly workflowKind: 'master' | 'branch'
}

const DEFAULTS = { profileVersion: '0.1.0', uiContractVersion: '1.0.0' }

/** The profile that the workflow's profile node gives; without the node, what its nodes and the defaults say. */
export function readProfile(workflow: UiWorkflow): WorkflowProfile {
  const graphs: readonly UiGraph[] = [workflow.graph, ...workflow.subgraphs.values()]
  const nodes = graphs.flatMap((graph) => Array.from(graph.nodes.values()))
  const profile = nodes.find((node) => node.type === WORKFLOW_PROFILE)
  const guessed = nodes.some((node) => node.type.toLowerCase().includes('song2daw')) ? 'song2daw' : 'generic_loop'
  const widgets = profile === undefined ? {} : profileWidgets(profile)
  const id = textOf(widgets['profile_id']) ?? guessed
  return {
    profileId: id === 'custom' ? (textOf(widgets['profile_id_custom']) ?? id) : id,
    profileVersion: textOf(widgets['profile_version']) ?? DEFAULTS.profileVersion,
    uiContractVersion: textOf(widgets['ui_contract_version']) ?? DEFAULTS.uiContractVersion,
    workflowKind: widgets['workflow_kind'] === 'branch' ? 'branch' : 'master',
  }
}

/** The profile node's values by name; older nodes have three or four of the five. */
export function profileWidgets(node: UiNode): JsonObject {
  const { positional, named } = node
  if (Object.keys(named).length > 0) return named
  const [first = null, second = null, third = null, fourth = null, fifth = null] = positional
  const whole = (custom: Json, version: Json, contract: Json, kind: Json): JsonObject => ({
    profile_id: first,
    profile_id_custom: custom,
    profile_version: version,
    ui_contract_version: contract,
    workflow_kind: kind,
  })
  if (positional.length === 0) return {}
  if (positional.length >= 5) return whole(second, third, fourth, fifth)
  if (positional.length === 3 || isKind(fourth)) return whole('', second, third, isKind(fourth) ? fourth : 'master')
  return whole(second, third, fourth, 'master')
}

const isKind = (value: Json): boolean => value === 'master' || value === 'branch'
const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
