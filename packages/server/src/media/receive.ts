import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { AppError } from '@lemouf/core/error'
import { fail, ok, type Result } from '@lemouf/core/result'

export type ByteSource = AsyncIterable<Uint8Array> | Uint8Array

/** SHA-256 in hex, and size. */
export interface Received {
  readonly hash: string
  readonly bytes: number
}

/** Writes a source to a new file and to the disk under it. Error: `upload_too_large`; what was written until then stays. */
export async function receive(source: ByteSource, path: string, maxBytes: number): Promise<Result<Received, AppError>> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx')
  try {
    for await (const chunk of source instanceof Uint8Array ? [source] : source) {
      bytes += chunk.byteLength
      if (bytes > maxBytes) return fail(tooLarge(maxBytes))
      hash.update(chunk)
      await file.appendFile(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return ok({ hash: hash.digest('hex'), bytes })
}

/** What a person is told of a file beyond the limit. */
export function tooLarge(maxBytes: number): AppError {
  const limit = maxBytes < 2 ** 20 ? `${maxBytes} bytes` : `${Math.floor(maxBytes / 2 ** 20)} MB`
  return new AppError('upload_too_large', `The file is larger than the ${limit} that are taken. Make it smaller, or split it.`)
}
