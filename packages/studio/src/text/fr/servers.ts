import type { Text } from '../text.ts'
import { count } from './count.ts'

/** The servers screen. */
export const servers: Text['servers'] = {
  all: 'Tout sur les serveurs',
  none: 'Aucun serveur n’est utilisé. Ajoutez un ComfyUI par son adresse.',
  devices: 'Appareils',
  used: (used, all) => `${used} utilisés sur ${all}`,
  memory: 'Mémoire de la machine',
  queue: 'File d’attente',
  queued: (running, pending) => `${running} en cours, ${pending} en attente`,
  ours: (number) => `${number} de leMouf`,
  versions: 'Logiciels',
  python: (version) => `Python ${version}`,
  pytorch: (version) => `PyTorch ${version}`,
  nodes: 'Nœuds',
  nodeClasses: (number) => count(number, 'type', 'types'),
  pack: 'avec ceux de leMouf',
  noPack: 'ceux de leMouf sont remplacés',
  asking: 'interrogation en cours',
  week: 'Sept derniers jours',
  spent: (worked, idle) => `au travail ${worked}, à l’arrêt ${idle}`,
  idleShare: (share) => `${share} à l’arrêt`,
  idleMeans: 'À l’arrêt : il aurait pu travailler, mais une personne était attendue',
  nothingYet: 'rien encore',
  models: 'Modèles',
  modelsOf: (server) => `Modèles de ${server}`,
  searchModels: 'Chercher un modèle',
  noModels: 'Il ne nomme aucun modèle.',
  noModelMatches: 'Aucun modèle ne correspond.',
  files: (number) => count(number, 'fichier', 'fichiers'),
  emptyFolder: 'vide',
}
