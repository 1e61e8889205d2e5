import { ok, type Result } from '../../result.ts'
import { lockedLane, withLanes } from '../arrange.ts'
import type { EditOf } from '../edit.ts'
import { laneOf, type Project } from '../project.ts'
import { laneTaken, unknownLane, type Refusal } from '../refusal.ts'
import { mintFrom } from '../ripple.ts'
import { newLane, withLane } from '../settle.ts'
import { given } from './look.ts'
import { copies } from './place.ts'

/** Adds an empty lane, which stays when it is empty. Without a name it gets V or A and the first free number. Refused: `id_taken`. */
export function addLane(project: Project, { lane: id, kind, at, name }: EditOf<'addLane'>): Result<Project, Refusal> {
  if (laneOf(project, id) !== undefined) return laneTaken(id)
  return ok(withLane(project, newLane(project, id, kind, name === undefined ? {} : { name }), at))
}

/** Takes a lane away with its clips; what those are linked with on other lanes stays. Refused: `lane_locked`, `unknown_lane`. */
export function removeLane(project: Project, { lane: id }: EditOf<'removeLane'>): Result<Project, Refusal> {
  const lane = laneOf(project, id)
  if (lane === undefined) return unknownLane(id)
  if (lane.locked) return lockedLane(lane)
  return ok({ ...project, lanes: project.lanes.filter((other) => other !== lane) })
}

/** Puts a lane at an index from the top, the lane itself not counted. Refused: `unknown_lane`. */
export function moveLane(project: Project, { lane: id, to }: EditOf<'moveLane'>): Result<Project, Refusal> {
  const lane = laneOf(project, id)
  if (lane === undefined) return unknownLane(id)
  const lanes = project.lanes.filter((other) => other !== lane).toSpliced(to, 0, lane)
  return ok(lanes.every((other, index) => other === project.lanes[index]) ? project : { ...project, lanes })
}

/** Renames, colours, locks, mutes, hides a lane; what is not named stays. A locked lane can be set as well, else nobody could unlock it. */
export function setLane(project: Project, { lane: id, set }: EditOf<'setLane'>): Result<Project, Refusal> {
  if (laneOf(project, id) === undefined) return unknownLane(id)
  return ok(withLanes(project, (lane) => (lane.id === id ? { ...lane, ...given(set) } : lane)))
}

/** Puts a copy of a lane with all its clips right below it, unlocked. Its clips are linked among themselves only. Refused: `unknown_lane`, `id_taken`. */
export function duplicateLane(project: Project, { lane: id, newLane: newId, ids }: EditOf<'duplicateLane'>): Result<Project, Refusal> {
  const index = project.lanes.findIndex((lane) => lane.id === id)
  const lane = project.lanes[index]
  if (lane === undefined) return unknownLane(id)
  if (laneOf(project, newId) !== undefined) return laneTaken(newId)
  const clips = copies(lane.clips.map((clip) => ({ lane: newId, clip })), mintFrom(project, ids)).map(({ clip }) => clip)
  const { id: _id, name: _name, ...head } = lane
  return ok(withLane(project, { ...newLane(project, newId, lane.kind), ...head, locked: false, clips }, index + 1))
}
