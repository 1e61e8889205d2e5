import type { LibraryOrigin } from '@lemouf/core/protocol'
import type { MediaKind } from '@lemouf/core/loop'

/** Something found in one place, before what is the same was put together. */
export interface Finding {
  readonly kind: MediaKind
  readonly name: string
  /** The medium's id; undefined for what lies elsewhere. */
  readonly media: string | undefined
  /** Hash of its bytes; undefined when the medium is not known here. */
  readonly hash: string | undefined
  /** Where something lies that is no medium of ours; undefined when nobody but its own machine can open it. */
  readonly src: string | undefined
  readonly mime: string | undefined
  readonly bytes: number | undefined
  readonly origin: LibraryOrigin
}

/** What has the same content, once, with all places it comes from. */
export interface Entry extends Omit<Finding, 'origin'> {
  readonly id: string
  readonly origins: readonly LibraryOrigin[]
}

/** The same for the same bytes, else for the same medium, address or, at last, place in its list. */
function idOf({ hash, media, src, origin }: Finding): string {
  if (hash !== undefined) return `sha256-${hash}`
  if (media !== undefined) return `media-${media}`
  if (src !== undefined) return `src-${src}`
  return origin.type === 'pipeline' ? `given-${origin.pipeline_id}-${origin.node_id}-${origin.resource_id}` : `none-${origin.type}`
}

/** Puts together what is the same. It stands where it was found first, under its first name; the order is that of the findings. */
export function merge(findings: readonly Finding[]): readonly Entry[] {
  const entries = new Map<string, { readonly first: Finding; readonly origins: LibraryOrigin[] }>()
  for (const finding of findings) {
    const id = idOf(finding)
    const known = entries.get(id)
    if (known === undefined) entries.set(id, { first: finding, origins: [finding.origin] })
    else if (!known.origins.some((origin) => sameOrigin(origin, finding.origin))) known.origins.push(finding.origin)
  }
  return [...entries].map(([id, { first: { origin: _origin, ...first }, origins }]) => Object.assign(first, { id, origins }))
}

const sameOrigin = (a: LibraryOrigin, b: LibraryOrigin): boolean => JSON.stringify(a) === JSON.stringify(b)
