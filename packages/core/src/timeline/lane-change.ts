import * as z from 'zod'
import { clipSchema, movedTo, type Clip } from './clip.ts'
import { digest } from './fields.ts'
import type { Immutable } from './immutable.ts'
import { inOrder, type Lane } from './lane.ts'
import { idSchema } from './media.ts'
import { distanceSchema, positionSchema, ticks, type Ticks } from './time.ts'

/**
 * What comes and goes. `left` names by their digests what those that go have to be, in the same order, and says besides that nothing
 * that comes may be there; it is absent where a program of before wrote it.
 */
export const listChangeSchema = <T extends z.ZodType>(item: T) =>
  z.object({ remove: z.array(idSchema), put: z.array(item), left: z.array(z.string().max(20)).optional() })

/**
 * What happens to the clips of a lane: some go, some come, and of the others those that begin at a moment or later move. Said with
 * ids and moments, not with places in a list, so that it can still be done when other clips have come or gone since.
 */
export const laneChangeSchema = listChangeSchema(clipSchema).extend({
  lane: idSchema,
  shift: z.object({ from: positionSchema, by: distanceSchema }).nullable(),
})
export type LaneChange = Immutable<z.infer<typeof laneChangeSchema>>

interface Named { readonly id: string }
interface ListChange<T> { readonly remove: readonly string[]; readonly put: readonly T[]; readonly left?: readonly string[] | undefined }

/** What makes one list of another, found by comparing objects. */
export function listChange<T extends Named>(from: readonly T[], to: readonly T[]): Required<ListChange<T>> {
  const [were, are] = [new Set(from), new Set(to)]
  const gone = from.filter((item) => !are.has(item))
  return { remove: gone.map(({ id }) => id), left: gone.map(digest), put: to.filter((item) => !were.has(item)) }
}

/** Whether what a change takes away is still as it was left, and what it puts is not there already. */
export function isLeft<T extends Named>(items: readonly T[], { remove, put, left }: ListChange<T>): boolean {
  if (left === undefined) return true
  const there = new Map(items.map((item) => [item.id, item]))
  const gone = new Set(remove)
  const isSame = (id: string, index: number): boolean => { const item = there.get(id); return item !== undefined && digest(item) === left[index] }
  return remove.every(isSame) && put.every(({ id }) => gone.has(id) || !there.has(id))
}

/** How two states of a lane differ: clips that went or changed, those that came or were changed to, and how the rest moved. */
export interface LaneDifference {
  readonly gone: readonly Clip[]
  readonly come: readonly Clip[]
  readonly shift: { readonly from: Ticks; readonly by: Ticks } | null
}

/** Fewer clips are said one by one, so that what somebody puts behind a clip that was moved does not move back with it. */
const LEAST_SHIFTED = 3

/** Clips that are the same object are not looked into, and an end of the lane that was only moved is one distance. */
export function laneDifference(old: readonly Clip[], now: readonly Clip[]): LaneDifference {
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head++
  const by = (now.at(-1)?.start ?? 0) - (old.at(-1)?.start ?? 0)
  let tail = 0
  while (tail < most - head && isMoved(old[old.length - 1 - tail], now[now.length - 1 - tail], by)) tail++
  if (by !== 0 && tail < LEAST_SHIFTED) tail = 0
  const [before, after] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const [were, are] = [new Set(before), new Set(after)]
  const first = old[old.length - tail]
  return {
    gone: before.filter((clip) => !are.has(clip)),
    come: after.filter((clip) => !were.has(clip)),
    shift: first === undefined || by === 0 ? null : { from: first.start, by: ticks(by) },
  }
}

/** The clips of a lane after a change; undefined when one that should go is not there. */
export function withChange(lane: Lane, { remove, put, shift }: LaneChange): readonly Clip[] | undefined {
  const gone = new Set(remove)
  const staying = lane.clips.filter(({ id }) => !gone.has(id))
  if (staying.length + gone.size !== lane.clips.length) return undefined
  const moved = shift === null ? staying : staying.map((clip) => (clip.start < shift.from ? clip : movedTo(clip, ticks(clip.start + shift.by))))
  return inOrder([...moved, ...put])
}

/** Whether what moves behind a moment is linked with something that would stay, or move otherwise, without being spoken of. */
export function tearsLinks(lanes: readonly Lane[], changes: readonly LaneChange[]): boolean {
  const shifts = new Map(changes.flatMap(({ lane, shift }) => (shift === null ? [] : [[lane, shift] as const])))
  if (shifts.size === 0) return false
  const spoken = new Set(changes.flatMap(({ remove, put }) => [...remove, ...put.map(({ id }) => id)]))
  const distances = new Map<string, number>()
  for (const lane of lanes) {
    const shift = shifts.get(lane.id)
    for (const { id, link, start } of lane.clips) {
      if (link === null || spoken.has(id)) continue
      const by = shift !== undefined && start >= shift.from ? shift.by : 0
      if ((distances.get(link) ?? by) !== by) return true
      distances.set(link, by)
    }
  }
  return false
}

/** Whether a clip is another one moved by a distance and nothing else. */
function isMoved(a: Clip | undefined, b: Clip | undefined, by: number): boolean {
  if (a === undefined || b === undefined) return false
  if (a === b) return by === 0
  if (b.start - a.start !== by || a.id !== b.id) return false
  return (Object.keys(a) as (keyof Clip)[]).every((key) => key === 'start' || a[key] === b[key])
}
