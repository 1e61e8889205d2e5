import type { Text } from '../text.ts'
import { count } from './count.ts'

/** The settings of a loop before its start. */
export const setup: Text['setup'] = {
  of: (title) => `Réglages de ${title}`,
  cycles: 'Nombre de cycles',
  cyclesFromPayload: 'autant que d’entrées dans le payload',
  cyclesInvalid: 'Donnez un nombre entier de 1 à 1 000 000, ou laissez le champ vide.',
  loopId: 'Nom de la boucle',
  loopIdByItself: 'choisi automatiquement',
  loopIdBecomes: (id) => `devient ${id}`,
  loopIdInvalid: 'Rien de ce nom ne peut être gardé : utilisez des lettres de a à z, des chiffres, - ou _.',
  loopIdTaken: 'Ce nom est pris par la liste des boucles. Choisissez-en un autre.',
  output: 'Prendre le résultat de',
  outputChoose: 'choisir un nœud …',
  outputMeans: 'Le workflow n’a pas de Loop Return.',
  outputOption: ({ node, title, class_type, type }) => `${title}${title === class_type ? '' : ` · ${class_type}`} · ${type === '*' ? 'tout type' : type.toLowerCase()} · nœud ${node}`,
  outputGone: (node) => `nœud ${node}, qui n’existe pas`,
  payload: 'Payload',
  payloadEmpty: '[{"prompt": "…"}, {"prompt": "…"}]',
  payloadNone: 'Le workflow n’a pas de payload. Collez du JSON ici pour en donner un.',
  payloadFromNode: 'Du nœud Loop Payload du workflow.',
  payloadEdit: 'Modifier',
  payloadGiven: 'Utilisé à la place de celui du workflow.',
  payloadFromWorkflow: 'Utiliser celui du workflow',
  payloadFile: 'Ouvrir un fichier',
  advanced: 'Options avancées',
  mode: 'Cycle suivant',
  modes: { auto: 'démarre tout seul', manual: 'attend votre demande' },
  approve: 'Approbation',
  approvals: { ask: 'par une personne', all: 'tout ce qui revient' },
  lookahead: 'Avance',
  lookaheadMeans: 'cycles produits d’avance pendant que vous examinez',
  lookaheadInvalid: 'Donnez un nombre entier de 0 à 100.',
  start: 'Valider et lancer',
  startingNow: 'Lancement …',
  checking: 'Vérification …',
  verdict: (findings) => {
    const of = (severity: 'error' | 'warning'): number => findings.filter((finding) => finding.severity === severity).length
    if (of('error') > 0) return `${count(of('error'), 'erreur', 'erreurs')} à corriger avant de pouvoir tourner`
    return of('warning') > 0 ? `Peut tourner, avec ${count(of('warning'), 'avertissement', 'avertissements')}` : 'Peut tourner'
  },
  findings: 'Constats',
  counts: {
    error: (number) => count(number, 'erreur', 'erreurs'),
    warning: (number) => count(number, 'avertissement', 'avertissements'),
    info: (number) => count(number, 'remarque', 'remarques'),
  },
  mappings: 'Correspondances',
  fixAbove: 'Corrigez le champ ci-dessus ; ce qu’il ferait s’affichera de nouveau.',
  noMappings: 'Rien du payload n’entre dans ce workflow : il n’a pas de Loop Map, ou elle est vide.',
  path: 'Chemin dans le payload',
  target: 'Nœud et entrée',
  firstValue: 'Valeur au cycle 1',
  noValue: '(rien)',
  noTarget: (selector) => `aucun nœud ne correspond à ${selector}`,
}
