import { expect, test } from 'vitest'
import { Workshop } from './workshop.ts'

/** Work that is done when the test says so. */
function bench() {
  const begun: string[] = []
  const ended: string[] = []
  const gates = new Map<string, PromiseWithResolvers<string>>()
  const work = (name: string) => (signal: AbortSignal): Promise<string> => {
    begun.push(name)
    const gate = Promise.withResolvers<string>()
    gates.set(name, gate)
    signal.addEventListener('abort', () => {
      ended.push(name)
      gate.reject(signal.reason)
    })
    return gate.promise
  }
  return { begun, ended, work, finish: (name: string) => gates.get(name)!.resolve(`made ${name}`) }
}
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

test('several who ask for the same get one that is made once', async () => {
  const { begun, work, finish } = bench()
  const workshop = new Workshop(2)
  const asked = Array.from({ length: 5 }, () => workshop.make('a', work('a')))
  await settle()
  finish('a')
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 5 }, () => 'made a'))
  expect(begun).toEqual(['a'])
})

test('as many as there are places are made at once; then what was asked for last comes first', async () => {
  const { begun, work, finish } = bench()
  const workshop = new Workshop(1)
  const first = workshop.make('first', work('first'))
  await settle()
  const rest = ['a', 'b', 'c'].map((name) => workshop.make(name, work(name)))
  const again = workshop.make('a', work('a'))
  await settle()
  expect(begun).toEqual(['first'])
  for (const name of ['first', 'a', 'c', 'b']) {
    finish(name)
    await settle()
  }
  expect(begun).toEqual(['first', 'a', 'c', 'b'])
  expect(await Promise.all([first, ...rest, again])).toHaveLength(5)
})

test('what nobody waits for any more is ended, or never begun', async () => {
  const { begun, ended, work, finish } = bench()
  const workshop = new Workshop(1)
  const one = new AbortController()
  const two = new AbortController()
  const three = new AbortController()
  const running = [workshop.make('running', work('running'), one.signal), workshop.make('running', work('running'), two.signal)]
  await settle()
  const waiting = workshop.make('waiting', work('waiting'), three.signal)
  three.abort(new Error('gone'))
  await expect(waiting).rejects.toThrow('gone')
  one.abort(new Error('gone'))
  await expect(running[0]).rejects.toThrow('gone')
  expect(ended).toEqual([])
  two.abort(new Error('gone'))
  await expect(running[1]).rejects.toThrow('gone')
  expect(ended).toEqual(['running'])
  const again = workshop.make('running', work('running'))
  await settle()
  finish('running')
  expect(await again).toBe('made running')
  expect(begun).toEqual(['running', 'running'])
})

test('when the program ends, all that is under way does', async () => {
  const { begun, ended, work } = bench()
  const workshop = new Workshop(1)
  const both = Promise.allSettled([workshop.make('a', work('a')), workshop.make('b', work('b'))])
  await settle()
  await workshop.close()
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect([begun, ended]).toEqual([['b'], ['b']])
})

test('a failure is told to all who wait, and the next one tries again', async () => {
  const workshop = new Workshop(1)
  const failing = () => Promise.reject(new Error('broken'))
  const both = await Promise.allSettled([workshop.make('a', failing), workshop.make('a', failing)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await workshop.make('a', async () => 'well')).toBe('well')
})
