import { clipOf, type Project } from '@lemouf/core/timeline'
import { keyOf } from '../../keys/bindings.ts'
import { text } from '../../text/text.ts'
import type { Loops } from './loops.ts'
import { leaders } from './stepping.ts'

/** A line of the menu of a clip. */
export interface ClipMenuItem {
  readonly label: string
  /** Why it cannot be done now; undefined when it can. */
  readonly disabled: string | undefined
  /** The cap of its key. */
  readonly shortcut: string | undefined
  readonly act: () => void
}

/** What can be done with chosen clips as results of loops; nothing where none of them is one. */
export function clipMenuItems(loops: Loops, project: Project, ids: readonly string[]): readonly ClipMenuItem[] {
  const clips = leaders(project, ids)
  const [first] = clips
  if (first === undefined) return []
  const words = text.inspector.loop
  const beyond = (direction: 1 | -1): boolean => clips.some((clip) => loops.takesOf(clip).some(({ retry_index }) => (retry_index - (clip.choice?.retry ?? 0)) * direction > 0))
  const isFollowing = clips.every(({ choice }) => choice?.follow === true)
  const locked = clips.some(({ id }) => clipOf(project, id)?.lane.locked === true) ? words.laneLocked : undefined
  return [
    { label: words.retryBefore, disabled: locked ?? (beyond(-1) ? undefined : words.noRetryBefore), shortcut: keyOf('retryBefore'), act: () => { void loops.step(ids, -1) } },
    { label: words.retryAfter, disabled: locked ?? (beyond(1) ? undefined : words.noRetryAfter), shortcut: keyOf('retryAfter'), act: () => { void loops.step(ids, 1) } },
    { label: isFollowing ? words.stopFollowing : words.startFollowing, disabled: locked, shortcut: undefined, act: () => loops.follow(ids, isFollowing ? null : true) },
    { label: words.sendBackEllipsis, disabled: clips.length > 1 ? words.sendOneBack : undefined, shortcut: keyOf('sendBack'), act: () => { loops.sendingBack.value = first.id } },
  ]
}
