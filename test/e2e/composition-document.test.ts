import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type LogEntry } from '@lemouf/core/protocol'
import { serialise } from '@lemouf/core/timeline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessFaults } from '../support/axe.ts'
import { openBrowser, takePicture } from '../support/browser.ts'
import { compose, makeFilm, makeStill, upload } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

let folder: string
let program: RunningProgram
let browser: Browser
let page: Page
let id: string
const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const SIZE = { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' } as const

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-document-'))
  program = await startProcess(join(folder, 'data'))
  browser = await openBrowser()
  const [film, still] = [await upload(program.url, await makeFilm(folder, { name: 'harbour.mp4', seconds: 2, size: '320x180', pitch: 440 })), await upload(program.url, await makeStill(folder, 'poster.png', 'mandelbrot', '320x180'))]
  id = await compose(program.url, 'film', ['V2', 'V1', 'A1'], [
    { id: 'a', lane: 'V1', media: film, at: 0, seconds: 2, link: 'l' }, { id: 'b', lane: 'A1', media: film, at: 0, seconds: 2, link: 'l' }, { id: 'c', lane: 'V2', media: still, at: 1, seconds: 3 },
  ])
  page = await opened()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

async function opened(context?: Awaited<ReturnType<Browser['newContext']>>): Promise<Page> {
  const made = await (context ?? (await browser.newContext(SIZE))).newPage()
  await made.goto(`${program.url}/#/composition/${id}`)
  await nameField(made).waitFor()
  return made
}
const nameField = (on: Page) => on.getByRole('textbox', { name: 'Name of the composition' })
const nameOn = (on: Page): Promise<string> => nameField(on).inputValue()
const read = () => call('getComposition', { params: { composition_id: id }, query: {} })
const onServer = async (): Promise<readonly [name: string, markers: number]> => {
  const { document } = await read()
  return [document.name, document.markers.length]
}
const log = async (): Promise<readonly LogEntry[]> => (await call('getCompositionEdits', { params: { composition_id: id }, query: { after: 0, limit: 1000 } })).entries
async function rename(on: Page, name: string): Promise<void> {
  await nameField(on).fill(name)
  await nameField(on).press('Enter')
}
/** A key where no field has the focus. */
async function press(on: Page, ...keys: readonly string[]): Promise<void> {
  await on.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur() })
  for (const key of keys) await on.keyboard.press(key)
}
const shows = (on: Page, word: string) => expect.poll(() => on.getByRole('banner').textContent(), { timeout: 15_000 }).toContain(word)
const place = (on: Page) => on.evaluate(() => ({ inspector: document.querySelector('.pane.inspector')?.getBoundingClientRect().width, upper: document.querySelector('.pane.monitor')?.getBoundingClientRect().height }))

test('a reload comes back to the same document and the same view, and undo goes on from there', async () => {
  await rename(page, 'Harbour')
  await press(page, 'm')
  await page.getByRole('button', { name: 'Inspector', exact: true }).click()
  const handle = page.getByRole('separator', { name: 'Size of Timeline' }).first()
  await handle.focus()
  await page.keyboard.press('ArrowDown')
  await press(page, 'Control+a', 'ArrowRight', 'ArrowRight', 'ArrowRight')
  await expect.poll(onServer).toEqual(['Harbour', 1])
  const viewOf = async () => (await read()).view?.state as { playhead: number; selection: string[]; panes: { inspector: boolean; upper: number } } | undefined
  await expect.poll(async () => ({ chosen: (await viewOf())?.selection.toSorted(), inspector: (await viewOf())?.panes.inspector, moved: ((await viewOf())?.playhead ?? 0) > 0 })).toEqual({ chosen: ['a', 'b', 'c'], inspector: false, moved: true })
  const [before, view] = [await place(page), await viewOf()]
  await page.reload()
  await nameField(page).waitFor()
  expect([await nameOn(page), await place(page)]).toEqual(['Harbour', before])
  // What it shows is what it keeps: nothing of it became another by the reload.
  await press(page, 'Control+z')
  await expect.poll(onServer).toEqual(['Harbour', 0])
  await press(page, 'Control+z')
  await expect.poll(onServer).toEqual(['film', 0])
  await press(page, 'Control+Shift+z', 'Control+Shift+z')
  await expect.poll(onServer).toEqual(['Harbour', 1])
  await page.getByRole('button', { name: 'Inspector', exact: true }).click()
  await expect.poll(async () => (await viewOf())?.panes.inspector).toBe(true)
  expect({ ...(await viewOf()), panes: null }).toEqual({ ...view, panes: null })
})

test('while the server is gone editing goes on; it says since when nothing is saved, and everything arrives once', async () => {
  await rename(page, 'Before the fall')
  await page.getByRole('banner').getByText('Saved', { exact: true }).waitFor()
  const { port } = new URL(program.url)
  await program.kill()
  await rename(page, 'After the fall')
  await press(page, 'm')
  await shows(page, 'Not saved since')
  await takePicture(page, 'composition-not-saved')
  program = await startProcess(join(folder, 'data'), ['--port', port])
  await expect.poll(onServer, { timeout: 15_000 }).toEqual(['After the fall', 2])
  await shows(page, 'Saved')
  const own = (await log()).filter(({ client }) => client !== null && client !== 'test')
  expect(new Set(own.map(({ client, sequence }) => `${client} ${sequence}`)).size).toBe(own.length)
})

test('what a browser that crashes had not sent arrives when the composition is opened again', async () => {
  const context = page.context()
  const { port } = new URL(program.url)
  await program.kill()
  await rename(page, 'Crashed')
  await press(page, 'ArrowRight', 'ArrowRight', 'm')
  await shows(page, 'Not saved since')
  const gone = page.waitForEvent('crash')
  // It never answers: the page is gone.
  const crash = (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined)
  await gone
  await page.close({ runBeforeUnload: false })
  await crash
  program = await startProcess(join(folder, 'data'), ['--port', port])
  page = await opened(context)
  await expect.poll(onServer, { timeout: 15_000 }).toEqual(['Crashed', 3])
  expect(await nameOn(page)).toBe('Crashed')
  await press(page, 'Control+z')
  await expect.poll(onServer).toEqual(['Crashed', 2])
})

test('two windows see each other; the one that was too slow catches up and keeps its own edit', async () => {
  const other = await opened()
  await rename(other, 'By the other')
  await expect.poll(() => nameOn(page)).toBe('By the other')
  await shows(page, 'Changed in another window')
  const answers: number[] = []
  page.on('response', (response) => { if (response.url().endsWith('/edits')) answers.push(response.status()) })
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => { letGo = resolve })
  await page.route('**/edits', async (route) => {
    await held
    await route.continue()
  }, { times: 1 })
  await press(page, 'End', 'm')
  await rename(other, 'Meanwhile')
  await expect.poll(onServer).toEqual(['Meanwhile', 2])
  letGo()
  await expect.poll(onServer).toEqual(['Meanwhile', 3])
  await expect.poll(() => nameOn(page)).toBe('Meanwhile')
  expect(answers).toEqual([409, 200])
  await press(page, 'Control+z')
  await expect.poll(onServer).toEqual(['Meanwhile', 2])
  await other.close()
})

test('a version is named and restored, and restoring is undone like any edit', async () => {
  await page.getByRole('button', { name: 'Versions' }).click()
  const versions = page.getByRole('dialog', { name: 'Versions' })
  await versions.getByRole('textbox', { name: 'Name of the version' }).fill('first cut')
  await page.keyboard.press('Enter')
  await versions.getByText('first cut').waitFor()
  await takePicture(page, 'composition-versions')
  await page.keyboard.press('Escape')
  await expect.poll(() => versions.count()).toBe(0)
  await press(page, 'Control+a', 'Delete')
  await expect.poll(async () => (await read()).clips).toBe(0)
  await page.getByRole('button', { name: 'Versions' }).click()
  await versions.getByRole('button', { name: /^Restore/ }).click()
  await expect.poll(async () => (await read()).clips).toBe(3)
  await page.getByText('The composition is what “first cut” was').waitFor()
  await page.keyboard.press('Escape')
  await press(page, 'Control+z')
  await expect.poll(async () => (await read()).clips).toBe(0)
  await press(page, 'Control+Shift+z')
  await expect.poll(async () => (await read()).clips).toBe(3)
})

test('it leaves as an archive with its media, and the list opens that again', async () => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('toolbar', { name: 'Composition' }).getByRole('button', { name: 'Project with media' }).click()])
  const path = join(folder, file.suggestedFilename())
  await file.saveAs(path)
  await page.getByRole('link', { name: 'Compositions' }).first().click()
  await page.getByRole('list', { name: 'Compositions' }).getByRole('listitem').first().waitFor()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.waitForURL((url) => url.hash.startsWith('#/composition/') && !url.hash.endsWith(id))
  const copy = /composition\/(.+)$/.exec(page.url())?.[1] ?? ''
  const [one, two] = [(await read()).document, (await call('getComposition', { params: { composition_id: copy }, query: {} })).document]
  expect(serialise({ ...two, id: one.id })).toBe(serialise(one))
})

test('the list: copies, finds, renames, bins and brings back', async () => {
  await page.goto(`${program.url}/#/composition`)
  const cards = page.getByRole('list', { name: 'Compositions' }).getByRole('listitem')
  await expect.poll(() => cards.count()).toBe(2)
  await page.getByRole('button', { name: 'Actions for Meanwhile' }).first().click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect.poll(() => cards.count()).toBe(3)
  await page.getByRole('button', { name: 'Actions for Meanwhile copy' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'New name' }).fill('Trailer')
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Search compositions' }).fill('trail')
  await expect.poll(() => cards.allTextContents()).toHaveLength(1)
  await takePicture(page, 'compositions')
  await page.getByRole('button', { name: 'Actions for Trailer' }).click()
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click()
  await page.getByText('“Trailer” is in the bin.').waitFor()
  await page.getByRole('button', { name: 'Bin', exact: true }).click()
  await page.getByRole('button', { name: 'Take out of the bin' }).click()
  await page.getByText('“Trailer” is back.').waitFor()
  await page.getByRole('button', { name: 'Back to the compositions' }).click()
  await expect.poll(() => cards.count()).toBe(1)
  expect(await accessFaults(page)).toEqual([])
})

test('header, tabs and what they open have nothing that axe finds fault with, in both themes and in a narrow and a short frame', async () => {
  await page.goto(`${program.url}/#/composition/${id}`)
  await nameField(page).waitFor()
  for (const [scheme, width, height] of [['dark', 1440, 900], ['light', 1440, 900], ['dark', 360, 800], ['light', 1200, 300]] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height })
    await takePicture(page, `composition-${scheme}-${width}`)
    if (width > 360) await page.getByRole('button', { name: 'Versions' }).click()
    for (const part of ['header', '.tabs', ...(width > 360 ? ['.versions'] : [])]) expect(await accessFaults(page, part), `${part} ${scheme} ${width}`).toEqual([])
    await page.keyboard.press('Escape')
  }
})
