import { AppError } from '@lemouf/core/error'
import { readGiven, unreachableResources, type Resource } from '@lemouf/core/pipeline'
import { unwrap } from '@lemouf/core/result'
import { type Finding, pipelineSteps, type PipelineStep } from '@lemouf/core/workflow'
import type { WorkflowCatalog } from '../workflows/catalog.ts'

/**
 * What a composition step is given: its own `resources_json`, then that of the composition steps in the workflow it names,
 * as a composition's master workflow holds them. Nothing of that workflow runs: a composition is edited, not generated.
 */
export async function checkComposition(catalog: WorkflowCatalog, step: PipelineStep): Promise<{ given: readonly Resource[]; findings: readonly Finding[] }> {
  try {
    const named = step.workflow === undefined ? [] : compositionsIn(await catalog.load(step.workflow))
    const given = [...unwrap(readGiven(step.resources)), ...named.flatMap(({ nodeId, resources }) => unwrap(readGiven(resources)).map((resource) => apart(resource, nodeId)))]
    return { given, findings: [...(step.workflow !== undefined && named.length === 0 ? [notRun(step.workflow)] : []), ...unreachable(given)] }
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return { given: [], findings: [{ severity: 'error', code: error.code, message: error.message, remedy: 'Correct it in the node.' }] }
  }
}

const compositionsIn = ({ workflow }: Awaited<ReturnType<WorkflowCatalog['load']>>): readonly PipelineStep[] =>
  unwrap(pipelineSteps(workflow)).filter(({ role }) => role === 'composition')

/** Ids that entries were given by their place are told apart by the node they come from. */
const apart = (resource: Resource, nodeId: string): Resource => (resource.id.startsWith('given/') ? { ...resource, id: `given/${nodeId}/${resource.id.slice('given/'.length)}` } : resource)

function notRun(workflow: string): Finding {
  const message = `A composition is edited and not generated, so ${workflow} does not run here.`
  return { severity: 'warning', code: 'composition_workflow_unused', message, remedy: 'Put it into an execute step before, or name a composition workflow.' }
}

function unreachable(given: readonly Resource[]): readonly Finding[] {
  const names = unreachableResources(given)
  if (names.length === 0) return []
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '')
  const message = `${names.length} of its resources cannot be opened from here: ${shown}.`
  return [{ severity: 'warning', code: 'resource_unreachable', message, remedy: 'Upload them and give their addresses, beginning with /lemouf/media/ or https://.' }]
}
