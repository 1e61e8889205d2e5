import { onScopeDispose, provide, watch } from 'vue'
import { useKeys } from '../../keys/use-keys.ts'
import { server } from '../../server/client.ts'
import { joinFeed } from '../../server/shared-feed.ts'
import { text } from '../../text/text.ts'
import type { Editor } from '../document/editor.ts'
import type { ViewState } from '../document/view-state.ts'
import { createLoops } from './create-loops.ts'
import { createFollowing } from './following.ts'
import { cyclesOf, KnownLoops } from './known-loops.ts'
import { leading } from './leading.ts'
import { LOOPS, type LoopNotice, type Loops } from './loops.ts'
import { PENDING, pendingIn } from './pending.ts'
import { leaders } from './stepping.ts'
import { joined } from './taken.ts'

/** Provides the loops of a composition to the components below, listens to them, and has clips take what is newly approved. */
export function provideLoops(editor: Editor, view: ViewState): Loops {
  const known = new KnownLoops(server)
  const loops = createLoops(editor, known, server)
  provide(LOOPS, loops)
  provide(PENDING, {
    version: known.version,
    of: (clip) => {
      const { choice } = clip
      return choice === null ? undefined : pendingIn(loops.entriesOf(clip), choice.retry, (retry) => known.shareOf(choice.loop, choice.cycle, retry))
    },
  })
  listen(editor, known, loops)
  useKeys({
    retryBefore: () => stepChosen(-1),
    retryAfter: () => stepChosen(1),
    sendBack: () => {
      const [clip] = leaders(editor.project.value, [...editor.selection.value])
      if (clip !== undefined) loops.sendingBack.value = clip.id
      return clip !== undefined
    },
  })
  const stepChosen = (direction: 1 | -1): unknown => {
    const ids = [...editor.selection.value]
    return leaders(editor.project.value, ids).length > 0 && void loops.step(ids, direction)
  }
  // The form stands in the inspector.
  watch(loops.sendingBack, (clip) => {
    if (clip === undefined) return
    editor.select([clip])
    view.panes.inspector = true
    view.panes.narrow = 'inspector'
  })
  return loops
}

/** Hears of all loops, for as long as the composition is open. */
function listen(editor: Editor, known: KnownLoops, loops: Loops): void {
  const say = (tone: LoopNotice['tone'], message: string): void => { loops.notice.value = { tone, message } }
  const following = createFollowing({
    editor, call: server, readCycle: (loop, cycle) => known.readCycle(loop, cycle),
    onTaken: (now) => {
      // Until it is put away the notice gathers: all of it can be taken back at once.
      const taken = joined(loops.notice.value?.taken ?? [], now)
      const places = taken.map(({ clip }) => clip.choice).filter((choice) => choice !== null)
      if (now.length > 0) loops.notice.value = { tone: 'info', message: text.inspector.loop.taken(places), taken }
    },
    onRefused: (message) => say('error', message),
  })
  let leads = false
  const catchUp = (loop: string): void => { if (leads) void following.catchUp(loop) }
  const catchUpAll = (): void => { for (const loop of cyclesOf(editor.project.value).keys()) catchUp(loop) }

  const stopLeading = leading(`lemouf following ${editor.id}`, () => {
    leads = true
    catchUpAll()
  })
  let first = true
  const close = joinFeed({
    began: () => {
      if (!first) known.forget()
      first = false
      for (const loop of known.known.value.keys()) following.forget(loop)
      catchUpAll()
    },
    changed: (change) => {
      known.heard(change)
      if (change.reset) following.forget(change.loop.loop_id)
      if (change.events.some(({ type }) => type === 'decided' || type === 'decisionUndone')) catchUp(change.loop.loop_id)
    },
    progressed: (progress) => known.progressed(progress),
    connection: () => {},
  })
  // Clips come and go, and begin to follow: what matters of that is looked at when hands are at rest.
  watch([editor.project, editor.busy], ([project, busy]) => {
    if (busy) return
    known.want(cyclesOf(project))
    for (const loop of following.look(project)) catchUp(loop)
  }, { immediate: true })
  onScopeDispose(() => {
    close()
    stopLeading()
  })
}
