import { AppError } from '@lemouf/core/error'

/** A file inside an archive: its name is plain ASCII of at most 100 characters. */
export interface TarFile {
  readonly name: string
  readonly size: number
  readonly content: AsyncIterable<Uint8Array>
}

const BLOCK = 512
/** Octal with eleven digits. */
const MAX_SIZE = 8 ** 11 - 1
const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK

/** Bytes of an archive with files of these sizes. */
export const tarSize = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + BLOCK + size + padding(size), 2 * BLOCK)

/** An archive in the ustar format (POSIX.1-1988, "pax": ustar interchange format), which every tar reads. */
export async function* writeTar(files: Iterable<TarFile>): AsyncGenerator<Uint8Array> {
  for (const { name, size, content } of files) {
    yield headerOf(name, size)
    let sent = 0
    for await (const piece of content) {
      sent += piece.byteLength
      yield piece
    }
    if (sent !== size) throw new Error(`${name} has ${sent} bytes and not ${size}`)
    yield new Uint8Array(padding(size))
  }
  yield new Uint8Array(2 * BLOCK)
}

function headerOf(name: string, size: number): Uint8Array {
  if (name.length > 100 || size > MAX_SIZE) throw new Error(`${name} of ${size} bytes does not fit into an archive`)
  const header = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, width: number): void => void header.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at, 'latin1')
  header.write(name, 0, 'latin1')
  octal(0o644, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  header.write('0', 156, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  header.write(`${checksumOf(header).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return header
}

/** The sum of the bytes, with those of the sum itself as spaces. */
const checksumOf = (header: Uint8Array): number => header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)

/**
 * The plain files of an archive, in order; folders, links and what else an archive can hold are passed over. What of a file's content
 * was not read is skipped. Error: `project_malformed` for what is no archive, or ends before its end.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const bytes = new Bytes(source)
  for (;;) {
    const header = await bytes.take(BLOCK)
    if (header.every((byte) => byte === 0)) return
    const { name, size, isPlain } = readHeader(header)
    let left = size
    const content = (async function* (): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const piece = await bytes.some(left)
        left -= piece.byteLength
        yield piece
      }
    })()
    if (isPlain) yield { name, size, content }
    while (left > 0) left -= (await bytes.some(left)).byteLength
    await bytes.take(padding(size))
  }
}

function readHeader(header: Uint8Array): { readonly name: string; readonly size: number; readonly isPlain: boolean } {
  const text = (at: number, width: number): string => Buffer.from(header.buffer, header.byteOffset + at, width).toString('latin1').split('\0', 1)[0] ?? ''
  const [size, checksum] = [text(124, 12), text(148, 8)].map((field) => (/^ *[0-7]+ *$/.test(field) ? Number.parseInt(field, 8) : Number.NaN))
  if (size === undefined || Number.isNaN(size) || checksum !== checksumOf(header)) throw damaged()
  const type = text(156, 1)
  return { name: text(0, 100), size, isPlain: type === '0' || type === '' }
}

const damaged = (): AppError => new AppError('project_malformed', 'This file is no composition with its media, or a part of it is missing. Export it again, or copy it again from where it came from.')

/** Bytes that come in pieces of any size, asked for in others. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array()

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** From one to `most` bytes. */
  async some(most: number): Promise<Uint8Array> {
    while (this.#rest.byteLength === 0) {
      const next = await this.#source.next()
      if (next.done === true) throw damaged()
      this.#rest = next.value
    }
    const piece = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(piece.byteLength)
    return piece
  }

  async take(count: number): Promise<Uint8Array> {
    const taken = new Uint8Array(count)
    for (let at = 0; at < count; ) {
      const piece = await this.some(count - at)
      taken.set(piece, at)
      at += piece.byteLength
    }
    return taken
  }
}
