import { emptyProject } from '@lemouf/core/timeline'
import { afterEach, expect, test, vi } from 'vitest'
import { holdName } from './identity.ts'
import { openComposition } from './open.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

function storage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key),
    key: (index: number) => [...kept.keys()][index] ?? null, get length() { return kept.size },
  }
}
const view = {
  composition_id: 'film', name: 'film', revision: 1, created_at: 1, updated_at: 1, removed_at: null, duration: 0, clips: 0, thumb: null, source: null, document: emptyProject('film', 'film'), view: null, sequence: 0, versions: [],
}
const noted = (name: string): string => JSON.stringify([{ edits: [{ type: 'rename', name }], step: 'do', gesture: name }])

test('where opening fails, no name stays held: the next try takes over what was left behind', async () => {
  vi.stubGlobal('localStorage', storage())
  vi.stubGlobal('sessionStorage', storage())
  localStorage.setItem('lemouf.unsent.film.first', noted('one'))
  localStorage.setItem('lemouf.unsent.film.second', noted('two'))
  const answer = (address: string): Promise<Response> => (address.includes('second') ? Promise.reject(new TypeError('away')) : Promise.resolve(new Response(JSON.stringify(view))))
  vi.stubGlobal('fetch', answer)
  await expect(openComposition('film')).rejects.toMatchObject({ code: 'engine_unavailable' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  const held = await Promise.all(['first', 'second'].map((name) => holdName(name)))
  expect(held.every((release) => release !== undefined)).toBe(true)
  for (const release of held) release?.()
  await new Promise((resolve) => setTimeout(resolve, 20))
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(view))))
  const opened = await openComposition('film')
  opened.identity.release()
  expect(opened.unsent.map(({ gesture }) => gesture)).toEqual(['one', 'two'])
})
