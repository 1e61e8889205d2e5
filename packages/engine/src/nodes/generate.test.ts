import { expect, test } from 'vitest'
import { STYLES } from '../media/paint/picture.ts'
import type { ImageBatch } from '../media/types.ts'
import { execute, testContext } from './test-context.ts'

test.each(STYLES)('%s: the same seed gives the same batch, the next seed another picture', async (style) => {
  const context = await testContext()
  const inputs = { prompt: 'teal lake at dawn', seed: 41, style, width: 96, height: 64 }
  const batch = (await execute('LeMoufGenerateImage', { ...inputs, batch_size: 2 }, context)).outputs[0] as ImageBatch
  const next = (await execute('LeMoufGenerateImage', { ...inputs, seed: 42n, batch_size: 1 }, context)).outputs[0] as ImageBatch
  expect(batch.map(({ width, height, channels }) => [width, height, channels])).toEqual([[96, 64, 3], [96, 64, 3]])
  expect(batch[1]).toEqual(next[0])
  expect(batch[0]).not.toEqual(batch[1])
  expect(context.progressed).toContainEqual([40, 40])
})

test.each(STYLES)('%s: previews are small JPEGs of the picture on its way', async (style) => {
  const context = await testContext()
  await execute('LeMoufGenerateImage', { prompt: '', seed: 1, style, width: 400, height: 300, batch_size: 1 }, context)
  expect(context.previews.length).toBeGreaterThanOrEqual(2)
  expect(context.previews.length).toBeLessThanOrEqual(4)
  for (const bytes of context.previews) expect([bytes[0], bytes[1]]).toEqual([0xff, 0xd8])
})

test('words of the prompt change the picture, and so does the style', async () => {
  const paint = async (prompt: string, style: string): Promise<string> =>
    Buffer.from(((await execute('LeMoufGenerateImage', { prompt, seed: 5, style, width: 32, height: 32, batch_size: 1 })).outputs[0] as ImageBatch)[0]!.data).toString('hex')
  const pictures = [await paint('crimson sea', 'landscape'), await paint('crimson desert', 'landscape'), await paint('teal sea', 'landscape'), await paint('crimson sea', 'nebula')]
  expect(new Set(pictures).size).toBe(4)
  expect(await paint('Crimson,  SEA!', 'landscape')).toBe(pictures[0])
})

test('an interrupt stops the painter', async () => {
  const abort = new AbortController()
  const context = await testContext({ signal: abort.signal })
  const run = execute('LeMoufGenerateImage', { prompt: 'x', seed: 2n ** 64n - 1n, style: 'landscape', width: 2048, height: 2048, batch_size: 1 }, context)
  setTimeout(() => abort.abort(new Error('interrupted')), 20)
  await expect(run).rejects.toThrow('interrupted')
})
