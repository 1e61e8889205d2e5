import { expect, test } from 'vitest'
import { claimIdentity, freshName, type Hold } from './identity.ts'

function tab(kept = new Map<string, string>()) {
  return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
}
const always = (): boolean => true
/** The names that windows of one browser hold. */
function browser() {
  const held = new Set<string>()
  const hold: Hold = (name) => {
    if (held.has(name)) return Promise.resolve(undefined)
    held.add(name)
    return Promise.resolve(() => void held.delete(name))
  }
  return { held, hold }
}

test('a tab is who it was before a reload; a duplicate of it is somebody else, and stays that', async () => {
  const { hold } = browser()
  const here = tab()
  const first = await claimIdentity('film', [], here, hold, always)
  const duplicate = tab(new Map(here.kept))
  const second = await claimIdentity('film', [], duplicate, hold, always)
  expect(second.client).not.toBe(first.client)
  first.release()
  second.release()
  expect([(await claimIdentity('film', [], here, hold, always)).client, (await claimIdentity('film', [], duplicate, hold, always)).client]).toEqual([first.client, second.client])
})

test('a reload waits for the page before it to let go', async () => {
  const { hold } = browser()
  const here = tab()
  const before = await claimIdentity('film', [], here, hold, always)
  setTimeout(before.release, 20)
  expect((await claimIdentity('film', [], here, hold, always)).client).toBe(before.client)
})

test('a new window takes the place of one that left something behind and is gone, not of one that is there', async () => {
  const { hold } = browser()
  const there = await claimIdentity('film', [], tab(), hold)
  expect((await claimIdentity('film', [there.client, 'gone'], tab(), hold)).client).toBe('gone')
  expect(['gone', there.client]).not.toContain((await claimIdentity('film', [there.client, 'gone'], tab(), hold)).client)
})

test('each composition has its own', async () => {
  const { hold } = browser()
  const here = tab()
  expect((await claimIdentity('one', [], here, hold)).client).not.toBe((await claimIdentity('two', [], here, hold)).client)
})

test('fresh names are fresh', () => {
  expect(new Set(Array.from({ length: 1000 }, freshName)).size).toBe(1000)
  expect(freshName()).toMatch(/^[0-9a-f]{32}$/)
})

test('where the browser does not tell who holds a name, only a reload of the same tab is who it was', async () => {
  const hold: Hold = () => Promise.resolve(() => undefined)
  const here = tab()
  const first = await claimIdentity('film', [], here, hold, () => false)
  expect((await claimIdentity('film', [], tab(new Map(here.kept)), hold, () => false)).client).not.toBe(first.client)
  expect((await claimIdentity('film', [], here, hold, (name) => name === first.client)).client).toBe(first.client)
})

test('a window that has to become another one stays that over a reload, and lets go of both names', async () => {
  const { held, hold } = browser()
  const here = tab()
  const identity = await claimIdentity('film', [], here, hold, always)
  const renewed = identity.renew()
  await Promise.resolve()
  expect([renewed === identity.client, [...held]]).toEqual([false, [identity.client, renewed]])
  identity.release()
  expect([held.size, (await claimIdentity('film', [], here, hold, always)).client]).toEqual([0, renewed])
})
