import { beforeEach, expect, test, vi } from 'vitest'
import { effectScope, ref } from 'vue'

/** The server as this page hears it: a loop with settings, which takes its time to change them. */
const inForce: Record<string, unknown> = {}
const sent: unknown[] = []
let seq = 0
let refuses = false
const view = () => ({
  loop_id: 'x', status: 'waiting', mode: 'auto', approve: 'ask', total_cycles: 5, lookahead: 0, candidates: 2, seeds: 'map', seed: null, overrides: {}, payload: null, workflow_source: null, seq, ...inForce,
})
const answers: Record<string, (input: { body: Record<string, unknown> }) => unknown> = {
  getLoop: view,
  getLoopWorkflow: () => ({ prompt: {}, graph: null }),
  validateWorkflow: () => ({ settable: [], mappings: [], findings: [] }),
  configure: async ({ body: { loop_id: _loop, ...change } }) => {
    sent.push(change)
    await new Promise((resolve) => { setTimeout(resolve, 1500) })
    if (refuses) throw new Error('no')
    Object.assign(inForce, change, change['total_cycles'] === null ? { total_cycles: 5 } : {})
    seq++
    return { ok: true }
  },
}
vi.mock('../server/client.ts', () => ({ sentenceOf: String, server: async (name: string, input: { body: Record<string, unknown> }) => answers[name]?.(input) }))
const { useLoopSettings } = await import('./use-loop-settings.ts')

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(inForce, { candidates: 2, lookahead: 0 })
  sent.length = 0
  refuses = false
  return () => { vi.useRealTimers() }
})

async function opened() {
  const heard = ref(1)
  const scope = effectScope()
  const settings = scope.run(() => useLoopSettings('x', () => heard.value))
  if (settings === undefined) throw new Error('The scope was stopped.')
  await vi.advanceTimersByTimeAsync(100)
  return { settings, scope, heard }
}

test('what is typed while something is on its way is sent after it, also when it is as it was', async () => {
  const { settings, scope, heard } = await opened()
  settings.form.value.candidates = '4'
  await vi.advanceTimersByTimeAsync(700)
  settings.form.value.candidates = '2'
  heard.value++
  await vi.advanceTimersByTimeAsync(700)
  expect(settings.saving.value).toBe('saving')
  await vi.advanceTimersByTimeAsync(5000)
  expect([sent, inForce['candidates'], settings.form.value.candidates, settings.saving.value]).toEqual([[{ candidates: 4 }, { candidates: 2 }], 2, '2', 'saved'])
  scope.stop()
})

test('what is refused stays typed, is not sent again by itself, and news of the loop leaves it', async () => {
  const { settings, scope, heard } = await opened()
  refuses = true
  settings.form.value.candidates = '4'
  await vi.advanceTimersByTimeAsync(5000)
  inForce['lookahead'] = 3
  heard.value++
  await vi.advanceTimersByTimeAsync(5000)
  expect([sent.length, settings.saving.value, settings.refusal.value, settings.form.value]).toMatchObject([1, 'unsaved', 'Error: no', { candidates: '4', lookahead: '0' }])
  scope.stop()
})

test('news of the loop is shown while nobody types', async () => {
  const { settings, scope, heard } = await opened()
  Object.assign(inForce, { lookahead: 7 })
  heard.value++
  await vi.advanceTimersByTimeAsync(100)
  expect([settings.form.value.lookahead, settings.saving.value]).toEqual(['7', 'untouched'])
  scope.stop()
})

test('total cycles that are cleared follow the payload again', async () => {
  const { settings, scope } = await opened()
  settings.form.value.cycles = ''
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toEqual([{ total_cycles: null }])
  scope.stop()
})
