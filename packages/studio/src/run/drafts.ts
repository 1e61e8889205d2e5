import * as z from 'zod'

/** What was typed of a rejection and not sent: its reason, and the inputs that differ from what their fields held at first, by key. */
const draftSchema = z.object({ reason: z.string(), typed: z.record(z.string(), z.string()) })
export type Draft = Readonly<z.infer<typeof draftSchema>>

/** The latest last. */
const draftsSchema = z.array(z.tuple([z.string(), draftSchema]))

const KEY = 'lemouf.drafts'
const MOST = 20
const MOST_LETTERS = 20_000

type Kept = Pick<Storage, 'getItem' | 'setItem'>

/** What was typed for an attempt, by its prompt id. */
export const recallDraft = (promptId: string, storage: Kept = sessionStorage): Draft | undefined => drafts(storage).find(([id]) => id === promptId)?.[1]

/** Keeps what is typed for as long as the tab lives, of a few attempts; an empty draft is forgotten. */
export function keepDraft(promptId: string, draft: Draft | undefined, storage: Kept = sessionStorage): void {
  const others = drafts(storage).filter(([id]) => id !== promptId)
  const isEmpty = draft === undefined || (draft.reason === '' && Object.keys(draft.typed).length === 0)
  if (!isEmpty) others.push([promptId, draft])
  const words = (kept: typeof others): string => JSON.stringify(kept)
  let kept = others.slice(-MOST)
  while (words(kept).length > MOST_LETTERS && kept.length > 1) kept = kept.slice(1)
  try {
    storage.setItem(KEY, words(kept))
  } catch (error) {
    console.warn('The browser has no room to keep what was typed.', error)
  }
}

function drafts(storage: Kept): z.infer<typeof draftsSchema> {
  try {
    return draftsSchema.parse(JSON.parse(storage.getItem(KEY) ?? '[]'))
  } catch (error) {
    console.warn('What this browser kept of rejections cannot be read; it begins anew.', error)
    return []
  }
}
