import type { home as english } from '../en/home.ts'
import type { Translation } from '../text.ts'

/** Home: workflows and loops. */
export const home: Translation<typeof english> = {
  searchWorkflows: 'Chercher un workflow',
  nothingFound: (search) => `Aucun workflow ne correspond à « ${search.trim()} ».`,
  clearSearch: 'Effacer la recherche',
  noWorkflows: (folder) => `Aucun workflow principal pour l’instant. Enregistrez-en un depuis ComfyUI dans un dossier sous ${folder || 'workflows'}, puis actualisez.`,
  needsModel: 'modèle',
  needsModels: (files) => `Il faut un ComfyUI qui possède ${files.map((file) => `models/${file}`).join(' et ')}.`,
  noFolder: 'sans dossier',
  unreadable: 'Illisible',
  startWith: (title) => `Commencez par ${title}, ou choisissez un autre workflow pour voir ce qu’il lui faut.`,
  chooseIt: 'Le choisir',
  chooseWorkflow: 'Choisissez un workflow',
  allLoopsOf: (number) => `Les ${number} boucles`,
  noLoops: 'Aucune boucle pour l’instant. Lancez-en une à partir d’un workflow.',
  profiles: { pipeline: 'pipeline', generic_loop: 'boucle', song2daw: 'chanson', tool: 'outil', custom: 'personnel' },
  loopStatus: {
    empty: 'sans workflow',
    ready: 'prête à tourner',
    running: 'en cours',
    waiting: 'vous attend',
    paused: 'en pause',
    failed: 'en échec',
    complete: 'terminée',
    exited: 'quittée',
  },
  approvedOf: (approved, total) => `${approved}/${total} ${approved < 2 ? 'approuvé' : 'approuvés'}`,
}
