import { fromServer } from '../server/client.ts'
import type { Size } from './zoom.ts'

/** Pictures that are kept ready; a browser may forget those that nobody holds. */
const MOST = 8
const ready = new Map<string, HTMLImageElement>()
const decoded = new WeakMap<HTMLImageElement, Size>()

/** Fetches and decodes pictures that will be looked at soon, and keeps the latest of them. */
export function preload(urls: readonly string[]): void {
  for (const url of urls.map(fromServer)) {
    const image = ready.get(url) ?? Object.assign(new Image(), { crossOrigin: 'anonymous', src: url })
    ready.delete(url)
    ready.set(url, image)
    // One that cannot be shown says so where it is shown.
    image.decode().then(() => decoded.set(image, { width: image.naturalWidth, height: image.naturalHeight }), (error: unknown) => console.debug(url, error))
  }
  for (const url of [...ready.keys()].slice(0, Math.max(0, ready.size - MOST))) ready.delete(url)
}

/** The size of a picture that is fetched, decoded and held, so that it can be drawn in this very frame; undefined for another. */
export function readySize(path: string): Size | undefined {
  const image = ready.get(fromServer(path))
  return image === undefined ? undefined : decoded.get(image)
}
