import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Clock } from './clock.ts'

function stage() {
  let system = 1000
  const sound = { state: 'suspended', currentTime: 0, outputLatency: 0.05 }
  const clock = new Clock(() => system)
  const pass = (ms: number, moving = true): number => {
    system += ms
    if (moving) sound.currentTime += ms / 1000
    return clock.now()
  }
  return { clock, sound, pass }
}

test('without sound the system leads', () => {
  const { clock, pass } = stage()
  const before = clock.now()
  expect(pass(250, false) - before).toBeCloseTo(0.25, 9)
  expect(clock.leads).toBe('system')
})

test('sound that moves takes the lead without a jump, and leads by what is heard', () => {
  const { clock, sound, pass } = stage()
  clock.follow(sound)
  const before = pass(100, false)
  sound.state = 'running'
  expect([pass(100) - before, clock.leads, clock.turns]).toEqual([expect.closeTo(0.1, 9), 'sound', 1])
  const led = clock.now()
  sound.currentTime += 0.2
  expect(clock.now() - led).toBeCloseTo(0.2, 9)
  expect(clock.inContext(clock.now())).toBeCloseTo(sound.currentTime - sound.outputLatency, 9)
  expect(clock.soonest() - clock.now()).toBeCloseTo(sound.outputLatency, 9)
})

test('where sound stands still the system goes on without a jump, until it moves again', () => {
  const { clock, sound, pass } = stage()
  clock.follow(sound)
  sound.state = 'running'
  const before = pass(1000)
  pass(500, false)
  expect([clock.leads, clock.inContext(1)]).toEqual(['system', undefined])
  const stalled = clock.now()
  expect(stalled).toBeCloseTo(before, 9)
  expect(pass(300, false) - stalled).toBeCloseTo(0.3, 9)
  const resumed = pass(100)
  expect([clock.leads, resumed - stalled]).toEqual(['sound', expect.closeTo(0.4, 9)])
})

test('a stamp of the device is carried on; one of another life of it is not believed', () => {
  let system = 5000
  let stamp = { contextTime: 2, performanceTime: 4990 }
  const sound = { state: 'running', currentTime: 2, outputLatency: 0.03, getOutputTimestamp: () => stamp }
  const clock = new Clock(() => system)
  clock.follow(sound)
  sound.currentTime = 2.03
  const first = clock.now()
  system += 5
  expect(clock.now() - first).toBeCloseTo(0.005, 9)
  expect(clock.inContext(clock.now())).toBeCloseTo(2.015, 9)
  stamp = { contextTime: 700, performanceTime: 4990 }
  expect(clock.now() - first).toBeLessThan(0.1)
})

test('it never goes back', () => {
  const moves = fc.array(fc.record({ ms: fc.integer({ min: 0, max: 900 }), moving: fc.boolean(), state: fc.constantFrom('running', 'suspended') }), { maxLength: 60 })
  fc.assert(fc.property(moves, (all) => {
    const { clock, sound, pass } = stage()
    clock.follow(sound)
    let last = clock.now()
    for (const { ms, moving, state } of all) {
      sound.state = state
      const now = pass(ms, moving && state === 'running')
      expect(now).toBeGreaterThanOrEqual(last)
      expect(now - last).toBeLessThan(1)
      last = now
    }
  }))
})
