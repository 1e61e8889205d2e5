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
  screens: { name: 'Écrans', home: 'Accueil', dashboard: 'Tableau de bord', servers: 'Serveurs', settings: 'Réglages' },
}
