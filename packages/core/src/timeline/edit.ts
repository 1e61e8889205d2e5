import * as z from 'zod'
import { clipSchema, gainSchema, lookSchema, speedSchema, transformSchema } from './clip.ts'
import { formatFieldsSchema } from './format.ts'
import type { Immutable } from './immutable.ts'
import { laneFieldsSchema, laneHeadSchema } from './lane.ts'
import { idSchema, mediaSchema } from './media.ts'
import { patchSchema } from './patch.ts'
import { guideSchema, markerSchema, settingsSchema } from './project.ts'
import { distanceSchema, positionSchema } from './time.ts'

const clips = z.array(idSchema).min(1)
const scope = z.enum(['lanes', 'all'])
const mode = z.enum(['overwrite', 'insert', 'fit'])
const index = z.int().min(0)
const laneAt = z.union([z.literal('top'), z.literal('bottom'), index])
const target = z.union([z.object({ lane: idSchema }), z.object({ newLane: idSchema, at: laneAt })])
/** What the edit makes is called `ids.1`, `ids.2` and so on: a fresh id of the caller, so that a replay makes the same. */
const ids = idSchema
const arrivals = z.array(z.object({ clip: clipSchema, to: target })).min(1)
const fade = clipSchema.options[0].shape.fadeIn.unwrap()

const laneSettings = laneFieldsSchema.omit({ passing: true })

const edit = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape })

/**
 * Everything that can be done to a composition, as values: sent, stored, replayed. Times are ticks, `by` is signed. What each does
 * is said where it is done, in `edits/`.
 */
export const editSchema = z.discriminatedUnion('type', [
  // clips come and go
  edit('place', { arrivals, media: z.array(mediaSchema), mode, scope, ids }),
  edit('move', { clips, by: distanceSchema, to: z.array(z.object({ clip: idSchema, target })), mode, scope, ids }),
  edit('duplicate', { clips, mode, scope, ids }),
  edit('lift', { clips }),
  edit('rippleDelete', { clips, scope }),
  edit('closeGap', { lane: idSchema, at: positionSchema, scope }),
  edit('clear', {}),
  // their edges
  edit('trim', { clip: idSchema, edge: z.enum(['start', 'end']), by: distanceSchema, ripple: scope.nullable() }),
  edit('roll', { left: idSchema, right: idSchema, by: distanceSchema }),
  edit('slip', { clips, by: distanceSchema }),
  edit('slide', { clip: idSchema, by: distanceSchema }),
  edit('razor', { clips: clips.nullable(), at: positionSchema, ids }),
  edit('speed', { clips, speed: speedSchema, ripple: scope.nullable() }),
  // what holds them together
  edit('link', { clips, link: idSchema }),
  edit('unlink', { clips }),
  edit('group', { clips, group: idSchema }),
  edit('ungroup', { clips }),
  // how they look and sound
  edit('transform', { clips, set: transformSchema.partial() }),
  edit('look', { clips, set: lookSchema.partial() }),
  edit('gain', { clips, gain: gainSchema }),
  edit('fade', { clips, in: fade.optional(), out: fade.optional() }),
  // what they show
  edit('replace', { clips, media: mediaSchema }),
  edit('retry', { clip: idSchema, retry: index, media: mediaSchema, chosenAt: index }),
  edit('follow', { clips, follow: z.boolean().nullable() }),
  edit('putMedia', { media: z.array(mediaSchema).min(1) }),
  edit('removeMedia', { media: z.array(idSchema).min(1) }),
  // lanes
  edit('addLane', { lane: idSchema, kind: laneHeadSchema.shape.kind, at: laneAt, name: laneHeadSchema.shape.name.optional() }),
  edit('removeLane', { lane: idSchema }),
  edit('moveLane', { lane: idSchema, to: index }),
  edit('setLane', { lane: idSchema, set: laneSettings }),
  edit('duplicateLane', { lane: idSchema, newLane: idSchema, ids }),
  // around them
  edit('putMarker', { marker: markerSchema }),
  edit('removeMarker', { marker: idSchema }),
  edit('putGuide', { guide: guideSchema }),
  edit('removeGuide', { guide: idSchema }),
  edit('format', { set: formatFieldsSchema }),
  edit('settings', { set: settingsSchema.partial() }),
  edit('rename', { name: z.string().max(200) }),
  edit('restore', { patch: patchSchema }),
])
export type Edit = Immutable<z.infer<typeof editSchema>>
export type EditType = Edit['type']

/** The edit of one type: `EditOf<'trim'>`. */
export type EditOf<T extends EditType> = Extract<Edit, { readonly type: T }>
