import type { Text } from '../text.ts'

/** The grid and decisions on a selection. */
export const grid: Text['grid'] = {
  refused: (refused, asked, why) => `${refused} sur ${asked} ont été refusées et sont maintenant sélectionnées. ${why}`,
  nothingWaits: 'Rien n’attend de décision.',
  alreadySo: 'Tout ce qui est sélectionné l’est déjà.',
}
