import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-batch-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const newPage = (): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' })
const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const entries = async (loopId: string): Promise<readonly ManifestEntry[]> => (await call('getLoop', { params: { loop_id: loopId }, query: {} })).manifest
/** Of the first tries. */
const decisions = async (loopId: string): Promise<(string | null)[]> => (await entries(loopId)).filter(({ retry_index }) => retry_index === 0).map(({ decision }) => decision)
const waiting = async (loopId: string): Promise<number> => (await entries(loopId)).filter((one) => one.status === 'returned' && one.decision === null).length

/** A loop whose results have all been made, and wait. */
async function startLoop(loopId: string, cycles: number): Promise<void> {
  const mappings = [{ from: 'colour', to: { node: 'type:EmptyImage', input: 'color' } }]
  const prompt = {
    1: { class_type: 'EmptyImage', inputs: { width: 192, height: 128, batch_size: 1, color: 0 } },
    3: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    4: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
  const payload = Array.from({ length: cycles }, (_unused, index) => ({ colour: 0x204060 + index * 0x0b0503 }))
  await call('startLoop', { body: { loop_id: loopId, prompt, payload, lookahead: cycles - 1 } })
  await expect.poll(() => waiting(loopId), { timeout: 30_000 }).toBe(cycles)
}

const sheetOf = (where: Page): Locator => where.getByRole('listbox', { name: 'All results' })
const cellsOf = (where: Page): Locator => sheetOf(where).getByRole('option')
const selectedOn = (where: Page): Promise<string[]> => sheetOf(where).getByRole('option', { selected: true }).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''))
const keys = async (where: Page, ...all: readonly string[]): Promise<void> => {
  for (const key of all) await where.keyboard.press(key)
}

test('a range is selected by keyboard, and a reload keeps it', async () => {
  await startLoop('batch', 8)
  await page.goto(`${program.url}/#/loop/batch?c=1&r=0&v=grid`)
  await expect.poll(() => cellsOf(page).count()).toBe(8)
  await keys(page, 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowLeft')
  const range = [2, 3, 4].map((cycle) => `Cycle ${cycle}, first try, undecided`)
  expect(await selectedOn(page)).toEqual(range)
  await page.getByText('3 selected').waitFor()
  await takePicture(page, 'grid')
  await page.reload()
  await expect.poll(() => selectedOn(page)).toEqual(range)
  expect(page.url()).toContain('c=3&r=0&v=grid')
})

test('one key rejects the range, and one takes all of it back', async () => {
  await keys(page, 'x')
  await expect.poll(() => decisions('batch')).toEqual([null, 'reject', 'reject', 'reject', null, null, null, null])
  expect(await selectedOn(page)).toEqual([])
  await expect.poll(() => page.url()).toContain('c=4&r=0')
  await keys(page, 'u')
  await expect.poll(() => decisions('batch')).toEqual(Array(8).fill(null))
  await page.getByText('3 selected').waitFor()
  await keys(page, 'Escape')
  await expect.poll(() => selectedOn(page)).toEqual([])
  expect(page.url()).toContain('v=grid')
})

test('undecided only: what is decided leaves, the focus goes to the next, and in the end everything is decided', async () => {
  await keys(page, 'Home', 'n', 'a')
  await sheetOf(page).getByRole('option', { name: /^Cycle 1,/ }).waitFor({ state: 'detached' })
  await expect.poll(() => page.url()).toContain('c=1&r=0')
  await page.reload()
  await expect.poll(() => cellsOf(page).count()).toBeGreaterThan(6)
  await expect.poll(() => sheetOf(page).getByRole('option', { name: /^Cycle 1,/ }).count()).toBe(0)
  await keys(page, 'Control+a', 'a')
  // Of cycles with two tries nobody has said which one is meant: they stay selected.
  await page.getByText(/^Several results of cycles? .* selected\. Approve one of/).waitFor()
  const left = await cellsOf(page).count()
  await keys(page, 'Escape', 'Escape', ...Array.from({ length: left / 2 }, () => 'a'))
  await page.getByText('Everything is decided.').waitFor()
  await expect.poll(async () => (await call('getLoop', { params: { loop_id: 'batch' }, query: {} })).status).toBe('complete')
  await takePicture(page, 'grid-done')
  await keys(page, 'n')
  await expect.poll(() => cellsOf(page).count()).toBeGreaterThan(7)
})

test('two windows: a decision in one shows in the other, and of many those that came too late say so and stay selected', async () => {
  const other = await newPage()
  try {
    await startLoop('shared', 4)
    for (const where of [page, other]) await where.goto(`${program.url}/#/loop/shared?c=0&r=0&v=grid`)
    for (const where of [page, other]) await expect.poll(() => cellsOf(where).count()).toBe(4)
    await keys(page, 'a')
    await sheetOf(other).getByRole('option', { name: 'Cycle 1, first try, approved' }).waitFor()
    await other.route('**/lemouf/loop/decisions', async (route) => {
      await call('decide', { body: { loop_id: 'shared', cycle_index: 2, retry_index: 0, decision: 'approve' } })
      await route.continue()
    }, { times: 1 })
    await keys(other, 'End', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'x')
    await other.getByText(/^1 of 3 were refused.*was decided \(approve/).waitFor()
    expect(await selectedOn(other)).toEqual(['Cycle 3, first try, approved'])
    expect(await decisions('shared')).toEqual(['approve', 'reject', 'approve', 'reject'])
  } finally {
    await other.close()
  }
})

test('digits choose among the tries of a cycle, and Shift+A discards the others', async () => {
  await startLoop('tries', 2)
  await call('decide', { body: { loop_id: 'tries', cycle_index: 0, retry_index: 0, decision: 'replay' } })
  await expect.poll(() => waiting('tries'), { timeout: 20_000 }).toBe(2)
  await call('undo', { body: { loop_id: 'tries', cycle_index: 0, retry_index: 0 } })
  await page.goto(`${program.url}/#/loop/tries?c=0&r=0`)
  await expect.poll(() => waiting('tries')).toBe(3)
  await page.getByRole('navigation', { name: 'Cycles' }).getByRole('button', { name: 'Cycle 1, retry 1, undecided' }).waitFor()
  await keys(page, '2')
  await expect.poll(() => page.url()).toContain('c=0&r=1')
  await keys(page, 'Shift+A')
  await expect.poll(async () => (await entries('tries')).map(({ decision }) => decision)).toEqual(['discard', 'approve', null])
  await expect.poll(() => page.url()).toContain('c=1&r=0')
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
