import { clipOf, durationOf, earlier, type Ticks } from '@lemouf/core/timeline'
import { text } from '../../../text/text.ts'
import { useKeys, type KeyHandlers } from '../../../keys/use-keys.ts'
import { chordOf, type KeyPress } from '../../../keys/chord.ts'
import type { Tool } from '../../document/view-state.ts'
import { frameSeen } from '../../frame-seen.ts'
import { cutsOf, nextOf, perform, planAcross, planDuplicate, planGroup, planLink, planMarker, planNudge, planRemove, planRippleRemove, planSplit, planUngroup, type Plan } from '../commands.ts'
import type { Bench } from './bench.ts'
import type { Hand } from './hand.ts'
import type { ClipBoard } from './use-clipboard.ts'
import { bringIntoSight, sayClip, stepTo, type Direction } from './walking.ts'

/** What the keys of marks, tools and clips do. */
export function useShortcuts(bench: Bench, hand: Hand, clipboard: ClipBoard): void {
  const { editor, view } = bench
  useKeys({
    back: () => {
      if (hand.bail()) return true
      if (editor.selection.value.size === 0) return false
      editor.select([])
      return bench.stage.say(text.hands.sayChosen(0))
    },
    ...marks(bench),
    ...tools(bench),
    ...clips(bench, clipboard),
    ...walks(bench),
    selectAll: () => {
      editor.select(bench.project.lanes.filter(({ locked }) => !locked).flatMap((lane) => lane.clips.map(({ id }) => id)))
      bench.stage.say(text.hands.sayChosen(editor.selection.value.size))
    },
    snapping: () => {
      view.timeline.snapping = !view.timeline.snapping
      hand.again()
      bench.stage.say(text.hands.saySnapping(view.timeline.snapping))
    },
    insertMode: () => {
      view.timeline.mode = view.timeline.mode === 'insert' ? 'overwrite' : 'insert'
      hand.again()
      bench.stage.say(text.hands.sayMode(view.timeline.mode))
    },
  })
}

function tools(bench: Bench): KeyHandlers {
  const take = (tool: Tool) => (): void => {
    bench.view.timeline.tool = tool
    // What moves a clip here moves it in the monitor as well.
    if (tool === 'select') bench.view.monitor.mode = 'move'
    bench.stage.say(text.hands.sayTool(text.hands.tool[tool]))
  }
  return { selectTool: take('select'), razorTool: take('razor'), rippleTool: take('ripple'), rollTool: take('roll'), slipTool: take('slip'), slideTool: take('slide') }
}

function marks(bench: Bench): KeyHandlers {
  const { view, transport } = bench
  const say = (): void => bench.stage.say(text.hands.sayMarks(view.markIn === null ? undefined : bench.timecode(view.markIn), view.markOut === null ? undefined : bench.timecode(view.markOut)))
  const go = (moments: readonly Ticks[], direction: 1 | -1): void => {
    const at = nextOf(moments, transport.playhead.value, direction)
    if (at === undefined) return
    transport.seek(earlier(at, durationOf(bench.project)))
    bench.stage.say(bench.timecode(at))
  }
  const markers = (): readonly Ticks[] => bench.project.markers.map(({ at }) => at)
  return {
    markIn: () => { setMark(bench, 'in', transport.playhead.value); say() },
    markOut: () => { setMark(bench, 'out', transport.playhead.value); say() },
    clearMarks: () => { clearMarks(bench); say() },
    addMarker: () => { perform(bench, planMarker(bench, bench.editor.freshId(), transport.playhead.value)) },
    markerBefore: () => go(markers(), -1),
    markerAfter: () => go(markers(), 1),
    cutBefore: () => go(cutsOf(bench.project), -1),
    cutAfter: () => go(cutsOf(bench.project), 1),
  }
}

/**
 * Marks one end of the range at the frame that is seen at a moment: it is the first or the last one in it. The other end goes where it
 * would be on the wrong side.
 */
export function setMark({ view, project }: Pick<Bench, 'view' | 'project'>, end: 'in' | 'out', at: Ticks): void {
  const { from, to } = frameSeen(project, at)
  if (end === 'in') {
    // Behind the last frame that one is meant.
    view.markIn = at < to ? at : from
    if (view.markOut !== null && view.markOut <= view.markIn) view.markOut = null
  } else {
    view.markOut = to
    if (view.markIn !== null && view.markIn >= to) view.markIn = null
  }
}

export function clearMarks({ view }: Bench): void {
  view.markIn = null
  view.markOut = null
}

function clips(bench: Bench, clipboard: ClipBoard): KeyHandlers {
  const doing = (plan: () => Plan) => (): void => { perform(bench, plan()) }
  const nudging = (frames: number) => (): void => {
    if (!perform(bench, planNudge(bench, frames))) return
    sayFocused(bench)
  }
  /** The browser's own keys for it come as events, with its clipboard. */
  const unless = (chord: string, act: () => void) => (press: KeyPress): boolean => {
    if (chordOf(press) === chord) return false
    act()
    return true
  }
  return {
    remove: doing(() => planRemove(bench)),
    rippleRemove: doing(() => planRippleRemove(bench)),
    split: doing(() => planSplit(bench)),
    duplicate: doing(() => planDuplicate(bench)),
    linkClips: doing(() => planLink(bench)),
    groupClips: doing(() => planGroup(bench)),
    ungroupClips: doing(() => planUngroup(bench)),
    nudgeBack: nudging(-1),
    nudgeForward: nudging(1),
    nudgeBackMore: nudging(-10),
    nudgeForwardMore: nudging(10),
    copy: unless('Mod+C', () => clipboard.copy()),
    cut: unless('Mod+X', () => clipboard.cut()),
    paste: unless('Mod+V', () => void clipboard.paste('overwrite')),
    pasteInsert: (press) => {
      if (chordOf(press) !== 'Mod+Shift+V') return void clipboard.paste('insert')
      clipboard.pasteBetween()
      return false
    },
  }
}

function walks(bench: Bench): KeyHandlers {
  const walk = (direction: Direction) => (): void => {
    const next = stepTo(bench.project, bench.focused, direction, bench.transport.playhead.value)
    if (next === undefined) return
    bench.choose([next.clip.id])
    bench.focused = next.clip.id
    bringIntoSight(bench, next)
    sayFocused(bench)
  }
  const across = (up: 1 | -1) => (): void => {
    if (perform(bench, planAcross(bench, bench.focused, up))) sayFocused(bench)
  }
  return { clipBefore: walk('before'), clipAfter: walk('after'), clipAbove: walk('above'), clipBelow: walk('below'), moveAbove: across(1), moveBelow: across(-1) }
}

function sayFocused(bench: Bench): void {
  const found = bench.focused === undefined ? undefined : clipOf(bench.project, bench.focused)
  if (found !== undefined) bench.stage.say(sayClip(bench, found))
}
