import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type LoopView } from '@lemouf/core/protocol'
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
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-'))
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

const loopId = (): string => /loop\/([^?]+)/.exec(page.url())?.[1] ?? ''
const theLoop = (): Promise<LoopView> => createClient({ base: program.url, fetch })('getLoop', { params: { loop_id: loopId() }, query: {} })
const entry = async (cycle: number, retry: number) => (await theLoop()).manifest.find((one) => one.cycle_index === cycle && one.retry_index === retry)
const button = (name: string) => page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name, exact: false }).first()
/** The place is in the address: which cycle and retry the person looks at. */
const place = (): [number, number] => {
  const query = new URLSearchParams(page.url().split('?')[1])
  return [Number(query.get('c')), Number(query.get('r'))]
}
/** Waits until an undecided result is looked at, whose picture has been drawn. */
async function resultShown(cycle: number, retry: number): Promise<void> {
  await expect.poll(place, { timeout: 20_000 }).toEqual([cycle, retry])
  await expect.poll(async () => (await button('Approve').getAttribute('aria-disabled')) ?? 'false', { timeout: 20_000 }).toBe('false')
  const drawn = () => page.getByRole('region', { name: 'Result' }).locator('img').evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 500))
  await expect.poll(drawn, { timeout: 20_000 }).toBe(true)
}

test('home lists the examples, and the preflight says what would happen', async () => {
  await page.goto(program.url)
  await page.getByRole('button', { name: /loop_basic_image(?!_)/ }).click()
  await expect.poll(() => page.getByText('It can run').count()).toBeGreaterThan(0)
  expect(await page.getByText('@loop.prompt').count()).toBeGreaterThan(0)
  await takePicture(page, 'home')
})

test('five cycles: approved by key, one rejected, one replayed, one undone', async () => {
  await page.getByLabel('Loop name').fill('five-hours')
  await page.getByRole('button', { name: 'Validate & Start' }).click()
  await page.waitForURL(/loop\//)
  await resultShown(0, 0)
  await page.keyboard.press('a')
  await resultShown(1, 0)
  await page.keyboard.press('x')
  await resultShown(1, 1)
  await page.keyboard.press('a')
  await resultShown(2, 0)
  await button('Replay').click()
  await resultShown(2, 1)
  await takePicture(page, 'run')
  await page.keyboard.press('a')
  await resultShown(3, 0)
  await page.keyboard.press('a')
  await resultShown(4, 0)
  await page.keyboard.press('u')
  await expect.poll(async () => (await entry(3, 0))?.decision).toBe(null)
  await resultShown(3, 0)
  await page.keyboard.press('a')
  await resultShown(4, 0)
  await page.keyboard.press('a')
  await expect.poll(async () => (await theLoop()).status).toBe('complete')
  expect((await theLoop()).manifest.map((one) => `${one.cycle_index}.${one.retry_index} ${one.decision}`)).toEqual([
    '0.0 approve', '1.0 reject', '1.1 approve', '2.0 replay', '2.1 approve', '3.0 approve', '4.0 approve',
  ])
})

test('a reload comes back to the same place', async () => {
  await page.keyboard.press('ArrowLeft')
  const before = place()
  await page.reload()
  await expect.poll(place).toEqual(before)
  await expect.poll(() => page.getByRole('region', { name: 'Result' }).locator('img').count()).toBeGreaterThan(0)
  await expect.poll(() => page.getByText('1 worker').count(), { timeout: 20_000 }).toBe(1)
  await takePicture(page, 'complete')
})

test('the export holds exactly the approved pictures and the manifest', async () => {
  await button('Export').click()
  const folder = join(dataDir, 'output', 'lemouf', loopId())
  await expect.poll(() => readdir(folder).catch(() => []), { timeout: 10_000 }).toHaveLength(6)
  const files = await readdir(folder)
  const manifestName = files.find((name) => name.startsWith('manifest_')) ?? ''
  const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as { approved: { files: string[]; cycle_index: number; retry_index: number }[] }
  expect(manifest.approved.map((one) => [one.cycle_index, one.retry_index])).toEqual([[0, 0], [1, 1], [2, 1], [3, 0], [4, 0]])
  expect(manifest.approved.flatMap((one) => one.files).sort()).toEqual(files.filter((name) => name !== manifestName).sort())
  for (const { files: names, cycle_index, retry_index } of manifest.approved) {
    const shown = (await entry(cycle_index, retry_index))?.outputs.images[0]
    const original = Buffer.from(await (await fetch(program.url + shown?.url)).arrayBuffer())
    expect((await readFile(join(folder, names[0] ?? ''))).equals(original)).toBe(true)
  }
})

test('the same in the light theme and in a sidebar', async () => {
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await page.emulateMedia({ colorScheme: 'light' })
  await takePicture(page, 'complete-light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 400, height: 860 })
  await expect.poll(() => button('Approve').isVisible()).toBe(true)
  await takePicture(page, 'sidebar')
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
