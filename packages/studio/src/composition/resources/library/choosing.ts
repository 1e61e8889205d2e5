/** What is chosen of a list: the things themselves, the one that keys go on from, and the one that a range is chosen from. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>
  readonly cursor: string | undefined
  readonly anchor: string | undefined
}
export const NOTHING_CHOSEN: Choosing = { chosen: new Set(), cursor: undefined, anchor: undefined }

/** `one`: it alone. `toggle`: it as well, or no longer. `range`: all from the anchor to it. */
export type How = 'one' | 'toggle' | 'range'

/** What is chosen after something of a list was pointed at. */
export function choose({ chosen, anchor }: Choosing, keys: readonly string[], key: string, how: How): Choosing {
  if (how === 'toggle') {
    const now = new Set(chosen)
    if (!now.delete(key)) now.add(key)
    return { chosen: now, cursor: key, anchor: key }
  }
  const from = anchor === undefined ? -1 : keys.indexOf(anchor)
  if (how === 'one' || from < 0) return { chosen: new Set([key]), cursor: key, anchor: key }
  const to = keys.indexOf(key)
  return { chosen: new Set(keys.slice(Math.min(from, to), Math.max(from, to) + 1)), cursor: key, anchor }
}

/** What is still chosen of a list that has changed; the very same where all of it is there. */
export function stillChosen(choosing: Choosing, keys: ReadonlySet<string>): Choosing {
  const { chosen, cursor, anchor } = choosing
  const here = (key: string | undefined): string | undefined => (key !== undefined && keys.has(key) ? key : undefined)
  if (here(cursor) === cursor && here(anchor) === anchor && [...chosen].every((key) => keys.has(key))) return choosing
  return { chosen: new Set([...chosen].filter((key) => keys.has(key))), cursor: here(cursor), anchor: here(anchor) }
}
