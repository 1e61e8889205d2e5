import type { AppError } from '@lemouf/core/error'
import { isUnanswered, type ValidateResponse } from '@lemouf/core/protocol'
import type { Refusal } from '@lemouf/core/timeline'
import { editRefusals } from './fr/edit-refusals.ts'
import { findingInFrench, type Said } from './fr/findings.ts'
import { refusals as french } from './fr/refusals.ts'
import { typesetLine } from './fr/typeset.ts'
import { language, text } from './text.ts'

/** The sentence of a failure that was expected, in the language of the moment where there is one; else the server's own, which is English. */
export function refusalOf(error: AppError): string {
  // Without an answer there is no sentence of the server's: the client made it, and kept what the browser threw.
  if (isUnanswered(error)) return text.unanswered
  if (language.value === 'en') return error.message
  const said = french[error.code]
  const sentence = typeof said === 'function' ? said(error.details) : said
  return sentence === undefined ? error.message : typesetLine(sentence)
}

/** What a finding says and what to do about it, in the language of the moment where its fields are enough; else in the server's own words. */
export function findingSays(finding: ValidateResponse['findings'][number]): Said {
  const said = language.value === 'en' ? undefined : findingInFrench(finding)
  return said === undefined ? finding : { message: typesetLine(said.message), remedy: typesetLine(said.remedy) }
}

/** Why an edit of a composition is not done, in the language of the moment. */
export const editRefusalSays = (refusal: Refusal): string =>
  language.value === 'en' || ownWords.has(refusal) ? refusal.message : typesetLine(editRefusals[refusal.reason])

/** A refusal that this page makes itself, with a sentence in the language of the moment. */
export function refusalSaying(message: string): Refusal {
  const refusal: Refusal = { reason: 'nothing_chosen', message }
  ownWords.add(refusal)
  return refusal
}
const ownWords = new WeakSet<Refusal>()
