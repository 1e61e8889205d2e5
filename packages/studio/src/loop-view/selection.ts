import { keyOf, placeOfKey, type Place } from './place.ts'

/**
 * Attempts chosen for one decision. A range grows from its anchor: as long as it is being drawn it replaces itself,
 * so that a range drawn too far can be drawn back.
 */
export interface Selection {
  /** By `keyOf(place)`. */
  readonly keys: ReadonlySet<string>
  /** Where a range begins: what was chosen last by itself. */
  readonly anchor: Place | undefined
  /** What the range being drawn has added. */
  readonly range: readonly string[]
}

export const NOTHING_SELECTED: Selection = { keys: new Set(), anchor: undefined, range: [] }

export const selectionOf = (places: Iterable<Place>): Selection => ({ ...NOTHING_SELECTED, keys: new Set(Array.from(places, keyOf)) })

export const placesOf = ({ keys }: Selection): readonly Place[] => Array.from(keys, placeOfKey)

/** One more, or one less. The next range begins there. */
export function toggled(selection: Selection, place: Place): Selection {
  const keys = new Set(selection.keys)
  const key = keyOf(place)
  if (!keys.delete(key)) keys.add(key)
  return { keys, anchor: place, range: [] }
}

/** All from the anchor (without one, from `from`) to a place, in the order given; what the same range held before is let go. */
export function extended(selection: Selection, order: readonly Place[], from: Place, to: Place): Selection {
  const anchor = selection.anchor ?? from
  const [start, end] = [indexOf(order, anchor), indexOf(order, to)].sort((a, b) => a - b)
  const keys = new Set(selection.keys)
  for (const key of selection.range) keys.delete(key)
  const range = order.slice(Math.max(0, start ?? 0), (end ?? 0) + 1).map(keyOf).filter((key) => !keys.has(key))
  for (const key of range) keys.add(key)
  return { keys, anchor, range }
}

/** Those of the places that are selected, in their order. */
export const selectedOf = <P extends Place>(selection: Selection, order: readonly P[]): readonly P[] =>
  selection.keys.size === 0 ? [] : order.filter((place) => selection.keys.has(keyOf(place)))

/** Where a place is in the order, or would be: the index of the first that is not before it. */
export function indexOf(order: readonly Place[], place: Place): number {
  let [low, high] = [0, order.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const known = order[middle]
    if (known !== undefined && (known.cycle - place.cycle || known.retry - place.retry) < 0) low = middle + 1
    else high = middle
  }
  return low
}
