import { crc32 } from 'node:zlib'

const SIGNATURE_LENGTH = 8
/** Length, type and checksum around a chunk's data. */
const CHUNK_OVERHEAD = 12

/**
 * The PNG with a `tEXt` chunk for each entry before its image data (PNG specification, 11.3.3.3).
 * Keywords are cut to the 79 Latin-1 characters the format allows. Text beyond ASCII is written as JSON escapes (`\u00e9`),
 * as ComfyUI's own pictures have it, so values should be JSON.
 */
export function insertPngText(png: Uint8Array, entries: Readonly<Record<string, string>>): Uint8Array {
  const chunks = Object.entries(entries).map(([keyword, text]) => textChunk(keyword, text))
  const header = SIGNATURE_LENGTH + CHUNK_OVERHEAD + 13
  return Buffer.concat([png.subarray(0, header), ...chunks, png.subarray(header)])
}

/** The `tEXt` entries of a PNG, in order of appearance; later ones of a keyword win. */
export function readPngText(png: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const entries: Record<string, string> = {}
  for (let offset = SIGNATURE_LENGTH; offset + CHUNK_OVERHEAD <= bytes.length; ) {
    const length = bytes.readUInt32BE(offset)
    if (bytes.toString('latin1', offset + 4, offset + 8) === 'tEXt') {
      const data = bytes.subarray(offset + 8, offset + 8 + length)
      const split = data.indexOf(0)
      entries[data.toString('latin1', 0, split)] = data.toString('latin1', split + 1)
    }
    offset += CHUNK_OVERHEAD + length
  }
  return entries
}

function textChunk(keyword: string, text: string): Buffer {
  const name = escapeNonAscii(keyword).slice(0, 79)
  const body = Buffer.from(`tEXt${name}\0${escapeNonAscii(text)}`, 'latin1')
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(body.length - 4, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), body.length + 4)
  return chunk
}

const escapeNonAscii = (text: string): string =>
  text.replace(/[^\x20-\x7e\n\t]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
