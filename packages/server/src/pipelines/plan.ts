import { AppError } from '@lemouf/core/error'
import { canonicalJson, type Json } from '@lemouf/core/json'
import type { LoopWorkflow } from '@lemouf/core/loop'
import type { PipelineConfig, PipelinePlan, PlannedStep, Resource } from '@lemouf/core/pipeline'
import type { ValidatePipelineResponse } from '@lemouf/core/protocol'
import { unwrap } from '@lemouf/core/result'
import { parseUiWorkflow, pipelineSteps, type PipelineStep } from '@lemouf/core/workflow'
import type { App } from '../app.ts'
import { profileViewOf } from '../workflows/catalog.ts'
import { checkComposition } from './check-composition.ts'
import { sha256 } from './hash.ts'
import { checkStep, pipelineMap, type StepCheck } from './check-step.ts'
import { pipelineIdOf } from './pipeline-id.ts'
import { plannedStepViewOf } from './view.ts'

type Library = Pick<App, 'catalog' | 'objectInfo' | 'store'>
type Findings = ValidatePipelineResponse['findings']

export interface PipelineChoice {
  readonly name?: string | undefined
  readonly workflow?: Json | undefined
}

/** A pipeline workflow made ready to run, with everything that was found on the way; the plan only serves when the answer is `ok`. */
export async function planPipeline({ catalog, objectInfo, store }: Library, choice: PipelineChoice, config: PipelineConfig): Promise<{ plan: PipelinePlan; response: ValidatePipelineResponse }> {
  const graph = await graphOf(catalog, choice)
  const workflow = unwrap(parseUiWorkflow(graph))
  const read = pipelineSteps(workflow)
  const steps = read.ok ? read.value : []
  const info = await objectInfo()
  const context: StepCheck = { catalog, info, steps, map: pipelineMap(workflow, info), config }
  const findings: Findings = [...(read.ok ? [] : [findingOf(read.error)]), ...(read.ok && steps.length === 0 ? [NO_STEPS] : [])]
  const workflows: Record<string, LoopWorkflow> = {}
  const given: Record<string, readonly Resource[]> = {}
  for (const step of steps) {
    const about = { step: { node_id: step.nodeId, title: step.title } }
    if (step.role === 'composition') {
      const checked = await checkComposition(catalog, step)
      given[step.nodeId] = checked.given
      findings.push(...checked.findings.map((finding) => Object.assign({}, finding, about)))
    } else {
      const checked = await checkStep(context, step)
      if (checked.workflow !== undefined) workflows[step.nodeId] = checked.workflow
      findings.push(...checked.findings.map((finding) => Object.assign({}, finding, about)))
    }
  }
  const planned = steps.map(plannedStepOf)
  const plan = { ...(choice.name === undefined ? {} : { name: choice.name }), hash: sha256(canonicalJson(graph)), graph, steps: planned, workflows, given, config }
  const ok = !findings.some(({ severity }) => severity === 'error')
  return { plan, response: { ok, pipeline_id: await pipelineIdOf(store.pipelines, choice.name, graph), findings, steps: planned.map(plannedStepViewOf), workflow_profile: profileViewOf(workflow) } }
}

async function graphOf(catalog: App['catalog'], { name, workflow }: PipelineChoice): Promise<Json> {
  if (workflow !== undefined) return workflow
  if (name !== undefined) return (await catalog.load(name)).json
  throw new AppError('request_invalid', 'Say which pipeline: the name of its workflow, or the workflow.')
}

function plannedStepOf({ nodeId, title, role, workflow, after }: PipelineStep): PlannedStep {
  return { nodeId, title, role, after, ...(workflow === undefined ? {} : { workflow }) }
}

const NO_STEPS: Findings[number] = {
  severity: 'error', code: 'pipeline_empty',
  message: 'This workflow has no Loop Pipeline Step that is active, so there is nothing to run.',
  remedy: 'Add a step, or start the workflow as a loop.',
}

const findingOf = ({ code, message }: AppError): Findings[number] => ({ severity: 'error', code, message, remedy: 'Correct it in the workflow.' })
