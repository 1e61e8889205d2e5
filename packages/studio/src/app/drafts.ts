import { tabMemory } from './browser-memory.ts'

/** What was typed and not sent yet: it outlives its screen and a reload of this window, and is gone with the window. */
export interface Drafts {
  readonly read: (key: string) => string | undefined
  readonly keep: (key: string, typed: string) => void
  readonly drop: (key: string) => void
}

const MOST = 30
const MOST_CHARACTERS = 500_000

/** The drafts of one kind, in the session's storage under `name`; the oldest go where they are too many or too long. */
export function openDrafts(name: string, storage = tabMemory): Drafts {
  const address = `lemouf.drafts.${name}`
  const kept = new Map(readStored(storage.getItem(address) ?? '[]'))

  function write(): void {
    let characters = [...kept].reduce((sum, [key, typed]) => sum + key.length + typed.length, 0)
    for (const [key, typed] of kept) {
      if (kept.size <= MOST && characters <= MOST_CHARACTERS) break
      kept.delete(key)
      characters -= key.length + typed.length
    }
    storage.setItem(address, JSON.stringify([...kept]))
  }

  return {
    read: (key) => kept.get(key),
    keep: (key, typed) => {
      kept.delete(key)
      kept.set(key, typed)
      write()
    },
    drop: (key) => { if (kept.delete(key)) write() },
  }
}

function readStored(stored: string): readonly (readonly [string, string])[] {
  try {
    const read: unknown = JSON.parse(stored)
    const isDraft = (entry: unknown): entry is [string, string] => Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
    return Array.isArray(read) ? read.filter(isDraft) : []
  } catch (error) {
    console.warn('The stored drafts are not JSON.', error)
    return []
  }
}
