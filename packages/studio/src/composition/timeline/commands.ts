import { applyAll, clipOf, endOf, frameStart, ticks, type Clip, type Edit, type Lane, type Project, type Ticks } from '@lemouf/core/timeline'
import { editRefusalSays, refusalSaying } from '../../text/refusal.ts'
import { text } from '../../text/text.ts'
import { membersOf, type Bench } from './hands/bench.ts'
import { planCarry } from './hands/carry.ts'

/** What somebody wants done, as edits; or a sentence that says why it cannot be. */
export type Plan = Deed | string

export interface Deed {
  readonly edits: readonly Edit[]
  /** What is chosen afterwards: these, or what was made under this prefix; else what was. */
  readonly choose?: readonly string[] | { readonly made: string }
  /** For those who do not see it. */
  readonly say?: string
}

/** Does what is planned, or says why not. Whether it was done. */
export function perform(bench: Bench, plan: Plan): boolean {
  const { editor, stage } = bench
  if (typeof plan === 'string') {
    editor.refuse(refusalSaying(plan))
    stage.say(plan)
    return false
  }
  if (!editor.apply(...plan.edits)) {
    stage.say(editor.refusal.value === undefined ? '' : editRefusalSays(editor.refusal.value))
    return false
  }
  if (plan.choose !== undefined) editor.select('made' in plan.choose ? madeUnder(bench.project, plan.choose.made) : plan.choose)
  if (plan.say !== undefined) stage.say(plan.say)
  return true
}

/** Why a plan cannot be done now; undefined where it can: it is tried. */
export function whyNot(project: Project, plan: Plan): string | undefined {
  if (typeof plan === 'string') return plan
  const tried = applyAll(project, plan.edits)
  if (!tried.ok) return editRefusalSays(tried.error)
  return tried.value.project === project ? text.hands.nothingChanged : undefined
}

const madeUnder = (project: Project, prefix: string): readonly string[] =>
  project.lanes.flatMap(({ clips }) => clips.filter(({ id }) => id.startsWith(`${prefix}.`)).map(({ id }) => id))

const chosenIn = ({ editor }: Bench): readonly string[] => [...editor.selection.value]

/** Edits of what is chosen; a sentence where nothing is. */
const ofChosen = (bench: Bench, plan: (clips: readonly string[]) => Plan): Plan => {
  const clips = chosenIn(bench)
  return clips.length === 0 ? text.hands.nothingChosen : plan(clips)
}

/** Splits what is chosen and lies across a moment; where nothing of it does, all that lies across on lanes that are not locked. */
export function planSplit(bench: Bench, at: Ticks = bench.transport.playhead.value): Plan {
  const across = chosenIn(bench).filter((id) => { const clip = clipOf(bench.project, id)?.clip; return clip !== undefined && clip.start < at && at < endOf(clip) })
  return { edits: [{ type: 'razor', clips: across.length === 0 ? null : across, at, ids: bench.editor.freshId() }], say: text.hands.saySplit(bench.timecode(at)) }
}

export const planRemove = (bench: Bench): Plan => ofChosen(bench, (clips) => ({ edits: [{ type: 'lift', clips }], say: text.hands.sayRemoved(clips.length) }))

export const planRippleRemove = (bench: Bench): Plan =>
  ofChosen(bench, (clips) => ({ edits: [{ type: 'rippleDelete', clips, scope: bench.view.timeline.scope }], say: text.hands.sayRemoved(clips.length) }))

/** Copies right behind the last of them: where that is taken a gap is opened, so that nothing gets lost. */
export function planDuplicate(bench: Bench): Plan {
  return ofChosen(bench, (clips) => {
    const ids = bench.editor.freshId()
    const edit = (mode: 'fit' | 'insert'): Edit => ({ type: 'duplicate', clips, mode, scope: bench.view.timeline.scope, ids })
    const fits = applyAll(bench.project, [edit('fit')]).ok
    return { edits: [edit(fits ? 'fit' : 'insert')], choose: { made: ids } }
  })
}

/** Unlinks what is linked with one another; links the rest. */
export const planLink = (bench: Bench): Plan => ofChosen(bench, (clips) => (isOneLink(bench, clips) ? planUnlink(bench) : { edits: [{ type: 'link', clips, link: bench.editor.freshId() }] }))

/** Whether what is chosen is linked, each with all the others. */
export function isOneLink({ project }: Bench, clips: readonly string[]): boolean {
  const links = new Set(clips.map((id) => clipOf(project, id)?.clip.link ?? null))
  return links.size === 1 && !links.has(null)
}

export const planUnlink = (bench: Bench): Plan =>
  ofChosen(bench, (clips) => (anyOf(bench, clips, ({ link }) => link !== null) ? { edits: [{ type: 'unlink', clips }] } : text.hands.notLinked))

export const planGroup = (bench: Bench): Plan => ofChosen(bench, (clips) => ({ edits: [{ type: 'group', clips, group: bench.editor.freshId() }] }))

export const planUngroup = (bench: Bench): Plan =>
  ofChosen(bench, (clips) => (anyOf(bench, clips, ({ group }) => group !== null) ? { edits: [{ type: 'ungroup', clips }] } : text.hands.notGrouped))

const anyOf = ({ project }: Bench, clips: readonly string[], is: (clip: Clip) => boolean): boolean =>
  clips.some((id) => { const clip = clipOf(project, id)?.clip; return clip !== undefined && is(clip) })

/** Moves what is chosen by frames, as long as nothing is in the way. */
export function planNudge(bench: Bench, frames: number): Plan {
  return ofChosen(bench, (clips) => {
    const by = ticks(frameStart(Math.abs(frames), bench.project.format.fps) * Math.sign(frames) + 0)
    return { edits: [{ type: 'move', clips, by, to: [], mode: 'fit', scope: 'lanes', ids: bench.editor.freshId() }] }
  })
}

/** Moves what is chosen a lane of its kind up or down; above the topmost of pictures and below the lowest of sound a lane is made. */
export function planAcross(bench: Bench, held: string | undefined, up: 1 | -1): Plan {
  return ofChosen(bench, (clips) => {
    const { project, view } = bench
    const members = membersOf(project, clips)
    const holder = members.find(({ clip }) => clip.id === held) ?? members[0]
    if (holder === undefined) return text.hands.nothingChosen
    const lanes = project.lanes.filter(({ kind }) => kind === holder.lane.kind)
    const next = lanes[lanes.indexOf(holder.lane) - up]
    const made = holder.lane.kind === 'video' && up === 1 ? 'top' : holder.lane.kind === 'audio' && up === -1 ? 'bottom' : undefined
    const zone = next === undefined ? made : { lane: next.id }
    if (zone === undefined) return text.hands.noLaneThere
    const how = { mode: view.timeline.mode, scope: view.timeline.scope, ids: bench.editor.freshId() }
    const carried = planCarry(project, { members, held: holder }, { by: ticks(0), zone, copies: false }, how)
    return carried.ok ? { edits: [carried.value.edit], choose: carried.value.ids } : editRefusalSays(carried.error)
  })
}

/** Speeds that a menu offers. */
export const SPEEDS = [[1, 4], [1, 2], [3, 4], [1, 1], [3, 2], [2, 1], [4, 1]] as const

export const planSpeed = (bench: Bench, [num, den]: readonly [number, number]): Plan => ofChosen(bench, (clips) => ({ edits: [{ type: 'speed', clips, speed: { num, den }, ripple: null }] }))

export function planNoFades(bench: Bench): Plan {
  const none = { duration: ticks(0), shape: 'linear' as const }
  return ofChosen(bench, (clips) =>
    anyOf(bench, clips, ({ fadeIn, fadeOut }) => fadeIn.duration + fadeOut.duration > 0) ? { edits: [{ type: 'fade', clips, in: none, out: none }] } : text.hands.noFades)
}

/** Takes the place of one clip's medium, or of all chosen: what is picked among the resources. */
export const planReplace = (bench: Bench, media: Extract<Edit, { type: 'replace' }>['media'] | undefined): Plan =>
  media === undefined ? text.hands.nothingPicked : ofChosen(bench, (clips) => ({ edits: [{ type: 'replace', clips, media }] }))

export const planLane = (lane: Lane, set: Extract<Edit, { type: 'setLane' }>['set']): Plan => ({ edits: [{ type: 'setLane', lane: lane.id, set }] })

/** Puts a marker at a moment. Its id is given, so that it can be named at once. */
export const planMarker = (bench: Bench, id: string, at: Ticks): Plan => ({ edits: [{ type: 'putMarker', marker: { id, at, name: '', colour: null } }], say: text.hands.sayMarker(bench.timecode(at)) })

/** The moments of cuts: edges of all clips. */
export const cutsOf = (project: Project): readonly Ticks[] => [...new Set(project.lanes.flatMap(({ clips }) => clips.flatMap((clip) => [clip.start, endOf(clip)])))].sort((a, b) => a - b)

/** Of moments in order the next one in a direction. */
export const nextOf = (moments: readonly Ticks[], at: Ticks, direction: 1 | -1): Ticks | undefined =>
  direction === 1 ? moments.find((moment) => moment > at) : moments.findLast((moment) => moment < at)
