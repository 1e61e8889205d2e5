import { expect, test } from 'vitest'
import { Queue } from './queue.ts'

test('gives values in order, waits for more, and then the failure', async () => {
  const queue = new Queue<number>()
  queue.push(1)
  setImmediate(() => {
    queue.push(2)
    queue.push(3)
    queue.fail(new Error('gone'))
  })
  const read: number[] = []
  await expect((async () => {
    for await (const value of queue) read.push(value)
  })()).rejects.toThrow('gone')
  expect(read).toEqual([1, 2, 3])
})
