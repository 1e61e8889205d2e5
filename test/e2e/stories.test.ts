import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** What people do with the panel on a day, each from its beginning to its end. */

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-stories-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await newPage()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const newPage = (): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const entries = async (loopId: string): Promise<readonly ManifestEntry[]> => (await call('getLoop', { params: { loop_id: loopId }, query: {} })).manifest
const decisions = async (loopId: string): Promise<string[]> => (await entries(loopId)).map((one) => `${one.cycle_index}.${one.retry_index} ${one.decision}`)
const waiting = async (loopId: string): Promise<number> => (await entries(loopId)).filter((one) => one.status === 'returned' && one.decision === null).length

/** Small pictures, all different; large and blurred ones take their time. */
async function startLoop(loopId: string, { cycles, lookahead, slow = false }: { cycles: number; lookahead: number; slow?: boolean }): Promise<void> {
  const mappings = [{ from: 'colour', to: { node: 'type:EmptyImage', input: 'color' }, on_retry: '$retry_index' }]
  const size = slow ? { width: 2048, height: 2048 } : { width: 192, height: 128 }
  const prompt = {
    1: { class_type: 'EmptyImage', inputs: { ...size, batch_size: 1, color: 0 } },
    2: { class_type: 'ImageBlur', inputs: { image: ['1', 0], blur_radius: slow ? 31 : 1, sigma: 10 } },
    3: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['2', 0] } },
    4: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
  const payload = Array.from({ length: cycles }, (_unused, index) => ({ colour: 0x204060 + index * 0x0b0503 }))
  await call('startLoop', { body: { loop_id: loopId, prompt, payload, lookahead } })
}

/** Where the cursor is, by the address. */
const placeOn = (where: Page): string => {
  const query = new URLSearchParams(where.url().split('?')[1])
  return `${query.get('c')}.${query.get('r')}`
}
/** Waits until the result of a place is on the page and can be decided on. */
async function seen(where: Page, place: string): Promise<void> {
  await expect.poll(() => placeOn(where), { timeout: 20_000 }).toBe(place)
  const [cycle, retry] = place.split('.').map(Number)
  const name = `Cycle ${cycle! + 1}, ${retry === 0 ? 'first try' : `retry ${retry}`}`
  await where.getByRole('region', { name: 'Result' }).getByRole('img', { name }).waitFor({ timeout: 20_000 })
}

test('twelve results are reviewed by keyboard alone', async () => {
  const complaints = complaintsOf(page)
  await startLoop('twelve', { cycles: 12, lookahead: 11 })
  await expect.poll(() => waiting('twelve'), { timeout: 30_000 }).toBe(12)
  await page.goto(`${program.url}/#/loop/twelve`)
  await seen(page, '0.0')
  for (let cycle = 0; cycle < 11; cycle++) {
    await page.keyboard.press(cycle === 4 ? 'x' : 'a')
    await seen(page, `${cycle + 1}.0`)
  }
  await page.keyboard.press('a')
  // What was rejected has been made again meanwhile, and is what is left.
  await seen(page, '4.1')
  await page.keyboard.press('a')
  await expect.poll(async () => (await call('getLoop', { params: { loop_id: 'twelve' }, query: {} })).status).toBe('complete')
  expect((await decisions('twelve')).filter((one) => !one.endsWith('approve'))).toEqual(['4.0 reject'])
  expect(complaints).toEqual([])
})

test('a decision made by mistake is undone after the page has gone on to the next', async () => {
  await startLoop('undone', { cycles: 3, lookahead: 2 })
  await expect.poll(() => waiting('undone'), { timeout: 30_000 }).toBe(3)
  await page.goto(`${program.url}/#/loop/undone`)
  await seen(page, '0.0')
  await page.keyboard.press('a')
  await seen(page, '1.0')
  await page.keyboard.press('u')
  await seen(page, '0.0')
  await expect.poll(() => decisions('undone')).toEqual(['0.0 null', '1.0 null', '2.0 null'])
  await page.keyboard.press('a')
  await seen(page, '1.0')
})

test('two windows on one loop: each shows what the other decided, and a decision that came too late explains itself', async () => {
  const other = await newPage()
  try {
    await startLoop('shared', { cycles: 3, lookahead: 2 })
    await expect.poll(() => waiting('shared'), { timeout: 30_000 }).toBe(3)
    for (const where of [page, other]) await where.goto(`${program.url}/#/loop/shared`)
    for (const where of [page, other]) await seen(where, '0.0')
    await page.keyboard.press('a')
    const strip = other.getByRole('navigation', { name: 'Cycles' })
    await strip.getByRole('button', { name: /Cycle 1.*approved/ }).waitFor()
    // The other window is held back from the news, and decides on what it still sees.
    await other.route('**/lemouf/events*', (route) => route.abort())
    await other.route('**/lemouf/loop/decision', async (route) => {
      await call('decide', { body: { loop_id: 'shared', cycle_index: 1, retry_index: 0, decision: 'approve' } })
      await route.continue()
    }, { times: 1 })
    await other.keyboard.press('ArrowRight')
    await seen(other, '1.0')
    await other.keyboard.press('x')
    await other.getByText(/was decided \(approve/).waitFor()
    await strip.getByRole('button', { name: /Cycle 2.*approved/ }).waitFor()
    expect(await decisions('shared')).toEqual(['0.0 approve', '1.0 approve', '2.0 null'])
  } finally {
    await other.close()
  }
})

test('a reload in mid-run comes back to the same place, and to the same run', async () => {
  await startLoop('reloaded', { cycles: 4, lookahead: 0, slow: true })
  await page.goto(`${program.url}/#/loop/reloaded`)
  await seen(page, '0.0')
  await page.keyboard.press('a')
  await expect.poll(() => placeOn(page)).toBe('1.0')
  await page.reload()
  await expect.poll(() => placeOn(page)).toBe('1.0')
  await seen(page, '1.0')
  expect(await decisions('reloaded')).toEqual(['0.0 approve', '1.0 null'])
})

test('the server is restarted in mid-review: the page says so, comes back by itself, and goes on', async () => {
  await startLoop('restarted', { cycles: 3, lookahead: 2 })
  await expect.poll(() => waiting('restarted'), { timeout: 30_000 }).toBe(3)
  await page.goto(`${program.url}/#/loop/restarted`)
  await seen(page, '0.0')
  await page.keyboard.press('a')
  await seen(page, '1.0')
  await expect.poll(() => decisions('restarted')).toContain('0.0 approve')
  const { port } = new URL(program.url)
  await program.kill()
  await expect.poll(() => page.getByText('server away').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  program = await startProcess(dataDir, ['--port', port])
  await expect.poll(() => page.getByText('server away').count(), { timeout: 20_000 }).toBe(0)
  await seen(page, '1.0')
  await page.keyboard.press('a')
  await seen(page, '2.0')
  await expect.poll(() => decisions('restarted')).toEqual(['0.0 approve', '1.0 approve', '2.0 null'])
})
