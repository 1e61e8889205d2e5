import { AppError, ERROR_STATUS, type ErrorCode } from '@lemouf/core/error'
import { DEFAULT_JSON_LIMITS, parseJson } from '@lemouf/core/json'
import { compositionFileSchema, errorBodySchema, routes } from '@lemouf/core/protocol'
import { fromServer, server } from '../../server/client.ts'
import { text } from '../../text/text.ts'
import type { Made } from '../starting.ts'

/** As the server reads it. */
const LIMITS = { ...DEFAULT_JSON_LIMITS, maxLength: routes.importComposition.limit ?? DEFAULT_JSON_LIMITS.maxLength }
const ARCHIVE = '/lemouf/composition/import/archive'

/** Opens a file that was exported: the document, or an archive with the bytes of its media. Errors: `project_malformed`, and those of sending. */
export function openFile(file: File): Promise<Made> {
  return file.name.endsWith('.tar') ? openArchive(file) : openDocument(file)
}

async function openDocument(file: File): Promise<Made> {
  const read = parseJson(await file.text(), LIMITS)
  if (!read.ok && read.error.code === 'json_too_large') throw read.error
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
