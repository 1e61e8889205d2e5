import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client } from '@lemouf/core/protocol'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults, COLOUR_RULES } from '../support/axe.ts'
import { complaintsOf, openBrowser, takeScreen } from '../support/browser.ts'
import { compose, makeFilm, makeMusic, makeStill, upload } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** Every screen in both themes and three widths: looked at by axe-core, and kept as a picture. */

const WIDTHS = [{ width: 360, height: 760 }, { width: 1024, height: 720 }, { width: 1600, height: 900 }] as const

let dataDir: string
let program: RunningProgram
let browser: Browser | undefined
let page: Page
let complaints: string[]
let composition: string

const call: Client = (name, input) => createClient({ base: program.url, actor: 'anna', fetch })(name, input)
const loop = (loopId: string) => call('getLoop', { params: { loop_id: loopId }, query: {} })
const returned = async (loopId: string): Promise<number> => (await loop(loopId)).manifest.filter(({ status }) => status === 'returned').length
const decide = (cycle: number, retry: number, decision: 'approve' | 'reject', more = {}) =>
  call('decide', { body: { loop_id: 'portraits-07', cycle_index: cycle, retry_index: retry, decision, ...more } })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-screens-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await browser.newPage({ reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser?.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

/** A loop in review with retries and a reason, a complete one, and a pipeline. */
test('a morning’s work is there to be looked at', async () => {
  await call('startLoop', { body: { loop_id: 'portraits-07', name: 'loop/loop_styles_image.json', lookahead: 7 } })
  await expect.poll(() => returned('portraits-07'), { timeout: 60_000 }).toBe(8)
  for (const cycle of [0, 1, 3]) await decide(cycle, 0, 'approve')
  await decide(2, 0, 'reject', { reason: 'too dark in the corners' })
  await decide(4, 0, 'reject', { reason: 'the horizon is tilted' })
  await expect.poll(() => returned('portraits-07'), { timeout: 60_000 }).toBe(10)
  await call('startLoop', { body: { loop_id: 'words-02', name: 'loop/loop_text.json', approve: 'all' } })
  await call('startPipeline', { body: { name: 'loop/leMouf_Loop-pipeline_0-1-0.json' } })
  await expect.poll(async () => (await call('listPipelines', {})).pipelines[0]?.status, { timeout: 60_000 }).toBe('review')
}, 120_000)

/** A cut of footage with all that an editor shows: linked sound, a still over a film, a marker, and results of a loop to choose from. */
test('a composition is there to be looked at', async () => {
  const [film, still, music] = await Promise.all([
    makeFilm(dataDir, { name: 'harbour.mp4', seconds: 8, size: '640x360', pitch: 440 }), makeStill(dataDir, 'moon.png', 'mandelbrot', '640x360'), makeMusic(dataDir, 'song.wav', 20),
  ])
  const [harbour, moon, song] = [await upload(program.url, film), await upload(program.url, still), await upload(program.url, music)]
  composition = await compose(program.url, 'An evening at the harbour', ['V2', 'V1', 'A1', 'A2'], [
    { id: 'film', lane: 'V1', media: harbour, at: 0, link: 'one' }, { id: 'sound', lane: 'A1', media: harbour, at: 0, link: 'one' },
    { id: 'moon', lane: 'V2', media: moon, at: 2, seconds: 4, more: { transform: { position: { x: 0.25, y: -0.2 }, scale: { x: 0.4, y: 0.4 }, rotation: 0, anchor: { x: 0.5, y: 0.5 } } } },
    { id: 'song', lane: 'A2', media: song, at: 0, seconds: 14 },
  ])
  await call('createComposition', { body: { name: 'Portraits', from: { type: 'loop', loop_id: 'portraits-07' } } })
}, 60_000)

interface Shot {
  readonly name: string
  /** Known when it is opened, where it is made by a test before. */
  readonly address: string | (() => string)
  /** What is done on the screen before it is looked at. */
  readonly act?: () => Promise<unknown>
}
const key = (...keys: string[]) => async (): Promise<void> => { for (const one of keys) await page.keyboard.press(one) }
const REVIEW = '/#/loop/portraits-07?c=4&r=1'

/** Lanes with their strips and waveforms, and the picture under the playhead. */
async function editorDrawn(): Promise<void> {
  if (page.viewportSize()?.width === 360) await page.getByRole('button', { name: 'Timeline' }).first().click()
  else await expect.poll(() => page.locator('.stage > canvas[data-frame]').getAttribute('data-frame'), { timeout: 15_000 }).toBe('0')
  await page.locator('#timeline-canvas').waitFor()
}

const SHOTS: readonly Shot[] = [
  { name: 'home', address: '/#/' },
  { name: 'preflight', address: '/#/?workflow=loop%2Floop_basic_image.json', act: () => page.getByText('It can run').waitFor() },
  { name: 'pipeline', address: '/#/?workflow=loop%2FleMouf_Loop-pipeline_0-1-0.json', act: () => page.getByRole('button', { name: 'Run pipeline' }).waitFor() },
  { name: 'payload', address: '/#/loop/portraits-07/payload' },
  { name: 'run', address: REVIEW },
  { name: 'reject', address: REVIEW, act: key('Shift+X') },
  { name: 'loop-settings', address: REVIEW, act: key('o') },
  { name: 'keys', address: REVIEW, act: key('?') },
  { name: 'lightbox', address: `${REVIEW}&v=lightbox` },
  { name: 'compare', address: `${REVIEW}&v=compare`, act: key('i') },
  { name: 'grid', address: `${REVIEW}&v=grid` },
  { name: 'batch', address: `${REVIEW}&v=grid`, act: key('Shift+ArrowRight', 'Shift+ArrowRight') },
  { name: 'compositions', address: '/#/composition', act: () => page.getByText('An evening at the harbour').waitFor() },
  { name: 'composition', address: () => `/#/composition/${composition}`, act: editorDrawn },
  { name: 'composition-clip', address: () => `/#/composition/${composition}`, act: async () => { await editorDrawn(); await page.locator('#timeline-canvas').press('Control+a') } },
  { name: 'dashboard', address: '/#/dashboard' },
  { name: 'history', address: '/#/dashboard/portraits-07' },
  { name: 'servers', address: '/#/servers' },
  { name: 'settings', address: '/#/settings' },
]

/** Pictures have been drawn, and what was asked for has come. */
async function settled(): Promise<void> {
  await page.waitForLoadState('networkidle')
  await expect.poll(() => page.evaluate(() => [...document.images].every((image) => image.complete || image.loading === 'lazy'))).toBe(true)
  await page.evaluate(() => document.fonts.ready)
}

describe.each(SHOTS)('$name', ({ name, address, act }) => {
  test.each(WIDTHS)('is accessible at $width px, in both themes', async (size) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    await page.goto('about:blank')
    await page.goto(program.url + (typeof address === 'string' ? address : address()))
    await settled()
    await act?.()
    await settled()
    const dark = await accessFaults(page)
    await takeScreen(page, `${name}-dark-${size.width}`)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await settled()
    const light = await accessFaults(page, 'html', COLOUR_RULES)
    await takeScreen(page, `${name}-light-${size.width}`)
    expect({ dark, light }).toEqual({ dark: [], light: [] })
  }, 60_000)
})

test('no screen complained of anything', () => {
  expect(complaints).toEqual([])
})
