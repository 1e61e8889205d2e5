import { expect, test } from 'vitest'
import { AppError } from '../error.ts'
import { createClient, isUnanswered, type Fetch } from './client.ts'

const loop = { body: { loop_id: 'x' } }
const failure = (fetch: Fetch): Promise<unknown> => createClient({ base: '', fetch })('exit', loop).then(() => undefined, (error: unknown) => error)

test('a call can be sent under a key', async () => {
  const keys: (string | undefined)[] = []
  const client = createClient({ base: '', fetch: async (_address, { headers }) => {
    keys.push(headers['idempotency-key'])
    return { ok: true, status: 200, text: async () => '{"ok":true,"complete":false}' }
  } })
  await client('exit', loop, { key: 'k1' })
  await client('exit', loop)
  expect(keys).toEqual(['k1', undefined])
})

test('no answer, one that breaks off and one of a proxy alone are told from a refusal', async () => {
  const answered = (status: number, text: () => Promise<string>): Fetch => async () => ({ ok: status < 400, status, text })
  expect(isUnanswered(await failure(() => Promise.reject(new TypeError('fetch failed'))))).toBe(true)
  expect(isUnanswered(await failure(answered(200, () => Promise.reject(new TypeError('terminated')))))).toBe(true)
  expect(isUnanswered(await failure(answered(502, async () => '<h1>Bad gateway</h1>')))).toBe(true)
  const refused = await failure(answered(409, async () => '{"error":{"code":"loop_exited","message":"It was left."}}'))
  expect([refused instanceof AppError && refused.code, isUnanswered(refused)]).toEqual(['loop_exited', false])
  expect(isUnanswered(await failure(answered(503, async () => '{"error":{"code":"engine_unavailable","message":"ComfyUI is away."}}')))).toBe(false)
})

test('what is longer than the server reads is not sent, and said', async () => {
  let calls = 0
  const failed = createClient({ base: '', fetch: async () => {
    calls++
    throw new TypeError('the connection broke')
  } })
  const name = (length: number) => failed('renameComposition', { params: { composition_id: 'c' }, body: { name: 'x'.repeat(length) } }).catch((error: unknown) => error)
  expect([await name(11 * 1024 * 1024), calls]).toMatchObject([{ code: 'json_too_large', message: expect.stringContaining('characters') as string }, 0])
  expect(isUnanswered(await name(1024 * 1024))).toBe(true)
})
