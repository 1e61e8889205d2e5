import { AppError } from '../error.ts'
import { fail, ok, type Result } from '../result.ts'
import { frameAt, frameStart, LATEST_POSITION, ticks, type FrameRate, type Ticks } from './time.ts'

/**
 * A moment as hours:minutes:seconds:frames (SMPTE ST 12-1). At 29.97 and 59.94 fps labels are dropped, two or four a minute except
 * every tenth, and `;` stands before the frames, so that the label keeps up with the clock.
 */
export function formatTimecode(at: Ticks, rate: FrameRate): string {
  const count = nominal(rate)
  const label = undropped(frameAt(at, rate), rate)
  const seconds = Math.floor(label / count)
  const digits = count > 100 ? 3 : 2
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
  return `${clock}${dropsPerMinute(rate) > 0 ? ';' : ':'}${String(label % count).padStart(digits, '0')}`
}

/**
 * Reads what `formatTimecode` prints, and shorter forms whose last part is the frames: `1:12` is a second and 12 frames, `7` is 7 frames.
 * Without colons each two digits from the right are a part, which may be more than fits it: `600` is six seconds, `90` is 90 frames. Errors: `request_invalid`, also for labels that drop-frame timecode leaves out.
 */
export function parseTimecode(text: string, rate: FrameRate): Result<Ticks, AppError> {
  if (!/^\d{1,9}([:;]\d{1,3}){0,3}$/.test(text.trim())) return unreadable(text, 'Write it as hours:minutes:seconds:frames, such as 00:01:12:05.')
  const isBare = /^\d+$/.test(text.trim())
  const parts = (isBare ? text.trim().split(/(?<=^\d+)(?=(?:\d\d){1,3}$)/) : text.trim().split(/[:;]/)).map(Number)
  const [frames = 0, seconds = 0, minutes = 0, hours = 0] = parts.toReversed()
  const count = nominal(rate)
  if (frames >= count && !isBare) return unreadable(text, `Frames go from 0 to ${count - 1} at this frame rate.`)
  if (!isBare && (seconds > 59 || minutes > 59 || hours > 999)) return unreadable(text, 'Minutes and seconds go from 0 to 59, hours to 999.')
  const label = ((hours * 60 + minutes) * 60 + seconds) * count + frames
  // A lone count of frames is a count, not a label.
  const frame = parts.length === 1 ? frames : dropped(label, rate)
  if (parts.length > 1 && undropped(frame, rate) !== label) {
    return unreadable(text, `Drop-frame timecode has no such frame: a minute begins at frame ${dropsPerMinute(rate)}.`)
  }
  if (frame > frameAt(ticks(LATEST_POSITION), rate)) return unreadable(text, 'A composition is at most 1,000 hours long.')
  return ok(frameStart(frame, rate))
}

const unreadable = (text: string, remedy: string): Result<never, AppError> => fail(new AppError('request_invalid', `“${text}” is not a timecode. ${remedy}`))

/** Frames that a second is labelled with: 30 at 29.97. */
const nominal = (rate: FrameRate): number => Math.max(1, Math.round(rate.num / rate.den))

function dropsPerMinute({ num, den }: FrameRate): number {
  if (num * 1001 === 30_000 * den) return 2
  return num * 1001 === 60_000 * den ? 4 : 0
}

/** The label of a frame, counted in frames: the labels that were left out before it are added. */
function undropped(frame: number, rate: FrameRate): number {
  const drops = dropsPerMinute(rate)
  const minute = nominal(rate) * 60 - drops
  const tenMinutes = minute * 10 + drops
  const within = frame % tenMinutes
  const minutesBegun = within < minute + drops ? 0 : 1 + Math.floor((within - minute - drops) / minute)
  return frame + drops * (9 * Math.floor(frame / tenMinutes) + minutesBegun)
}

function dropped(label: number, rate: FrameRate): number {
  const minutes = Math.floor(label / (nominal(rate) * 60))
  return label - dropsPerMinute(rate) * (minutes - Math.floor(minutes / 10))
}
