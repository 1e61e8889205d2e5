import { parseJson } from '@lemouf/core/json'
import * as z from 'zod'
import { lastingMemory, type BrowserMemory } from '../../../app/browser-memory.ts'

const keptSchema = z.object({
  /** Tells a file again: a page that was reloaded has to be given it anew. */
  fingerprint: z.string(),
  /** Where the server has what was sent. */
  path: z.string().regex(/^\/[\w/-]+$/),
  name: z.string(),
  bytes: z.number().min(0),
  sent: z.number().min(0),
  /** When something of it was sent last, in milliseconds since 1970. */
  at: z.number(),
})
/** An upload that was begun, as a browser remembers it. */
export type KeptUpload = z.output<typeof keptSchema>

/** The server forgets what nobody went on with for a day. */
const LIFE_MS = 24 * 3600 * 1000
const MOST = 200
const KEY = 'lemouf.uploads'

/** Places of a file that are looked at, evenly spread, and bytes at each of them. */
const PLACES = 4
const PLACE_BYTES = 16 * 1024

/**
 * A file by what a browser tells of it, and by bytes from its beginning to its end: pictures of two folders often have the same names, sizes
 * and times. Throws what the browser says of a file that it cannot read any more.
 */
export async function fingerprintOf(file: File): Promise<string> {
  const { name, size, lastModified } = file
  const places = Array.from({ length: PLACES }, (_unused, index) => Math.floor((Math.max(0, size - PLACE_BYTES) * index) / (PLACES - 1)))
  const sample = await new Blob([...new Set(places)].map((from) => file.slice(from, from + PLACE_BYTES))).arrayBuffer()
  return `${size}.${lastModified}.${checksum(new Uint8Array(sample))}.${name}`
}

/** FNV-1a with 32 bits; what a browser has for this is not there on pages that are not delivered safely. */
function checksum(bytes: Uint8Array): string {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return (sum >>> 0).toString(16).padStart(8, '0')
}

/** Uploads that were begun and not finished, over reloads of the page; the one that was sent to last first. */
export class KeptUploads {
  readonly #memory: BrowserMemory
  readonly #now: () => number

  constructor(memory: BrowserMemory = lastingMemory, now: () => number = Date.now) {
    this.#memory = memory
    this.#now = now
  }

  all(): readonly KeptUpload[] {
    const read = parseJson(this.#memory.getItem(KEY) ?? '[]')
    const list = z.array(z.unknown()).safeParse(read.ok ? read.value : [])
    const now = this.#now()
    return (list.data ?? []).flatMap((one) => keptSchema.safeParse(one).data ?? []).filter(({ at }) => now - at < LIFE_MS).sort((a, b) => b.at - a.at)
  }

  find(fingerprint: string): KeptUpload | undefined {
    return this.all().find((one) => one.fingerprint === fingerprint)
  }

  keep(upload: Omit<KeptUpload, 'at'>): void {
    this.#write([{ ...upload, at: this.#now() }, ...this.#without(upload.fingerprint)])
  }

  forget(fingerprint: string): void {
    this.#write(this.#without(fingerprint))
  }

  #without(fingerprint: string): readonly KeptUpload[] {
    return this.all().filter((one) => one.fingerprint !== fingerprint)
  }

  #write(uploads: readonly KeptUpload[]): void {
    this.#memory.setItem(KEY, JSON.stringify(uploads.slice(0, MOST)))
  }
}
