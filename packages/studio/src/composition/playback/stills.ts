import type { Size } from '@lemouf/core/timeline'
import { isLasting } from './lasting.ts'

/** A still that can be drawn. */
export interface Still {
  readonly image: ImageBitmap
  readonly width: number
  readonly height: number
}

interface Kept {
  still: Still | undefined
  /** The size that it was, or is being, made for. */
  size: Size
  usedAt: number
  failed: boolean
}

const LIMIT_BYTES = 192 * 1024 ** 2

export interface StillHooks {
  readonly arrived: (media: string) => void
  readonly failed: (media: string, error: unknown) => void
  /** Whether what did not arrive is not to be asked for yet. */
  readonly waits: (media: string) => boolean
}

/** Pictures without time of their own, decoded once in about the size in which they are needed; those looked at longest ago go first. */
export class Stills {
  readonly #kept = new Map<string, Kept>()
  readonly #hooks: StillHooks

  constructor(hooks: StillHooks) {
    this.#hooks = hooks
  }

  /** The still as it is held; one that is too small for what is needed is made anew meanwhile. */
  of(media: string, address: string, natural: Size, needed: Size, now: number): { readonly still: Still; readonly exact: boolean } | undefined {
    const size = sizeFor(natural, needed)
    const kept = this.#kept.get(media)
    if (kept !== undefined) kept.usedAt = now
    if ((kept === undefined || (kept.size.width < size.width && !kept.failed)) && !this.#hooks.waits(media)) this.#make(media, address, { size, natural, now })
    const still = kept?.still
    return still === undefined ? undefined : { still, exact: still.width >= size.width }
  }

  forget(media: string): void {
    this.#kept.get(media)?.still?.image.close()
    this.#kept.delete(media)
  }

  clear(): void {
    for (const { still } of this.#kept.values()) still?.image.close()
    this.#kept.clear()
  }

  #make(media: string, address: string, { size, natural, now }: { size: Size; natural: Size; now: number }): void {
    const kept: Kept = { still: this.#kept.get(media)?.still, size, usedAt: now, failed: false }
    this.#kept.set(media, kept)
    decode(address, size.width < natural.width ? size : undefined).then(
      (image) => {
        if (this.#kept.get(media) !== kept) return image.close()
        kept.still?.image.close()
        kept.still = { image, width: image.width, height: image.height }
        this.#trim()
        this.#hooks.arrived(media)
      },
      (error: unknown) => {
        if (this.#kept.get(media) !== kept) return
        kept.failed = isLasting(error)
        if (!kept.failed) this.#restore(media, kept)
        this.#hooks.failed(media, error)
      },
    )
  }

  /** What did not arrive is as if it had not been asked for. */
  #restore(media: string, { still, usedAt }: Kept): void {
    if (still === undefined) this.#kept.delete(media)
    else this.#kept.set(media, { still, size: { width: still.width, height: still.height }, usedAt, failed: false })
  }

  #trim(): void {
    const oldest = [...this.#kept].toSorted(([, a], [, b]) => b.usedAt - a.usedAt)
    let bytes = 0
    for (const [media, { still }] of oldest) {
      bytes += (still?.width ?? 0) * (still?.height ?? 0) * 4
      // The one being looked at stays, however large it is.
      if (bytes <= LIMIT_BYTES || media === oldest[0]?.[0]) continue
      still?.image.close()
      this.#kept.delete(media)
    }
  }
}

/** The natural size halved as often as it is still enough: dragging a handle must not decode the picture again with every pixel. */
export function sizeFor(natural: Size, needed: Size): Size {
  let halvings = 0
  while (natural.width / 2 ** (halvings + 1) >= needed.width && natural.height / 2 ** (halvings + 1) >= needed.height) halvings++
  return { width: Math.max(1, Math.round(natural.width / 2 ** halvings)), height: Math.max(1, Math.round(natural.height / 2 ** halvings)) }
}

async function decode(address: string, size: Size | undefined): Promise<ImageBitmap> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  const resize = size === undefined ? {} : { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: 'high' as const }
  return createImageBitmap(await answer.blob(), resize)
}
