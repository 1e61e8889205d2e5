import type { Client, ManifestEntry } from '@lemouf/core/protocol'
import type { Clip } from '@lemouf/core/timeline'
import type { DecisionExtra } from '../../run/deciding.ts'
import type { KnownLoop, KnownLoops } from './known-loops.ts'

/** Why a clip cannot be sent back now, or what will happen when it is. */
export type Outlook =
  | { readonly can: false; readonly why: 'notOfLoop' | 'unread' | 'gone' | 'exited' | 'underWay' | 'otherApproved'; readonly retry?: number }
  | { readonly can: true; readonly next: 'made' | 'paused' | 'step' | 'othersWait' | 'reopens' }

/** What sending a clip back leads to, by the rules of its loop. `isMade`: what it shows is of the loop's present run. */
export function outlookOf(clip: Clip, loop: KnownLoop | undefined, entries: readonly ManifestEntry[], isMade: (entry: ManifestEntry) => boolean): Outlook {
  if (clip.choice === null) return { can: false, why: 'notOfLoop' }
  const { retry } = clip.choice
  if (loop?.summary === undefined) return { can: false, why: loop?.unread === undefined ? 'unread' : 'gone' }
  if (loop.summary.status === 'exited') return { can: false, why: 'exited' }
  const entry = entries.find(({ retry_index }) => retry_index === retry)
  if (entry === undefined || !isMade(entry)) return { can: false, why: 'gone' }
  const approved = entries.find(({ decision, retry_index }) => decision === 'approve' && retry_index !== retry)
  if (approved !== undefined) return { can: false, why: 'otherApproved', retry: approved.retry_index }
  const others = entries.filter(({ retry_index }) => retry_index !== retry)
  if (others.some(({ status }) => status === 'queued' || status === 'running')) return { can: false, why: 'underWay' }
  if (others.some(({ status, decision }) => status === 'returned' && decision === null)) return { can: true, next: 'othersWait' }
  if (loop.paused) return { can: true, next: 'paused' }
  if (loop.summary.mode === 'manual') return { can: true, next: 'step' }
  return { can: true, next: loop.summary.status === 'complete' ? 'reopens' : 'made' }
}

/**
 * Decides in its loop on a retry of a clip's cycle, as it is seen here. What somebody else decided meanwhile is read and thrown
 * as the server says it (`decision_stale`).
 */
export async function decideOn(call: Client, known: KnownLoops, { choice }: Clip, retry: number, decision: 'approve' | 'reject', extra: DecisionExtra = {}): Promise<void> {
  if (choice === null) return
  const { loop, cycle } = choice
  const entry = known.known.value.get(loop)?.cycles[cycle]?.find(({ retry_index }) => retry_index === retry)
  try {
    await call('decide', { body: { loop_id: loop, cycle_index: cycle, retry_index: retry, decision, ...extra, ...(entry === undefined ? {} : { revision: entry.revision, prompt_id: entry.prompt_id }) } }, { key: freshKey() })
  } finally {
    await known.readCycle(loop, cycle)
  }
}

/** `randomUUID` is not there on pages that are not delivered safely, as in a house's own network. */
const freshKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')
