import type { PipelineStepView, PipelineView, ResourceView } from '@lemouf/core/protocol'
import { count } from './count.ts'

/** A pipeline and its steps. */
export const pipeline = {
  of: (title: string) => `Pipeline ${title}`,
  steps: 'Steps',
  step: (title: string, role: string, status: string) => `${title}, ${role}, ${status}`,
  roles: { generate: 'generate', execute: 'execute', composition: 'composition' } satisfies Record<PipelineStepView['role'], string>,
  stepStatus: { waiting: 'not begun', running: 'running', review: 'waits for you', done: 'done', failed: 'failed', cancelled: 'stopped' } satisfies Record<PipelineStepView['status'], string>,
  status: { running: 'running', review: 'waits for you', done: 'done', failed: 'failed', cancelled: 'stopped' } satisfies Record<PipelineView['status'], string>,
  last: (status: string) => `last time ${status}`,
  lastRun: (status: string, ago: string) => `Last run: ${status}, ${ago}`,
  noWorkflow: 'no workflow chosen',
  noWorkflowNeeded: 'what was approved',
  run: 'Run pipeline',
  cancel: 'Cancel pipeline',
  checkAgain: 'Check again',
  cancelQuestion: 'Cancel the pipeline? What is under way is stopped; what was approved stays.',
  waits: (title: string) => `“${title}” waits for your decision.`,
  review: 'Review',
  broke: (title: string, why: string) => `“${title}”: ${why}`,
  leftEarly: 'Its loop was left before every cycle was approved.',
  retry: 'Retry step',
  resources: 'Resources',
  resourceCount: (number: number) => count(number, 'resource', 'resources'),
  noResources: 'Nothing was approved before this step, and it was given nothing.',
  collect: 'Collect again',
  collectMeans: 'Take up what was approved or undone since',
  given: 'given to the step',
  more: (number: number) => `Show ${number} more`,
  kinds: { image: 'image', audio: 'audio', video: 'video', model: 'model', file: 'file', text: 'text', json: 'data' } satisfies Record<ResourceView['kind'], string>,
} as const
