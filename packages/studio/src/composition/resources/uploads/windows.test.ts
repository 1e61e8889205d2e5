import { nextTick, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import type { Upload } from './upload.ts'
import { shareUploads } from './windows.ts'

const sent = (fingerprint: string, state: Upload['state']): Upload => ({ id: fingerprint, fingerprint, name: fingerprint, bytes: 1, sent: 0, state, rate: undefined, reason: undefined, medium: undefined, wasThere: false })

test('another window is told of what this one sends, and no more once that is over or waits for its file', async () => {
  const list = shallowRef<readonly Upload[]>([])
  expect([...(await shareUploads(list))]).toEqual([])
  list.value = [sent('a', 'sending'), sent('b', 'paused'), sent('c', 'left'), sent('d', 'refused')]
  await nextTick()
  const elsewhere = async (): Promise<string[]> => [...(await shareUploads(shallowRef([])))].toSorted()
  await expect.poll(elsewhere).toEqual(['a', 'b'])
  list.value = [sent('a', 'done'), sent('b', 'paused')]
  await nextTick()
  await expect.poll(elsewhere).toEqual(['b'])
})
