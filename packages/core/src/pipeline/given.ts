import * as z from 'zod'
import { AppError } from '../error.ts'
import { isJsonObject, type Json } from '../json.ts'
import type { MediaKind } from '../loop/index.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Resource } from './resource.ts'

const MAX_GIVEN = 10_000
const words = z.string().trim().min(1).max(4000)
const size = z.number().nonnegative()

/** An entry of `resources_json` as they are written: an address, or an object with it under one of several names. */
const entrySchema = z.union([
  words.transform((src) => ({ src })),
  z.object({
    id: words.optional(),
    src: words.optional(),
    uri: words.optional(),
    url: words.optional(),
    path: words.optional(),
    filename: words.optional(),
    label: words.optional(),
    name: words.optional(),
    kind: words.optional(),
    resource_type: words.optional(),
    mime: words.optional(),
    content_type: words.optional(),
    width: size.optional(),
    height: size.optional(),
    size_bytes: size.optional(),
    duration_s: size.optional(),
  }),
])
type Entry = { readonly [K in keyof Exclude<z.output<typeof entrySchema>, { src: string }>]?: string | number | undefined }

/**
 * The resources that a composition step is given, from its `resources_json`: a list, or an object with one under `resources`.
 * An address that this server or the web gives is kept; a path on some disk stays a name only, which `unreachableResources` tells.
 * Error: `pipeline_invalid` naming the entry.
 */
export function readGiven(json: Json | undefined): Result<readonly Resource[], AppError> {
  const list = isJsonObject(json) ? (json['resources'] ?? []) : (json ?? [])
  if (!Array.isArray(list)) return fail(invalid('resources_json holds no list. Write a list of addresses, or of objects with "src" and "kind".'))
  if (list.length > MAX_GIVEN) return fail(invalid(`resources_json lists ${list.length} resources; at most ${MAX_GIVEN} are read. List fewer.`))
  const resources: Resource[] = []
  for (const [index, value] of (list as readonly Json[]).entries()) {
    const parsed = entrySchema.safeParse(value)
    const resource = parsed.success ? resourceOf(parsed.data, index) : undefined
    if (resource === undefined) return fail(invalid(`Entry ${index + 1} of resources_json says nowhere what it is. Write an address, or an object with "src" and "kind".`))
    resources.push(resource)
  }
  return ok(resources)
}

/** Names of given resources that can only be listed: nobody but their own machine can open them. */
export function unreachableResources(resources: readonly Resource[]): readonly string[] {
  return resources.flatMap((resource) => (resource.src === undefined && resource.media === undefined ? [resource.name] : []))
}

function resourceOf(entry: Entry, index: number): Resource | undefined {
  const place = firstText(entry.src, entry.uri, entry.url, entry.path, entry.filename)
  if (place === undefined) return undefined
  const media = /^(?:\/api)?\/lemouf\/media\/([0-9a-f]{32})(?:[/?#]|$)/.exec(place)?.[1]
  const mime = firstText(entry.mime, entry.content_type)
  const name = firstText(entry.label, entry.name, entry.filename) ?? lastPart(place)
  const measures = { bytes: entry.size_bytes, width: entry.width, height: entry.height, seconds: entry.duration_s }
  return {
    id: firstText(entry.id) ?? `given/${index}`,
    kind: kindOf(firstText(entry.kind, entry.resource_type), mime, place),
    name,
    ...(media === undefined ? {} : { media }),
    ...(isReachable(place) ? { src: place } : {}),
    ...(mime === undefined ? {} : { mime }),
    ...Object.fromEntries(Object.entries(measures).filter(([, value]) => typeof value === 'number')),
  }
}

/** Of the web, or of this server. Anything else would be a path of one machine, or code. */
const isReachable = (place: string): boolean => /^https?:\/\//i.test(place) || /^(\/api)?\/lemouf\//.test(place)

const KINDS: readonly MediaKind[] = ['image', 'audio', 'video', 'model', 'file']
const ENDINGS: readonly (readonly [MediaKind, RegExp])[] = [
  ['image', /\.(png|jpe?g|webp|gif|avif|bmp|tiff?|svg)$/i],
  ['video', /\.(mp4|webm|mov|mkv|avi|m4v)$/i],
  ['audio', /\.(wav|mp3|flac|ogg|opus|m4a|aac)$/i],
  ['model', /\.(glb|gltf|obj|stl|fbx|usdz)$/i],
]

function kindOf(said: string | undefined, mime: string | undefined, place: string): MediaKind {
  const named = [said, mime?.split('/')[0]].flatMap((word) => KINDS.find((kind) => kind === word?.toLowerCase()) ?? [])[0]
  return named ?? ENDINGS.find(([, ending]) => ending.test(place.split(/[?#]/)[0] ?? ''))?.[0] ?? 'file'
}

const firstText = (...values: readonly (string | number | undefined)[]): string | undefined => values.find((value) => typeof value === 'string')
const lastPart = (place: string): string => place.split(/[?#]/)[0]?.split(/[/\\]/).findLast((part) => part !== '') ?? place

const invalid = (message: string): AppError => new AppError('pipeline_invalid', message)
