import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type LoopView } from '@lemouf/core/protocol'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

const LOOP = 'foxes'
const PIPELINE = 'loop/leMouf_Loop-pipeline_0-1-0.json'
const PATIENCE = { timeout: 20_000 }

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let call: Client
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-payload-'))
  program = await startProcess(dataDir)
  call = createClient({ base: program.url, fetch })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const loop = (id = LOOP): Promise<LoopView> => call('getLoop', { params: { loop_id: id }, query: {} })
const attempts = async (cycle: number) => (await loop()).manifest.filter(({ cycle_index }) => cycle_index === cycle)
const cell = (row: number, column: string): Locator => page.getByRole('button', { name: new RegExp(`^Cycle ${row}, ${column}:`) }).first()
async function typeInto(row: number, column: string, value: string): Promise<void> {
  await cell(row, column).click()
  await page.keyboard.type(value)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `Cycle ${row}, ${column}: ${value}` }).first().waitFor()
}

test('a payload edited before the start is what the loop runs with', async () => {
  await page.goto(`${program.url}/#/?workflow=loop/loop_basic_image.json`)
  await typeInto(1, 'prompt', 'a fox at dawn')
  await cell(1, 'seed').click()
  await page.keyboard.type('many')
  await page.keyboard.press('Enter')
  await page.getByText('Type a number, or nothing.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove row 1' }).waitFor()
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await page.getByRole('textbox', { name: 'Payload' }).press('ControlOrMeta+End')
  await page.keyboard.type('}')
  await page.getByText(/not valid JSON.*line \d+, column \d+/).waitFor()
  expect(await page.getByRole('button', { name: 'Validate & Start' }).getAttribute('aria-disabled')).toBe('true')
  await page.keyboard.press('Backspace')
  await page.getByLabel('Loop name').fill(LOOP)
  await page.getByRole('button', { name: 'Validate & Start' }).click()
  await page.waitForURL(/loop\/foxes/)
  expect((await loop()).payload).toMatchObject([{ prompt: 'a fox at dawn', seed: 13 }, {}, {}, {}, {}])
  await expect.poll(async () => (await attempts(0))[0]?.inputs['5.prompt'], PATIENCE).toBe('a fox at dawn')
})

test('the payload of a running loop is changed in its table, and the history tells by whom and what', async () => {
  await page.goto(`${program.url}/#/loop/${LOOP}/payload`)
  await page.getByText('1 cycle has been made').waitFor()
  await typeInto(5, 'prompt', 'a fox at night')
  await page.getByRole('button', { name: 'Duplicate row 5' }).click()
  await page.getByText('2 changes').waitFor()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  await takePicture(page, 'payload')
  expect((await loop()).payload).toHaveLength(6)
  const { events } = await call('getHistory', { params: { loop_id: LOOP }, query: { about: 'payload' } })
  expect(events.map(({ type, data }) => [type, (data as { payload: readonly unknown[] }).payload.length])).toEqual([['payloadSet', 5], ['payloadSet', 6]])
  const versions = page.getByRole('complementary').getByRole('listitem').filter({ hasText: events[0]?.by ?? '' })
  await expect.poll(() => versions.count()).toBeGreaterThanOrEqual(2)
  await versions.last().getByText('1 change', { exact: true }).click()
  await page.getByRole('insertion').filter({ hasText: 'a fox at dawn' }).waitFor()
})

test('candidates, seeds and an override changed on a running loop hold from the next attempt on', async () => {
  await page.goto(`${program.url}/#/loop/${LOOP}`)
  await page.getByRole('img').first().waitFor()
  await page.keyboard.press('o')
  const settings = page.getByRole('region', { name: 'Settings of the loop' })
  await settings.getByLabel('Candidates').fill('99')
  await settings.getByText('Give a whole number from 1 to 16.').waitFor()
  expect((await loop()).candidates).toBe(1)
  await settings.getByLabel('Candidates').fill('2')
  await settings.getByLabel('Seeds').selectOption('each')
  await settings.getByLabel('Add an input').selectOption('5.width')
  await settings.getByLabel('Value of 5.width').fill('384')
  await settings.getByText('Saved').waitFor()
  await expect.poll(async () => [(await loop()).candidates, (await loop()).seeds, (await loop()).overrides]).toEqual([2, 'each', { '5.width': 384 }])
  await expect.poll(async () => (await attempts(0)).filter(({ status }) => status === 'returned').length, PATIENCE).toBe(2)
  await settings.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('a')
  await expect.poll(async () => (await attempts(1)).filter(({ status }) => status === 'returned').length, PATIENCE).toBe(2)
  const made = await attempts(1)
  expect(made.map(({ inputs }) => inputs['5.width'])).toEqual([384, 384])
  expect(made.map(({ outputs }) => outputs.images[0]?.width)).toEqual([384, 384])
  expect(new Set(made.map(({ inputs }) => inputs['5.seed'])).size).toBe(2)
})

test('a paused loop begins nothing new until it is resumed', async () => {
  await page.keyboard.press('o')
  const settings = page.getByRole('region', { name: 'Settings of the loop' })
  await settings.getByRole('button', { name: 'Pause' }).click()
  await settings.getByText('Paused: nothing new is begun.').waitFor()
  await settings.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('a')
  await expect.poll(async () => (await loop()).approved, PATIENCE).toBe(2)
  await expect.poll(async () => (await loop()).status).toBe('paused')
  expect(await attempts(2)).toEqual([])
  await page.keyboard.press('o')
  await settings.getByRole('button', { name: 'Resume' }).click()
  await expect.poll(async () => (await attempts(2)).length, PATIENCE).toBe(2)
})

test('a step of a pipeline waits with what was returned, and takes what a person made of it', async () => {
  await page.goto(`${program.url}/#/?workflow=${PIPELINE}`)
  await page.getByLabel('Show payloads first').check()
  await page.getByRole('button', { name: 'Run pipeline' }).click()
  await page.getByRole('link', { name: 'Look at it' }).click()
  await typeInto(2, 'prompt', 'a fox at noon')
  await page.getByRole('button', { name: 'Remove row 2' }).waitFor()
  await page.getByText('1 change', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Start with this payload' }).click()
  await page.getByRole('link', { name: /step 2 of 3/ }).waitFor()
  const { pipelines } = await call('listPipelines', {})
  const id = pipelines[0]?.steps[1]?.loop_id ?? ''
  await expect.poll(async () => (await loop(id)).payload, PATIENCE).toMatchObject([{}, { prompt: 'a fox at noon' }, {}, {}, {}])
  expect((await loop(id)).payload_origin).toMatchObject({ edited: true })
  expect(page.url()).toContain(`/loop/${id}`)
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
