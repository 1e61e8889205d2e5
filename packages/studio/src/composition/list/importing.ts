import { AppError, ERROR_STATUS, type ErrorCode } from '@lemouf/core/error'
import { parseJson } from '@lemouf/core/json'
import { compositionFileSchema, errorBodySchema, routes } from '@lemouf/core/protocol'
import { fromServer, server } from '../../server/client.ts'
import { text } from '../../text/text.ts'
import type { Made } from '../starting.ts'

/** A document of 50,000 clips has this many characters. */
const LIMITS = { maxDepth: 128, maxLength: 256 * 1024 * 1024 }
const ARCHIVE = '/lemouf/composition/import/archive'

/** Opens a file that was exported: the document, or an archive with the bytes of its media. Errors: `project_malformed`, and those of sending. */
export function openFile(file: File): Promise<Made> {
  return file.name.endsWith('.tar') ? openArchive(file) : openDocument(file)
}

async function openDocument(file: File): Promise<Made> {
  const read = parseJson(await file.text(), LIMITS)
  const parsed = read.ok ? compositionFileSchema.safeParse(read.value) : undefined
  if (parsed?.success !== true) throw new AppError('project_malformed', text.composition.notAFile(file.name))
  return server('importComposition', { body: { file: parsed.data } })
}

/** The archive goes out as it is read from the disk. */
async function openArchive(file: File): Promise<Made> {
  const answer = await fetch(fromServer(ARCHIVE), { method: 'POST', headers: { 'content-type': 'application/x-tar' }, body: file }).catch((cause: unknown) => {
    throw new AppError('engine_unavailable', text.unanswered, { cause })
  })
  const said: unknown = await answer.json()
  if (answer.ok) return routes.importComposition.response.parse(said)
  const { code, message } = errorBodySchema.parse(said).error
  throw new AppError(Object.hasOwn(ERROR_STATUS, code) ? (code as ErrorCode) : 'internal', message)
}
