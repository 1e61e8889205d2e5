import type { CompositionView, LogEntry, RouteOutput } from '@lemouf/core/protocol'
import type { Editing } from '@lemouf/core/timeline'
import { lastingMemory } from '../../app/browser-memory.ts'
import { server } from '../../server/client.ts'
import { claimIdentity, hasLocks, holdName, type Identity } from './identity.ts'
import { openJournal, type Journal } from './journal.ts'
import { historyOf, type Unsent } from './steps.ts'

/** A composition as the server has it, and what this browser had not sent when it was last left. */
export interface Opened {
  readonly composition: CompositionView
  readonly identity: Identity
  readonly journal: Journal
  /** The document with what this window has done to it before, to be undone and done again. */
  readonly editing: Editing
  /** To be done on top of that, and sent. */
  readonly unsent: readonly Unsent[]
  /** How many more were noted that this version of the program does not understand. */
  readonly unclear: number
}

/** How far back the steps of a window are found again. */
const REMEMBERED = 300

/** Opens a composition where this window left it. Errors: `composition_not_found`; the server may not answer. */
export async function openComposition(compositionId: string): Promise<Opened> {
  const journal = openJournal(compositionId)
  const lastKey = `lemouf.window.${compositionId}`
  const before = lastingMemory.getItem(lastKey)
  const identity = await claimIdentity(compositionId, [...journal.clients(), ...(before === null || !hasLocks() ? [] : [before])])
  lastingMemory.setItem(lastKey, identity.client)
  try {
    const composition = await read(compositionId, identity.client)
    const unsent = [...unsentOf(journal, identity.client, composition.sequence), ...(await adopted(compositionId, journal, identity.client))]
    const steps = composition.sequence === 0 ? { done: [], undone: [] } : historyOf(await readSteps(composition), identity.client)
    const unclear = unsent.filter(({ edits, step }) => edits.length === 0 && step !== 'skip').length
    return { composition, identity, journal, unclear, editing: { project: composition.document, ...steps, received: 0 }, unsent }
  } catch (error) {
    identity.release()
    throw error
  }
}

const read = (compositionId: string, client: string): Promise<CompositionView> => server('getComposition', { params: { composition_id: compositionId }, query: { client } })

/** What is noted and was not stored. */
const unsentOf = (journal: Journal, client: string, stored: number): readonly Unsent[] => journal.read(client).filter(({ sequence = Infinity }) => sequence > stored)

/** What windows that are gone have left behind, as edits of this one; nobody else will send it. */
async function adopted(compositionId: string, journal: Journal, own: string): Promise<readonly Unsent[]> {
  const found: Unsent[] = []
  for (const client of journal.clients().filter((one) => one !== own)) {
    const release = await holdName(client)
    if (release === undefined) continue
    try {
      const { sequence } = await read(compositionId, client)
      const left = unsentOf(journal, client, sequence).filter(({ step }) => step !== 'skip').map(({ edits, gesture }): Unsent => ({ edits, gesture, step: 'do' }))
      journal.write(own, [...journal.read(own), ...left])
      journal.write(client, [])
      found.push(...left)
    } finally {
      release()
    }
  }
  return found
}

/** What was done last, with what takes it back, up to the document that was read. */
async function readSteps({ composition_id, revision }: CompositionView): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = []
  for (let after: number | null = Math.max(0, revision - REMEMBERED); after !== null && after < revision;) {
    const from: number = after
    const page: RouteOutput<'getCompositionEdits'> = await server('getCompositionEdits', { params: { composition_id }, query: { after: from, limit: REMEMBERED, inverses: '1' } })
    entries.push(...page.entries)
    after = page.next
  }
  return entries.filter((entry) => entry.revision <= revision)
}
