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

/** A file by what a browser tells of it: the same name, size and time are taken for the same. */
export const fingerprintOf = ({ name, size, lastModified }: Pick<File, 'name' | 'size' | 'lastModified'>): string => `${size}.${lastModified}.${name}`

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
