import { typeset } from '../text/fr/typeset.ts'
import type { ComfyText } from './text.ts'

/** What is said only within ComfyUI's page, in French. */
export const french: ComfyText = typeset({
  title: 'leMouf Studio',
  tooltip: 'leMouf Studio : boucles à examiner',
  commands: {
    togglePanel: 'Afficher/masquer le panneau leMouf Studio',
    validateAndStart: 'Valider et lancer le workflow actuel',
    injectLoopId: 'Inscrire le loop_id',
    toggleDock: 'Afficher/masquer la composition ou la boucle dans le panneau du bas',
    compose: 'Monter un film de ce que la boucle a approuvé',
    openStudio: 'Ouvrir leMouf Studio dans un onglet à part',
  },
  settings: {
    address: 'Adresse du serveur leMouf',
    addressMeans: 'Là où leMouf écoute ; il affiche l’adresse à son démarrage.',
    token: 'Jeton du serveur leMouf',
    tokenMeans: 'Seulement pour un serveur lancé avec --token. Il est conservé avec les réglages de ComfyUI, lisible par quiconque peut ouvrir ce ComfyUI.',
  },

  unnamed: 'Workflow non enregistré',
  graphUnreadable: 'ComfyUI n’a donné aucun graphe lisible. Enregistrez le workflow, rechargez la page et réessayez.',
  nodeGone: (id: string) => `Le nœud ${id} n’est plus dans le graphe.`,

  cannotRun: (title: string) => `${title} ne peut pas encore tourner`,
  started: (loopId: string) => `La boucle ${loopId} est lancée`,
  failed: 'leMouf n’a pas pu le faire',
  noLoop: 'Aucune boucle à examiner',
  openOne: 'Ouvrez d’abord une boucle dans le panneau ; son id est alors inscrit dans Loop Return.',
  openOneToCompose: 'Ouvrez d’abord une boucle dans le panneau ; ses résultats approuvés deviennent une composition.',
  noLoopReturn: 'Ce workflow n’a pas de Loop Return où inscrire l’id de la boucle.',
  injected: (loopId: string, count: number) => (count === 1 ? `Loop Return appartient maintenant à ${loopId}` : `${count} Loop Return appartiennent maintenant à ${loopId}`),

  waits: (loopId: string) => `${loopId} vous attend`,
  waitsFor: (cycle: number) => `Le cycle ${cycle + 1} a un résultat qui attend votre décision.`,
  complete: (loopId: string) => `${loopId} est terminée`,
  hasFailed: (loopId: string) => `${loopId} est en échec`,
  seePanel: 'Le panneau dit pourquoi.',

  reaching: 'Recherche du serveur leMouf …',
  addressUnclear: (typed: string) => `« ${typed} » n’est pas l’adresse d’un serveur. Donnez-en une comme http://127.0.0.1:8190 dans les réglages.`,
  settingsButton: 'Réglages',
  away: (base: string) => `Aucun serveur leMouf ne répond à ${base}. Lancez-le là-bas (npm start), ou donnez son adresse dans les réglages.`,
  refused: (base: string, origin: string) => `Le serveur leMouf à ${base} ne connaît pas ce ComfyUI. Lancez-le avec --comfy ${origin}, ou ajoutez ${origin} à ses machines.`,
  blocked: (base: string) => `Ce ComfyUI interdit à sa page de parler à d’autres : elle ne peut pas joindre ${base}. Lancez ComfyUI sans --disable-api-nodes, ou utilisez leMouf Studio dans un onglet à part.`,
  noReview: 'Rien n’est ouvert ici. Ouvrez une boucle ou une composition dans le panneau : elle s’affiche ici en pleine largeur.',
  openPanel: 'Ouvrir le panneau',
})
