import { endOf, frameStart, frameAt, PRESETS, type EditOf, type Format, type FrameRate, type Project, type Ticks } from '@lemouf/core/timeline'

/** What a change of the output format makes visible. */
export type FormatChange =
  | { readonly type: 'ratio'; readonly pictures: number }
  | { readonly type: 'pixels'; readonly pictures: number }
  | { readonly type: 'rate'; readonly edges: number; readonly all: number; readonly fps: FrameRate }

/** What somebody asks of the output format. */
export type FormatSet = EditOf<'format'>['set']

/** Two wishes as one, of which the later one counts where both name the same: a width and a height are typed one after the other. */
export function together(before: FormatSet, later: FormatSet): FormatSet {
  // A size of one's own keeps the side of the preset that it does not name.
  const side = before.preset !== undefined && before.preset !== null && later.preset === null ? sizeOf(before.preset) : {}
  // A preset brings both sides.
  return { ...before, ...side, ...later, ...(later.preset === undefined || later.preset === null ? {} : sizeOf(later.preset)) }
}

/** The format that a wish makes. */
export function wished(format: Format, { preset, ...set }: FormatSet): Format {
  const named = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as Partial<Format>
  return { ...format, ...named, ...(preset === undefined ? {} : { preset }), ...(preset === undefined || preset === null ? {} : sizeOf(preset)) }
}

const sizeOf = (preset: NonNullable<Format['preset']>) => ({ width: PRESETS[preset].width, height: PRESETS[preset].height })

/** What will be seen of a change; nothing where clips look as before. */
export function visibleChanges(project: Project, to: Pick<Format, 'width' | 'height' | 'fps'>): readonly FormatChange[] {
  const { width, height, fps } = project.format
  const clips = project.lanes.flatMap((lane) => lane.clips)
  const pictures = clips.flatMap((clip) => (clip.kind === 'video' ? clip : []))
  const isReshaped = width * to.height !== height * to.width
  const isResized = width !== to.width || height !== to.height
  const exact = isResized ? pictures.filter(({ look }) => look.fit === 'none').length : 0
  const edges = clips.flatMap((clip) => [clip.start, endOf(clip)])
  const off = fps.num * to.fps.den === to.fps.num * fps.den ? 0 : edges.filter((at) => isOnFrame(at, fps) && !isOnFrame(at, to.fps)).length
  return [
    ...(isReshaped && pictures.length > 0 ? [{ type: 'ratio' as const, pictures: pictures.length }] : []),
    ...(exact > 0 ? [{ type: 'pixels' as const, pictures: exact }] : []),
    ...(off > 0 ? [{ type: 'rate' as const, edges: off, all: edges.length, fps: to.fps }] : []),
  ]
}

const isOnFrame = (at: Ticks, rate: FrameRate): boolean => frameStart(frameAt(at, rate, 'nearest'), rate) === at

/** `29.97`, `25` as people call a rate. */
export const rateName = ({ num, den }: FrameRate): string => String(Number((num / den).toFixed(3)))

const NTSC = 1001

/** The rate that people mean by a number: 23.976, 29.97 and 59.94 are fractions of 1001. Undefined beyond 1 to 240. */
export function rateOf(words: string): FrameRate | undefined {
  const [, num, den] = /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(words) ?? []
  if (num !== undefined && den !== undefined) return within({ num: Number(num), den: Number(den) })
  const said = /^\s*(\d{1,3}(?:[.,]\d{1,3})?)\s*$/.exec(words)?.[1]
  if (said === undefined) return undefined
  const value = Number(said.replace(',', '.'))
  if (Number.isInteger(value)) return within({ num: value, den: 1 })
  const nominal = Math.ceil(value)
  const isNtsc = Math.abs((nominal * 1000) / NTSC - value) < 0.006
  return within(isNtsc ? { num: nominal * 1000, den: NTSC } : { num: Math.round(value * 1000), den: 1000 })
}

const within = (rate: FrameRate): FrameRate | undefined => (rate.den > 0 && rate.num >= rate.den && rate.num <= 240 * rate.den ? rate : undefined)
