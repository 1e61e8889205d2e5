import * as z from 'zod'
import { clipFieldsSchema, type Clip } from './clip.ts'
import { digest, fieldChange, hasFields, withFields } from './fields.ts'
import { boundBy, located, type Located } from './find.ts'
import type { Immutable } from './immutable.ts'
import { isLeft, laneDifference, type LaneChange } from './lane-change.ts'
import { idSchema } from './media.ts'
import type { Project } from './project.ts'

const fieldsSchema = clipFieldsSchema.extend({ lane: idSchema.optional() })

/** What changes in a clip, and what has to be there for that, which may be more. */
export const clipChangeSchema = z.object({ id: idSchema, was: fieldsSchema, now: fieldsSchema })
export type ClipChange = Immutable<z.infer<typeof clipChangeSchema>>

/** How clips differ; what is absent does not. */
export interface ClipsChange {
  readonly clips?: readonly LaneChange[] | undefined
  readonly changes?: readonly ClipChange[] | undefined
}

/** How the clips of two compositions differ: by field for those that stay, also where they change the lane. */
export function clipsBetween(from: Project, to: Project): ClipsChange {
  if (from.lanes === to.lanes) return {}
  const lanes = laneDifferences(from, to)
  const gone = new Map(lanes.flatMap(({ lane, gone: clips }) => clips.map((clip) => [clip.id, { lane, clip }] as const)))
  const come = new Map(lanes.flatMap(({ lane, come: clips }) => clips.map((clip) => [clip.id, { lane, clip }] as const)))
  const stays = (clip: Clip): boolean => gone.get(clip.id)?.clip.kind === come.get(clip.id)?.clip.kind
  const clips = lanes.flatMap(({ lane, shift, ...all }) => {
    const [left, put] = [all.gone.filter((clip) => !stays(clip)), all.come.filter((clip) => !stays(clip))]
    return left.length === 0 && put.length === 0 && shift === null ? [] : [{ lane, remove: left.map(({ id }) => id), left: left.map(digest), put, shift }]
  })
  const changes = [...come.values()].flatMap((after) => {
    const before = gone.get(after.clip.id)
    return before === undefined || !stays(after.clip) ? [] : clipChange(before, after)
  })
  const all = [...changes, ...partners(from, to, clips.flatMap(({ put }) => put), come)]
  return { ...(clips.length === 0 ? {} : { clips }), ...(all.length === 0 ? {} : { changes: all }) }
}

/**
 * What comes, goes and moves on each lane where a difference is done here: changed clips are clips that go and come. Undefined where
 * one is not there, or, comparing, no longer what it was.
 */
export function plainChanges(project: Project, { clips = [], changes = [] }: ClipsChange, compare: boolean): readonly LaneChange[] | undefined {
  const there = new Map(located(project, new Set(changes.map(({ id }) => id))).map((one) => [one.clip.id, one]))
  const byLane = new Map<string, { remove: string[]; put: Clip[] }>()
  const on = (lane: string): { remove: string[]; put: Clip[] } => {
    const one = byLane.get(lane) ?? { remove: [], put: [] }
    byLane.set(lane, one)
    return one
  }
  for (const { id, was, now: { lane: to, ...fields } } of changes) {
    const found = there.get(id)
    const next = found === undefined ? undefined : withFields(found.clip, fields)
    if (found === undefined || next === undefined || (compare && !hasFields({ ...found.clip, lane: found.lane.id }, was))) return undefined
    if (to === undefined && Object.keys(fields).length === 0) continue
    on(found.lane.id).remove.push(id)
    on(to ?? found.lane.id).put.push(next)
  }
  const isAsLeft = (change: LaneChange): boolean => isLeft(project.lanes.find(({ id }) => id === change.lane)?.clips ?? [], change)
  if (compare && !clips.every(isAsLeft)) return undefined
  const listed = clips.map((change) => {
    const more = byLane.get(change.lane)
    byLane.delete(change.lane)
    return more === undefined ? change : { ...change, remove: [...change.remove, ...more.remove], put: [...change.put, ...more.put] }
  })
  return [...listed, ...[...byLane].map(([lane, { remove, put }]) => ({ lane, shift: null, remove, put }))]
}

function laneDifferences(from: Project, to: Project): readonly (ReturnType<typeof laneDifference> & { readonly lane: string })[] {
  const before = new Map(from.lanes.map((lane) => [lane.id, lane.clips]))
  const after = new Map(to.lanes.map((lane) => [lane.id, lane.clips]))
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((lane) => {
    const [old, now] = [before.get(lane) ?? [], after.get(lane) ?? []]
    return old === now ? [] : [{ lane, ...laneDifference(old, now) }]
  })
}

interface On {
  readonly lane: string
  readonly clip: Clip
}

function clipChange(before: On, after: On): readonly ClipChange[] {
  const change = fieldChange({ ...before.clip, lane: before.lane }, { ...after.clip, lane: after.lane })
  if (change === undefined) return []
  const { was, now } = change as Pick<ClipChange, 'was' | 'now'>
  // What somebody has linked it with since would not come along.
  const { link, start, in: begin } = before.clip
  // Where a clip of another speed has been trimmed since, what it shows is no longer where it was.
  const context = now.speed !== undefined ? { link, start, in: begin } : now.start === undefined && now.in === undefined ? {} : { link }
  return [{ id: before.clip.id, was: { ...context, ...was }, now }]
}

/** What clips that come are linked with has to be where it is: a picture comes back to where its sound still lies. */
function partners(from: Project, to: Project, put: readonly Clip[], come: ReadonlyMap<string, On>): readonly ClipChange[] {
  if (put.every(({ link }) => link === null)) return []
  const bound = boundBy(to, 'link', new Set(put.flatMap(({ link }) => link ?? []))).filter(({ clip }) => !come.has(clip.id))
  const expected = ({ clip: { id, start, in: begin, speed, link } }: Located): ClipChange => ({ id, was: { start, in: begin, speed, link }, now: {} })
  return located(from, new Set(bound.map(({ clip }) => clip.id))).map(expected)
}
