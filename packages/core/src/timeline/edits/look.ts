import { ok, type Result } from '../../result.ts'
import { changed, chosen } from '../arrange.ts'
import { over, type Clip, type VideoClip } from '../clip.ts'
import type { EditOf } from '../edit.ts'
import type { Project } from '../project.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** Moves, scales, turns the pictures of clips; what is not named stays. Refused: `wrong_kind` for sound, `lane_locked`. */
export const transform = (project: Project, { clips, set }: EditOf<'transform'>): Result<Project, Refusal> =>
  pictures(project, clips, (clip) => ({ ...clip, transform: { ...clip.transform, ...given(set) } }))

/** Sets opacity, order, fit and effects of pictures; what is not named stays. Refused: `wrong_kind` for sound, `lane_locked`. */
export const look = (project: Project, { clips, set }: EditOf<'look'>): Result<Project, Refusal> =>
  pictures(project, clips, (clip) => ({ ...clip, look: { ...clip.look, ...given(set) } }))

/** Sets how loud clips are. Refused: `wrong_kind` for pictures, `lane_locked`. */
export function gain(project: Project, { clips, gain: to }: EditOf<'gain'>): Result<Project, Refusal> {
  return each(project, clips, (clip) => (clip.kind === 'audio' ? { ...clip, gain: to } : undefined), 'A picture has no loudness. Choose its sound.')
}

/** Sets fades of pictures or sounds. The two together are never longer than the clip: the one at the end gives way. */
export function fade(project: Project, { clips, in: fadeIn, out: fadeOut }: EditOf<'fade'>): Result<Project, Refusal> {
  return each(project, clips, (clip) => over({ ...clip, fadeIn: fadeIn ?? clip.fadeIn, fadeOut: fadeOut ?? clip.fadeOut }, clip), '')
}

const pictures = (project: Project, clips: readonly string[], change: (clip: VideoClip) => VideoClip): Result<Project, Refusal> =>
  each(project, clips, (clip) => (clip.kind === 'video' ? change(clip) : undefined), 'Sound has no picture to change. Choose the picture.')

function each(project: Project, ids: readonly string[], change: (clip: Clip) => Clip | undefined, otherKind: string): Result<Project, Refusal> {
  const found = chosen(project, ids)
  if (!found.ok) return found
  const other = found.value.find(({ clip }) => change(clip) === undefined)
  if (other !== undefined) return refuse('wrong_kind', otherKind, { clip: other.clip.id })
  return ok(changed(project, found.value, (clip) => change(clip) ?? clip))
}

/** Without the keys that are there and say nothing, as a partial may have them. */
export const given = <T extends object>(set: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
