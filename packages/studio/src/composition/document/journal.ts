import { editSchema, type Edit } from '@lemouf/core/timeline'
import * as z from 'zod'
import type { Unsent } from './steps.ts'

/** What the windows of this browser have done to a composition and the server has not confirmed: it outlives a crash of the browser. */
export interface Journal {
  /** Windows that left something behind, or have it under way. */
  readonly clients: () => readonly string[]
  /** What is not understood has no edits: it is lost, and what came after it is not. */
  readonly read: (client: string) => readonly Unsent[]
  /** Notes these and no others. How many there was room for: those that came first are kept. */
  readonly write: (client: string, deeds: readonly Unsent[]) => number
}

type JournalStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** A browser gives about five million characters to all of a site. */
const MOST_CHARACTERS = 1_000_000

const deedSchema = z.object({
  edits: z.array(editSchema),
  step: z.enum(['do', 'undo', 'redo', 'follow', 'skip']),
  gesture: z.string().min(1).max(100),
  sequence: z.int().min(1).optional(),
})
/** What can be told of a deed that another version of the program noted. What took it back and did it again are counted after it. */
const unclearSchema = z.object({ edits: z.unknown().transform((): Edit[] => []), step: deedSchema.shape.step.catch('do'), gesture: deedSchema.shape.gesture.catch('unclear'), sequence: deedSchema.shape.sequence.catch(undefined) })
const UNCLEAR: Unsent = { edits: [], step: 'do', gesture: 'unclear' }

/** The journal of a composition in this browser's storage. Where the browser keeps nothing, neither does this. */
export function openJournal(compositionId: string, open: () => JournalStorage = () => localStorage): Journal {
  const start = `lemouf.unsent.${compositionId}.`
  const written = new WeakMap<readonly Edit[], string>()
  const textOf = ({ edits, step, gesture, sequence }: Unsent): string => {
    const known = written.get(edits) ?? JSON.stringify(edits)
    written.set(edits, known)
    return `{"edits":${known},"step":"${step}","gesture":${JSON.stringify(gesture)}${sequence === undefined ? '' : `,"sequence":${sequence}`}}`
  }

  function tried<T>(work: (storage: JournalStorage) => T, otherwise: T): T {
    try {
      return work(open())
    } catch (error) {
      console.warn('This browser keeps nothing for this page: what the server has not taken is lost when it is left.', error)
      return otherwise
    }
  }

  return {
    clients: () => tried((storage) => Array.from({ length: storage.length }, (_unused, index) => storage.key(index) ?? '').filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)), []),
    read: (client) => tried((storage) => readNoted(storage.getItem(start + client)), []),
    write: (client, deeds) => tried((storage) => {
      const kept = fitting(deeds.map(textOf))
      if (kept.length === 0) storage.removeItem(start + client)
      else storage.setItem(start + client, `[${kept.join(',')}]`)
      return kept.length
    }, 0),
  }
}

function fitting(texts: readonly string[]): readonly string[] {
  let room = MOST_CHARACTERS
  const end = texts.findIndex((text) => (room -= text.length) < 0)
  return end === -1 ? texts : texts.slice(0, end)
}

function readNoted(stored: string | null): readonly Unsent[] {
  if (stored === null) return []
  const noted = parsed(stored)
  return noted === undefined ? [UNCLEAR] : noted.map(readDeed)
}

function parsed(stored: string): readonly unknown[] | undefined {
  try {
    return z.array(z.unknown()).parse(JSON.parse(stored))
  } catch (error) {
    console.warn('What was noted of a composition cannot be read.', error)
    return undefined
  }
}

function readDeed(noted: unknown): Unsent {
  const read = deedSchema.safeParse(noted)
  if (read.success) return read.data
  console.warn('A step that was noted of a composition is not understood, and left out.', read.error)
  return unclearSchema.safeParse(noted).data ?? UNCLEAR
}
