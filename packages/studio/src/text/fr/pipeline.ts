import type { Text } from '../text.ts'
import { count } from './count.ts'

/** A pipeline and its steps. */
export const pipeline: Text['pipeline'] = {
  of: (title) => `Pipeline ${title}`,
  steps: 'Étapes',
  step: (title, role, status) => `${title}, ${role}, ${status}`,
  roles: { generate: 'génération', execute: 'exécution', composition: 'montage' },
  stepStatus: { waiting: 'pas commencée', running: 'en cours', review: 'vous attend', done: 'terminée', failed: 'en échec', cancelled: 'arrêtée' },
  status: { running: 'en cours', review: 'vous attend', done: 'terminé', failed: 'en échec', cancelled: 'arrêté' },
  last: (status) => `la dernière fois : ${status}`,
  lastRun: (status, ago) => `Dernière exécution : ${status}, ${ago}`,
  noWorkflow: 'aucun workflow choisi',
  noWorkflowNeeded: 'ce qui a été approuvé',
  run: 'Lancer le pipeline',
  cancel: 'Arrêter le pipeline',
  checkAgain: 'Vérifier de nouveau',
  cancelQuestion: 'Arrêter le pipeline ? Ce qui est en cours est interrompu ; ce qui a été approuvé reste.',
  waits: (title) => `« ${title} » attend votre décision.`,
  review: 'Examiner',
  broke: (title, why) => `« ${title} » : ${why}`,
  leftEarly: 'Sa boucle a été quittée avant que tous les cycles soient approuvés.',
  retry: 'Refaire l’étape',
  resources: 'Ressources',
  resourceCount: (number) => count(number, 'ressource', 'ressources'),
  noResources: 'Rien n’a été approuvé avant cette étape, et rien ne lui a été donné.',
  collect: 'Rassembler de nouveau',
  collectMeans: 'Reprendre ce qui a été approuvé ou annulé depuis',
  given: 'donné à l’étape',
  more: (number) => `En afficher ${number} de plus`,
  kinds: { image: 'image', audio: 'son', video: 'vidéo', model: 'modèle', file: 'fichier', text: 'texte', json: 'données' },
}
