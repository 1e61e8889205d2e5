import type { ManifestEntry } from '@lemouf/core/protocol'
import type { Clip } from '@lemouf/core/timeline'
import { inject, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

/**
 * What is going on in a clip's cycle beyond what the clip shows. `waiting`: a later retry is there to be judged. `approved`: what the
 * clip shows was turned down, and another retry is approved.
 */
export interface Pending {
  readonly state: 'queued' | 'running' | 'waiting' | 'failed' | 'approved'
  /** The retry that it is about. */
  readonly retry: number
  /** Of a running one the share done, 0..1, once that was heard. */
  readonly done?: number
}

/** What is pending, clip by clip, for whoever draws or lists them. */
export interface PendingClips {
  /** Another number whenever something may be pending that was not, or the other way round. */
  readonly version: Readonly<ShallowRef<number>>
  /** Looks it up: cheap enough to be asked for every clip that is drawn. */
  readonly of: (clip: Clip) => Pending | undefined
}

export const PENDING: InjectionKey<PendingClips> = Symbol('pending clips')

const NOTHING: PendingClips = { version: shallowRef(0), of: () => undefined }

/** What is pending in the composition around a component; nothing where no loops are listened to. */
export const usePending = (): PendingClips => inject(PENDING, NOTHING)

type Entry = Pick<ManifestEntry, 'retry_index' | 'status' | 'decision'>

/** What is pending in a cycle for a clip that shows one of its retries; `done` tells how far a running one is. */
export function pendingIn(entries: readonly Entry[], shown: number, done: (retry: number) => number | undefined): Pending | undefined {
  const verdict = entries.find(({ retry_index }) => retry_index === shown)?.decision ?? null
  const later = entries.filter(({ retry_index }) => retry_index > shown)
  const newest = (wanted: (entry: Entry) => boolean): number | undefined => later.findLast(wanted)?.retry_index
  const approved = entries.find(({ decision }) => decision === 'approve')?.retry_index
  if (approved !== undefined && approved !== shown && verdict !== null) return { state: 'approved', retry: approved }
  // Candidates left beside an approved one wait for nobody.
  const waiting = approved === undefined ? newest(({ status, decision }) => status === 'returned' && decision === null) : undefined
  if (waiting !== undefined) return { state: 'waiting', retry: waiting }
  const running = newest(({ status }) => status === 'running')
  if (running !== undefined) return withShare({ state: 'running', retry: running }, done(running))
  const queued = newest(({ status }) => status === 'queued')
  if (queued !== undefined) return { state: 'queued', retry: queued }
  const last = later.at(-1)
  return approved === undefined && last?.status === 'failed' && last.decision === null ? { state: 'failed', retry: last.retry_index } : undefined
}

const withShare = (pending: Pending, done: number | undefined): Pending => (done === undefined ? pending : { ...pending, done })
