import type { ManifestEntry } from '@lemouf/core/protocol'

/** What the state of an attempt looks like: its decision where there is one, else how far it got. */
export type Mark = 'approved' | 'rejected' | 'replayed' | 'discarded' | 'waiting' | 'queued' | 'running' | 'failed' | 'cancelled'

const DECIDED = { approve: 'approved', reject: 'rejected', replay: 'replayed', discard: 'discarded' } as const
const MADE = { queued: 'queued', running: 'running', returned: 'waiting', failed: 'failed', cancelled: 'cancelled' } as const

export const markOf = (entry: Pick<ManifestEntry, 'status' | 'decision'>): Mark => (entry.decision === null ? MADE[entry.status] : DECIDED[entry.decision])
