import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type PipelineView } from '@lemouf/core/protocol'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-pipeline-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const thePipeline = async (): Promise<PipelineView> => (await call('listPipelines', {})).pipelines[0]!
const pane = () => page.getByRole('region', { name: 'Pipeline leMouf_Loop-pipeline_0-1-0' })
const run = () => pane().getByRole('button', { name: 'Run pipeline' })
const card = (title: string) => pane().getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: title })
const approve = () => page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name: 'Approve' })
/** The address of the cycle that is looked at. */
const cycle = (): string | null => new URLSearchParams(page.url().split('?')[1]).get('c')

test('nothing of a pipeline is there before one is chosen; then its steps, and that it can run', async () => {
  await page.goto(program.url)
  await page.getByRole('button', { name: /leMouf_Loop-pipeline/ }).waitFor()
  expect(await page.getByRole('button', { name: 'Run pipeline' }).count()).toBe(0)
  await page.getByRole('button', { name: /leMouf_Loop-pipeline/ }).click()
  await expect.poll(() => pane().getByText('It can run').count()).toBe(1)
  await expect.poll(() => pane().getByRole('list', { name: 'Steps' }).getByRole('listitem').count()).toBe(3)
  await takePicture(page, 'pipeline-home')
})

test('one button: the list is made, and the pictures wait for a person', async () => {
  await run().click()
  await expect.poll(async () => (await thePipeline()).status, { timeout: 20_000 }).toBe('review')
  await pane().getByRole('link', { name: 'Review' }).waitFor()
  await expect.poll(() => card('Write the prompts').textContent()).toMatch(/done/)
  await expect.poll(() => run().getAttribute('aria-disabled')).toBe('true')
  await takePicture(page, 'pipeline-review')
})

test('a step leads to its loop, where five results are approved', async () => {
  await card('Paint them').click()
  await page.waitForURL(/loop\//)
  for (let index = 0; index < 5; index++) {
    await expect.poll(cycle, { timeout: 20_000 }).toBe(String(index))
    await expect.poll(async () => (await approve().getAttribute('aria-disabled')) ?? 'false', { timeout: 20_000 }).toBe('false')
    await page.keyboard.press('a')
  }
  await expect.poll(async () => (await thePipeline()).status, { timeout: 20_000 }).toBe('done')
})

test('its complete loop says that the pipeline is done; that and the way back lead to the pipeline', async () => {
  await page.getByRole('link', { name: 'Pipeline: done' }).click()
  await run().waitFor()
  await page.getByRole('link', { name: /2\. Paint them · leMouf_Loop-pipeline/ }).click()
  await page.getByRole('link', { name: 'Pipeline', exact: true }).click()
  await run().waitFor()
  await page.goBack()
  await page.waitForURL(/loop\//)
})

test('the composition lists what was approved; a reload shows the same, with how long each step took', async () => {
  await page.getByRole('link', { name: 'Pipeline', exact: true }).click()
  const resources = () => pane().getByRole('region', { name: 'Resources' })
  const drawn = () => resources().locator('img').evaluateAll((images) => images.filter((image) => (image as HTMLImageElement).naturalWidth > 0).length)
  await expect.poll(drawn, { timeout: 20_000 }).toBe(5)
  await page.reload()
  await expect.poll(drawn, { timeout: 20_000 }).toBe(5)
  await card('Compose').getByRole('button').first().click()
  expect(await resources().evaluate((section) => section === document.activeElement)).toBe(true)
  for (const title of ['Write the prompts', 'Paint them', 'Compose']) expect(await card(title).textContent()).toMatch(/done.*\d+(\.\d)? (s|min)/)
  await takePicture(page, 'pipeline-done')
  await page.emulateMedia({ colorScheme: 'light' })
  await takePicture(page, 'pipeline-done-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await resources().getByRole('link').nth(2).click()
  await expect.poll(cycle).toBe('2')
  await page.goBack()
})

test('it runs again and is cancelled; the step keeps how it went before', async () => {
  await run().click()
  await expect.poll(async () => (await thePipeline()).run).toBe(2)
  await expect.poll(async () => (await thePipeline()).status, { timeout: 20_000 }).toBe('review')
  await expect.poll(() => card('Compose').textContent()).toMatch(/last time done/)
  await pane().getByRole('button', { name: 'Cancel pipeline' }).click()
  await pane().getByRole('status').getByRole('button', { name: 'Cancel pipeline' }).click()
  await expect.poll(async () => (await thePipeline()).status).toBe('cancelled')
  await expect.poll(() => card('Paint them').textContent()).toMatch(/stopped/)
  await expect.poll(async () => (await call('listLoops', {})).loops.find(({ loop_id }) => loop_id.endsWith('_2_4'))?.status).toBe('exited')
})

test('the same in a sidebar', async () => {
  await page.setViewportSize({ width: 400, height: 860 })
  await expect.poll(() => run().isVisible()).toBe(true)
  await takePicture(page, 'pipeline-sidebar')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
