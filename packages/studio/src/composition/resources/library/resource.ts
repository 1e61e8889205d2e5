import type { Decision } from '@lemouf/core/loop'
import { mediumOf, type Contents, type LibraryItem, type LibraryOrigin } from '@lemouf/core/protocol'
import type { Dropped, Media, Ticks } from '@lemouf/core/timeline'
import { storeIdOf } from '../../media-place.ts'

/** What a composition can show or sound. */
export const KINDS = ['image', 'video', 'audio'] as const
export type ResourceKind = (typeof KINDS)[number]
export const isShowable = (kind: LibraryItem['kind']): kind is ResourceKind => KINDS.some((one) => one === kind)

/** Which attempt of a loop made something. */
export interface MadeBy extends Omit<Extract<LibraryOrigin, { type: 'loop' }>, 'type' | 'decision'> {
  /** Null: not decided; undefined: not known here. */
  readonly decision: Decision | null | undefined
}

/** The same for the same output of the same attempt. */
export const placeKey = ({ loop_id, cycle_index, retry_index, output_index }: MadeBy): string => `${loop_id}/${cycle_index}/${retry_index}/${output_index}`

/** Something that can be put on the timeline, in one place of the library. */
export interface Resource {
  /** The same as long as it is the same thing in the same place. */
  readonly key: string
  readonly kind: ResourceKind
  readonly name: string
  /** Its id in the server's store; undefined where it is not there. */
  readonly storeId: string | undefined
  /** Of its bytes; undefined where nobody has said. */
  readonly hash: string | undefined
  readonly bytes: number | null
  readonly contents: Contents | null
  /** Paths on the server. */
  readonly url: string | null
  readonly thumb: string | null
  readonly filmstrip: string | null
  readonly peaks: string | null
  readonly missing: boolean
  readonly madeBy: MadeBy | undefined
  /** As the composition has it; undefined for what it does not have. */
  readonly medium: Media | undefined
  /** Milliseconds since 1970; of what people added. */
  readonly addedAt: number | undefined
}

/** The hash in an item's id, which names its bytes where they are known. */
export const hashIn = ({ id }: Pick<LibraryItem, 'id'>): string | undefined => /^sha256-([0-9a-f]{64})$/.exec(id)?.[1]

/** An item in one of the places that it comes from. Undefined for what no timeline shows. */
export function resourceOf(item: LibraryItem, place: string, origin: LibraryOrigin | undefined): Resource | undefined {
  const { kind, name, media, bytes, contents, url, thumb, filmstrip, peaks, missing } = item
  if (!isShowable(kind)) return undefined
  return {
    key: `${place} ${item.id}${origin?.type === 'loop' ? ` ${origin.cycle_index}.${origin.retry_index}.${origin.output_index}` : ''}`,
    kind, name, bytes, contents, url, thumb, filmstrip, peaks, missing,
    storeId: media ?? undefined,
    hash: hashIn(item),
    madeBy: origin?.type === 'loop' ? origin : item.origins.find((one) => one.type === 'loop'),
    medium: undefined,
    addedAt: origin?.type === 'upload' ? origin.added_at : undefined,
  }
}

/** Length in ticks; undefined for stills, and where it is not known. */
export function lengthIn({ medium, contents, kind }: Pick<Resource, 'medium' | 'contents' | 'kind'>): Ticks | undefined {
  if (kind === 'image') return undefined
  if (medium !== undefined && medium.kind !== 'image') return medium.duration
  return (contents?.duration ?? undefined) as Ticks | undefined
}

/** Pixels as shown; undefined for sound, and where it is not known. */
export function sizeIn({ medium, contents }: Pick<Resource, 'medium' | 'contents'>): { readonly width: number; readonly height: number } | undefined {
  if (medium !== undefined && medium.kind !== 'audio') return medium.size
  return contents?.image ?? contents?.video ?? undefined
}

/** The stretch of a film or sound that was marked, in ticks from its beginning. */
export interface Marked {
  readonly in: Ticks
  readonly out: Ticks
}

/**
 * A resource as it is put on a timeline; undefined while it is not known what is in it, and for what is missing. A result of a loop knows
 * which attempt it is, and how far its loop was when it was chosen (`seq`).
 */
export function droppedOf(resource: Resource, seq: (loop: string) => number, marked?: Marked): Dropped | undefined {
  const { medium, storeId, madeBy, kind, contents, name } = resource
  if (resource.missing) return undefined
  const from = madeBy === undefined ? undefined : { loop: madeBy.loop_id, cycle: madeBy.cycle_index, retry: madeBy.retry_index }
  const media = medium ?? (storeId === undefined ? undefined : mediumOf({ kind, contents }, name, madeBy === undefined || from === undefined ? { type: 'store', id: storeId } : { type: 'loop', id: storeId, ...from, output: madeBy.output_index }))
  if (media === undefined || storeIdOf(media) === undefined) return undefined
  const choice = from === undefined ? undefined : { ...from, chosenAt: seq(from.loop), follow: null, wanted: null }
  return {
    media,
    ...(choice === undefined ? {} : { choice }),
    ...(marked === undefined || media.kind === 'image' ? {} : { in: marked.in, duration: (marked.out - marked.in) as Ticks }),
  }
}
