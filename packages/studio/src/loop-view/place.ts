/** Where an attempt stands in its loop; zero-based, as in the protocol. */
export interface Place {
  readonly cycle: number
  readonly retry: number
}

export const samePlace = (a: Place | undefined, b: Place | undefined): boolean => a?.cycle === b?.cycle && a?.retry === b?.retry
export const keyOf = ({ cycle, retry }: Place): string => `${cycle}.${retry}`
export const placeOf = (at: { readonly cycle_index: number; readonly retry_index: number }): Place => ({ cycle: at.cycle_index, retry: at.retry_index })

/** The place that a key of {@link keyOf} names. */
export function placeOfKey(key: string): Place {
  const [cycle = 0, retry = 0] = key.split('.').map(Number)
  return { cycle, retry }
}
