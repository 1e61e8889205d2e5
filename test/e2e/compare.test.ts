import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@lemouf/core/protocol'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** The part of axe-core's result that is looked at. */
interface AxePage {
  axe: { run: (root: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> }
}

const LOOP = 'coast'
const PROMPT = 'dawn on the coast, green headlands, peach light'
const PATIENCE = { timeout: 20_000 }

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-compare-'))
  program = await startProcess(dataDir)
  // The painter of the example is node 5; small pictures come quickly.
  await call('startLoop', { body: { loop_id: LOOP, name: 'loop/loop_basic_image.json', overrides: { '5.width': 384, '5.height': 256 } } })
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
  await page.goto(`${program.url}/#/loop/${LOOP}`)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const asked = (): URLSearchParams => new URLSearchParams(page.url().split('?')[1])
/** `cycle.retry` and the view, as the address has them. */
const where = (): string => `${asked().get('c')}.${asked().get('r')} ${asked().get('v') ?? 'loupe'}`
const statuses = async (): Promise<string[]> => (await call('getLoop', { params: { loop_id: LOOP }, query: {} })).manifest.map((one) => `${one.cycle_index}.${one.retry_index} ${one.decision ?? one.status}`)
const side = (letter: 'A' | 'B') => page.getByRole('region', { name: new RegExp(`^${letter}: `) })
const lightbox = () => page.getByRole('dialog', { name: /^Lightbox/ })
/** Waits until a region shows a picture that has been drawn. */
const drawn = (region: ReturnType<typeof side>) => expect.poll(() => region.locator('img.drawn').count(), PATIENCE).toBe(1)

async function violations(): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(() => (globalThis as unknown as AxePage).axe.run(document, { resultTypes: ['violations'] }))
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

test('what a rejection changes opens beside what was rejected, with what differs', async () => {
  await drawn(page.getByRole('region', { name: 'Result' }))
  await page.keyboard.press('Shift+X')
  const form = page.getByRole('form', { name: 'Reject with a reason' })
  await form.getByLabel('Reason').fill('too violet')
  await form.getByLabel(/^Next prompt/).fill(PROMPT)
  await page.keyboard.press('Enter')
  await expect.poll(where).toBe('0.1 compare')
  await drawn(side('A'))
  await drawn(side('B'))
  expect(await statuses()).toEqual(['0.0 reject', '0.1 returned'])
  const row = page.getByRole('region', { name: 'What differs' }).getByRole('row', { name: /prompt/ })
  expect(await row.locator('del').allTextContents()).toEqual(['violet'])
  expect(await row.locator('ins').allTextContents()).toEqual(['green'])
  expect(await page.getByRole('row', { name: /^width|^height/ }).count()).toBe(0)
  await takePicture(page, 'compare')
  expect(await violations()).toEqual([])
})

test('both are looked at in the same way', async () => {
  const scales = () => page.locator('img.drawn').evaluateAll((images) => images.map((image) => `${image.getBoundingClientRect().width.toFixed(1)} ${(image as HTMLElement).style.transform}`))
  const fitted = await scales()
  const box = await side('B').boundingBox()
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await page.mouse.wheel(0, -600)
  await expect.poll(async () => (await scales())[0]).not.toBe(fitted[0])
  const [a, b] = await scales()
  expect(a).toBe(b)
  await page.keyboard.press('0')
  await expect.poll(scales).toEqual(fitted)
})

test('the slider is moved by the keyboard, and the arrows stay the slider’s', async () => {
  await page.keyboard.press('d')
  const slider = page.getByRole('slider', { name: 'Where A ends and B begins' })
  await slider.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await slider.getAttribute('aria-valuenow')).toBe('62')
  await page.keyboard.press('Home')
  expect(await slider.getAttribute('aria-valuenow')).toBe('0')
  expect(where()).toBe('0.1 compare')
  await slider.press('End')
  expect(await slider.getAttribute('aria-valuenow')).toBe('100')
})

test('the difference of a result with itself is black', async () => {
  await page.keyboard.press('d')
  await page.keyboard.press('p')
  await expect.poll(() => asked().get('a')).toBe('0.1')
  await expect.poll(() => page.locator('.layers img.drawn').evaluateAll((images) => new Set(images.map((image) => (image as HTMLImageElement).src)).size)).toBe(1)
  // Within the edges, which other things touch; the lower part has the sentence that says what is seen.
  const shot = (await page.locator('.layers.difference').screenshot()).toString('base64')
  const brightest = await page.evaluate(async (png) => {
    const picture = Object.assign(new Image(), { src: `data:image/png;base64,${png}` })
    await picture.decode()
    const brush = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d')
    brush?.drawImage(picture, 0, 0)
    const pixels = brush?.getImageData(4, 4, picture.width - 8, Math.floor(picture.height / 2)).data
    return pixels?.reduce((most, level, index) => (index % 4 === 3 ? most : Math.max(most, level)), 0)
  }, shot)
  expect(brightest).toBe(0)
})

test('what is pinned stays A as B moves, and survives a reload, as the mode does', async () => {
  await page.keyboard.press('ArrowUp')
  await expect.poll(where).toBe('0.0 compare')
  await page.reload()
  await expect.poll(() => page.getByRole('button', { name: 'Difference', pressed: true }).count(), PATIENCE).toBe(1)
  await page.keyboard.press('d')
  await drawn(side('A'))
  expect(await side('A').getAttribute('aria-label')).toBe('A: Cycle 1, retry 1')
  expect(await side('B').getAttribute('aria-label')).toBe('B: Cycle 1, first try')
  await page.keyboard.press('Escape')
  await expect.poll(where).toBe('0.0 loupe')
  expect(asked().get('a')).toBe('0.1')
})

test('the lightbox takes a digit, keeps the focus, and closes when its cycle is approved', async () => {
  await page.keyboard.press('f')
  await lightbox().waitFor()
  await page.keyboard.press('2')
  await expect.poll(where).toBe('0.1 lightbox')
  await drawn(lightbox().getByRole('region', { name: 'Result' }))
  expect(await violations()).toEqual([])
  await takePicture(page, 'lightbox')
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('[role="dialog"]') !== null)).toBe(true)
  }
  await page.keyboard.press('a')
  await expect.poll(where, PATIENCE).toBe('1.0 loupe')
  expect(await lightbox().count()).toBe(0)
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Result')
})

test('with the setting off it stays; a typed number jumps', async () => {
  await drawn(page.getByRole('region', { name: 'Result' }))
  await page.evaluate(() => localStorage.setItem('lemouf.settings', JSON.stringify({ closeLightbox: false })))
  await page.reload()
  await drawn(page.getByRole('region', { name: 'Result' }))
  await page.keyboard.press('f')
  await page.keyboard.press('a')
  await expect.poll(where, PATIENCE).toBe('2.0 lightbox')
  const field = lightbox().getByLabel('Cycle to show')
  await field.fill('99')
  expect(await lightbox().getByRole('alert').textContent()).toBe('Type a number from 1 to 5.')
  await field.fill('1')
  await page.keyboard.press('Enter')
  await expect.poll(where).toBe('0.1 lightbox')
  await page.keyboard.press('Escape')
  await expect.poll(where).toBe('0.1 loupe')
})

test('the same in the light theme', async () => {
  await page.emulateMedia({ colorScheme: 'light' })
  for (const key of ['c', 'd', 'f']) {
    await page.keyboard.press(key)
    expect(await violations()).toEqual([])
  }
})

test('two films play, pause and seek as one', async () => {
  const film = async () => (await call('getLoop', { params: { loop_id: 'film' }, query: {} })).manifest.map(({ status }) => status)
  await call('startLoop', { body: { loop_id: 'film', name: 'loop/loop_film.json' } })
  await expect.poll(film, PATIENCE).toEqual(['returned'])
  await call('decide', { body: { loop_id: 'film', cycle_index: 0, retry_index: 0, decision: 'replay' } })
  await expect.poll(film, PATIENCE).toEqual(['returned', 'returned'])
  await page.goto(`${program.url}/#/loop/film?c=0&r=1&v=compare`)
  const films = () => page.locator('video').evaluateAll((all) => (all as HTMLVideoElement[]).map(({ paused, muted, readyState }) => ({ paused, muted, ready: readyState > 1 })))
  const both = (paused: boolean) => Array.from({ length: 2 }, () => ({ paused, muted: true, ready: true }))
  // The browser is told to hold still: nothing plays by itself.
  await expect.poll(films, PATIENCE).toEqual(both(true))
  await page.keyboard.press('Space')
  await expect.poll(films).toEqual(both(false))
  await page.keyboard.press('Space')
  await expect.poll(films).toEqual(both(true))
  await page.locator('video').first().evaluate((video) => { (video as HTMLVideoElement).currentTime = 0.7 })
  const apart = () => page.locator('video').evaluateAll((all) => (all as HTMLVideoElement[]).map(({ currentTime }) => Math.abs(currentTime - 0.7) < 0.05))
  await expect.poll(apart).toEqual([true, true])
  await page.keyboard.press('d')
  await page.getByRole('slider', { name: 'Place in both films' }).fill('1.5')
  await expect.poll(() => page.locator('video').evaluateAll((all) => (all as HTMLVideoElement[]).map(({ currentTime }) => Math.abs(currentTime - 1.5) < 0.05))).toEqual([true, true])
})

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
