import type { AppError } from '@lemouf/core/error'
import { refusals as french } from './fr/refusals.ts'
import { typesetLine } from './fr/typeset.ts'
import { language, text } from './text.ts'

/** The sentence of a failure that was expected, in the language of the moment where there is one; else the server's own, which is English. */
export function refusalOf(error: AppError): string {
  // Without an answer there is no sentence of the server's: the client made it, and kept what the browser threw.
  if (error.code === 'engine_unavailable' && error.cause !== undefined) return text.unanswered
  if (language.value === 'en') return error.message
  const said = french[error.code]
  const sentence = typeof said === 'function' ? said(error.details) : said
  return sentence === undefined ? error.message : typesetLine(sentence)
}
