import * as z from 'zod'
import { digest, fieldChange, hasFields, withFields } from './fields.ts'
import type { Immutable } from './immutable.ts'
import { headOf, laneFieldsSchema, laneHeadSchema, type Lane, type LaneHead } from './lane.ts'
import { idSchema } from './media.ts'

/** Lanes without their clips that come, go, change or change places. */
export const lanesChangeSchema = z.object({
  /** Those that come. */
  put: z.array(laneHeadSchema),
  /** All of them from the top, where they come, go or change places. */
  order: z.array(idSchema).nullable(),
  /** All that there were: what somebody has added since is not in it, and stays. Absent in what earlier versions wrote. */
  was: z.array(idSchema).optional(),
  /** What those that go have to be, by their digests, in the order of `was`. */
  left: z.array(z.string().max(20)).optional(),
  changes: z.array(z.object({ id: idSchema, was: laneFieldsSchema, now: laneFieldsSchema })).optional(),
})
export type LanesChange = Immutable<z.infer<typeof lanesChangeSchema>>

/** How lanes differ apart from their clips. */
export function lanesBetween(from: readonly Lane[], to: readonly Lane[]): { readonly lanes?: LanesChange } {
  if (from === to) return {}
  const before = new Map(from.map((lane) => [lane.id, lane]))
  const isKept = (lane: Lane): boolean => before.get(lane.id)?.kind === lane.kind
  const changes = to.flatMap((lane) => {
    const old = before.get(lane.id)
    const change = old === undefined || old === lane || !isKept(lane) ? undefined : fieldChange(headOf(old), headOf(lane))
    return change === undefined ? [] : [{ id: lane.id, ...change }]
  })
  const put = to.filter((lane) => !isKept(lane)).map(headOf)
  const sameOrder = from.length === to.length && from.every(({ id }, index) => to[index]?.id === id)
  if (put.length === 0 && sameOrder && changes.length === 0) return {}
  const [was, order] = [from.map(({ id }) => id), to.map(({ id }) => id)]
  const left = goneOf(was, order).flatMap((id) => { const lane = before.get(id); return lane === undefined ? [] : [digest(headOf(lane))] })
  return { lanes: { put, order: sameOrder ? null : order, ...(sameOrder ? {} : { was, left }), ...(changes.length === 0 ? {} : { changes }) } }
}

/** The lanes after a difference; undefined where it is about something that is not there, or no longer what it was. */
export function patchedLanes(lanes: readonly Lane[], change: LanesChange | undefined, clips: Fill): readonly Lane[] | undefined {
  const there = new Map<string, Lane>(lanes.map((lane) => [lane.id, lane]))
  const heads = change === undefined ? there : withHeads(there, change)
  const now = heads === undefined ? undefined : clips(heads)
  if (now === undefined) return undefined
  if (change === undefined || change.order === null) return [...now.values()]
  const order = change.was === undefined ? change.order : merged(lanes.map(({ id }) => id), change.was, change.order)
  if (order === undefined) return undefined
  const listed = order.flatMap((id) => now.get(id) ?? [])
  const known = new Set(order)
  const leftOut = [...now.values()].filter(({ id }) => !known.has(id))
  const complete = listed.length === order.length && leftOut.every((lane) => there.has(lane.id) && lane.clips.length === 0)
  return complete ? listed : undefined
}

/** Gives the lanes their clips. */
type Fill = (lanes: ReadonlyMap<string, Lane>) => ReadonlyMap<string, Lane> | undefined

function withHeads(lanes: ReadonlyMap<string, Lane>, { put, changes = [], was = [], order, left }: LanesChange): ReadonlyMap<string, Lane> | undefined {
  const now = new Map(lanes)
  for (const head of put) {
    const there = now.get(head.id)
    if (there !== undefined && (there.kind !== head.kind || left !== undefined)) return undefined
    now.set(head.id, laneUnder(head, there))
  }
  for (const { id, was: expected, now: fields } of changes) {
    const lane = now.get(id)
    const set = lane === undefined || !hasFields(lane, expected) ? undefined : withFields(lane, fields)
    if (set === undefined) return undefined
    now.set(id, set)
  }
  const isLeft = (id: string, index: number): boolean => { const lane = lanes.get(id); return lane !== undefined && digest(headOf(lane)) === left?.[index] }
  return left === undefined || goneOf(was, order ?? was).every(isLeft) ? now : undefined
}

const goneOf = (was: readonly string[], order: readonly string[]): readonly string[] => {
  const staying = new Set(order)
  return was.filter((id) => !staying.has(id))
}

/** The order that a change wants, with what it does not know behind what that lies behind now; undefined where others have ordered the rest otherwise. */
function merged(now: readonly string[], was: readonly string[], order: readonly string[]): readonly string[] | undefined {
  const known = new Set(was)
  const still = now.filter((id) => known.has(id))
  if (still.length !== was.length || still.some((id, index) => was[index] !== id)) return undefined
  const wanted = [...order]
  for (const [index, id] of now.entries()) {
    if (known.has(id) || wanted.includes(id)) continue
    const before = now.slice(0, index).findLast((one) => wanted.includes(one))
    wanted.splice(before === undefined ? 0 : wanted.indexOf(before) + 1, 0, id)
  }
  return wanted
}

const laneUnder = (head: LaneHead, lane: Lane | undefined): Lane => ({ ...head, clips: lane?.clips ?? [] })
