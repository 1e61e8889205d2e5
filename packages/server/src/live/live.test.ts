import type { Attempt } from '@lemouf/core/loop'
import { ok } from '@lemouf/core/result'
import { expect, test } from 'vitest'
import { loopOf } from '../../../core/src/loop/testing.ts'
import { createJob, type Job } from '../runner/job.ts'
import { Live, type LiveMessage } from './live.ts'

const frame = (text: string) => ({ mime: 'image/png', bytes: Buffer.from(text), promptId: undefined }) as const
const jobOf = ({ run, cycle, retry }: Attempt): Job =>
  createJob({ loopId: 'paper', key: { run, cycle, retry }, order: 0, prompt: ok({}), again: false, ahead: false, doubts: [] })

test('a preview is there while its attempt runs, and each has an address of its own', () => {
  const live = new Live()
  const heard: LiveMessage[] = []
  live.subscribe((message) => heard.push(message))
  const loop = loopOf(2).do({ type: 'configure', config: { approve: 'all' } }).do({ type: 'step' })
  for (const cycle of [0, 1]) {
    const job = jobOf(loop.state.cycles[cycle]!.attempts[0]!)
    live.previewed(job, frame(`${cycle}`))
    expect(live.frameOf('paper')?.bytes.toString()).toBe(`${cycle}`)
    loop.returns(cycle, 0)
    live.changed({ state: loop.state, events: [], attempts: [loop.state.cycles[cycle]!.attempts[0]!], lastEventId: 1 })
    expect(live.frameOf('paper')).toBeUndefined()
  }
  const urls = heard.flatMap((message) => (message.type === 'preview' ? [message.data.url] : []))
  expect(new Set(urls).size).toBe(2)
})
