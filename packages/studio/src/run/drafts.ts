import { parseJson } from '@lemouf/core/json'
import * as z from 'zod'
import { openDrafts } from '../app/drafts.ts'

/** What was typed of a rejection and not sent: its reason, and the inputs that differ from what their fields held at first, by key. */
const draftSchema = z.object({ reason: z.string(), typed: z.record(z.string(), z.string()) })
export type Draft = Readonly<z.infer<typeof draftSchema>>

const kept = openDrafts('rejection')

/** What was typed for an attempt, by its prompt id. */
export function recallDraft(promptId: string, drafts = kept): Draft | undefined {
  const read = parseJson(drafts.read(promptId) ?? '')
  return read.ok ? draftSchema.safeParse(read.value).data : undefined
}

/** Keeps what is typed for as long as the tab lives; an empty draft, and one that was sent, is forgotten. */
export function keepDraft(promptId: string, draft: Draft | undefined, drafts = kept): void {
  const isEmpty = draft === undefined || (draft.reason === '' && Object.keys(draft.typed).length === 0)
  if (isEmpty) drafts.drop(promptId)
  else drafts.keep(promptId, JSON.stringify(draft))
}
