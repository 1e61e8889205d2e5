import type { Json } from '@lemouf/core/json'
import * as z from 'zod'

/** Titles of nodes by the ids that they have in a prompt: `12`, within a subgraph `1:12`. */
export type NodeTitles = Readonly<Record<string, string>>

const node = z.object({ id: z.union([z.string(), z.int()]).transform(String), type: z.string(), title: z.string().optional() })
const editorSchema = z.object({
  nodes: z.array(node),
  definitions: z.object({ subgraphs: z.array(z.object({ id: z.string(), nodes: z.array(node) })).default([]) }).optional(),
})
const promptSchema = z.record(z.string(), z.object({ _meta: z.object({ title: z.string().optional() }).optional() }))

/** How deep subgraphs are followed: deeper than people nest them, and an end to one that holds itself. */
const MAX_DEPTH = 8

/** The titles in a workflow, as the editor saves it or in API form. What is neither has none. */
export function titlesOf(workflow: Json): NodeTitles {
  const editor = editorSchema.safeParse(workflow)
  if (editor.success) return titlesOfGraph(editor.data)
  const prompt = promptSchema.safeParse(workflow)
  return prompt.success ? Object.fromEntries(Object.entries(prompt.data).flatMap(([id, { _meta }]) => entryOf(id, _meta?.title))) : {}
}

function titlesOfGraph({ nodes, definitions }: z.output<typeof editorSchema>): NodeTitles {
  const inside = new Map((definitions?.subgraphs ?? []).map((subgraph) => [subgraph.id, subgraph.nodes]))
  const walk = (level: readonly z.output<typeof node>[], prefix: string, depth: number): readonly (readonly [string, string])[] =>
    level.flatMap(({ id, type, title }) => [
      ...entryOf(prefix + id, title),
      ...(depth < MAX_DEPTH ? walk(inside.get(type) ?? [], `${prefix}${id}:`, depth + 1) : []),
    ])
  return Object.fromEntries(walk(nodes, '', 0))
}

/** A title without its tags: those such as `@loop.seed` are for the loop map, not for people. Undefined where nothing else is in it. */
export function spokenTitle(title: string | undefined): string | undefined {
  const words = title?.replaceAll(/@\S+/g, '').replaceAll(/\s+/g, ' ').trim() ?? ''
  return words === '' ? undefined : words
}

function entryOf(id: string, title: string | undefined): readonly (readonly [string, string])[] {
  const words = spokenTitle(title)
  return words === undefined ? [] : [[id, words]]
}
