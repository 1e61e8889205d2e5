import { AppError } from '@lemouf/core/error'
import { canonicalJson, type Json } from '@lemouf/core/json'
import type { LoopWorkflow } from '@lemouf/core/loop'
import { payloadStep, type PipelineConfig } from '@lemouf/core/pipeline'
import { type Finding, defaultCycles, LOOP_MAP, nodesOfClass, preflight, readLoopMap, readPayload, toPrompt, type ObjectInfo, type PipelineStep, type Prompt, type UiWorkflow } from '@lemouf/core/workflow'
import type { WorkflowCatalog } from '../workflows/catalog.ts'
import { prepareWorkflow } from '../workflows/prepare.ts'
import { sha256 } from './hash.ts'

export interface StepCheck {
  readonly catalog: WorkflowCatalog
  readonly info: ObjectInfo
  readonly steps: readonly PipelineStep[]
  /** The map in the pipeline's own workflow, which serves execute steps whose workflow has none. */
  readonly map: Json | undefined
  readonly config: PipelineConfig
}

/** What a mapping lacks before the step that makes the payload has run. */
const NOT_YET = new Set(['mapping_failed', 'payload_too_short'])

/** A generate or execute step's workflow, made ready to run, and what would keep it from running. */
export async function checkStep(context: StepCheck, step: PipelineStep): Promise<{ workflow: LoopWorkflow | undefined; findings: readonly Finding[] }> {
  if (step.workflow === undefined) return { workflow: undefined, findings: [withoutWorkflow(step)] }
  try {
    const { workflow: prepared, findings: conversion } = await prepareWorkflow({ name: step.workflow }, context.catalog, () => Promise.resolve(context.info))
    const workflow = step.role === 'execute' ? withMap(prepared, context.map) : prepared
    return { workflow, findings: findingsOf(context, step, workflow.prompt, conversion) }
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    return { workflow: undefined, findings: [unreadable(step, error)] }
  }
}

function findingsOf({ info, steps, config }: StepCheck, step: PipelineStep, prompt: Prompt, conversion: readonly Finding[]): readonly Finding[] {
  const source = step.role === 'execute' ? payloadStep(steps, step.nodeId) : undefined
  const own = readPayload(prompt)
  const payload = own.ok ? own.value : undefined
  const totalCycles = step.role === 'generate' && payload === undefined ? 1 : defaultCycles(readLoopMap(prompt), payload)
  const { candidates = 1, seeds = 'map', seed = null } = step.role === 'execute' ? config : {}
  const { findings } = preflight({ prompt, info, payload, overrides: {}, totalCycles, chance: { candidates, seeds, seed }, conversion })
  const follows = source !== undefined && payload === undefined
  return [
    ...findings.filter(({ code }) => !(follows && NOT_YET.has(code)) && !(step.role === 'generate' && code === 'no_variation')),
    ...(source !== undefined && nodesOfClass(prompt, LOOP_MAP).length === 0 ? [unused(source)] : []),
  ]
}

/** The text of the map in a pipeline's own workflow; undefined when there is none, or it maps nothing. */
export function pipelineMap(workflow: UiWorkflow, info: ObjectInfo): Json | undefined {
  const converted = toPrompt(workflow, info)
  const text = converted.ok ? nodesOfClass(converted.value.prompt, LOOP_MAP)[0]?.[1].inputs['map_json'] : undefined
  return typeof text === 'string' && !/"mappings"\s*:\s*\[\s*\]/.test(text) ? text : undefined
}

/** A step's workflow with the pipeline's map, unless it has a map of its own. */
function withMap(workflow: LoopWorkflow, map: Json | undefined): LoopWorkflow {
  if (map === undefined || nodesOfClass(workflow.prompt, LOOP_MAP).length > 0) return workflow
  const prompt = { ...workflow.prompt, 'pipeline-map': { class_type: LOOP_MAP, inputs: { map_json: map } } }
  return { ...workflow, prompt, hash: sha256(canonicalJson(prompt)) }
}

function withoutWorkflow({ role }: PipelineStep): Finding {
  const message = `The step names no workflow, and ${role === 'generate' ? 'a generate' : 'an execute'} step runs one.`
  return { severity: 'error', code: 'step_without_workflow', message, remedy: 'Choose a workflow of the library in the node.' }
}

function unreadable({ workflow = '' }: PipelineStep, { code, message }: AppError): Finding {
  if (code !== 'workflow_not_found') return { severity: 'error', code, message: `The workflow ${workflow} cannot be run: ${message}`, remedy: 'Correct the file, or choose another in the node.' }
  return { severity: 'error', code, message: `The library has no workflow ${workflow}.`, remedy: 'Save it there under this name, or choose another in the node.' }
}

function unused({ title }: PipelineStep): Finding {
  const message = `The list of "${title}" goes nowhere: the workflow has no Loop Map, so it runs one cycle.`
  return { severity: 'warning', code: 'payload_unused', message, remedy: 'Add a Loop Map to the workflow, or to the pipeline.' }
}
