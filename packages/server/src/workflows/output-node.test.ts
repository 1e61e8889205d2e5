import type { JsonObject } from '@lemouf/core/json'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { colourPrompt, entryAt, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

/** Two pictures of the payload's colour, the second upside down in colour, each saved by a node of its own; no Loop Return. */
const unreturned = (): JsonObject => {
  const { '2': _return, ...rest } = colourPrompt()
  return {
    ...rest,
    '4': { class_type: 'ImageInvert', inputs: { image: ['1', 0] } },
    '5': { class_type: 'SaveImage', inputs: { images: ['1', 0], filename_prefix: 'mine/plain' } },
    '6': { class_type: 'PreviewImage', inputs: { images: ['4', 0] }, _meta: { title: 'Look' } },
    '7': { class_type: 'PreviewAny', inputs: { source: ['8', 0] } },
    '8': { class_type: 'PrimitiveString', inputs: { value: '{"looks": "like JSON"}' } },
  }
}
const body = (output_node?: string) => ({ prompt: unreturned(), payload: [{ colour: 0x204060 }], output_node })

test('without a Loop Return the answer names what the result could be taken from, also once it is chosen', async () => {
  const open = await studio.call('validateWorkflow', { body: body() })
  expect(open.ok).toBe(false)
  expect(open.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['loop_return_missing'])
  expect(open.output_candidates.map(({ node }) => node)).toEqual(['6', '5', '7', '4', '1', '8'])
  expect(open.output_candidates[0]).toEqual({ node: '6', title: 'Look', class_type: 'PreviewImage', type: 'IMAGE' })
  const chosen = await studio.call('validateWorkflow', { body: body('6') })
  expect(chosen).toMatchObject({ ok: true, output_candidates: open.output_candidates })
  expect((await studio.call('validateWorkflow', { body: { prompt: colourPrompt() } })).output_candidates).toEqual([])
})

test.each([
  ['a saver goes on saving as it did', '5', { subfolder: 'mine', filename: expect.stringMatching(/^plain_/), type: 'output' }],
  ['what is only shown comes back too', '6', { type: 'temp' }],
  ['another node is saved as Loop Return does', '4', { subfolder: expect.stringMatching(/^lemouf_loop\//), type: 'output' }],
])('%s', async (_what, node, image) => {
  const { loop_id } = await studio.call('startLoop', { body: body(node) })
  const entry = entryAt(await studio.until(loop_id, hasReturned(0)), 0, 0)
  expect(entry?.outputs.images).toEqual([expect.objectContaining({ width: 16, height: 16, ...image })])
})

test('a text that looks like JSON stays a text', async () => {
  const { loop_id } = await studio.call('startLoop', { body: body('7') })
  expect(entryAt(await studio.until(loop_id, hasReturned(0)), 0, 0)?.outputs).toMatchObject({ text: ['{"looks": "like JSON"}'], json: [] })
})

test('a retry changes it, as with any loop', async () => {
  const { loop_id } = await studio.call('startLoop', { body: body('5') })
  const first = entryAt(await studio.until(loop_id, hasReturned(0)), 0, 0)
  await studio.call('decide', { body: { loop_id, cycle_index: 0, retry_index: 0, decision: 'reject' } })
  const again = entryAt(await studio.until(loop_id, hasReturned(0, 1)), 0, 1)
  expect(again?.outputs.images[0]?.media).not.toBe(first?.outputs.images[0]?.media)
})

test('a loop that is made in steps takes it as well', async () => {
  const { loop_id } = await studio.call('createLoop', { body: {} })
  await studio.call('setWorkflow', { body: { loop_id, ...body('4') } })
  await studio.call('setPayload', { body: { loop_id, payload: [{ colour: 3 }] } })
  await studio.call('step', { body: { loop_id } })
  expect(entryAt(await studio.until(loop_id, hasReturned(0)), 0, 0)?.outputs.images).toHaveLength(1)
})

test('a node that is not there is refused with what could be chosen', async () => {
  await expect(studio.call('validateWorkflow', { body: body('99') })).rejects.toMatchObject({ code: 'output_node_invalid', message: expect.stringContaining('6 (Look)') })
})
