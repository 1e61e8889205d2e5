import type { Client, ManifestEntry } from '@lemouf/core/protocol'
import { clipOf, followEdits, follows, type Clip, type EditOf, type Project } from '@lemouf/core/timeline'
import { watch } from 'vue'
import { sentenceOf } from '../../server/client.ts'
import type { Editor } from '../document/editor.ts'
import { backOf, type Taken } from './taken.ts'
import { takeOf } from './takes.ts'

/** What following needs of where it takes place. */
export interface FollowingParts {
  readonly editor: Editor
  readonly call: Client
  readonly readCycle: (loop: string, cycle: number) => Promise<readonly ManifestEntry[]>
  /** These clips took what was newly approved. */
  readonly onTaken: (taken: readonly Taken[]) => void
  readonly onRefused: (message: string) => void
}

export interface Following {
  /** Has the clips of a loop take what is news to them. */
  readonly catchUp: (loop: string) => Promise<void>
  /** What was read of a loop's history no longer holds. */
  readonly forget: (loop: string) => void
  /** Gives the loops of clips that follow and did not when this was last asked. */
  readonly look: (project: Project) => readonly string[]
}

/** An approval in force: which retry of a cycle, since which event of the loop. */
interface Verdict {
  readonly cycle: number
  readonly retry: number
  readonly seq: number
}

/** Rows of a loop's history a page. */
const PAGE = 1000
const JUDGING = new Set(['decided', 'decisionUndone'])

/** Decisions of a loop as far as its history was read: the last event of each attempt. */
interface Decisions {
  from: number
  read: number
  last: Map<string, number>
}

/**
 * Has clips take what is newly approved in their loops. Told that something was decided, or that nothing is known yet, it asks the
 * loop's history what was decided since the clips' own choices, and its manifest what is approved now: an approval that came while
 * nobody looked is the same as one that comes this moment, and news in the wrong order cannot be told from news in the right one.
 */
export function createFollowing(parts: FollowingParts): Following {
  const read = new Map<string, Decisions>()
  const under = new Map<string, { again: boolean; done: Promise<void> }>()

  async function once(loop: string): Promise<void> {
    const { editor, readCycle } = parts
    const behind = followers(editor.project.value, loop)
    if (behind.length === 0) return
    const decisions = await readDecisions(parts.call, loop, Math.min(...behind.map(chosenAt)), read.get(loop))
    read.set(loop, decisions)
    for (const cycle of new Set(behind.filter((clip) => hasNews(clip, decisions)).map(cycleOf))) {
      const entries = await readCycle(loop, cycle)
      const approved = entries.find(({ decision }) => decision === 'approve')
      const seq = approved === undefined ? undefined : decisions.last.get(placeKey(cycle, approved.retry_index))
      if (approved !== undefined && seq !== undefined) await take({ cycle, retry: approved.retry_index, seq }, loop, entries, approved)
    }
  }

  async function take({ cycle, retry, seq }: Verdict, loop: string, entries: readonly ManifestEntry[], approved: ManifestEntry): Promise<void> {
    const { editor, call, onTaken } = parts
    const wanted = followers(editor.project.value, loop).filter((clip) => cycleOf(clip) === cycle)
    const takes = new Map(await Promise.all(wanted.map(async (clip) => [clip.id, await takeOf(call, editor.project.value, clip, entries, approved)] as const)))
    const first = [...takes.values()].find((one) => one !== undefined)
    if (first === undefined) return
    await idle(editor)
    // The composition as it is now says who is behind; each clip takes the output that it showed.
    const edits = followEdits(editor.project.value, { loop, cycle, retry, media: first.media, seq }).flatMap((edit): readonly EditOf<'retry'>[] => {
      const media = takes.get(edit.clip)?.media
      const shown = clipOf(editor.project.value, edit.clip)?.clip
      const isNews = shown?.choice?.retry !== retry || shown.media !== media?.id
      return media === undefined || !isNews ? [] : [{ ...edit, media }]
    })
    if (edits.length === 0) return
    onTaken(followAll(parts, edits))
  }

  async function untilCaughtUp(loop: string): Promise<void> {
    for (let state = under.get(loop); state !== undefined; state = under.get(loop)) {
      state.again = false
      await once(loop)
      if (!state.again) break
    }
    under.delete(loop)
  }

  let seen: ReadonlySet<string> = new Set()
  function look(project: Project): readonly string[] {
    const now = allFollowers(project)
    const fresh = now.filter(({ id }) => !seen.has(id))
    seen = new Set(now.map(({ id }) => id))
    return [...new Set(fresh.flatMap(({ choice }) => choice?.loop ?? []))]
  }

  return {
    look,
    catchUp: (loop) => {
      const busy = under.get(loop)
      if (busy !== undefined) {
        busy.again = true
        return busy.done
      }
      const state = { again: false, done: Promise.resolve() }
      under.set(loop, state)
      state.done = untilCaughtUp(loop).catch((error: unknown) => {
        under.delete(loop)
        parts.onRefused(sentenceOf(error))
      })
      return state.done
    },
    forget: (loop) => { read.delete(loop) },
  }
}

/** All at once, or where one of them cannot be done the others. Beside what a person can undo: they did not do it. */
function followAll({ editor, onRefused }: FollowingParts, edits: readonly EditOf<'retry'>[]): readonly Taken[] {
  const former = new Map(edits.map((edit) => [edit.clip, backOf(editor.project.value, edit)]))
  const done = editor.follow(...edits).ok ? edits : edits.filter((edit) => {
    const followed = editor.follow(edit)
    if (!followed.ok) onRefused(followed.error.message)
    return followed.ok
  })
  return done.flatMap(({ clip: id }): readonly Taken[] => {
    const [clip, back] = [clipOf(editor.project.value, id)?.clip, former.get(id)]
    return clip === undefined || back === undefined ? [] : [{ clip, back }]
  })
}

/** The clips of a loop that take what is newly approved. */
function followers(project: Project, loop: string): readonly Clip[] {
  return project.lanes.flatMap((lane) => (lane.locked ? [] : lane.clips.filter((clip) => clip.choice?.loop === loop && follows(project, lane, clip))))
}

/** Those of all loops. */
const allFollowers = (project: Project): readonly Clip[] =>
  project.lanes.flatMap((lane) => (lane.locked ? [] : lane.clips.filter((clip) => clip.choice !== null && follows(project, lane, clip))))

const chosenAt = ({ choice }: Clip): number => choice?.chosenAt ?? Infinity
const cycleOf = ({ choice }: Clip): number => choice?.cycle ?? -1
const placeKey = (cycle: number, retry: number): string => `${cycle}/${retry}`

const hasNews = (clip: Clip, { last }: Decisions): boolean => {
  const start = `${cycleOf(clip)}/`
  return last.entries().some(([place, seq]) => seq > chosenAt(clip) && place.startsWith(start))
}

/** The last decision, or undoing of one, on each attempt after an event of the loop. What an earlier run decided counts no more. */
async function readDecisions(call: Client, loop: string, after: number, known: Decisions | undefined): Promise<Decisions> {
  const decisions = known !== undefined && known.from <= after ? { ...known, last: new Map(known.last) } : { from: after, read: after, last: new Map<string, number>() }
  for (let next: number | null = decisions.read; next !== null;) {
    const page: Awaited<ReturnType<typeof historyPage>> = await historyPage(call, loop, next)
    for (const { seq, type, place } of page.events) {
      if (type === 'reset') decisions.last.clear()
      if (JUDGING.has(type) && place !== null) decisions.last.set(placeKey(place.cycle_index, place.retry_index), seq)
      decisions.read = seq
    }
    next = page.next_seq
  }
  return decisions
}

const historyPage = (call: Client, loop_id: string, after_seq: number) =>
  call('getHistory', { params: { loop_id }, query: { after_seq, limit: PAGE, data: 'brief', about: 'people' } })

/** Waits for the end of a gesture: what comes by itself must not let go of what a person holds. */
function idle({ busy }: Editor): Promise<void> {
  if (!busy.value) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = watch(busy, (isBusy) => {
      if (isBusy) return
      stop()
      resolve()
    })
  })
}
