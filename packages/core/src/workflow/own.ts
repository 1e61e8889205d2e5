/** The record's own value at a key: keys come from files of strangers, and `constructor` must not find the prototype's. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
