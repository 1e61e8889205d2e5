import * as z from 'zod'
import type { Clip } from './clip.ts'
import { DEFAULT_FORMAT, formatSchema } from './format.ts'
import type { Immutable } from './immutable.ts'
import { endOfClips, laneSchema, type Lane } from './lane.ts'
import { idSchema, mediaSchema, type Media } from './media.ts'
import { durationSchema, later, positionSchema, ticks, TICKS_PER_SECOND, ZERO, type Ticks } from './time.ts'

/** Goes up when a document of before has to be changed to be read; `parse.ts` then learns how. */
export const SCHEMA_VERSION = 1

const colour = z.string().regex(/^#[0-9a-f]{6}$/)

export const markerSchema = z.object({ id: idSchema, at: positionSchema, name: z.string().max(1000), colour: colour.nullable().default(null) })
export type Marker = Immutable<z.infer<typeof markerSchema>>

/** A line on the monitor: upright at a part of the frame's width, or lying at a part of its height. */
export const guideSchema = z.object({ id: idSchema, line: z.enum(['upright', 'lying']), at: z.number().min(0).max(1) })
export type Guide = Immutable<z.infer<typeof guideSchema>>

export const settingsSchema = z.object({
  /** Clips of loops take what is newly approved. */
  follow: z.boolean(),
  /** A lane that a drop made goes when it is emptied. */
  tidyLanes: z.boolean(),
  /** How long a still is when it is put down. */
  stillDuration: durationSchema,
})
export type Settings = Immutable<z.infer<typeof settingsSchema>>

/**
 * A composition. Lanes are listed as they are seen, the topmost first: pictures of a lane cover those of the lanes below.
 * Media and guides are in the order of their ids, markers in that of time.
 */
export const projectSchema = z.object({
  version: z.literal(SCHEMA_VERSION),
  id: idSchema,
  name: z.string().max(200),
  format: formatSchema,
  lanes: z.array(laneSchema),
  media: z.array(mediaSchema),
  markers: z.array(markerSchema),
  guides: z.array(guideSchema),
  settings: settingsSchema,
})
export type Project = Immutable<z.infer<typeof projectSchema>>

export const DEFAULT_SETTINGS: Settings = { follow: false, tidyLanes: true, stillDuration: ticks(5 * TICKS_PER_SECOND) }

/** A composition with nothing in it. */
export const emptyProject = (id: string, name: string): Project => ({
  version: SCHEMA_VERSION, id, name, format: DEFAULT_FORMAT, lanes: [], media: [], markers: [], guides: [], settings: DEFAULT_SETTINGS,
})

export const inTimeOrder = (markers: readonly Marker[]): readonly Marker[] => markers.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

export const inIdOrder = <T extends { readonly id: string }>(items: readonly T[]): readonly T[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Where the last clip ends. */
export const contentEnd = (project: Project): Ticks => project.lanes.reduce((end, lane) => later(end, endOfClips(lane.clips)), ZERO)

/** The later of the set duration and the content. */
export const durationOf = (project: Project): Ticks => later(project.format.duration ?? ZERO, contentEnd(project))

export const laneOf = (project: Project, id: string): Lane | undefined => project.lanes.find((lane) => lane.id === id)

/** A medium by its id; a binary search. */
export function mediaOf(project: Project, id: string): Media | undefined {
  let [low, high] = [0, project.media.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const media = project.media[middle]
    if (media === undefined || media.id === id) return media
    if (media.id < id) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

/** A clip that is known to be in the composition; another is a fault of the program. */
export function mediaOfClip(project: Project, clip: Clip): Media {
  const media = mediaOf(project, clip.media)
  if (media === undefined) throw new Error(`clip ${clip.id} shows ${clip.media}, which the composition does not have`)
  return media
}
