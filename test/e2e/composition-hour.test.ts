import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '@lemouf/core/json'
import { createClient, type Client } from '@lemouf/core/protocol'
import { contentEnd, durationOf, TICKS_PER_SECOND, violations, type Project } from '@lemouf/core/timeline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { makeMusic } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** From a finished loop to a cut of 60 seconds with music: the first of the five routes of a person's hour. */

const CYCLES = 12
const STILL = 5

let folder: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]
let music: string

const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const compositionId = (): string => /composition\/([^?]+)/.exec(page.url())?.[1] ?? ''
const project = async (): Promise<Project> => (await call('getComposition', { params: { composition_id: compositionId() }, query: {} })).document
const seconds = (moment: number): number => Math.round((moment / TICKS_PER_SECOND) * 100) / 100
const playhead = async (): Promise<string> => page.getByLabel('Playhead', { exact: true }).inputValue()

/** A day from dusk to dusk, an hour a poster: the sun goes from one side to the other, and the sky with it. */
function payload(): Json {
  const blend = (from: number, to: number, part: number): number => [16, 8, 0].reduce((colour, shift) => colour | (Math.round(((from >> shift) & 255) * (1 - part) + ((to >> shift) & 255) * part) << shift), 0)
  return Array.from({ length: CYCLES }, (_, hour) => {
    const part = hour / (CYCLES - 1)
    const height = Math.sin(part * Math.PI)
    return {
      sky: blend(0x3d348b, 0x0f7cbf, height), horizon: blend(0xf79a4c, 0xcfeeff, height), glow: blend(0xff7b5c, 0xfff3c0, height),
      sun: { color: 0xfff1d6, x: Math.round(60 + part * 760), y: Math.round(560 - height * 480), again: 400 },
      far: { color: blend(0x7a2e6d, 0x4fa7d0, height), x: 30 + hour * 50, y: 830 }, near: { color: blend(0x24182d, 0x14504c, height), x: 640 - hour * 45, y: 1000 },
    }
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-hour-'))
  ;[program, browser, music] = await Promise.all([startProcess(join(folder, 'data')), openBrowser(), makeMusic(folder, 'piano.wav', 70)])
  page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a loop of posters is finished, and its screen leads to the composition', async () => {
  await call('startLoop', { body: { loop_id: 'posters', name: 'loop/loop_core_image.json', payload: payload(), lookahead: CYCLES - 1 } })
  const waiting = async () => (await call('getLoop', { params: { loop_id: 'posters' }, query: {} })).manifest.filter(({ status }) => status === 'returned')
  await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(CYCLES)
  await call('decideMany', { body: { loop_id: 'posters', decision: 'approve', items: (await waiting()).map(({ cycle_index, retry_index }) => ({ cycle_index, retry_index })) } })
  await page.goto(`${program.url}/#/loop/posters`)
  await page.getByRole('button', { name: 'Compose' }).first().click()
  await page.waitForURL(/composition\//)
  await page.locator('#timeline-canvas').waitFor()
  const made = await project()
  expect([made.lanes.map(({ clips }) => clips.length), seconds(contentEnd(made))]).toEqual([[CYCLES], CYCLES * STILL])
}, 90_000)

test('music is uploaded, put below the pictures, and cut where they end', async () => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Upload files' }).click()])
  await chooser.setFiles(music)
  const piano = page.getByRole('option', { name: /piano\.wav/ })
  await expect.poll(() => piano.getAttribute('aria-selected'), { timeout: 20_000 }).toBe('true')
  await piano.click()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await project()).lanes.map(({ kind }) => kind)).toEqual(['video', 'audio'])
  // To the end of the pictures, cut, and the rest goes.
  await page.locator('#timeline-canvas').click({ position: { x: 400, y: 4 } })
  await page.getByLabel('Playhead', { exact: true }).fill('00:01:00:00')
  await page.keyboard.press('Enter')
  await page.locator('#timeline-canvas').focus()
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Shift+Z')
  await expect.poll(async () => (await project()).lanes.map(({ clips }) => clips.length)).toEqual([CYCLES, 2])
  const [, sound] = (await project()).lanes
  const rest = sound?.clips[1]
  expect([seconds(rest?.start ?? 0), seconds(rest?.duration ?? 0)]).toEqual([60, 10])
  const box = (await page.locator('#timeline-canvas').boundingBox())!
  await page.mouse.click(box.x + box.width * 0.93, box.y + 128)
  await page.keyboard.press('Delete')
  await expect.poll(async () => seconds(durationOf(await project()))).toBe(60)
  expect(violations(await project())).toEqual([])
}, 60_000)

test('it plays with sound from the middle, and comes to its end', async () => {
  await page.getByLabel('Playhead', { exact: true }).fill('00:00:30:00')
  await page.keyboard.press('Enter')
  await page.locator('#timeline-canvas').focus()
  await takePicture(page, 'composition')
  await page.keyboard.press('Space')
  await expect.poll(playhead, { timeout: 10_000 }).toMatch(/00:00:3[1-9]/)
  await page.keyboard.press('Space')
  await page.getByLabel('Playhead', { exact: true }).fill('00:00:59:00')
  await page.keyboard.press('Enter')
  await page.locator('#timeline-canvas').focus()
  await page.keyboard.press('Space')
  await expect.poll(playhead, { timeout: 10_000 }).toBe('00:01:00:00')
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  expect(complaints).toEqual([])
}, 60_000)

test('it is there again when the page is opened anew, where it was left', async () => {
  await expect.poll(() => page.getByText('Saved', { exact: true }).count(), { timeout: 10_000 }).toBeGreaterThan(0)
  await page.waitForTimeout(1000)
  await page.reload()
  await page.locator('#timeline-canvas').waitFor()
  await expect.poll(playhead).toBe('00:01:00:00')
  expect((await project()).lanes.map(({ clips }) => clips.length)).toEqual([CYCLES, 1])
}, 30_000)
