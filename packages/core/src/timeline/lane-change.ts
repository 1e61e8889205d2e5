import * as z from 'zod'
import { clipSchema, movedTo, type Clip } from './clip.ts'
import type { Immutable } from './immutable.ts'
import { inOrder, type Lane } from './lane.ts'
import { idSchema } from './media.ts'
import { distanceSchema, positionSchema, ticks } from './time.ts'

/**
 * What happens to the clips of a lane: some go, some come, and of the others those that begin at a moment or later move. Said with
 * ids and moments, not with places in a list, so that it can still be done when other clips have come or gone since.
 */
export const laneChangeSchema = z.object({
  lane: idSchema,
  remove: z.array(idSchema),
  put: z.array(clipSchema),
  shift: z.object({ from: positionSchema, by: distanceSchema }).nullable(),
})
export type LaneChange = Immutable<z.infer<typeof laneChangeSchema>>

/**
 * The change that makes `now` of `old`, none if they are the same. Clips that are the same object are not looked into, and an end
 * of the lane that was only moved is one distance.
 */
export function laneChange(lane: string, old: readonly Clip[], now: readonly Clip[]): readonly LaneChange[] {
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head++
  if (head === old.length && head === now.length) return []
  const by = (now.at(-1)?.start ?? 0) - (old.at(-1)?.start ?? 0)
  let tail = 0
  while (tail < most - head && isMoved(old[old.length - 1 - tail], now[now.length - 1 - tail], by)) tail++
  const [before, after] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
  const [were, are] = [new Set(before), new Set(after)]
  const first = old[old.length - tail]
  return [{
    lane,
    remove: before.filter((clip) => !are.has(clip)).map(({ id }) => id),
    put: after.filter((clip) => !were.has(clip)),
    shift: first === undefined || by === 0 ? null : { from: first.start, by: ticks(by) },
  }]
}

/** The clips of a lane after a change; undefined when one that should go is not there. */
export function withChange(lane: Lane, { remove, put, shift }: LaneChange): readonly Clip[] | undefined {
  const gone = new Set(remove)
  const staying = lane.clips.filter(({ id }) => !gone.has(id))
  if (staying.length + gone.size !== lane.clips.length) return undefined
  const moved = shift === null ? staying : staying.map((clip) => (clip.start < shift.from ? clip : movedTo(clip, ticks(clip.start + shift.by))))
  return inOrder([...moved, ...put])
}

/** Whether a clip is another one moved by a distance and nothing else. */
function isMoved(a: Clip | undefined, b: Clip | undefined, by: number): boolean {
  if (a === undefined || b === undefined) return false
  if (a === b) return by === 0
  if (b.start - a.start !== by || a.id !== b.id) return false
  return (Object.keys(a) as (keyof Clip)[]).every((key) => key === 'start' || a[key] === b[key])
}
