import * as z from 'zod'

/** What a medium's address names it by. */
export const mediaIdSchema = z.string().regex(/^[0-9a-f]{32}$/, 'Use the id of a medium: 32 hexadecimal digits')

/** 705,600,000 a second. */
const ticks = z.int()
const fraction = z.object({ num: z.int().positive(), den: z.int().positive() })

const videoStreamSchema = z.object({
  /** Index among the file's streams. */
  index: z.int(),
  /** As ffmpeg names it, such as `h264`. */
  codec: z.string(),
  profile: z.string().nullable(),
  /** As WebCodecs and MediaSource name it, such as `avc1.640028`; null where that is not known. */
  codec_string: z.string().nullable(),
  pixel_format: z.string().nullable(),
  /** Pixels as shown: turned upright, and pixels made square. */
  width: z.int(),
  height: z.int(),
  coded_width: z.int(),
  coded_height: z.int(),
  /** Degrees clockwise that players turn it by: 0, 90, 180 or 270. */
  rotation: z.int(),
  sample_aspect: fraction,
  /** Frames a second over the whole; null where none is known. */
  fps: fraction.nullable(),
  /** The rate whose multiples all frames lie on, as far as the container tells. */
  real_fps: fraction.nullable(),
  /** Whether frames last differently long, by the first thousand packets. */
  variable: z.boolean(),
  /** Where its first frame is, from the beginning of the file. */
  start: ticks,
  duration: ticks.nullable(),
  frames: z.int().nullable(),
  /** As tagged; null where nothing is. */
  color: z.object({ matrix: z.string().nullable(), primaries: z.string().nullable(), transfer: z.string().nullable(), range: z.string().nullable() }),
  alpha: z.boolean(),
  /** Whether browsers of today are likely to decode it. */
  playable: z.boolean(),
})

const audioStreamSchema = z.object({
  index: z.int(),
  codec: z.string(),
  profile: z.string().nullable(),
  codec_string: z.string().nullable(),
  sample_rate: z.int(),
  channels: z.int(),
  layout: z.string().nullable(),
  start: ticks,
  duration: ticks.nullable(),
  playable: z.boolean(),
})

/** What is in a medium's bytes. Times are ticks, 705,600,000 a second, from the beginning of the file. */
export const contentsSchema = z.object({
  /** Until the end of what lasts longest; null for stills and where it is not known. */
  duration: ticks.nullable(),
  /** What the file's own clock shows at its beginning. */
  clock_start: ticks,
  video: videoStreamSchema.nullable(),
  audio: audioStreamSchema.nullable(),
  image: z.object({ width: z.int(), height: z.int(), frames: z.int(), alpha: z.boolean() }).nullable(),
  /** With the codecs, for MediaSource and `canPlayType`; null for what no browser plays. */
  content_type: z.string().nullable(),
  playable: z.boolean(),
  /** Why nothing is known of it. */
  problem: z.string().nullable(),
})
export type Contents = z.infer<typeof contentsSchema>
export type VideoContents = z.infer<typeof videoStreamSchema>
export type AudioContents = z.infer<typeof audioStreamSchema>

export const mediaInfoSchema = z.object({
  media: mediaIdSchema,
  kind: z.enum(['image', 'audio', 'video', 'model', 'file']),
  /** SHA-256 of the bytes in hex. */
  hash: z.string(),
  mime: z.string(),
  bytes: z.int(),
  filename: z.string(),
  created_at: z.int(),
  /** Its bytes are gone from the store. */
  missing: z.boolean(),
  url: z.string(),
  /** `?w=` in pixels; null where there is none. */
  thumb: z.string().nullable(),
  /** The layout of its filmstrip; null for what is no film. */
  filmstrip: z.string().nullable(),
  /** Its peaks; null for what has no sound. */
  peaks: z.string().nullable(),
  contents: contentsSchema.nullable(),
})
export type MediaInfo = z.infer<typeof mediaInfoSchema>

export const filmstripQuerySchema = z.object({
  /** Pixels of a tile. */
  height: z.coerce.number().pipe(z.union([z.literal(64), z.literal(128)])).default(64),
})

/**
 * A film as rows of tiles on fixed grids, finest first. Tile i shows the frame that is seen at `i * step`; sheet n holds the tiles from
 * `n * columns * rows` on, left to right and downwards, and only as many rows as it needs.
 */
export const filmstripSchema = z.object({
  media: mediaIdSchema,
  duration: ticks,
  tile: z.object({ width: z.int(), height: z.int() }),
  columns: z.int(),
  rows: z.int(),
  levels: z.array(z.object({ level: z.int(), step: ticks, tiles: z.int(), sheets: z.int() })),
  /**
   * Address of a sheet, WebP; put in `{level}` and `{sheet}`. With `&draft=1` the same tiles sooner, each with the keyframe that is nearest.
   */
  sheet: z.string(),
})
export type Filmstrip = z.infer<typeof filmstripSchema>

/** How far the small film is that a film is moved about in. */
export const proxySchema = z.object({
  /** `failed` is told once; the next question tries again. */
  state: z.enum(['making', 'ready', 'failed']),
  /** From 0 to 1. */
  progress: z.number(),
  problem: z.string().nullable(),
  /** Its address, an MP4 without sound, with each frame at its own time from the beginning of the file; once it is ready. */
  url: z.string().nullable(),
})

export const relinkSchema = z.object({
  /** The medium whose bytes are missing. */
  media: mediaIdSchema,
  /** One whose bytes are there and take their place. */
  to: mediaIdSchema,
  /** Other bytes are meant to: without it only the very same ones are taken. */
  replace: z.boolean().default(false),
})

export const unusedSchema = z.object({
  /** The oldest first. */
  media: z.array(z.object({ media: mediaIdSchema, filename: z.string(), kind: mediaInfoSchema.shape.kind, bytes: z.int(), created_at: z.int(), thumb: z.string().nullable() })),
  /** What removing all of them frees. */
  bytes: z.int(),
})

export const removedSchema = z.object({
  removed: z.array(mediaIdSchema),
  /** What is used after all, or was not added by a person. */
  kept: z.array(mediaIdSchema),
  freed_bytes: z.int(),
})
