import type { LibraryOrigin } from '@lemouf/core/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { merge, type Finding } from './merge.ts'

const origin = fc.oneof(
  fc.record({ type: fc.constant('loop' as const), loop_id: fc.constantFrom('a', 'b'), cycle_index: fc.nat(3), retry_index: fc.nat(2), output_index: fc.nat(1), decision: fc.constantFrom('approve' as const, null) }),
  fc.record({ type: fc.constant('upload' as const), added_at: fc.nat(5) }),
  fc.record({ type: fc.constant('pipeline' as const), pipeline_id: fc.constant('p'), node_id: fc.constantFrom('1', '2'), resource_id: fc.constantFrom('x', 'y') }),
)
const finding: fc.Arbitrary<Finding> = fc.record({
  kind: fc.constantFrom('image' as const, 'video' as const),
  name: fc.string(),
  media: fc.option(fc.constantFrom('m1', 'm2', 'm3'), { nil: undefined }),
  hash: fc.option(fc.constantFrom('h1', 'h2'), { nil: undefined }),
  src: fc.option(fc.constantFrom('https://a', 'https://b'), { nil: undefined }),
  mime: fc.constant(undefined),
  bytes: fc.constant(undefined),
  origin,
})

test('the same input gives the same list: each content once, all its origins, in the order found', () => {
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 30 }), (findings) => {
      const entries = merge(findings)
      expect(merge(structuredClone(findings))).toEqual(entries)
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
      // Nothing is lost, nothing is made up, and nothing stands twice.
      const said = (origins: readonly LibraryOrigin[]): string[] => [...new Set(origins.map((one) => JSON.stringify(one)))].toSorted()
      expect(said(entries.flatMap(({ origins }) => origins))).toEqual(said(findings.map((one) => one.origin)))
      for (const { origins } of entries) expect(said(origins)).toHaveLength(origins.length)
      // Where something stands depends on what comes before it only.
      const half = findings.slice(0, Math.floor(findings.length / 2))
      expect(entries.slice(0, merge(half).length).map(({ id }) => id)).toEqual(merge(half).map(({ id }) => id))
      // What was put together is put together once more without change.
      const again = merge(entries.flatMap(({ id: _id, origins, ...entry }) => origins.map((one) => Object.assign({}, entry, { origin: one }))))
      expect(again.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
    }),
  )
})
