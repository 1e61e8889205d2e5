import type { Text } from '../text.ts'

/** What is known of an attempt. */
export const facts: Text['facts'] = {
  name: 'Détails techniques',
  attempts: 'Essais de ce cycle',
  decided: 'Décision',
  reason: 'Motif',
  inputs: 'Entrées',
  making: 'Production',
  differs: 'diffère entre ses essais',
  seed: 'Graine',
  worker: 'Machine',
  queued: 'Mis en file',
  took: 'Durée',
  size: 'Dimensions',
  prompt: 'Id du prompt',
  workflow: 'Workflow',
  edited: 'Modifié par un réviseur',
}
