import type { ValidateResponse } from '@lemouf/core/protocol'

type Finding = ValidateResponse['findings'][number]
export type Said = Pick<Finding, 'message' | 'remedy'>

const nameOf = ({ id, title }: NonNullable<Finding['node']>): string => `Le nœud ${id} (« ${title} »)`
const SEEDS = 'donnez à chaque essai sa propre graine (politique des graines « each »)'

/** The commonest findings, as far as their code, node and input say all of it; the others keep the server's own sentences. */
const FINDINGS: Readonly<Record<string, (finding: Finding) => Said | undefined>> = {
  class_missing: ({ node }) => node && {
    message: `${nameOf(node)} est de la classe ${node.classType}, que ce ComfyUI n’a pas.`,
    remedy: 'Ajoutez un ComfyUI qui l’a (page Serveurs), ou installez-y son paquet de nœuds.',
  },
  input_required: ({ node, input }) => node && {
    message: `${nameOf(node)} a besoin de « ${input} », qui n’a ni lien ni valeur.`,
    remedy: 'Donnez-lui une valeur ou un lien, ou faites-y correspondre une valeur du payload.',
  },
  input_missing: ({ node, input }) => node && {
    message: `${nameOf(node)} n’a pas d’entrée « ${input} » qui puisse recevoir une valeur.`,
    remedy: 'Choisissez une autre entrée de ce nœud, ou un autre nœud.',
  },
  input_takes_links: ({ node, input }) => node && {
    message: `L’entrée « ${input} » du nœud ${node.id} (« ${node.title} ») ne prend qu’un lien, pas une valeur.`,
    remedy: 'Visez un nœud qui charge ou produit ce qu’il faut, comme le nom de fichier d’un Load Image.',
  },
  seed_unused: () => ({
    message: 'Rien ne lit "$auto_seed" : la graine de base ne change rien.',
    remedy: 'Choisissez une politique des graines : une par essai, une par cycle, ou la même pour tout.',
  }),
  no_seed_input: () => ({
    message: 'Aucun nœud de ce workflow n’a de graine à fixer : la politique des graines ne change rien.',
    remedy: 'Reliez une entrée à "$auto_seed", ou laissez les graines à la Loop Map.',
  }),
  candidates_equal: () => ({
    message: 'Rien ne distingue les candidats d’un cycle : ils seraient les mêmes, ou tous sauf le premier.',
    remedy: `${SEEDS.slice(0, 1).toUpperCase()}${SEEDS.slice(1)}, ou reliez la graine avec "on_retry": "$auto_seed".`,
  }),
  loop_return_repeated: ({ node }) => node && {
    message: `Le workflow a plus d’un Loop Return, dont le nœud ${node.id}.`,
    remedy: 'Gardez celui qui prend la sortie finale, et retirez les autres.',
  },
  loop_return_missing: () => ({
    message: 'Le workflow n’a pas de Loop Return : rien ne reviendrait d’un cycle.',
    remedy: 'Dites de quel nœud prendre le résultat, ou ajoutez un nœud Loop Return et reliez la sortie finale à son payload.',
  }),
  loop_return_unlinked: ({ node }) => node && {
    message: `Rien n’est relié au payload de Loop Return (nœud ${node.id}).`,
    remedy: 'Reliez-y la sortie finale.',
  },
  node_pack_missing: () => ({
    message: 'Ce ComfyUI n’a pas les nœuds de leMouf ; le serveur les lit lui-même et enregistre avec les nœuds de base.',
    remedy: 'Il n’y a rien à faire.',
  }),
  no_variation: ({ severity }) => ({
    message: 'Rien ne change quand un cycle est tenté de nouveau : Rejeter et Relancer donneraient le même résultat.',
    remedy: severity === 'info' ? `Rejetez avec un changement, ou ${SEEDS}.` : `Reliez la graine avec "on_retry": "$auto_seed", ou ${SEEDS}.`,
  }),
  pipeline_workflow: () => ({
    message: 'Ce workflow est un pipeline : il n’a pas de résultat à lui, ses étapes sont des workflows qui en ont.',
    remedy: 'Lancez-le comme pipeline : avec « Lancer le pipeline » sur sa page, ou avec lemouf run.',
  }),
}

/** A finding in French, where its fields are enough for it. */
export const findingInFrench = (finding: Finding): Said | undefined => FINDINGS[finding.code]?.(finding)
