import { beforeEach, expect, test, vi } from 'vitest'

/** A browser's storage, as much of it as is used. */
const stored = new Map<string, string>()
vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null, setItem: (key: string, value: string) => stored.set(key, value) })
const { keep, placesIn, recall } = await import('./memory.ts')

beforeEach(() => stored.clear())
const at = (cycle: number, retry = 0) => ({ cycle, retry })

test('a loop is found again as it was left, each part by itself', () => {
  expect(recall('a')).toBeUndefined()
  keep('a', { selected: [at(1), at(12, 3)], cursor: at(4), undecidedOnly: true })
  keep('a', { scrolled: 640 })
  keep('b', { scrolled: 1 })
  expect(recall('a')).toMatchObject({ selected: [at(1), at(12, 3)], cursor: at(4), undecidedOnly: true, scrolled: 640 })
  expect(recall('b')).toMatchObject({ selected: [], cursor: undefined, undecidedOnly: false, scrolled: 1 })
})

test('the loops left longest ago are forgotten first', () => {
  vi.useFakeTimers()
  for (let loop = 0; loop < 40; loop++) {
    vi.setSystemTime(loop)
    keep(`loop-${loop}`, { scrolled: loop })
  }
  vi.useRealTimers()
  expect([0, 9, 10, 39].map((loop) => recall(`loop-${loop}`)?.scrolled)).toEqual([undefined, undefined, 10, 39])
})

test('what another version stored, or nobody, counts as nothing', () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  for (const text of ['{', '[]', '{"a":{"at":"x"}}', 'null']) {
    stored.set('lemouf.loops', text)
    expect(recall('a')).toBeUndefined()
  }
  expect(warned).toHaveBeenCalledOnce()
  expect(placesIn('1.0 x 2 3.1 4.-1 99999999.0')).toEqual([at(1), at(3, 1)])
})

test('what cannot be read of one loop leaves the others', () => {
  keep('a', { scrolled: 5 })
  stored.set('lemouf.loops', JSON.stringify({ ...JSON.parse(stored.get('lemouf.loops') ?? ''), junk: { at: 'x' }, more: 3 }))
  expect([recall('a')?.scrolled, recall('junk'), recall('more')]).toEqual([5, undefined, undefined])
})

test('a browser that keeps nothing shows loops all the same', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const kept = globalThis.localStorage
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: () => { throw new DOMException('no', 'SecurityError') } })
  expect(recall('a')).toBeUndefined()
  keep('a', { scrolled: 7 })
  expect(recall('a')?.scrolled).toBe(7)
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, writable: true, value: kept })
  keep('a', { scrolled: 8 })
})
