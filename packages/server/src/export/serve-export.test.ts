import { afterAll, beforeAll, expect, test } from 'vitest'
import { colourPrompt, colours, openTestStudio, type TestStudio } from '../testing/studio.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

const exportedLoop = async (): Promise<{ loopId: string; files: readonly string[] }> => {
  const { loop_id: loopId } = await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(1), approve: 'all' } })
  await studio.until(loopId, ({ status }) => status === 'complete')
  const { files } = await studio.call('exportApproved', { body: { loop_id: loopId } })
  return { loopId, files }
}
const get = (loopId: string, file: string): Promise<Response> => fetch(`${studio.url}/lemouf/loop/${loopId}/export/${file}`)

test('gives exported files to a client that does not see the disk', async () => {
  const { loopId, files: [picture, manifest] } = await exportedLoop()
  const answer = await get(loopId, picture!)
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${picture}"`)
  expect([...new Uint8Array(await answer.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')])
  expect(await (await get(loopId, manifest!)).json()).toMatchObject({ schema: 'lemouf.export.v1', approved: [{ files: [picture] }] })
})

test.each(['manifest_1.json', '..%2f..%2f..%2flemouf.db', 'holder.json', 'cycle_0000_r00_i00_1_0.png.partial'])('has nothing else to give: %s', async (file) => {
  const { loopId } = await exportedLoop()
  const answer = await get(loopId, file)
  expect(answer.status).toBe(404)
  expect(await answer.json()).toMatchObject({ error: { code: 'media_not_found' } })
})

test('refuses a loop id that is a path', async () => {
  const answer = await get('..%2f..', 'manifest_1.json')
  expect(answer.status).toBe(404)
  await answer.body?.cancel()
})
