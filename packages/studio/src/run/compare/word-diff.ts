/** A stretch of a text, and whether the other text lacks it. */
export interface Stretch {
  readonly words: string
  readonly changed: boolean
}

/** Cells of the table that finds what two texts share: a few thousand words each. */
const MOST_CELLS = 4_000_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
const wordsOf = (text: string): readonly string[] => [...segmenter.segment(text)].map(({ segment }) => segment)

/** What differs between two texts, word by word, each text whole. Of texts too long for that, all between their common beginning and end differs. */
export function diffWords(a: string, b: string): { readonly a: readonly Stretch[]; readonly b: readonly Stretch[] } {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  const most = Math.min(left.length, right.length)
  let head = 0
  while (head < most && left[head] === right[head]) head++
  let tail = 0
  while (tail < most - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++
  const middle = sharedWords(left.slice(head, left.length - tail), right.slice(head, right.length - tail))
  const stretches = (words: readonly string[], shared: ReadonlySet<number>): readonly Stretch[] =>
    joined(words.map((word, index) => ({ words: word, changed: index >= head && index < words.length - tail && !shared.has(index - head) })))
  return { a: stretches(left, middle.a), b: stretches(right, middle.b) }
}

/** Which words of each are in their longest common subsequence, by the usual table of lengths; a word counts for more than the space beside it. */
function sharedWords(a: readonly string[], b: readonly string[]): { readonly a: ReadonlySet<number>; readonly b: ReadonlySet<number> } {
  const shared = { a: new Set<number>(), b: new Set<number>() }
  const width = b.length + 1
  if ((a.length + 1) * width > MOST_CELLS) return shared
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + weightOf(a[i]) : Math.max(at(i + 1, j), at(i, j + 1))
  }
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      shared.a.add(i++)
      shared.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return shared
}

const weightOf = (word = ''): number => (/[\p{L}\p{N}]/u.test(word) ? 4 : 1)

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (const next of stretches) {
    const last = found.at(-1)
    if (last?.changed === next.changed) found[found.length - 1] = { words: last.words + next.words, changed: last.changed }
    else found.push(next)
  }
  return found
}
