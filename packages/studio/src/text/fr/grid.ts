import type { Text } from '../text.ts'

import { count } from './count.ts'

const number = (value: number): string => value.toLocaleString('fr')

/** The first of many cycles. */
const few = (cycles: readonly number[]): string => (cycles.length > 8 ? `${cycles.slice(0, 8).join(', ')}…` : cycles.join(', '))

/** The grid and decisions on a selection. */
export const grid: Text['grid'] = {
  name: 'Tous les résultats',
  tools: 'Ce que montre la grille',
  shown: (cells, undecidedOnly) => (undecidedOnly ? `${number(cells)} à décider` : count(cells, 'résultat', 'résultats')),
  undecidedOnly: 'À décider seulement',
  selectAll: 'Tout sélectionner',
  flow: 'À la suite',
  rows: 'Une ligne par cycle',
  size: 'Taille des images',
  selection: 'Sélection',
  selected: (cells) => count(cells, 'sélectionné', 'sélectionnés'),
  undoSelected: (cells) => `Revenir sur ${count(cells, 'décision', 'décisions')}`,
  clear: 'Ne rien sélectionner',
  open: 'Ouvrir en grand',
  done: 'Tout est décidé.',
  doneForNow: (making) => `Rien n’attend de décision pour l’instant ; ${count(making, 'essai est', 'essais sont')} en cours.`,
  showAll: 'Voir tous les résultats',
  empty: 'Rien n’a encore été produit. Les résultats apparaîtront ici.',
  refused: (refused, asked, why) => `${refused} sur ${asked} ont été refusées et sont maintenant sélectionnées. ${why}`,
  nothingWaits: 'Rien n’attend de décision.',
  nothingToApprove: 'La sélection ne contient aucun résultat à décider d’un cycle sans résultat approuvé. Pour approuver un autre résultat d’un cycle, sélectionnez-le seul.',
  several: (cycles) =>
    cycles.length === 1
      ? `Plusieurs résultats du cycle ${cycles[0]} sont sélectionnés. Approuvez l’un d’eux.`
      : `Plusieurs résultats des cycles ${few(cycles)} sont sélectionnés. Approuvez-en un par cycle.`,
  alreadySo: 'Tout ce qui est sélectionné l’est déjà.',
}
