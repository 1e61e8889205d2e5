import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

// How a person gets out of what was opened: by the browser's button, by Escape, by an answer; and what the hand rests on meanwhile.

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-ways-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  page.setDefaultTimeout(10_000)
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const entries = async (loopId: string): Promise<readonly ManifestEntry[]> => (await call('getLoop', { params: { loop_id: loopId }, query: {} })).manifest
const waiting = async (loopId: string): Promise<number> => (await entries(loopId)).filter((one) => one.status === 'returned' && one.decision === null).length

/** A loop whose results have all been made, and wait. */
async function startLoop(loopId: string, cycles: number, candidates = 1): Promise<void> {
  const mappings = [{ from: 'colour', to: { node: 'type:EmptyImage', input: 'color' } }]
  const prompt = {
    1: { class_type: 'EmptyImage', inputs: { width: 192, height: 128, batch_size: 1, color: 0 } },
    3: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } },
    4: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
  const payload = Array.from({ length: cycles }, (_unused, index) => ({ colour: 0x204060 + index * 0x0b0503 }))
  await call('startLoop', { body: { loop_id: loopId, prompt, payload, candidates, lookahead: cycles - 1 } })
  await expect.poll(() => waiting(loopId), { timeout: 30_000 }).toBe(cycles * candidates)
}

const result = (): Locator => page.getByRole('region', { name: 'Result', exact: true })
const sheet = (): Locator => page.getByRole('listbox', { name: 'All results' })
const lightbox = (): Locator => page.getByRole('dialog')
const comparison = (): Locator => page.getByRole('region', { name: 'Compare', exact: true })
const viewOf = (): string | undefined => /v=(\w+)/.exec(page.url())?.[1]
const hasFocus = (where: Locator): Promise<boolean> => where.evaluate((element) => element === document.activeElement)

const VIEWS = [{ key: 'g', view: 'grid', opened: sheet }, { key: 'c', view: 'compare', opened: comparison }, { key: 'Enter', view: 'lightbox', opened: lightbox }] as const

test('the browser’s back button leaves what was opened, and its forward button opens it again', async () => {
  await startLoop('ways', 6)
  await page.goto(`${program.url}/#/`)
  await page.goto(`${program.url}/#/loop/ways?c=2&r=0`)
  await result().getByRole('img').first().waitFor()
  for (const { key, view, opened } of VIEWS) {
    await page.keyboard.press(key)
    await opened().waitFor()
    expect(viewOf()).toBe(view)
    await page.goBack()
    await opened().waitFor({ state: 'detached' })
    expect(viewOf()).toBeUndefined()
    expect(page.url()).toContain('/loop/ways?c=2&r=0')
    await page.goForward()
    await opened().waitFor()
    await page.goBack()
    await opened().waitFor({ state: 'detached' })
  }
  await page.goBack()
  await expect.poll(() => page.url()).not.toContain('/loop/ways')
})

test('Escape leaves it as well, gives the focus to the result, and leaves no step behind', async () => {
  await page.goto(`${program.url}/#/loop/ways?c=2&r=0`)
  await result().getByRole('img').first().waitFor()
  for (const { key, view, opened } of VIEWS) {
    await page.keyboard.press(key)
    await opened().waitFor()
    expect(viewOf()).toBe(view)
    await page.keyboard.press('Escape')
    await opened().waitFor({ state: 'detached' })
    await expect.poll(() => viewOf()).toBeUndefined()
    await expect.poll(() => hasFocus(result())).toBe(true)
  }
  await page.goBack()
  await expect.poll(() => page.url()).not.toContain('/loop/ways')
})

test('from the lightbox over the grid, back leads to the grid and then to the result, at the place looked at last', async () => {
  await page.goto(`${program.url}/#/loop/ways?c=1&r=0`)
  await result().getByRole('img').first().waitFor()
  await page.keyboard.press('g')
  await sheet().waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await lightbox().waitFor()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.url()).toContain('c=3&r=0&v=lightbox')
  await page.goBack()
  await lightbox().waitFor({ state: 'detached' })
  await sheet().waitFor()
  await page.goBack()
  await sheet().waitFor({ state: 'detached' })
  await result().waitFor()
  expect(viewOf()).toBeUndefined()
})

test('a question has the focus, and whichever way it is answered the result gets it back', async () => {
  await page.goto(`${program.url}/#/loop/ways?c=0&r=0`)
  await result().getByRole('img').first().waitFor()
  const ask = async (item: string, first: string): Promise<void> => {
    await page.getByRole('button', { name: 'More for this loop' }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await expect.poll(() => hasFocus(page.getByRole('button', { name: first, exact: true }))).toBe(true)
  }
  for (const [item, first, stay] of [['Exit early', 'Exit early', 'Stay'], ['Start anew', 'Start anew', 'Cancel']] as const) {
    await ask(item, first)
    await page.keyboard.press('Escape')
    await expect.poll(() => hasFocus(result())).toBe(true)
    await ask(item, first)
    await page.getByRole('button', { name: stay }).click()
    await expect.poll(() => hasFocus(result())).toBe(true)
  }
  expect((await entries('ways')).length).toBe(6)
  // The keys are the result's again.
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => page.url()).toContain('c=1&r=0')
  await ask('Exit early', 'Exit early')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await call('getLoop', { params: { loop_id: 'ways' }, query: {} })).status).toBe('exited')
  await expect.poll(() => hasFocus(result())).toBe(true)
})

test('a tile that moves under a resting pointer offers nothing until the pointer moves', async () => {
  await startLoop('moving', 6)
  await page.goto(`${program.url}/#/loop/moving?c=0&r=0&v=grid`)
  await expect.poll(() => sheet().getByRole('option').count()).toBe(6)
  await page.keyboard.press('n')
  const second = await sheet().getByRole('option', { name: /^Cycle 2,/ }).boundingBox()
  if (second === null) throw new Error('The second tile is not drawn.')
  await page.mouse.move(second.x + second.width / 2, second.y + second.height / 2)
  const offered = page.getByRole('button', { name: /^Approve: Cycle/ })
  await expect.poll(() => offered.getAttribute('aria-label')).toBe('Approve: Cycle 2, first try')
  await offered.click()
  await sheet().getByRole('option', { name: /^Cycle 2,/ }).waitFor({ state: 'detached' })
  // Cycle 3 is there now, under the hand that has just approved.
  await expect.poll(async () => (await sheet().getByRole('option', { name: /^Cycle 3,/ }).boundingBox())?.x).toBe(second.x)
  expect(await offered.count()).toBe(0)
  await page.mouse.down()
  await page.mouse.up()
  expect((await entries('moving')).filter(({ decision }) => decision !== null).map(({ cycle_index }) => cycle_index)).toEqual([1])
  await page.mouse.move(second.x + second.width / 2, second.y + second.height / 2 + 3)
  await expect.poll(() => offered.getAttribute('aria-label')).toBe('Approve: Cycle 3, first try')
})

test('results made to choose among are called candidates, wherever they are named', async () => {
  await startLoop('chosen', 2, 3)
  await page.goto(`${program.url}/#/loop/chosen?c=0&r=1`)
  const strip = page.getByRole('navigation', { name: 'Cycles' })
  await strip.getByRole('button', { name: 'Cycle 1, candidate 2, undecided' }).waitFor()
  await page.keyboard.press('g')
  await expect.poll(() => sheet().getByRole('option').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label'))))
    .toEqual([1, 2].flatMap((cycle) => [1, 2, 3].map((candidate) => `Cycle ${cycle}, candidate ${candidate}, undecided`)))
  await page.keyboard.press('Escape')
  // A new round is a retry, of which there are candidates again.
  await call('decideMany', { body: { loop_id: 'chosen', decision: 'reject', items: [0, 1, 2].map((retry_index) => ({ cycle_index: 0, retry_index })) } })
  await strip.getByRole('button', { name: 'Cycle 1, retry 1, candidate 1, undecided' }).waitFor()
})

test('a paused loop says so, and that results wait', async () => {
  await call('configure', { body: { loop_id: 'moving', paused: true } })
  await page.goto(`${program.url}/#/loop/moving?c=2&r=0`)
  await page.getByText('Paused: nothing new is begun. Results wait for you.').waitFor()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect.poll(() => page.getByText('Paused: nothing new is begun.').count()).toBe(0)
  expect((await call('getLoop', { params: { loop_id: 'moving' }, query: {} })).paused).toBe(false)
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
