import { fromServer } from '../server/client.ts'

/** Pictures that are kept ready; a browser may forget those that nobody holds. */
const MOST = 8
const ready = new Map<string, HTMLImageElement>()

/** Fetches and decodes pictures that will be looked at soon, and keeps the latest of them. */
export function preload(urls: readonly string[]): void {
  for (const url of urls.map(fromServer)) {
    const image = ready.get(url) ?? Object.assign(new Image(), { crossOrigin: 'anonymous', src: url })
    ready.delete(url)
    ready.set(url, image)
    // One that cannot be shown says so where it is shown.
    image.decode().catch((error: unknown) => console.debug(url, error))
  }
  for (const url of [...ready.keys()].slice(0, Math.max(0, ready.size - MOST))) ready.delete(url)
}
