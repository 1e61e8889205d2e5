import type { ManifestEntry } from '@lemouf/core/protocol'
import type { Clip } from '@lemouf/core/timeline'
import { inject, type InjectionKey, type ShallowRef } from 'vue'
import type { Edits } from '../../run/deciding.ts'
import type { KnownLoop } from './known-loops.ts'
import type { Taken } from './taken.ts'

/** Something that happened to clips by themselves, or did not, in a sentence. */
export interface LoopNotice {
  readonly tone: 'info' | 'error'
  readonly message: string
  /** What it is about, if clips took something by themselves: it can be taken back. */
  readonly taken?: readonly Taken[]
}

/** The loops that a composition is made of, and what is done with them from within it. */
export interface Loops {
  /** What is known of each loop, by id. */
  readonly known: Readonly<ShallowRef<ReadonlyMap<string, KnownLoop>>>
  /** The attempts of a clip's cycle, in order of retry; none before they are read, and for a clip that no loop made. */
  readonly entriesOf: (clip: Clip) => readonly ManifestEntry[]
  /** Those of them that have something that the clip could show. */
  readonly takesOf: (clip: Clip) => readonly ManifestEntry[]
  /** Shows the next or the previous retry in the place of clips, as one step. */
  readonly step: (clips: readonly string[], direction: 1 | -1) => Promise<void>
  /** Shows one retry in the place of a clip. */
  readonly show: (clip: string, retry: number) => Promise<void>
  /** Approves a retry in its loop and shows it in the place of the clip. Whether it was taken. */
  readonly approve: (clip: string, retry: number) => Promise<boolean>
  /** Rejects in its loop what a clip shows, so that it is made again by the loop's own rules; with `follow` the clip takes what is then approved. Whether it was taken. */
  readonly sendBack: (clip: string, extra: { readonly reason?: string; readonly edits?: Edits }, follow: boolean) => Promise<boolean>
  /** Has the next attempt of a clip's cycle made, where the loop waits to be told. */
  readonly make: (clip: string) => Promise<void>
  /** How many clips show what was turned down while another retry of their cycle is approved. */
  readonly outdated: () => readonly Clip[]
  /** Shows the approved retry in the place of all of those, as one step. */
  readonly swapOutdated: () => Promise<void>
  /** Shows again what clips showed before they took something by themselves, as one step; the same news does not come back. */
  readonly takeBack: (taken: readonly Taken[]) => void
  /** Sets whether clips take what is newly approved; null leaves it to lane and composition. */
  readonly follow: (clips: readonly string[], follow: boolean | null) => void
  /** The clip for which the form to send it back is open. */
  readonly sendingBack: ShallowRef<string | undefined>
  /** The last thing to say, until it is put away. */
  readonly notice: ShallowRef<LoopNotice | undefined>
}

export const LOOPS: InjectionKey<Loops> = Symbol('loops of a composition')

/** The loops of the composition that is open around a component. */
export function useLoops(): Loops {
  const loops = inject(LOOPS)
  if (loops === undefined) throw new Error('There is no composition open here')
  return loops
}
