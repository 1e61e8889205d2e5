import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@lemouf/core/error'
import { parseJson, type Json } from '@lemouf/core/json'
import { usageError } from './command.ts'
import type { Session } from './connect.ts'

/** A workflow as the routes take it. */
export type WorkflowChoice = { readonly name: string; readonly workflow?: Json }

/** A word as a workflow: the path of a file of one's own, in UI or API form, else a name on the server's list. */
export async function readWorkflow(word: string): Promise<WorkflowChoice> {
  const isFile = await stat(word).then((entry) => entry.isFile(), () => false)
  return isFile ? { name: basename(word), workflow: await readJsonFile(word) } : { name: word }
}

/** Errors: `usage` when it cannot be read, `json_malformed`. */
export async function readJsonFile(path: string): Promise<Json> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw usageError(`${path} cannot be read (${cause instanceof Error ? cause.message : String(cause)}).`, cause)
  })
  const parsed = parseJson(text.replace(/^\ufeff/, ''))
  if (parsed.ok) return parsed.value
  throw new AppError(parsed.error.code, `${path}: ${parsed.error.message}`, { cause: parsed.error })
}

/** `12.seed=42` as `{"12.seed": 42}`. A value that is not JSON is text. Error: `usage`. */
export function readAssignments(words: readonly string[]): Readonly<Record<string, Json>> {
  return Object.fromEntries(words.map((word): [string, Json] => {
    const [, key, value] = /^([^.=]+\.[^=]+)=(.*)$/s.exec(word) ?? []
    if (key === undefined || value === undefined) throw usageError(`--set ${word}: write NODE.INPUT=VALUE, such as 12.seed=42.`)
    const json = parseJson(value)
    return [key, json.ok ? json.value : value]
  }))
}

/** Does something with a named workflow; when there is none of that name, the error says which there are. */
export async function orListNames<T>({ client }: Session, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'workflow_not_found') throw error
    const { workflows } = await client('listWorkflows', {})
    const known = workflows.length === 0 ? 'The server lists none.' : `The server lists: ${workflows.join(', ')}.`
    throw new AppError(error.code, `${error.message} ${known} There is no file of that path here either.`, { details: { workflows }, cause: error })
  }
}
