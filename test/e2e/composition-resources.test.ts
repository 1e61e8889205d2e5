import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@lemouf/core/protocol'
import { toSeconds, violations, type Project } from '@lemouf/core/timeline'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { colourPrompt, colours } from '../../packages/server/src/testing/studio.ts'
import { accessFaults } from '../support/axe.ts'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { compose, makeFilm, makeMusic, makeStill, upload } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** The resources of a composition: results that come in live, uploads that break off, what is missing, what is unused. */

let folder: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]
let composition: string
let pier: string
const LOOP = 'skies'
const call = () => createClient({ base: program.url, fetch })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-resources-'))
  program = await startProcess(join(folder, 'data'))
  await call()('startLoop', { body: { loop_id: LOOP, prompt: colourPrompt(64), payload: colours(3), lookahead: 2 } })
  const [harbour, lost, spare] = await Promise.all([
    makeFilm(folder, { name: 'harbour.mp4', seconds: 3, size: '320x180', pitch: 440 }), makeStill(folder, 'lost.png', 'color=c=tomato', '320x180'), makeStill(folder, 'spare.png', 'color=c=teal', '320x180'),
  ])
  const film = await upload(program.url, harbour)
  await upload(program.url, spare)
  composition = await compose(program.url, 'resources', ['V1', 'A1'], [
    { id: 'f', lane: 'V1', media: film, at: 0, link: 'l' }, { id: 's', lane: 'A1', media: film, at: 0, link: 'l' }, { id: 'x', lane: 'V1', media: await upload(program.url, lost), at: 5, seconds: 2 },
  ])
  pier = await makeFilm(folder, { name: 'pier.mp4', seconds: 4, pitch: 330 })
  while ((await entries()).filter(({ status }) => status === 'returned').length < 2) await new Promise((resolve) => { setTimeout(resolve, 50) })
  await approve(0)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
  await page.goto(`${program.url}/#/composition/${composition}`)
  await button('Unfold In this composition').click()
  await cells('In this composition').nth(1).waitFor()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

const entries = async () => (await call()('getLoop', { params: { loop_id: LOOP }, query: {} })).manifest
const approve = (cycle: number) => call()('decide', { body: { loop_id: LOOP, cycle_index: cycle, retry_index: 0, decision: 'approve' } })
const documentOf = async (): Promise<Project> => (await call()('getComposition', { params: { composition_id: composition }, query: {} })).document
const clips = async () => {
  const project = await documentOf()
  expect(violations(project)).toEqual([])
  return project.lanes.flatMap((lane) => lane.clips.map((clip) => ({ lane: lane.name, ...clip, from: toSeconds(clip.start), to: toSeconds(clip.start) + toSeconds(clip.duration) })))
}
const pane = (): Locator => page.getByRole('region', { name: 'Resources', exact: true })
const cells = (group: string): Locator => pane().getByRole('listbox', { name: group }).getByRole('option')
const button = (name: string): Locator => pane().getByRole('button', { name, exact: true })
const rowOf = (name: string): Locator => pane().getByRole('region', { name: 'Uploads' }).getByRole('listitem').filter({ hasText: name })
const files = (...paths: readonly string[]) => page.locator('input[data-test=files]').setInputFiles([...paths])

test('results of a loop are listed by cycle, and what is approved meanwhile comes in by itself', async () => {
  const returned = (cycle: number) => expect.poll(async () => (await entries()).find((entry) => entry.cycle_index === cycle)?.status, { timeout: 20_000 }).toBe('returned')
  await returned(2)
  await approve(2)
  await page.getByLabel('Results of', { exact: true }).selectOption(LOOP)
  const results = cells(`Results of ${LOOP}`)
  await expect.poll(() => results.allTextContents().then((all) => all.map((words) => /Cycle \d/.exec(words)?.[0]))).toEqual(['Cycle 1', 'Cycle 3'])
  await approve(1)
  await expect.poll(() => results.count()).toBe(3)
  await expect.poll(() => results.nth(1).getAttribute('aria-label')).toMatch(/Cycle 2.*approved/)
})

test('Enter puts what is chosen at the playhead, one behind the other, and each knows its attempt', async () => {
  const results = cells(`Results of ${LOOP}`)
  await results.first().click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await clips()).filter(({ choice }) => choice !== null).map(({ lane, from, to, choice }) => [lane, from, to, choice?.loop, choice?.cycle])).toEqual([
    ['V1', 0, 5, LOOP, 0], ['V1', 5, 10, LOOP, 1],
  ])
  expect((await clips()).every(({ choice }) => choice === null || choice.chosenAt > 0)).toBe(true)
  await expect.poll(() => results.first().getAttribute('aria-label')).toContain('on the timeline')
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await clips()).map(({ id }) => id)).toEqual(['f', 'x', 's'])
})

test('a stretch that was marked in the preview is dragged onto the timeline', async () => {
  await cells('In this composition').filter({ hasText: 'harbour' }).click()
  await page.keyboard.press('Space')
  const moment = page.getByLabel('Moment in the source')
  await expect.poll(() => pane().locator('video').evaluate((video: HTMLVideoElement) => video.readyState)).toBeGreaterThan(1)
  await page.keyboard.press('Space')
  const goTo = (second: number) => moment.evaluate((slider: HTMLInputElement, value) => {
    slider.value = String(value)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
  }, second)
  await goTo(1)
  await page.keyboard.press('i')
  await goTo(2)
  await page.keyboard.press('o')
  await expect.poll(() => pane().getByText('0:01.00 marked').count()).toBe(1)
  await takePicture(page, 'composition-resources')
  await cells('In this composition').filter({ hasText: 'harbour' }).dragTo(page.locator('#timeline-canvas'), { targetPosition: { x: 500, y: 100 } })
  await expect.poll(async () => (await clips()).filter(({ id }) => !['f', 'x', 's'].includes(id)).map(({ lane, in: from, from: start, to }) => [lane, toSeconds(from), Math.round((to - start) * 100) / 100])).toEqual([['V1', 1, 1], ['A1', 1, 1]])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await clips()).length).toBe(3)
  await button('Close').click()
})

test('an upload that breaks off goes on by itself, and what is no medium is refused with its reason', async () => {
  let pieces = 0
  await page.route('**/lemouf/media/uploads/*', (route) => (route.request().method() === 'PATCH' && [2, 3].includes(++pieces) ? route.abort('connectionreset') : route.continue()))
  const words = join(folder, 'words.txt')
  await writeFile(words, 'just words')
  await files(pier, words)
  await expect.poll(() => rowOf('words.txt').textContent(), { timeout: 10_000 }).toContain('This is not an image, sound, video or 3D model (GLB). Choose another file.')
  // What has come is chosen by itself, and its line is folded away; what was refused stays to be read.
  await expect.poll(() => cells('Added').filter({ hasText: 'pier.mp4' }).getAttribute('aria-selected'), { timeout: 15_000 }).toBe('true')
  expect([pieces > 3, await rowOf('pier.mp4').count(), await rowOf('words.txt').count()]).toEqual([true, 0, 1])
  await page.unroute('**/lemouf/media/uploads/*')
  await cells('Added').first().click()
  await button('Unfold Uploads').click()
  await button('Show pier.mp4 in the library').click()
  await expect.poll(() => cells('Added').filter({ hasText: 'pier.mp4' }).getAttribute('aria-selected')).toBe('true')
  await files(pier)
  await expect.poll(() => pane().getByText('already in the library').count(), { timeout: 10_000 }).toBe(1)
  await takePicture(page, 'composition-uploads')
})

test('an upload is paused, and after a reload goes on when its file is chosen again', async () => {
  const song = await makeMusic(folder, 'song.wav', 12)
  const held = Promise.withResolvers<void>()
  let isHeld = false
  await page.route('**/lemouf/media/uploads/*', async (route) => {
    if (route.request().method() === 'PATCH' && Number(route.request().headers()['upload-offset']) > 0) {
      isHeld = true
      await held.promise
    }
    await route.continue().catch(() => undefined)
  })
  await files(song)
  await expect.poll(() => isHeld).toBe(true)
  await button('Pause song.wav').click()
  await expect.poll(() => rowOf('song.wav').textContent()).toContain('paused')
  held.resolve()
  await page.unroute('**/lemouf/media/uploads/*')
  await page.reload()
  await expect.poll(() => rowOf('song.wav').textContent(), { timeout: 15_000 }).toContain('Choose the file again to go on')
  const picking = page.waitForEvent('filechooser')
  await rowOf('song.wav').getByRole('button', { name: 'Choose the file' }).click()
  const offsets: number[] = []
  page.on('request', (request) => { if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset'])) })
  await (await picking).setFiles(song)
  await button('Unfold Uploads').click({ timeout: 10_000 })
  await expect.poll(() => rowOf('song.wav').textContent()).toContain('in the library')
  expect(Math.min(...offsets)).toBeGreaterThan(0)
})

test('what is missing keeps its place, and is relinked with another of its kind', async () => {
  const lost = (await documentOf()).media.find(({ name }) => name === 'lost.png')!
  const { hash } = await call()('getMediaInfo', { params: { id: lost.id } })
  await rm(join(folder, 'data', 'media', hash.slice(0, 2), hash))
  await page.reload()
  const cell = cells('In this composition').filter({ hasText: 'lost.png' })
  await expect.poll(() => cell.getAttribute('aria-label'), { timeout: 15_000 }).toContain('missing')
  await cell.click()
  await button('Relink').click()
  const panel = page.getByRole('region', { name: 'Relink lost.png' })
  await panel.getByRole('button', { name: 'spare.png' }).click()
  await panel.getByRole('button', { name: 'Take it' }).click()
  await expect.poll(() => cell.getAttribute('aria-label')).not.toContain('missing')
  const bytes = async (id: string): Promise<string> => Buffer.from(await (await fetch(`${program.url}/lemouf/media/${id}`)).arrayBuffer()).toString('base64')
  expect((await call()('getMediaInfo', { params: { id: lost.id } })).missing).toBe(false)
  expect((await bytes(lost.id)).length).toBeGreaterThan(100)
  await button('Show on the timeline').click()
  await expect.poll(() => page.getByRole('region', { name: 'Resources', exact: true }).getByRole('status').last().textContent()).toBe('1 clip chosen on the timeline')
})

test('what nothing refers to is named with its figures before it is deleted', async () => {
  await button('Remove unused').click()
  const panel = page.getByRole('region', { name: 'Remove unused' })
  await expect.poll(() => panel.textContent()).toMatch(/3 added files that nothing refers to, [\d.]+ MB/)
  await panel.getByRole('checkbox', { name: 'Delete song.wav' }).uncheck()
  await panel.getByRole('button', { name: /^Delete, free/ }).click()
  await expect.poll(async () => (await call()('listUnused', {})).media.map(({ filename }) => filename)).toEqual(['song.wav'])
  await expect.poll(() => cells('Added').filter({ hasText: 'pier.mp4' }).count()).toBe(0)
  expect((await clips()).length).toBe(3)
  await panel.getByRole('button', { name: 'Close' }).click()
})

test('nothing is in the way of those who do not see it, in either theme and at any width', async () => {
  for (const [width, height, scheme] of [[1600, 900, 'light'], [1024, 700, 'dark'], [360, 800, 'light']] as const) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme })
    if (width === 360) await page.getByRole('tab', { name: 'Resources' }).or(page.getByRole('button', { name: 'Resources', exact: true })).first().click()
    await expect.poll(() => pane().isVisible()).toBe(true)
    expect(await accessFaults(page, '.resources')).toEqual([])
    await takePicture(page, `composition-resources-${width}-${scheme}`)
  }
})

test('the page complained of nothing but what it was refused', () => {
  expect(complaints.filter((one) => !/status of (?:404|415)|ERR_CONNECTION_RESET/.test(one))).toEqual([])
})
