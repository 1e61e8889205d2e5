import type { Change, LoopSummary } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { createPlayer, SOUNDS, soundOf } from './sounds.ts'

const change = (status: LoopSummary['status'], ...types: string[]): Pick<Change, 'loop' | 'events'> => ({
  loop: { loop_id: 'foxes', status, mode: 'auto', total_cycles: 5, current_cycle: 2, current_retry: 0, approved: 2, workflow_name: null, seq: 9, created_at: 0, updated_at: 0 },
  events: types.map((type, seq) => ({ seq, type, at: 0, by: 'runner' })),
})

test('a result is told when none waited before, or nobody looks', () => {
  expect(soundOf(change('waiting', 'attemptReturned'), 'running', false)).toBe('waits')
  expect(soundOf(change('waiting', 'attemptReturned'), undefined, false)).toBe('waits')
  expect(soundOf(change('waiting', 'attemptReturned'), 'waiting', false)).toBeUndefined()
  expect(soundOf(change('waiting', 'attemptReturned'), 'waiting', true)).toBe('waits')
})

test('what a person does makes no sound, but for the decision that completes the loop', () => {
  expect(soundOf(change('waiting', 'decided'), 'running', true)).toBeUndefined()
  expect(soundOf(change('complete', 'decided'), 'waiting', false)).toBe('complete')
  expect(soundOf(change('complete', 'exported'), undefined, false)).toBeUndefined()
  expect(soundOf(change('complete', 'decided'), 'complete', false)).toBeUndefined()
})

test('a failure is told once', () => {
  expect(soundOf(change('failed', 'attemptFailed'), 'running', false)).toBe('failed')
  expect(soundOf(change('failed', 'attemptFailed'), 'failed', true)).toBeUndefined()
})

/** Stands in for the browser's AudioContext, and counts the tones begun. */
function stage() {
  const made = { tones: 0, state: 'suspended' }
  const parameter = () => ({ value: 0, setValueAtTime: () => undefined, exponentialRampToValueAtTime: () => undefined })
  const part = <T extends object>(more: T) => ({ connect: (next: unknown) => next, ...more })
  const audio = {
    get state() { return made.state },
    currentTime: 0, destination: {},
    resume: () => { made.state = 'running'; return Promise.resolve() },
    createOscillator: () => part({ frequency: parameter(), start: () => { made.tones++ }, stop: () => undefined }),
    createGain: () => part({ gain: parameter() }),
  }
  return { made, open: () => audio as unknown as AudioContext }
}

test('nothing sounds before the person has done something, and then once a second at most', async () => {
  const { made, open } = stage()
  let time = 0
  const player = createPlayer(open, () => time)
  expect(player.play('waits')).toBe(false)
  await player.wake()
  expect(SOUNDS.map((sound) => player.play(sound))).toEqual([true, false, false])
  expect(made.tones).toBe(2)
  time = 1000
  expect(player.play('complete')).toBe(true)
  expect(made.tones).toBe(6)
})
