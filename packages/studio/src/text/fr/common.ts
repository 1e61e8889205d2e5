import type { common as english } from '../en/common.ts'
import type { Translation } from '../text.ts'

/** What is said on many screens. */
export const common: Translation<typeof english> = {
  product: 'leMouf Studio',
  home: 'Accueil',
  loops: 'Boucles',
  allLoops: 'Toutes les boucles',
  workflows: 'Workflows',
  refresh: 'Actualiser',
  currentWorkflow: 'Workflow actuel',
  useCurrentWorkflow: 'Utiliser le workflow actuel',
  showNode: 'Montrer ce nœud dans le graphe',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
  close: 'Fermer',
  dismiss: 'Masquer',
  show: 'Afficher',
  copied: 'Copié',
  folder: 'Dossier',
  copy: (name) => `Copier : ${name.toLowerCase()}`,
  justNow: 'à l’instant',
  bytes: (size) => `${size} o`,

  severities: { error: 'Erreur', warning: 'Avertissement', info: 'Remarque' },
  serverAway: 'Le serveur ne répond pas. Cette page revient d’elle-même dès qu’il répond ; vérifiez qu’il est toujours lancé.',
  unanswered: 'Le serveur leMouf ne répond pas. Est-il toujours lancé ? Lancez-le avec : npm start',
  notUnderstood: 'Le serveur a répondu quelque chose que cette page ne comprend pas. Rechargez la page ; si cela persiste, redémarrez le serveur.',
  screens: { name: 'Écrans', home: 'Accueil', composition: 'Compositions', dashboard: 'Tableau de bord', servers: 'Serveurs', settings: 'Réglages' },
}
