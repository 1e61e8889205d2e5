import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt, cellsInView, frameOf, GAP, heightOf, HEADING, scrollTo, sectionsOf, stepped, type Step } from './window.ts'

const frames = fc.record({ width: fc.integer({ min: 60, max: 1200 }), layout: fc.constantFrom('grid' as const, 'list' as const), least: fc.integer({ min: 72, max: 220 }) }).map(({ width, layout, least }) => frameOf(width, layout, least))
const groups = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }).map((counts) => counts.map((count, index) => ({ id: String(index), count })))

test('cells fill the width without going beyond', () => {
  fc.assert(fc.property(fc.integer({ min: 120, max: 1500 }), fc.integer({ min: 72, max: 100 }), (width, least) => {
    const frame = frameOf(width, 'grid', least)
    expect(frame.width).toBeGreaterThanOrEqual(least)
    expect(cellAt(frame.columns - 1, frame).x + frame.width + GAP).toBeLessThanOrEqual(width)
  }))
})

test('what is drawn covers the view, and is little of ten thousand', () => {
  fc.assert(fc.property(frames, groups, fc.nat(2_000_000), fc.integer({ min: 50, max: 1500 }), (frame, list, at, height) => {
    const sections = sectionsOf(list, new Set(), frame)
    const scrolled = Math.min(at, Math.max(0, heightOf(sections) - height))
    let drawn = 0
    for (const section of sections) {
      const { from, to } = cellsInView(section, scrolled, height, frame)
      drawn += to - from
      for (const index of [from - 1, to]) {
        if (index < 0 || index >= section.count) continue
        const top = section.top + HEADING + cellAt(index, frame).y
        expect(top + frame.height <= scrolled || top >= scrolled + height).toBe(true)
      }
    }
    expect(drawn).toBeLessThanOrEqual((Math.ceil((height + 480) / (frame.height + GAP)) + 1 + list.length) * frame.columns)
  }))
})

test('a cell that is looked at is in view below its heading, and nothing moves when it is', () => {
  fc.assert(fc.property(frames, fc.integer({ min: 1, max: 10_000 }), fc.nat(9999), fc.nat(500_000), fc.integer({ min: 400, max: 1500 }), (frame, count, pick, scrolled, height) => {
    fc.pre(height > HEADING + frame.height + GAP)
    const [section] = sectionsOf([{ id: 'a', count }], new Set(), frame)
    const index = pick % count
    const now = scrollTo(section!, index, scrolled, height, frame)
    const top = section!.top + HEADING + cellAt(index, frame).y
    expect(top - HEADING).toBeGreaterThanOrEqual(now)
    expect(top + frame.height).toBeLessThanOrEqual(now + height)
    expect(scrollTo(section!, index, now, height, frame)).toBe(now)
  }))
})

test('keys lead through all that is open and nowhere else; there and back again over whole rows', () => {
  const steps: fc.Arbitrary<Step> = fc.constantFrom('left', 'right', 'up', 'down', 'pageUp', 'pageDown', 'first', 'last')
  fc.assert(fc.property(frames, groups, fc.array(steps, { maxLength: 20 }), fc.constantFrom('', '0', '1'), (frame, list, path, fold) => {
    const sections = sectionsOf(list, new Set([fold]), frame)
    const first = sections.findIndex(({ isOpen, count }) => isOpen && count > 0)
    fc.pre(first >= 0)
    let cell = { section: first, index: 0 }
    for (const step of path) {
      cell = stepped(sections, cell, step, frame, 300)
      const { isOpen, count } = sections[cell.section]!
      expect([isOpen, cell.index >= 0 && cell.index < count]).toEqual([true, true])
    }
    expect(stepped(sections, stepped(sections, cell, 'right', frame, 300), 'left', frame, 300)).toEqual(isLast(sections, cell) ? stepped(sections, cell, 'left', frame, 300) : cell)
  }))
})
const isLast = (sections: ReturnType<typeof sectionsOf>, { section, index }: { section: number; index: number }): boolean =>
  index === sections[section]!.count - 1 && sections.slice(section + 1).every(({ isOpen, count }) => !isOpen || count === 0)

test('from the last row down it goes into the next section, in the same column', () => {
  const frame = frameOf(340, 'grid', 100)
  const sections = sectionsOf([{ id: 'a', count: 5 }, { id: 'b', count: 0 }, { id: 'c', count: 7 }], new Set(), frame)
  expect(frame.columns).toBe(3)
  const from = (index: number, step: Step) => stepped(sections, { section: 0, index }, step, frame, 0)
  expect([from(1, 'down'), from(2, 'down'), from(4, 'down'), from(4, 'right')]).toEqual([{ section: 0, index: 4 }, { section: 0, index: 4 }, { section: 2, index: 1 }, { section: 2, index: 0 }])
  expect(stepped(sections, { section: 2, index: 1 }, 'up', frame, 0)).toEqual({ section: 0, index: 4 })
})
