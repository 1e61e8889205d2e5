import * as z from 'zod'

const text = z.string().optional()
const count = z.union([z.number(), z.string().transform(Number)]).pipe(z.int()).optional().catch(undefined)
/** A stream as ffprobe describes it, as far as it is read. */
export const streamSchema = z.object({
  index: z.int(),
  codec_type: text, codec_name: text, profile: text, pix_fmt: text, time_base: text, sample_aspect_ratio: text,
  level: count, width: count, height: count, start_pts: count, duration_ts: count, nb_frames: count, sample_rate: count, channels: count,
  r_frame_rate: text, avg_frame_rate: text, duration: text, channel_layout: text,
  color_space: text, color_primaries: text, color_transfer: text, color_range: text,
  disposition: z.object({ attached_pic: z.int() }).partial().optional(),
  tags: z.record(z.string(), z.unknown()).optional(),
  side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
})
export type ProbedStream = z.infer<typeof streamSchema>
