import { expect, test, vi } from 'vitest'
import { Flights } from './flights.ts'

/** A place from which things come when they are let. */
function airfield() {
  const under = new Map<string, { readonly signal: AbortSignal; readonly land: () => void; readonly crash: (error: Error) => void }>()
  const begun: string[] = []
  const to = (key: string) => (signal: AbortSignal): Promise<void> =>
    new Promise((land, crash) => {
      begun.push(key)
      under.set(key, { signal, land, crash })
    })
  return { under, begun, to }
}

const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })

test('few at once, one a key, in the order of the wishes', async () => {
  const field = airfield()
  const flights = new Flights(2, () => {})
  for (const key of ['a', 'b', 'a', 'c']) flights.wish(key, field.to(key))
  flights.settle()
  flights.settle()
  expect(field.begun).toEqual(['a', 'b'])
  field.under.get('a')!.land()
  await turn()
  expect(field.begun).toEqual(['a', 'b', 'c'])
})

test('what is not wished for any more is given up; the rest goes on', () => {
  const field = airfield()
  const flights = new Flights(2, () => {})
  for (const key of ['a', 'b']) flights.wish(key, field.to(key))
  flights.settle()
  flights.forget()
  for (const key of ['b', 'c']) flights.wish(key, field.to(key))
  flights.settle()
  expect(field.under.get('a')!.signal.aborted).toBe(true)
  expect(field.under.get('b')!.signal.aborted).toBe(false)
  expect(field.begun).toEqual(['a', 'b', 'c'])
})

test('what failed is left alone for a while, then asked for again without anything else having happened', async () => {
  vi.useFakeTimers()
  try {
    const field = airfield()
    let flights = new Flights(2, () => {})
    const draw = (): void => {
      flights.forget()
      flights.wish('a', field.to('a'))
      flights.settle()
    }
    flights = new Flights(2, draw)
    draw()
    field.under.get('a')!.crash(new Error('It is not there.'))
    await vi.advanceTimersByTimeAsync(1000)
    draw()
    expect(field.begun).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(5000)
    expect(field.begun).toEqual(['a', 'a'])
  } finally {
    vi.useRealTimers()
  }
})
