import type { Reason } from '@lemouf/core/timeline'

/** Why an edit of a composition is not done, in French; what it is about is shown by the editor. */
export const editRefusals: Readonly<Record<Reason, string>> = {
  unknown_clip: 'Un plan choisi n’est plus dans la composition. Choisissez de nouveau.',
  unknown_lane: 'Il n’y a pas, ou plus, assez de pistes pour cela. Ajoutez-en une, ou choisissez-en une autre.',
  unknown_media: 'Ce média n’est pas dans la composition. Ajoutez-le d’abord.',
  unknown_marker: 'Ce marqueur n’est plus là.',
  unknown_guide: 'Ce repère n’est plus là.',
  id_taken: 'Cela est déjà là. Réessayez.',
  lane_locked: 'Une piste concernée est verrouillée. Déverrouillez-la, ou laissez de côté ce qui est lié à ses plans.',
  wrong_kind: 'Cela n’a pas sa place sur cette piste : les images vont sur une piste d’images, le son sur une piste de son.',
  occupied: 'Un autre plan est à cette place. Choisissez une place libre, ou insérez ou écrasez là.',
  beyond_source: 'Le média n’a pas d’images ou de son aussi loin. Raccourcissez le plan, ou changez sa vitesse.',
  too_long: 'La composition dépasserait 1 000 heures. Retirez d’abord quelque chose.',
  not_adjacent: 'Ces deux plans ne se touchent pas. Choisissez-en deux qui se touchent.',
  ripple_blocked: 'Un autre plan est dans le chemin de ce qui devrait suivre. Faites-lui de la place d’abord.',
  breaks_sync: 'Un plan qui reste est lié à un plan qui bougerait. Déliez-les d’abord.',
  media_in_use: 'Un plan montre ce média. Supprimez d’abord le plan.',
  nothing_chosen: 'Rien n’est choisi pour cela. Choisissez d’abord un ou plusieurs plans.',
  no_source_time: 'Une image fixe n’a ni autre moment ni vitesse. Rognez-la pour qu’elle dure plus ou moins.',
  not_of_a_loop: 'Ce plan ne vient pas d’une boucle : il n’a pas d’autres essais.',
  stale: 'Ce qui serait annulé a changé depuis. Annulez d’abord ce qui est venu après.',
}
