import { ok, type Result } from '../result.ts'
import type { Edit } from './edit.ts'
import { act, receive, type Editing } from './history.ts'
import type { Refusal } from './refusal.ts'

/** An editing that has caught up with others, and which of its own edits could still be done. */
export interface Rebased {
  readonly editing: Editing
  /** Ours, to be sent again. */
  readonly kept: readonly Edit[]
  readonly lost: readonly { readonly edit: Edit; readonly refusal: Refusal }[]
}

/**
 * Catches up: does what others did since the last state that the server confirmed, and then our own edits that it has not taken yet.
 * `before` is the editing at that state. Fails when an edit of the others cannot be done, which means that the confirmed state was
 * not the server's: the composition has to be loaded again.
 */
export function rebase(before: Editing, theirs: readonly Edit[], ours: readonly Edit[]): Result<Rebased, Refusal> {
  let editing = before
  for (const edit of theirs) {
    const received = receive(editing, edit)
    if (!received.ok) return received
    editing = received.value
  }
  const kept: Edit[] = []
  const lost: { edit: Edit; refusal: Refusal }[] = []
  for (const edit of ours) {
    const acted = act(editing, edit)
    if (!acted.ok) {
      lost.push({ edit, refusal: acted.error })
      continue
    }
    editing = acted.value.editing
    kept.push(edit)
  }
  return ok({ editing, kept, lost })
}
