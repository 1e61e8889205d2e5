import { mediumOf, type Client, type ManifestEntry, type MediaView } from '@lemouf/core/protocol'
import { mediaOf, suits, type Clip, type Media, type Project, type Take } from '@lemouf/core/timeline'

/** Which of an attempt's media a clip shows: of its kind, and the how-manieth. */
interface Rank {
  readonly kind: MediaView['kind']
  readonly at: number
}

/** What of an attempt a clip could show: what is of the same kind and at the same place as what it shows, else the first that suits. */
export function viewFor(clip: Clip, media: Media, entries: readonly ManifestEntry[], { outputs, status }: ManifestEntry): MediaView | undefined {
  if (status !== 'returned') return undefined
  const { kind, at } = rankOf(clip, media, entries)
  const alike = viewsOf(outputs, kind)[at]
  return alike ?? (clip.kind === 'video' ? [...outputs.images, ...outputs.video] : [...outputs.audio, ...outputs.video])[0]
}

/** The attempts that have something that a clip could show. */
export function takesIn(project: Project, clip: Clip, entries: readonly ManifestEntry[]): readonly ManifestEntry[] {
  const media = mediaOf(project, clip.media)
  return media === undefined ? [] : entries.filter((entry) => viewFor(clip, media, entries, entry) !== undefined)
}

/** What an attempt made, as a clip can take it; undefined where nothing of it suits. Errors: as of `getMediaInfo`. */
export async function takeOf(call: Client, project: Project, clip: Clip, entries: readonly ManifestEntry[], entry: ManifestEntry): Promise<Take | undefined> {
  const shown = mediaOf(project, clip.media)
  const view = shown === undefined ? undefined : viewFor(clip, shown, entries, entry)
  if (shown === undefined || view === undefined || clip.choice === null) return undefined
  const known = mediaOf(project, view.media)
  const media = known !== undefined && known.source.type !== 'missing' ? known : await mediumFor(call, view, clip.choice.loop, entry, shown)
  return media !== undefined && suits(media, clip.kind) ? { retry: entry.retry_index, media } : undefined
}

async function mediumFor(call: Client, { media: id, filename }: MediaView, loop: string, { cycle_index: cycle, retry_index: retry }: ManifestEntry, shown: Media): Promise<Media | undefined> {
  const info = await call('getMediaInfo', { params: { id } })
  // Attempts of one workflow return the same outputs in the same order.
  return mediumOf(info, filename, { type: 'loop', id, loop, cycle, retry, output: shown.source.type === 'loop' ? shown.source.output : 0 })
}

/** Whether what a clip shows was made by that attempt: a loop begun anew has others in the same places. */
export function isMadeBy({ source }: Media, { outputs }: ManifestEntry): boolean {
  return source.type === 'missing' || [...outputs.images, ...outputs.video, ...outputs.audio].some(({ media }) => media === source.id)
}

function rankOf({ choice }: Clip, media: Media, entries: readonly ManifestEntry[]): Rank {
  const { kind, source } = media
  const made = entries.find(({ retry_index }) => retry_index === choice?.retry)
  const at = made === undefined || source.type === 'missing' ? -1 : viewsOf(made.outputs, kind).findIndex((view) => view.media === source.id)
  return { kind, at: Math.max(0, at) }
}

function viewsOf(outputs: ManifestEntry['outputs'], kind: MediaView['kind']): readonly MediaView[] {
  if (kind === 'image') return outputs.images
  return kind === 'video' ? outputs.video : outputs.audio
}
