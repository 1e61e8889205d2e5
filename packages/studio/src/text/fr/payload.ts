import type { Text } from '../text.ts'
import { count } from './count.ts'

/** The payload screen. */
export const payload: Text['payload'] = {
  name: 'Payload',
  of: (loop) => `Payload de ${loop}`,
  views: { table: 'Tableau', tree: 'Arbre', source: 'JSON' },
  rows: (number) => count(number, 'entrée', 'entrées'),
  entries: (number) => count(number, 'entrée', 'entrées'),
  cycle: 'cycle',
  value: 'valeur',
  nothing: '(rien)',
  whole: 'Tout',
  cell: (row, column) => `Cycle ${row}, ${column}`,
  was: (before) => `Avant : ${before}`,
  rowTools: 'Lignes',
  add: 'Ajouter une ligne',
  rowOf: (row, all) => `ligne ${row} sur ${all}`,
  duplicate: (row) => `Dupliquer la ligne ${row}`,
  up: (row) => `Monter la ligne ${row}`,
  down: (row) => `Descendre la ligne ${row}`,
  remove: (row) => `Retirer la ligne ${row}`,
  mustBe: {
    text: 'Saisissez du texte.',
    number: 'Saisissez un nombre, ou rien.',
    switch: 'Saisissez true ou false, ou rien.',
    json: 'Saisissez du JSON, comme 3, true, "mots" ou ["a", "b"].',
  },

  changes: 'Vos modifications',
  changesOf: (number) => count(number, 'modification', 'modifications'),
  kindsOfChange: { added: 'ajouté', removed: 'retiré', changed: 'modifié' },
  noChanges: 'Tel qu’il a été renvoyé.',

  save: 'Enregistrer',
  saved: 'Enregistré',
  revert: 'Rétablir',
  revertMeans: 'Revenir à ce qui est en vigueur',
  revertReturned: 'Revenir à ce qui a été renvoyé',
  original: 'Prendre celui du workflow',
  originalMeans: 'Écrire ce que contient le nœud Loop Payload',
  laterCycles: (made, total) =>
    made === 0 ? 'Aucun cycle n’est encore fait : tous liront ceci.' : `${count(made, 'cycle est fait', 'cycles sont faits')} avec ce qui était alors en vigueur, et le ${made === 1 ? 'garde' : 'gardent'}. ${total > made ? `Les ${total - made} autres` : 'Les essais à venir'} liront ce que vous enregistrez.`,
  exited: 'La boucle a été quittée : son payload se lit encore, mais ne se modifie plus.',
  none: 'Cette boucle n’a pas de payload. Son workflow n’en lit aucun, ou ne le connaît qu’en tournant. Enregistrez du JSON ici pour en donner un.',

  results: 'Résultats',
  noResults: 'Rien n’a encore été renvoyé.',
  moreResults: 'En afficher plus',
  returnedBy: (step) => `Renvoyé par « ${step} »`,
  releasedBy: (who, edited) => `${who} a laissé continuer, ${edited ? 'après modification' : 'sans rien changer'}.`,

  history: 'Historique',
  sources: { given: 'donné', file: 'd’un fichier', loop_return: 'renvoyé par un workflow' },
  edited: 'modifié à la main',
  noHistory: 'C’est celui du workflow ; personne ne l’a modifié.',
  showVersion: 'Afficher',
  nowShown: 'en vigueur',

  held: (step) => `« ${step} » attend avec ce qui lui a été donné. Regardez, modifiez si vous voulez, puis continuez.`,
  goOn: 'Démarrer avec ce payload',
  goOnMeans: 'L’étape lance sa boucle avec ce qui est affiché ici',
  notHeld: 'L’étape n’attend plus : elle a continué, ou son pipeline a été arrêté.',
  toLoop: 'Vers sa boucle',
}
