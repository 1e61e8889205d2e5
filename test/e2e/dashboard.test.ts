import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@lemouf/core/protocol'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { colourPrompt, colours } from '../../packages/server/src/testing/studio.ts'
import { complaintsOf, openBrowser } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** All loops at a glance, what they came to, and the machines that made them. */

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]

const call: Client = (name, input) => createClient({ base: program.url, actor: 'mia', fetch })(name, input)
const decide = (loop_id: string, retry_index: number, decision: 'approve' | 'reject', more: object = {}) =>
  call('decide', { body: { loop_id, cycle_index: 0, retry_index, decision, ...more } })
const returned = (loop_id: string, retry: number) =>
  expect.poll(async () => (await call('getLoop', { params: { loop_id }, query: {} })).manifest.some((one) => one.retry_index === retry && one.status === 'returned'), { timeout: 20_000 }).toBe(true)

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-dashboard-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const figure = (name: string) => page.locator('.tile', { hasText: name }).locator('.value')
const names = () => page.getByRole('table').getByRole('rowheader').allInnerTexts()
const row = (name: string) => page.getByRole('table').getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

test('one loop is done after a retry, another waits', async () => {
  for (const loop_id of ['skies', 'waits']) await call('startLoop', { body: { loop_id, prompt: colourPrompt(), payload: colours(1) } })
  await returned('skies', 0)
  await decide('skies', 0, 'reject', { reason: 'too dark' })
  await returned('skies', 1)
  await decide('skies', 1, 'approve')
  await returned('waits', 0)
})

test('who waits comes first, with figures of all loops and of each', async () => {
  await page.goto(`${program.url}/#/dashboard`)
  await row('waits').waitFor()
  expect(await names()).toEqual(['waits', 'skies'])
  await expect.poll(() => figure('First-pass approval').innerText()).toBe('0%')
  expect(await figure('Retries a cycle').innerText()).toBe('1')
  expect(await figure('Results waiting').innerText()).toBe('1')
  expect(await row('waits').innerText()).toMatch(/0\/1/)
  expect(await row('skies').innerText()).toMatch(/1\/1/)
})

test('what happens meanwhile is seen', async () => {
  await call('startLoop', { body: { loop_id: 'later', prompt: colourPrompt(), payload: colours(2) } })
  await row('later').getByText('waiting for you').waitFor({ state: 'attached' })
  await expect.poll(() => figure('Results waiting').innerText(), { timeout: 15_000 }).toBe('2')
  await call('exit', { body: { loop_id: 'later' } })
  await expect.poll(() => figure('Results waiting').innerText(), { timeout: 15_000 }).toBe('1')
})

test('loops are sorted by a heading, and found by state and words', async () => {
  await page.getByRole('button', { name: 'Loop', exact: true }).click()
  expect(await names()).toEqual(['later', 'skies', 'waits'])
  await page.getByRole('button', { name: 'Loop', exact: true }).click()
  expect(await names()).toEqual(['waits', 'skies', 'later'])
  await page.getByRole('button', { name: /^complete/ }).click()
  expect(await names()).toEqual(['skies'])
  await page.getByRole('searchbox').fill('nothing of this name')
  await page.getByRole('button', { name: 'Show all loops' }).click()
  expect(await names()).toHaveLength(3)
})

test('a loop shows its history beside the table: who, what, why, and what became of it', async () => {
  await decide('skies', 1, 'reject', { revision: 1, reason: 'on second thoughts' })
  await row('skies').click({ position: { x: 300, y: 10 } })
  const history = page.getByRole('list', { name: 'History of skies' })
  await history.getByText('on second thoughts').waitFor()
  const told = (await history.getByRole('listitem').allInnerTexts()).map((one) => one.replaceAll(/\s+/g, ' '))
  expect(told[0]).toMatch(/^Rejected ?Cycle 1, retry 1 mia · just now on second thoughts$/)
  expect(told[1]).toMatch(/^Approved ?Cycle 1, retry 1 mia · just now superseded: rejected by mia$/)
  expect(told[2]).toMatch(/^Rejected ?Cycle 1, first try mia · just now too dark$/)
  expect(told.at(-1)).toMatch(/^Loop made/)
  await call('undo', { body: { loop_id: 'skies', cycle_index: 0, retry_index: 1 } })
  await history.getByText('taken back by mia').waitFor()
  await history.getByRole('link', { name: 'Cycle 1, first try' }).first().click()
  await expect.poll(() => page.url()).toContain('#/loop/skies?c=0&r=0')
  await page.goBack()
  await expect.poll(() => page.url()).toContain('#/dashboard/skies')
})

test('the figures stand in a table as well, and the way of looking is kept', async () => {
  await page.getByRole('button', { name: 'Day', exact: true }).click()
  await page.getByRole('button', { name: 'As a table' }).click()
  await expect.poll(() => page.getByRole('region', { name: 'Figures' }).getByRole('row').count()).toBe(1 + 1 + 24)
  await page.reload()
  await expect.poll(() => page.getByRole('region', { name: 'Figures' }).getByRole('row').count()).toBe(1 + 1 + 24)
})

test('the servers say what they have, and an address that is none is told', async () => {
  await page.goto(`${program.url}/#/servers`)
  const engine = page.getByRole('article', { name: 'embedded engine' })
  await engine.getByText(/\d+ classes/).waitFor()
  await engine.getByRole('meter', { name: 'cpu' }).waitFor()
  await engine.getByRole('button', { name: 'Models' }).click()
  await page.getByText('It names no models.').waitFor()
  await page.getByRole('textbox', { name: 'Add a ComfyUI by its address' }).fill('not an address')
  await page.keyboard.press('Enter')
  await page.getByText('This is not an address.').waitFor()
})

test('the page complains of nothing', () => {
  expect(complaints).toEqual([])
})
