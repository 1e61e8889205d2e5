import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type LoopView } from '@lemouf/core/protocol'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults } from '../support/axe.ts'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

let dataDir: string
let program: RunningProgram
let browser: Browser
let context: BrowserContext
let page: Page
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce', locale: 'en-GB' })
  page = await context.newPage()
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const open = (): Promise<unknown> => page.goto(`${program.url}/#/settings`)
const cap = (chord: string, action: string) => page.getByRole('button', { name: `Change ${chord}: ${action}`, exact: true })
const said = (): Promise<string | null> => page.getByRole('region', { name: 'Keys', exact: true }).getByRole('status').textContent()
const theme = (on: Page = page): Promise<string | undefined> => on.evaluate(() => document.documentElement.dataset['theme'])
const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
const heading = (on: Page = page): Promise<string | null> => on.getByRole('heading', { level: 1 }).textContent()
const theLoop = (): Promise<LoopView> => createClient({ base: program.url, fetch })('getLoop', { params: { loop_id: 'keys' }, query: {} })
const decisions = async (): Promise<(string | null)[]> => (await theLoop()).manifest.map(({ decision }) => decision)

test('by keyboard alone approve moves from A to Q', async () => {
  await open()
  await cap('A', 'approve').focus()
  await page.keyboard.press('Enter')
  await expect.poll(said).toBe('Press the new key for “approve”. Esc cancels, Backspace removes the old one.')
  await page.keyboard.press('q')
  await expect.poll(said).toBe('Q now stands for “approve”.')
  expect(await cap('Q', 'approve').evaluate((button) => button === document.activeElement)).toBe(true)
})

test('a key that another action has is taken over when the person says so; the other keeps what it has beside', async () => {
  await cap('X', 'reject').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('u')
  await expect.poll(said).toBe('U now stands for “undo”.')
  await page.keyboard.press('Escape')
  await expect.poll(said).toBe('Nothing was changed.')
  expect(await heading()).toBe('Settings')
  await page.keyboard.press('Enter')
  await page.keyboard.press('u')
  await page.getByRole('button', { name: 'Take it over' }).press('Enter')
  await expect.poll(() => cap('U', 'reject').count()).toBe(1)
  expect([await cap('U', 'undo').count(), await cap('Ctrl + Z', 'undo').count()]).toEqual([0, 1])
})

test('keys of the browser are refused, and digits', async () => {
  await cap('G', 'grid').focus()
  await page.keyboard.press('Space')
  for (const key of ['Control+r', 'F5', 'Tab']) {
    await page.keyboard.press(key)
    await expect.poll(said).toContain('belongs to the browser')
  }
  await page.keyboard.press('3')
  await expect.poll(said).toBe('3 always chooses a sibling. Press another.')
  expect(await accessFaults(page)).toEqual([])
  await takePicture(page, 'settings')
  await page.keyboard.press('Backspace')
  await expect.poll(said).toBe('G no longer stands for “grid”.')
  await page.getByRole('button', { name: 'As usual: grid' }).press('Enter')
  await expect.poll(() => cap('G', 'grid').count()).toBe(1)
})

test('the new keys decide, the old ones no longer do, and help shows them', async () => {
  await page.goto(program.url)
  await page.getByRole('button', { name: /loop_basic_image(?!_)/ }).click()
  await page.getByLabel('Loop name').fill('keys')
  await page.getByRole('button', { name: 'Validate & Start' }).click()
  await page.waitForURL(/loop\/keys/)
  const approve = page.getByRole('toolbar', { name: 'Decide' }).getByRole('button', { name: 'Approve', exact: false }).first()
  await expect.poll(async () => (await approve.getAttribute('aria-disabled')) ?? 'false', { timeout: 30_000 }).toBe('false')
  await page.keyboard.press('a')
  await page.keyboard.press('x')
  await page.keyboard.press('q')
  await expect.poll(decisions, { timeout: 20_000 }).toContain('approve')
  expect((await decisions()).filter((decision) => decision !== null)).toEqual(['approve'])
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect.poll(() => help.getByText('approve', { exact: true }).locator('xpath=preceding-sibling::dt[1]').textContent()).toBe('Q')
  expect(await accessFaults(page, '[role="dialog"]')).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => help.count()).toBe(0)
})

test('theme and language change at once, in every window, and stay after a reload', async () => {
  await open()
  const other = await context.newPage()
  await other.goto(`${program.url}/#/settings`)
  const dark = await ground()
  await page.getByRole('radio', { name: 'Light' }).focus()
  await page.keyboard.press('Space')
  expect(await theme()).toBe('light')
  expect(await ground()).not.toBe(dark)
  await expect.poll(() => theme(other)).toBe('light')
  await page.getByRole('radio', { name: 'Français' }).focus()
  await page.keyboard.press('Space')
  expect(await heading()).toBe('Réglages')
  await expect.poll(() => heading(other)).toBe('Réglages')
  await other.close()
  await page.reload()
  expect([await theme(), await heading(), await page.evaluate(() => document.documentElement.lang)]).toEqual(['light', 'Réglages', 'fr'])
  expect(await accessFaults(page)).toEqual([])
  await takePicture(page, 'settings-fr-light')
})

const tones = (): Promise<number> => page.evaluate(() => (globalThis as unknown as { tones: number }).tones)

test('sounds can be heard before they are wanted', async () => {
  await page.addInitScript(() => {
    const heard = Object.assign(globalThis, { tones: 0 })
    globalThis.AudioContext = class extends AudioContext {
      override createOscillator(): OscillatorNode {
        heard.tones++
        return super.createOscillator()
      }
    }
  })
  await page.reload()
  await page.getByRole('button', { name: 'Terminée' }).click()
  await expect.poll(tones).toBe(4)
})

test('a result that waits is heard on any screen, once sounds are wanted and the person has done something', async () => {
  await page.getByRole('checkbox', { name: /^Sons/ }).focus()
  await page.keyboard.press('Space')
  await page.reload()
  const listening = page.waitForResponse((response) => response.url().endsWith('/lemouf/events'))
  await page.getByRole('heading', { level: 1 }).click()
  await listening
  await createClient({ base: program.url, fetch })('startLoop', { body: { name: 'loop/loop_basic_image.json', loop_id: 'heard' } })
  await expect.poll(tones, { timeout: 20_000 }).toBe(2)
})

test('the settings complained of nothing', () => {
  expect(complaints).toEqual([])
})
