import type { Text } from '../text.ts'

/** Lightbox, compare and what differs. */
export const compare: Text['compare'] = {
  views: 'Vues',
  viewNames: { grid: 'Grille', compare: 'Comparer', lightbox: 'Visionneuse' },
  advanced: 'Réglages de la boucle',

  lightbox: 'Visionneuse',
  lightboxActions: 'Actions de la visionneuse',
  closeLightbox: 'Fermer la visionneuse',
  cycleNumber: 'Cycle à afficher',
  ofCycles: (count) => `/ ${count}`,
  noSuchCycle: (count) => (count === 1 ? 'Il n’y a qu’un cycle.' : `Saisissez un nombre de 1 à ${count}.`),
  tries: 'Essais de ce cycle',
  pickTry: (number, place, mark) => `${number} : ${place}, ${mark}`,

  name: 'Comparer',
  side: (letter, place) => `${letter} : ${place}`,
  pin: 'Épingler B comme A',
  pinMeans: 'Épingler ce résultat comme A ; les flèches déplacent alors B',
  unpin: 'Libérer A',
  unpinMeans: 'A suit de nouveau B : l’essai qui le précède',
  modes: 'Façon de comparer',
  modeNames: { two: 'Côte à côte', slider: 'Curseur', difference: 'Différence' },
  picturesOnly: 'Le curseur et la différence demandent une image, ou un film, des deux côtés.',
  gain: 'Gain de la différence',
  times: (factor) => `×${factor}`,
  divider: 'Limite entre A et B',
  sizesDiffer: (a, b) => `A fait ${a}, B fait ${b} : les deux sont ajustés au même cadre.`,
  alone: 'Il n’y a encore rien à comparer. Lancez un autre essai de ce cycle, ou épinglez un résultat avec P et passez au suivant.',
  pinned: (place) => `${place} est épinglé comme A. Allez à un autre résultat, puis appuyez sur C pour comparer.`,
  sameTwice: 'A et B sont le même résultat. Les flèches déplacent B.',
  nextNotMade: (cycle) => `Le prochain essai du cycle ${cycle + 1} n’a pas encore été lancé.`,
  play: 'Lire les deux ou mettre en pause',
  seek: 'Position dans les deux films',

  differing: 'Ce qui diffère',
  parameter: 'Paramètre',
  nothingDiffers: 'Aucun paramètre ne diffère.',
  notYetKnown: 'Les différences s’affichent dès que les deux essais sont préparés.',
  none: 'aucune valeur',
  edited: 'modifié par un réviseur',
}
