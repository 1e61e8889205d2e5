import { applyEdit, DEFAULT_FORMAT, emptyProject, lengthOf, newClip, PRESETS, refusalError, suits, ticks, ZERO, type Choice, type Clip, type EditOf, type Format, type Media, type PresetName, type Project } from '@lemouf/core/timeline'
import { unwrap } from '@lemouf/core/result'

/** A medium to be put down, and the attempt that made it. */
export interface Footage {
  readonly media: Media
  readonly choice: Choice | undefined
}

/**
 * A first composition: pictures and films one after another on one lane, the sound of the films below it and linked with them, and
 * sounds one after another on a lane of their own. Its format is that of the first picture.
 */
export function assemble(id: string, name: string, footage: readonly Footage[]): Project {
  const empty = { ...emptyProject(id, name), format: formatOf(footage) }
  if (footage.length === 0) return empty
  const films = footage.filter(({ media }) => suits(media, 'video'))
  const sounds = footage.filter(({ media }) => !suits(media, 'video'))
  const lanes = [
    ...(films.length === 0 ? [] : [lane('pictures', 'video')]),
    ...(films.some(({ media }) => suits(media, 'audio')) ? [lane('film-sound', 'audio')] : []),
    ...(sounds.length === 0 ? [] : [lane('sounds', 'audio')]),
  ]
  const arrivals = [...oneAfterAnother(empty, films, { video: 'pictures', audio: 'film-sound' }), ...oneAfterAnother(empty, sounds, { audio: 'sounds' })]
  const media = [...new Map(footage.map((one) => [one.media.id, one.media])).values()]
  return [...lanes, { type: 'place' as const, arrivals, media, mode: 'overwrite' as const, scope: 'lanes' as const, ids: 'assembly' }].reduce(done, empty)
}

const lane = (id: string, kind: 'video' | 'audio'): EditOf<'addLane'> => ({ type: 'addLane', lane: id, kind, at: 'bottom' })

function done(project: Project, edit: EditOf<'addLane' | 'place'>): Project {
  const applied = applyEdit(project, edit)
  return unwrap(applied.ok ? applied : { ok: false, error: refusalError(applied.error) }).project
}

type Arrivals = EditOf<'place'>['arrivals']

function oneAfterAnother(project: Project, footage: readonly Footage[], lanes: { readonly video?: string; readonly audio: string }): Arrivals {
  let start = ZERO
  return footage.flatMap(({ media, choice }, index) => {
    const kinds = (['video', 'audio'] as const).filter((kind) => suits(media, kind) && lanes[kind] !== undefined)
    const link = kinds.length > 1 ? `${lanes.audio}-${index}` : null
    const clips = kinds.map((kind): Clip => newClip(project, { media, ...(choice === undefined ? {} : { choice }) }, kind, { id: `${lanes[kind]}-${index}.clip`, start, link }))
    start = ticks(start + (lengthOf(media) ?? project.settings.stillDuration))
    return clips.map((clip) => ({ clip, to: { lane: lanes[clip.kind] ?? lanes.audio } }))
  })
}

/** The size of the first picture, in even numbers as films have them, and the rate of the first film. */
function formatOf(footage: readonly Footage[]): Format {
  const first = footage.map(({ media }) => media).find((media) => media.kind !== 'audio')
  if (first === undefined) return DEFAULT_FORMAT
  const [width, height] = [even(first.size.width), even(first.size.height)]
  const preset = (Object.keys(PRESETS) as PresetName[]).find((name) => PRESETS[name].width === width && PRESETS[name].height === height) ?? null
  const rates = footage.flatMap(({ media }) => (media.kind === 'video' && media.fps !== null ? [media.fps] : []))
  const fps = rates.find(({ num, den }) => num >= den && num <= 240 * den)
  return { ...DEFAULT_FORMAT, preset, width, height, ...(fps === undefined ? {} : { fps }) }
}

const even = (pixels: number): number => Math.min(16_384, Math.max(16, pixels - (pixels % 2)))
