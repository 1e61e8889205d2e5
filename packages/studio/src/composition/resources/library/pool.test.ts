import type { LibraryItem, LibraryOrigin } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf } from './groups.ts'
import { withCycle } from './pool.ts'

/** What a loop made: the bytes of each cycle and retry. */
type Made = readonly { readonly cycle: number; readonly retry: number; readonly bytes: number }[]
const loopOf: fc.Arbitrary<Made> = fc.uniqueArray(fc.record({ cycle: fc.nat(5), retry: fc.nat(2), bytes: fc.nat(8) }), { selector: ({ cycle, retry }) => `${cycle}.${retry}`, maxLength: 14 })

/** As the server lists it: what has the same bytes is one. */
function listed(made: Made): readonly LibraryItem[] {
  const items = new Map<number, LibraryItem>()
  for (const { cycle, retry, bytes } of made.toSorted((a, b) => a.cycle - b.cycle || a.retry - b.retry)) {
    const origin: LibraryOrigin = { type: 'loop', loop_id: 'skies', cycle_index: cycle, retry_index: retry, output_index: 0, decision: 'approve' }
    const known = items.get(bytes)
    const id = String(bytes).padStart(64, '0')
    if (known === undefined) items.set(bytes, { id: `sha256-${id}`, kind: 'image', name: 'x.png', media: id.slice(32), url: null, mime: null, bytes, missing: false, thumb: null, filmstrip: null, peaks: null, contents: null, origins: [origin] })
    else known.origins.push(origin)
  }
  return [...items.values()]
}
const shown = (results: readonly LibraryItem[]) => groupsOf({ results, pipeline: [], added: [], media: [], info: () => undefined, loop: 'skies' })

test('a cycle read anew by itself gives what reading all of the loop anew would', () => {
  fc.assert(fc.property(loopOf, loopOf, fc.nat(5), (before, after, cycle) => {
    const now = [...before.filter((one) => one.cycle !== cycle), ...after.filter((one) => one.cycle === cycle)]
    expect(shown(withCycle(listed(before), { loop: 'skies', cycle }, listed(now.filter((one) => one.cycle === cycle))))).toEqual(shown(listed(now)))
  }))
})
