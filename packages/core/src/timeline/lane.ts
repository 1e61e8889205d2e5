import * as z from 'zod'
import { clipSchema, endOf, type Clip } from './clip.ts'
import type { Immutable } from './immutable.ts'
import { idSchema } from './media.ts'
import { ZERO, type Ticks } from './time.ts'

export const laneHeadSchema = z.object({
  id: idSchema,
  kind: z.enum(['video', 'audio']),
  name: z.string().max(200),
  /** #rrggbb, or null for the colour of its kind. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/).nullable().default(null),
  locked: z.boolean().default(false),
  /** Silences a lane of sound. */
  muted: z.boolean().default(false),
  /** While a lane has it, only such lanes of its kind are seen or heard. */
  solo: z.boolean().default(false),
  /** Hides a lane of pictures. */
  hidden: z.boolean().default(false),
  /** Take what is newly approved; null leaves it to the composition. */
  follow: z.boolean().nullable().default(null),
  /** Made by a drop and not by a person's own wish: it may go when it is emptied. */
  passing: z.boolean().default(false),
})
/** Fields of a lane that can be set, without their defaults: what is absent is not spoken of. */
export const laneFieldsSchema = z.object({
  name: laneHeadSchema.shape.name,
  colour: laneHeadSchema.shape.colour.unwrap(),
  locked: z.boolean(),
  muted: z.boolean(),
  solo: z.boolean(),
  hidden: z.boolean(),
  follow: z.boolean().nullable(),
  passing: z.boolean(),
}).partial()

/** Clips of one kind, in the order of time. No two overlap. */
export const laneSchema = laneHeadSchema.extend({ clips: z.array(clipSchema) })

export type Lane = Immutable<z.infer<typeof laneSchema>>
/** All of a lane but its clips. */
export type LaneHead = Immutable<z.infer<typeof laneHeadSchema>>

export function headOf(lane: Lane): LaneHead {
  const { clips: _clips, ...head } = lane
  return head
}

/** Index of the first clip that ends after a moment; the number of clips when there is none. */
export function firstEndingAfter(clips: readonly Clip[], at: Ticks): number {
  let [low, high] = [0, clips.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const clip = clips[middle]
    if (clip !== undefined && endOf(clip) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The clips of a lane of which something lies in [from, to). A binary search, then only what is found. */
export function clipsWithin(clips: readonly Clip[], from: Ticks, to: Ticks): readonly Clip[] {
  const first = firstEndingAfter(clips, from)
  let last = first
  while (last < clips.length && (clips[last]?.start ?? to) < to) last++
  return clips.slice(first, last)
}

/** The clip that is there at a moment. A clip is there from its start until just before its end. */
export function clipAt(clips: readonly Clip[], at: Ticks): Clip | undefined {
  const clip = clips[firstEndingAfter(clips, at)]
  return clip !== undefined && clip.start <= at ? clip : undefined
}

/** The end of the last clip. */
export function endOfClips(clips: readonly Clip[]): Ticks {
  const last = clips.at(-1)
  return last === undefined ? ZERO : endOf(last)
}

export const inOrder = (clips: readonly Clip[]): readonly Clip[] => clips.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
