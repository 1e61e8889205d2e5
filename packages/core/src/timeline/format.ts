import * as z from 'zod'
import type { Immutable } from './immutable.ts'
import { durationSchema, frameRateSchema, type FrameRate } from './time.ts'

const preset = (name: string, width: number, height: number) => ({ name, width, height })

/** Sizes that people ask for by name. */
export const PRESETS = {
  hd: preset('HD 720p', 1280, 720),
  fullHd: preset('Full HD 1080p', 1920, 1080),
  uhd: preset('4K UHD', 3840, 2160),
  cinema: preset('2K cinema', 2048, 858),
  portrait: preset('Portrait 9:16', 1080, 1920),
  portraitPost: preset('Portrait 4:5', 1080, 1350),
  square: preset('Square', 1080, 1080),
} as const
export type PresetName = keyof typeof PRESETS
const PRESET_NAMES = Object.keys(PRESETS) as [PresetName, ...PresetName[]]

export const FRAME_RATES: readonly FrameRate[] = [
  { num: 24_000, den: 1001 }, { num: 24, den: 1 }, { num: 25, den: 1 }, { num: 30_000, den: 1001 }, { num: 30, den: 1 },
  { num: 48, den: 1 }, { num: 50, den: 1 }, { num: 60_000, den: 1001 }, { num: 60, den: 1 },
]

/** Whether a size is the one that a preset names. */
export const isOfPreset = ({ width, height }: { readonly width: number; readonly height: number }, name: PresetName): boolean =>
  PRESETS[name].width === width && PRESETS[name].height === height

/** What is made of a composition. */
export const formatSchema = z
  .object({
    /** Null for a size of one's own. */
    preset: z.enum(PRESET_NAMES).nullable(),
    width: z.int().min(16).max(16_384),
    height: z.int().min(16).max(16_384),
    fps: frameRateSchema.refine(({ num, den }) => num >= den && num <= 240 * den, 'A frame rate goes from 1 to 240'),
    sampleRate: z.int().min(8_000).max(192_000),
    channels: z.int().min(1).max(8),
    /** The least duration; content that goes on longer is still shown. Null: as long as the content. */
    duration: durationSchema.nullable(),
  })
  .refine((format) => format.preset === null || isOfPreset(format, format.preset), 'The size is not the preset’s; give null as preset')
/** Some fields of a format: what is absent is not spoken of. */
export const formatFieldsSchema = z.object(formatSchema.shape).partial()
export type Format = Immutable<z.infer<typeof formatSchema>>

export const DEFAULT_FORMAT: Format = {
  preset: 'fullHd', width: 1920, height: 1080, fps: { num: 30, den: 1 }, sampleRate: 48_000, channels: 2, duration: null,
}
