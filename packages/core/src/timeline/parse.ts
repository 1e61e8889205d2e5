import * as z from 'zod'
import { AppError } from '../error.ts'
import { canonicalJson, isJsonObject, type Json } from '../json.ts'
import { fail, ok, type Result } from '../result.ts'
import { clipSchema } from './clip.ts'
import { DEFAULT_FORMAT, formatSchema } from './format.ts'
import { laneHeadSchema } from './lane.ts'
import { idSchema, mediaSchema } from './media.ts'
import { normalise, type Mended } from './normalise.ts'
import { DEFAULT_SETTINGS, guideSchema, markerSchema, projectSchema, SCHEMA_VERSION, settingsSchema, type Project } from './project.ts'

/**
 * Reads a saved composition. What is not well formed is left out or takes its default, what does not go together is mended as
 * `normalise` says, and all of that is told: the same document always becomes the same composition.
 * Errors: `project_malformed` for what is no composition at all, or one of a later version of this program.
 */
export function parseProject(json: Json): Result<Mended, AppError> {
  if (!isJsonObject(json) || !Array.isArray(json['lanes'])) {
    return malformed('This is not a composition: it has no list of lanes. Choose a file that was exported from the studio.')
  }
  const version = json['version']
  if (version !== SCHEMA_VERSION) {
    return malformed(typeof version === 'number' && version > SCHEMA_VERSION
      ? `This composition was saved by a later version of the program (document version ${version}, this one reads ${SCHEMA_VERSION}). Update the program.`
      : 'This composition does not say a document version that is known. It may be damaged; restore an earlier one.')
  }
  // The whole at once first: a sound document of fifty thousand clips is read in one go.
  const whole = projectSchema.safeParse(json)
  if (whole.success) return ok(normalise(whole.data))
  const pieces = readPieces(json)
  const { project, mended } = normalise(pieces.project)
  return ok({ project, mended: [...pieces.mended, ...mended] })
}

/** The document as text; equal compositions print equally. `parseProject` gives exactly the same back. */
export const serialise = (project: Project): string => canonicalJson(project)

const malformed = (message: string): Result<never, AppError> => fail(new AppError('project_malformed', message))

function readPieces(json: { readonly [key: string]: Json }): Mended {
  const mended: string[] = []
  const one = <S extends z.ZodType>(what: string, schema: S, value: Json | undefined, otherwise: z.output<S>): z.output<S> => {
    const read = schema.safeParse(value)
    if (!read.success) mended.push(`${what} could not be read and took its default: ${firstFault(read.error)}.`)
    return read.success ? read.data : otherwise
  }
  const some = <S extends z.ZodType>(what: string, schema: S, value: Json | undefined): z.output<S>[] =>
    (Array.isArray(value) ? value : []).flatMap((item: Json, index) => {
      const read = schema.safeParse(item)
      if (!read.success) mended.push(`${what} ${index + 1} could not be read and was left out: ${firstFault(read.error)}.`)
      return read.success ? [read.data] : []
    })
  const lanes = some('Lane', laneHeadSchema.extend({ clips: z.custom<Json>().default([]) }), json['lanes'])
  return {
    mended,
    project: {
      version: SCHEMA_VERSION,
      id: one('The id', idSchema, json['id'], 'composition'),
      name: one('The name', projectSchema.shape.name, json['name'], 'Composition'),
      format: one('The output format', formatSchema, json['format'], DEFAULT_FORMAT),
      settings: one('The settings', settingsSchema, json['settings'], DEFAULT_SETTINGS),
      media: some('Medium', mediaSchema, json['media']),
      markers: some('Marker', markerSchema, json['markers']),
      guides: some('Guide', guideSchema, json['guides']),
      lanes: lanes.map((lane) => withClips(lane, some(`On “${lane.name}” clip`, clipSchema, lane.clips))),
    },
  }
}

const withClips = <L extends object, C>(lane: L, clips: C): Omit<L, 'clips'> & { clips: C } => ({ ...lane, clips })

function firstFault(error: z.ZodError): string {
  const issue = error.issues[0]
  return issue === undefined ? 'unknown' : `${issue.path.join('.') || 'it'}: ${issue.message}`
}
