/** What the pointer is over, as it was pointed at: CSS pixels of the page, and the key of a tile. */
export interface Pointing {
  readonly x: number
  readonly y: number
  readonly key: string | undefined
}

/**
 * What is pointed at after news of what lies under the pointer. Tiles move when others come and go: one that came under a
 * resting pointer was not pointed at.
 */
export const pointingAfter = (before: Pointing | undefined, now: Pointing): Pointing =>
  before !== undefined && before.x === now.x && before.y === now.y ? before : now
