/** What several have in common; undefined where they differ, and of none. */
export function common<T>(values: readonly T[]): T | undefined {
  const [first, ...rest] = values
  return rest.every((value) => Object.is(value, first)) ? first : undefined
}

/** Things by what they become, so that those that become the same can be changed by one edit. */
export function byOutcome<T, V>(things: readonly T[], become: (thing: T) => V): readonly { readonly value: V; readonly things: readonly T[] }[] {
  return [...Map.groupBy(things, (thing) => JSON.stringify(become(thing))).values()].flatMap((alike) => {
    const [first] = alike
    return first === undefined ? [] : [{ value: become(first), things: alike }]
  })
}
