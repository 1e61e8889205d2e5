/** What is known of an attempt. */
export const facts = {
  name: 'Facts',
  attempts: 'Attempts of this cycle',
  decided: 'Decided',
  reason: 'Reason',
  inputs: 'Inputs',
  making: 'Making',
  differs: 'differs between its attempts',
  seed: 'Seed',
  worker: 'Worker',
  queued: 'Queued',
  took: 'Took',
  size: 'Size',
  prompt: 'Prompt id',
  workflow: 'Workflow',
  edited: 'Changed by a reviewer',
} as const
