import * as z from 'zod'
import type { Json } from '../json.ts'

const NOTES = new Set(['Note', 'MarkdownNote'])
const LONGEST = 2000

const withNotes = z.object({
  nodes: z.array(z.object({ type: z.string(), title: z.string().optional(), widgets_values: z.array(z.unknown()).catch([]) }).catch({ type: '', widgets_values: [] })),
})

/** What the author of a workflow noted about it: the text of its note titled "About", else of its first note; undefined where there is none. */
export function noteOf(workflow: Json): string | undefined {
  const notes = (withNotes.safeParse(workflow).data?.nodes ?? []).filter(({ type }) => NOTES.has(type))
  const chosen = notes.find(({ title }) => title?.trim().toLowerCase() === 'about') ?? notes[0]
  const [text] = chosen?.widgets_values ?? []
  const words = typeof text === 'string' ? text.trim().slice(0, LONGEST) : ''
  return words === '' ? undefined : words
}
