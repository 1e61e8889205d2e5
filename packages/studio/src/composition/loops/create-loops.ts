import type { Client } from '@lemouf/core/protocol'
import { clipOf, follows, mediaOf, type Clip, type Edit } from '@lemouf/core/timeline'
import { shallowRef, type ShallowRef } from 'vue'
import { sentenceOf } from '../../server/client.ts'
import { text } from '../../text/text.ts'
import type { Editor } from '../document/editor.ts'
import { decideOn } from './deciding.ts'
import type { KnownLoops } from './known-loops.ts'
import type { LoopNotice, Loops } from './loops.ts'
import { leaders, showEdit, stepEdits, type SteppingParts } from './stepping.ts'
import { backEdits } from './taken.ts'
import { isMadeBy, takesIn } from './takes.ts'

interface Parts {
  readonly editor: Editor
  readonly known: KnownLoops
  readonly call: Client
  readonly stepping: SteppingParts
  readonly takesOf: Loops['takesOf']
  readonly notice: ShallowRef<LoopNotice | undefined>
  readonly sendingBack: ShallowRef<string | undefined>
}

/** The loops of a composition, with what is done with them from within it. */
export function createLoops(editor: Editor, known: KnownLoops, call: Client): Loops {
  const entriesOf: Loops['entriesOf'] = (clip) => known.entriesOf(clip)
  const parts: Parts = {
    editor, known, call,
    stepping: { call, project: () => editor.project.value, entriesOf, seqOf: (loop) => known.known.value.get(loop)?.summary?.seq ?? 0 },
    takesOf: (clip) => takesIn(editor.project.value, clip, entriesOf(clip)),
    notice: shallowRef<LoopNotice>(),
    sendingBack: shallowRef<string>(),
  }
  const { notice, sendingBack, takesOf } = parts
  return { known: known.known, entriesOf, takesOf, notice, sendingBack, ...showing(parts), ...judging(parts) }
}

/** What clips show of their cycles. */
function showing(parts: Parts): Pick<Loops, 'step' | 'show' | 'outdated' | 'swapOutdated' | 'takeBack' | 'follow'> {
  const { editor, stepping, notice } = parts
  const outdated = (): readonly Clip[] => {
    const behind = editor.project.value.lanes.flatMap(({ clips, locked }) => (locked ? [] : clips.filter((clip) => betterThan(parts, clip) !== undefined)))
    return behind.length === 0 ? behind : leaders(editor.project.value, behind.map(({ id }) => id))
  }
  return {
    outdated,
    step: async (ids, direction) => {
      await attempt(parts, async () => {
        const edits = await stepEdits(stepping, ids, direction)
        notice.value = edits.length > 0 ? undefined : { tone: 'info', message: direction > 0 ? text.inspector.loop.noRetryAfter : text.inspector.loop.noRetryBefore }
        return apply(parts, edits)
      })
    },
    show: async (id, retry) => { await attempt(parts, () => show(parts, id, retry)) },
    swapOutdated: async () => {
      await attempt(parts, async () => {
        const edits = await Promise.all(outdated().map((clip) => showEdit(stepping, clip, betterThan(parts, clip) ?? 0)))
        const done = apply(parts, edits.filter((edit) => edit !== undefined))
        if (done || edits.length === 0) notice.value = { tone: 'info', message: text.inspector.loop.swapped(edits.length) }
        return done
      })
    },
    takeBack: (taken) => {
      notice.value = undefined
      apply(parts, backEdits(editor.project.value, taken))
    },
    follow: (ids, follow) => { apply(parts, [{ type: 'follow', clips: [...ids], follow }]) },
  }
}

/** What is decided in the loops. */
function judging(parts: Parts): Pick<Loops, 'approve' | 'sendBack' | 'make'> {
  const { known, call, sendingBack } = parts
  const choiceOf = (id: string): Clip['choice'] => clipNow(parts, id)?.choice ?? null
  return {
    approve: (id, retry) => attempt(parts, async () => {
      const clip = clipNow(parts, id)
      if (clip === undefined || clip.choice === null) return false
      await decideOn(call, known, clip, retry, 'approve')
      // What is chosen now is chosen in the knowledge of this approval.
      await known.readSeq(clip.choice.loop)
      return choiceOf(id)?.retry === retry || await show(parts, id, retry)
    }),
    sendBack: (id, extra, follow) => attempt(parts, async () => {
      const clip = clipNow(parts, id)
      if (clip === undefined || clip.choice === null) return false
      await decideOn(call, known, clip, clip.choice.retry, 'reject', extra)
      await known.readSeq(clip.choice.loop)
      sendingBack.value = undefined
      const now = clipOf(parts.editor.project.value, id)
      if (follow && now !== undefined && !follows(parts.editor.project.value, now.lane, now.clip)) apply(parts, [{ type: 'follow', clips: [id], follow: true }])
      return true
    }),
    make: async (id) => {
      const choice = choiceOf(id)
      if (choice === null) return
      await attempt(parts, async () => (await call('step', { body: { loop_id: choice.loop, cycle_index: choice.cycle } })).ok)
    },
  }
}

const clipNow = ({ editor }: Parts, id: string): Clip | undefined => clipOf(editor.project.value, id)?.clip

/** Does it, and says why where it cannot be done. */
async function attempt({ notice }: Parts, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    notice.value = { tone: 'error', message: sentenceOf(error) }
    return false
  }
}

function apply({ editor, notice }: Parts, edits: readonly Edit[]): boolean {
  const done = edits.length > 0 && editor.apply(...edits)
  const refusal = editor.refusal.value
  if (!done && edits.length > 0 && refusal !== undefined) notice.value = { tone: 'error', message: refusal.message }
  return done
}

async function show(parts: Parts, id: string, retry: number): Promise<boolean> {
  const clip = clipNow(parts, id)
  const edit = clip === undefined ? undefined : await showEdit(parts.stepping, clip, retry)
  if (edit !== undefined) return apply(parts, [edit])
  parts.notice.value = { tone: 'error', message: text.inspector.loop.nothingToShow(retry) }
  return false
}

/** The approved retry of a clip's cycle, where the clip shows one that was turned down. */
function betterThan({ editor, stepping, takesOf }: Parts, clip: Clip): number | undefined {
  if (clip.choice === null) return undefined
  const { retry } = clip.choice
  const shown = stepping.entriesOf(clip).find(({ retry_index }) => retry_index === retry)
  if (shown === undefined || shown.decision === null || shown.decision === 'approve') return undefined
  const media = mediaOf(editor.project.value, clip.media)
  return media !== undefined && isMadeBy(media, shown) ? takesOf(clip).find(({ decision }) => decision === 'approve')?.retry_index : undefined
}
