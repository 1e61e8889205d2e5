import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adapted, FULL, type Adaptive, type Pace } from './adaptive.ts'

const run = (paces: readonly Pace[], from: Adaptive = FULL): Adaptive => paces.reduce(adapted, from)
const well: Pace = { shown: 15, missed: 0 }
const badly: Pace = { shown: 10, missed: 5 }

test('it steps down at once, and no further than a quarter', () => {
  expect([1, 2, 3].map((times) => run(Array.from({ length: times }, () => badly)).quality)).toEqual([0.5, 0.25, 0.25])
})

test('it steps up after a while without trouble, and waits longer each time', () => {
  const half = run([badly])
  expect(run([well, well, well], half).quality).toBe(0.5)
  const tried = run([well, well, well, well], half)
  expect(tried.quality).toBe(1)
  const back = run([badly], tried)
  expect([back.quality, run(Array.from({ length: 4 }, () => well), back).quality, run(Array.from({ length: 8 }, () => well), back).quality]).toEqual([0.5, 0.5, 1])
})

test('one frame in a while changes nothing, and where nothing is shown nothing is learnt', () => {
  expect(run([{ shown: 29, missed: 1 }]).quality).toBe(1)
  expect(adapted(run([badly]), { shown: 0, missed: 0 })).toEqual(run([badly]))
})

test('whatever happens, it comes back to full once all is well', () => {
  const paces = fc.array(fc.record({ shown: fc.integer({ min: 0, max: 30 }), missed: fc.integer({ min: 0, max: 30 }) }), { maxLength: 200 })
  fc.assert(fc.property(paces, (all) => run(Array.from({ length: 200 }, () => well), run(all)).quality === 1))
})
