import type { ErrorCode } from '@lemouf/core/error'
import { findingSchema } from '@lemouf/core/protocol'
import * as z from 'zod'
import { findingInFrench } from './findings.ts'
import { run } from './run.ts'

/** What a refusal carries beside its code, where its sentence tells it. */
const staleSchema = z.object({
  cycle_index: z.int(),
  retry_index: z.int(),
  decision: z.enum(['approve', 'reject', 'replay', 'discard']).nullable(),
  by: z.string().nullable(),
})
const DECIDED = { approve: 'approuvé', reject: 'rejeté', replay: 'relancé', discard: 'écarté' } as const

function stale(details: unknown): string | undefined {
  const found = staleSchema.safeParse(details)
  if (!found.success) return undefined
  const { cycle_index, retry_index, decision, by } = found.data
  const what = decision === null ? 'est de nouveau à décider' : `a été ${DECIDED[decision]}${by === null ? '' : ` par ${by}`} entre-temps`
  return `${run.placeName(cycle_index, retry_index)} : ${what}. Regardez-le de nouveau, puis décidez.`
}

/** Where the payload ends. */
function tooShort(details: unknown): string | undefined {
  const found = z.object({ cycle_index: z.int() }).safeParse(details)
  return found.success ? `Le payload n’a rien pour le cycle ${found.data.cycle_index + 1}. Ajoutez-y une entrée, ou réduisez le nombre de cycles.` : undefined
}

/** A selector of the Loop Map that names no node. */
function mappingFailed(details: unknown): string | undefined {
  const found = z.object({ selector: z.string() }).safeParse(details)
  return found.success ? `Aucun nœud de ce workflow ne correspond à « ${found.data.selector} » de la Loop Map. Donnez ce titre à un nœud, ou corrigez le sélecteur.` : undefined
}

/** The first of what was found wrong with inputs that were set. */
function overridesInvalid(details: unknown): string | undefined {
  const found = z.object({ findings: z.array(findingSchema).min(1) }).safeParse(details)
  const said = found.success && found.data.findings[0] ? findingInFrench(found.data.findings[0]) : undefined
  return said && `${said.message} ${said.remedy}`
}

/** The commonest refusals of the server, as far as their code and details say all of it; the others keep the server's own sentence. */
export const refusals: { readonly [C in ErrorCode]?: string | ((details: unknown) => string | undefined) } = {
  loop_not_found: 'Cette boucle n’existe pas. Elle a peut-être été créée avec d’autres données ; voyez la liste des boucles.',
  loop_exists: 'Une boucle de ce nom existe déjà. Choisissez un autre nom, ou ouvrez-la.',
  loop_exited: 'La boucle a été quittée. Recommencez-la pour continuer.',
  workflow_not_found: 'Ce workflow n’existe pas. Les workflows sont rangés dans des dossiers ; actualisez la liste et choisissez-en un.',
  attempt_not_found: 'Cet essai n’est pas dans la boucle. Rechargez la page et choisissez-en un qui y est.',
  attempt_not_returned: 'Cet essai n’est pas encore terminé. Attendez son résultat, ou arrêtez-le.',
  attempt_failed: 'Cet essai n’a aucun résultat à approuver. Relancez-le.',
  cycle_out_of_range: 'Ce cycle dépasse le nombre de cycles de la boucle. Augmentez ce nombre, ou choisissez un cycle antérieur.',
  decision_stale: stale,
  payload_too_short: tooShort,
  mapping_failed: mappingFailed,
  overrides_invalid: overridesInvalid,
  approval_ambiguous: 'Plusieurs résultats d’un même cycle sont sélectionnés. Approuvez-en un seul.',
  nothing_to_undo: 'Cet essai n’a aucune décision à annuler.',
  nothing_approved: 'Rien n’est encore approuvé : il n’y a rien à exporter. Approuvez d’abord un résultat.',
  pipeline_not_found: 'Ce pipeline n’existe pas. Il a peut-être été lancé avec d’autres données ; voyez la liste des pipelines.',
  pipeline_running: 'Le pipeline est déjà en cours. Attendez sa fin, ou arrêtez-le d’abord.',
  token_required: 'Ce serveur demande son jeton. Ouvrez l’adresse qu’il a affichée à son démarrage.',
  json_too_large: 'C’est plus que ce que le serveur lit d’un coup. Faites-le en parties plus petites.',
  disk_full: 'Un disque est plein, ici ou sur la machine qui produit. Libérez de la place et réessayez ; rien n’est à redémarrer.',
}
