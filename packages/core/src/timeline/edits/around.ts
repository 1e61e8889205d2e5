import { ok, type Result } from '../../result.ts'
import type { EditOf } from '../edit.ts'
import { isOfPreset, PRESETS, type Format } from '../format.ts'
import { inIdOrder, inTimeOrder, type Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'
import { given } from './look.ts'

/** Adds a marker, or moves or renames the one with its id. */
export const putMarker = (project: Project, { marker }: EditOf<'putMarker'>): Result<Project, Refusal> =>
  ok({ ...project, markers: inTimeOrder([...project.markers.filter(({ id }) => id !== marker.id), marker]) })

/** Takes a marker away. Refused: `unknown_marker`. */
export function removeMarker(project: Project, { marker }: EditOf<'removeMarker'>): Result<Project, Refusal> {
  const markers = project.markers.filter(({ id }) => id !== marker)
  return markers.length < project.markers.length ? ok({ ...project, markers }) : refuse('unknown_marker', 'The marker is no longer there.')
}

/** Adds a guide, or moves the one with its id. */
export function putGuide(project: Project, { guide }: EditOf<'putGuide'>): Result<Project, Refusal> {
  return ok({ ...project, guides: inIdOrder([...project.guides.filter(({ id }) => id !== guide.id), guide]) })
}

/** Takes a guide away. Refused: `unknown_guide`. */
export function removeGuide(project: Project, { guide }: EditOf<'removeGuide'>): Result<Project, Refusal> {
  const guides = project.guides.filter(({ id }) => id !== guide)
  return guides.length < project.guides.length ? ok({ ...project, guides }) : refuse('unknown_guide', 'The guide is no longer there.')
}

/**
 * Changes the output format; what is not named stays. A preset brings its size, another size its own. Clips keep their places:
 * positions are in ticks and in parts of the frame.
 */
export function format(project: Project, { set }: EditOf<'format'>): Result<Project, Refusal> {
  const wished = { ...project.format, ...given(set) }
  if (set.preset === undefined || set.preset === null) return ok({ ...project, format: named(wished) })
  const { width, height } = PRESETS[set.preset]
  return ok({ ...project, format: { ...wished, width, height } })
}

/** Changes settings; what is not named stays. */
export const settings = (project: Project, { set }: EditOf<'settings'>): Result<Project, Refusal> =>
  ok({ ...project, settings: { ...project.settings, ...given(set) } })

/** Gives the composition another name. */
export const rename = (project: Project, { name }: EditOf<'rename'>): Result<Project, Refusal> => ok({ ...project, name })

/** A format whose preset is the one of its size, if it still is. */
function named(wished: Format): Format {
  return wished.preset === null || isOfPreset(wished, wished.preset) ? wished : { ...wished, preset: null }
}
