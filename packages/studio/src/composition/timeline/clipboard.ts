import { parseJson } from '@lemouf/core/json'
import { clipSchema, mediaSchema, type Clipping } from '@lemouf/core/timeline'
import * as z from 'zod'

/** Clips on a clipboard, for pages of the studio; the same is there as text, which goes from browser to browser. */
export const CLIPS_TYPE = 'application/x-lemouf-clips'

const clippingSchema = z.object({
  lemouf: z.literal('clips'),
  version: z.literal(1),
  clips: z.array(z.object({ lane: z.string().min(1).max(200), clip: clipSchema })).min(1).max(50_000),
  media: z.array(mediaSchema),
})

/** Clips as text. */
export const writeClipping = ({ clips, media }: Clipping): string => JSON.stringify({ lemouf: 'clips', version: 1, clips, media })

/** Clips out of a text; undefined where it is another one. */
export function readClipping(written: string): Clipping | undefined {
  if (!written.startsWith('{"lemouf":"clips"')) return undefined
  const read = parseJson(written)
  const parsed = read.ok ? clippingSchema.safeParse(read.value) : undefined
  return parsed?.success === true ? { clips: parsed.data.clips, media: parsed.data.media } : undefined
}
