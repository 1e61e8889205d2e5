import { stringifyJson } from '@lemouf/core/json'
import type { ValidateResponse } from '@lemouf/core/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, type EffectScope } from 'vue'
import { EMPTY_FORM } from './setup-form.ts'
import { useSetup } from './use-setup.ts'

const answer: ValidateResponse = { ok: true, findings: [], mappings: [], output_candidates: [], settable: [], total_cycles: 2, payload: null, workflow_profile: null }
let scope: EffectScope
let asked = 0
let sent: string[] = []

beforeEach(() => {
  asked = 0
  sent = []
  scope = effectScope()
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    asked++
    sent.push(body)
    return new Response(stringifyJson(url.endsWith('/start') ? { loop_id: 'a', prompt_id: '', findings: [] } : answer))
  })
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

let workflows = 0
async function opened(draft = `workflow ${workflows++}`) {
  const setup = scope.run(() => useSetup(() => Promise.resolve({ name: 'loop/a.json' }), () => undefined, draft))!
  await vi.advanceTimersByTimeAsync(0)
  expect(setup.preflight.value.state).toBe('checked')
  return setup
}

test('a broken payload takes back at once that it can run, and a mended one is checked anew', async () => {
  const { form, preflight } = await opened()
  form.value.payload = '[{"prompt"'
  expect(preflight.value).toEqual({ state: 'unreadable', last: answer })
  form.value.payload = '[{"prompt": "a fox"}]'
  expect(preflight.value.state).toBe('checking')
  await nextTick()
  await vi.advanceTimersByTimeAsync(1000)
  expect(preflight.value.state).toBe('checked')
  expect(asked).toBe(2)
})

test('an answer that comes after the form was broken does not say that it can run', async () => {
  const { form, preflight, check } = await opened()
  const checking = check()
  form.value.cycles = 'abc'
  await checking
  expect(preflight.value.state).toBe('unreadable')
})

test('what cannot be read does not start', async () => {
  const { form, start } = await opened()
  form.value.cycles = 'abc'
  await start()
  expect(asked).toBe(1)
})

test('the node chosen for the result is checked and started', async () => {
  const { form, start } = await opened()
  form.value.outputNode = '9'
  await start()
  expect(sent.slice(1).map((body) => (JSON.parse(body) as { output_node?: string }).output_node)).toEqual(['9', '9'])
})

test('what was typed is there again when one comes back, and gone after a start', async () => {
  const { form } = await opened('a')
  form.value.candidates = '3'
  form.value.overrides = [{ key: '3.seed', typed: '18446744073709551615' }]
  await nextTick()
  expect((await opened('b')).form.value.candidates).toBe('1')
  const again = await opened('a')
  expect(again.form.value).toMatchObject({ candidates: '3', overrides: [{ key: '3.seed', typed: '18446744073709551615' }], payload: undefined })
  await again.start()
  expect((await opened('a')).form.value).toEqual({ ...EMPTY_FORM })
})
