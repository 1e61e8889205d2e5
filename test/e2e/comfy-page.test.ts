import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type LoopView } from '@lemouf/core/protocol'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStudio } from '../../packages/server/src/testing/studio.ts'
import { openBrowser } from '../support/browser.ts'
import { openPageComfy, type PageComfy } from '../support/comfy-page.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** What the page of the harness keeps of what was done to it. */
interface Harness {
  toasts: { severity: string; summary: string; detail?: string }[]
  keys: string[]
  selected: number[]
  undone: number
  /** Puts another prompt on the canvas; without one, the example. */
  put(output?: unknown): void
  ready?: boolean
}
declare global {
  var page: Harness
  var comfyAPI: { app: { app: { graph: { nodes: { type: string; widgets: { value: unknown }[] }[] }; extensionManager: { command: { execute(id: string): unknown }; setting: { set(id: string, value: string): void } } } } }
}

let dataDir: string
let comfy: PageComfy
let program: RunningProgram
let browser: Browser
let page: Page
let panel: Locator

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-'))
  comfy = await openPageComfy({})
  program = await startProcess(dataDir, ['--comfy', comfy.url])
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 920 }, reducedMotion: 'reduce' })
  // Under another name than the server's: to the browser another site.
  await page.goto(comfy.url.replace('127.0.0.1', 'localhost'))
  await page.waitForFunction(() => globalThis.page?.ready)
  panel = page.locator('#sidebar .lemouf-studio')
  await set('lemouf.serverUrl', program.url)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await comfy.close()
  await rm(dataDir, { recursive: true, force: true })
})

const harness = <K extends 'toasts' | 'keys' | 'selected' | 'undone'>(key: K): Promise<Harness[K]> => page.evaluate((name) => globalThis.page[name], key as 'toasts') as Promise<Harness[K]>
const set = (id: string, value: string): Promise<void> => page.evaluate(([name, to]) => comfyAPI.app.app.extensionManager.setting.set(name, to), [id, value] as const)
const execute = (id: string): Promise<void> => page.evaluate(async (command) => void (await comfyAPI.app.app.extensionManager.command.execute(command)), id)
const canvasImage = (): Promise<string> => page.locator('#graph-canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
const reviewed = async (): Promise<string> => (await panel.locator('h1').textContent()) ?? ''
const theLoop = async (): Promise<LoopView> => createClient({ base: program.url, fetch })('getLoop', { params: { loop_id: await reviewed() }, query: {} })
const decisions = async (): Promise<string[]> => (await theLoop()).manifest.map((one) => `${one.cycle_index}.${one.retry_index} ${one.decision}`)
/** Waits until a result of this cycle, to be decided on, has been drawn. */
async function resultShown(within: Locator, name: string): Promise<void> {
  const picture = within.getByRole('region', { name: 'Result' }).getByRole('img', { name })
  await expect.poll(() => picture.evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 500)), { timeout: 30_000 }).toBe(true)
}

test('Alt+L opens the panel and closes it, as does what a Mac types for it', async () => {
  await page.keyboard.press('Alt+l')
  await expect.poll(() => panel.getByText('Use current workflow').isVisible()).toBe(true)
  await page.keyboard.press('Alt+l')
  expect(await panel.count()).toBe(0)
  await page.locator('body').dispatchEvent('keydown', { key: '¬', altKey: true, bubbles: true })
  await expect.poll(() => panel.getByText('Use current workflow').isVisible()).toBe(true)
})

test('neither the page nor the studio styles the other, and the studio takes the colours of the theme', async () => {
  const styleOf = (locator: Locator): Promise<string[]> => locator.evaluate((element) => {
    const { color, fontSize, borderTopWidth, textTransform, letterSpacing } = getComputedStyle(element)
    return [color, fontSize, borderTopWidth, textTransform, letterSpacing]
  })
  expect(await styleOf(panel.getByRole('button', { name: 'Use current workflow' }))).toEqual(['rgb(221, 221, 221)', '12px', '1px', 'none', 'normal'])
  expect(await styleOf(panel.getByRole('heading', { level: 2, name: 'Workflows' }))).toEqual(['rgb(221, 221, 221)', '13px', '0px', 'none', 'normal'])
  expect(await styleOf(page.locator('#theirs'))).toEqual(['rgb(1, 2, 3)', '31px', '5px', 'uppercase', '3px'])
  expect(await panel.locator('.home').evaluate((home) => getComputedStyle(home.querySelector('.workflows') ?? home).backgroundColor)).toBe('rgb(53, 53, 53)')
  const scheme = (): Promise<string> => panel.evaluate((host) => getComputedStyle(host).colorScheme)
  expect(await scheme()).toBe('dark')
  await page.evaluate(() => document.body.classList.remove('dark-theme'))
  await expect.poll(scheme).toBe('light')
  await page.evaluate(() => document.body.classList.add('dark-theme'))
})

test('the workflow on the canvas is checked; a mapping rings its node, a click goes to it', async () => {
  await panel.getByRole('button', { name: 'Use current workflow' }).click()
  await expect.poll(() => panel.getByText('It can run').isVisible()).toBe(true)
  expect(await panel.getByRole('heading', { level: 1 }).textContent()).toBe('posters')
  const before = await canvasImage()
  const row = panel.getByRole('row', { name: /@loop\.sky/ })
  await row.hover()
  await expect.poll(canvasImage).not.toBe(before)
  await row.getByRole('button', { name: /@loop\.sky/ }).click()
  expect(await harness('selected')).toEqual([5])
  await page.mouse.move(900, 700)
  await page.locator('#theirs').focus()
  await expect.poll(canvasImage).toBe(before)
})

test('a workflow that cannot run is shown with its findings, and a toast says so', async () => {
  await page.evaluate(() => { globalThis.page.put({ 1: { class_type: 'NoSuchNode', inputs: {} }, 2: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['1', 0] } } }) })
  await execute('lemouf.validateAndStart')
  expect((await harness('toasts')).at(-1)).toMatchObject({ severity: 'error', summary: 'posters cannot run yet' })
  await expect.poll(() => panel.getByText(/to fix before it can run/).isVisible()).toBe(true)
  await panel.locator('.findings .to-node').first().click()
  expect((await harness('selected')).at(-1)).toBe(1)
  await page.evaluate(() => globalThis.page.put())
})

test('the command starts the loop; approved and replayed by keys that the page never hears', async () => {
  await execute('lemouf.validateAndStart')
  await resultShown(panel, 'Cycle 1, first try')
  expect((await harness('toasts')).at(-1)).toMatchObject({ severity: 'success', summary: `Loop ${await reviewed()} has started` })
  await panel.getByRole('region', { name: 'Result' }).click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('a')
  await resultShown(panel, 'Cycle 2, first try')
  await page.keyboard.press('r')
  await resultShown(panel, 'Cycle 2, retry 1')
  await expect.poll(decisions).toEqual(['0.0 approve', '1.0 replay', '1.1 null'])
  await page.keyboard.press('Control+z')
  await expect.poll(decisions).not.toContain('1.0 replay')
  expect((await harness('keys')).filter((key) => key !== 'Alt' && key !== 'l' && key !== '¬' && key !== 'Control')).toEqual([])
  expect(await harness('undone')).toBe(0)
})

test('keys pressed on the canvas are the page’s alone', async () => {
  const before = await decisions()
  await page.locator('#graph-canvas').click()
  await page.keyboard.press('x')
  expect((await harness('keys')).at(-1)).toBe('x')
  await page.keyboard.press('Control+z')
  expect(await harness('undone')).toBe(1)
  expect(await decisions()).toEqual(before)
})

test('what floats opens within the studio, and Escape closes it', async () => {
  await panel.getByRole('button', { name: /^Machines/ }).click()
  const floating = panel.getByRole('dialog', { name: 'Machines' })
  await expect.poll(() => floating.isVisible()).toBe(true)
  expect(await floating.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(221, 221, 221)')
  await page.keyboard.press('Escape')
  await expect.poll(() => floating.count()).toBe(0)
})

test('the loop’s id goes into Loop Return', async () => {
  await execute('lemouf.injectLoopId')
  const ids = await page.evaluate(() => comfyAPI.app.app.graph.nodes.filter(({ type }) => type === 'LoopReturn').map(({ widgets }) => widgets[0]?.value))
  expect(ids).toEqual([await reviewed()])
})

test('the bottom panel shows the loop under review beside its decisions', async () => {
  await execute('Workspace.ToggleBottomPanelTab.lemouf-dock')
  const dock = page.locator('#dock .lemouf-studio')
  await expect.poll(() => dock.getByRole('region', { name: 'Result' }).getByRole('img').count(), { timeout: 20_000 }).toBeGreaterThan(0)
  const [result, approve] = await Promise.all([dock.getByRole('region', { name: 'Result' }).boundingBox(), dock.getByRole('toolbar').getByRole('button', { name: 'Approve' }).boundingBox()])
  expect(result!.height).toBeGreaterThan(300)
  expect(approve!.x).toBeGreaterThan(result!.x + result!.width)
  await execute('Workspace.ToggleBottomPanelTab.lemouf-dock')
})

test('what the loop approved is cut in the bottom panel, beside its timeline; keys and the clipboard stay there', async () => {
  const before = await reviewed()
  await execute('lemouf.compose')
  const dock = page.locator('#dock .lemouf-studio')
  const name = dock.getByRole('textbox', { name: 'Name of the composition' })
  await name.waitFor()
  expect(await reviewed()).toBe(before)
  const [monitor, timeline] = await Promise.all([dock.locator('.pane.monitor').boundingBox(), dock.locator('.pane.timeline').boundingBox()])
  expect(timeline!.x).toBeGreaterThanOrEqual(monitor!.x + monitor!.width)
  expect(timeline!.height).toBeGreaterThan(250)
  /** A key that is only held beside others is everybody's. */
  const heard = async () => [await harness('undone'), (await harness('keys')).filter((key) => key !== 'Control')]
  const undone = await heard()
  await name.fill('Cut in ComfyUI')
  await name.press('Enter')
  const call = createClient({ base: program.url, fetch })
  const made = async () => (await call('listCompositions', { query: {} })).compositions
  await expect.poll(async () => (await made()).map((one) => [one.name, one.source])).toEqual([['Cut in ComfyUI', { type: 'loop', loop_id: before }]])
  const clips = (await made())[0]!.clips
  expect(clips).toBeGreaterThan(0)
  for (const key of ['Control+a', 'Control+c', 'End', 'Control+v']) await page.keyboard.press(key)
  await expect.poll(async () => (await made())[0]!.clips).toBe(clips * 2)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await made())[0]!.clips).toBe(clips)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await made())[0]!.name).toBe(before)
  expect(await heard()).toEqual(undone)
  await dock.getByRole('link', { name: 'Compositions' }).click()
  await expect.poll(() => panel.getByRole('list', { name: 'Compositions' }).getByRole('listitem').count()).toBe(1)
  await panel.getByRole('list', { name: 'Compositions' }).getByRole('link').click()
  await name.waitFor()
  await dock.getByRole('link', { name: 'Compositions' }).click()
  await execute('Workspace.ToggleBottomPanelTab.lemouf-dock')
  await panel.getByRole('button', { name: 'Screens' }).click()
  await panel.getByRole('menuitem', { name: 'Home' }).click()
  await panel.getByRole('region', { name: 'Loops' }).getByRole('link', { name: before }).click()
  await expect.poll(reviewed).toBe(before)
})

test('with the panel closed, a toast says that the loop waits for its person', async () => {
  const loop = await theLoop()
  const listening = page.waitForResponse((response) => response.url().includes('/lemouf/events'))
  await execute('lemouf.togglePanel')
  await listening
  const call = createClient({ base: program.url, fetch })
  const waiting = loop.manifest.find((one) => one.status === 'returned' && one.decision === null)!
  await call('decide', { body: { loop_id: loop.loop_id, cycle_index: waiting.cycle_index, retry_index: waiting.retry_index, decision: 'reject' } })
  await expect.poll(async () => (await harness('toasts')).at(-1)?.summary, { timeout: 30_000 }).toBe(`${loop.loop_id} waits for you`)
  await execute('lemouf.togglePanel')
  expect(await reviewed()).toBe(loop.loop_id)
})

test('theme and language: ComfyUI’s, unless the settings ask for others', async () => {
  const french = await browser.newPage({ viewport: { width: 1280, height: 920 }, reducedMotion: 'reduce' })
  await french.goto(comfy.url)
  await french.waitForFunction(() => globalThis.page?.ready)
  await french.evaluate((url) => {
    const { setting } = comfyAPI.app.app.extensionManager
    setting.set('Comfy.Locale', 'fr')
    setting.set('lemouf.serverUrl', url)
  }, program.url)
  await french.keyboard.press('Alt+l')
  const studio = french.locator('#sidebar .lemouf-studio')
  await studio.getByRole('button', { name: 'Écrans' }).click()
  await studio.getByRole('menuitem', { name: 'Réglages' }).click()
  const look = (): Promise<string[]> => studio.locator('#studio').evaluate((root) => [root.getAttribute('lang') ?? '', getComputedStyle(root).backgroundColor, getComputedStyle(root).colorScheme])
  await expect.poll(look).toEqual(['fr', 'rgb(53, 53, 53)', 'dark'])
  await studio.getByRole('radio', { name: 'Clair' }).focus()
  await french.keyboard.press('Space')
  await expect.poll(look).toEqual(['fr', 'rgb(241, 241, 241)', 'light'])
  await studio.getByRole('button', { name: 'Changer A : approuver' }).click()
  await french.keyboard.press('q')
  await expect.poll(() => studio.getByRole('button', { name: 'Changer Q : approuver' }).count()).toBe(1)
  expect(await french.evaluate(() => globalThis.page.keys)).not.toContain('q')
  await studio.getByRole('radio', { name: 'English' }).focus()
  await french.keyboard.press('Space')
  await expect.poll(() => studio.getByRole('heading', { level: 1 }).textContent()).toBe('Settings')
  await french.close()
})

test('a server that is away, does not know this page, or wants its token, is told apart', async () => {
  const other = await openTestStudio({ comfy: ['http://127.0.0.1:9'] })
  const guarded = await openTestStudio({ comfy: [comfy.url], token: 'secret' })
  try {
    await set('lemouf.serverUrl', 'http://127.0.0.1:9')
    await expect.poll(() => panel.getByText('No leMouf server answers at http://127.0.0.1:9').isVisible()).toBe(true)
    await set('lemouf.serverUrl', other.url)
    await expect.poll(() => panel.getByText('does not know this ComfyUI').isVisible()).toBe(true)
    await set('lemouf.serverUrl', guarded.url)
    await expect.poll(() => panel.getByText('asks for its token').isVisible()).toBe(true)
    await set('lemouf.token', 'secret')
    await expect.poll(() => panel.getByRole('button', { name: /^Machines/ }).count()).toBe(1)
    await set('lemouf.serverUrl', 'no address')
    await expect.poll(() => panel.getByText('"no address" is no address of a server').isVisible()).toBe(true)
  } finally {
    await other.close()
    await guarded.close()
  }
})

test('a ComfyUI that lets its page talk to nobody is told from a server that is away', async () => {
  const closed = await browser.newPage()
  await closed.goto(`${comfy.url}/closed`)
  await closed.waitForFunction(() => globalThis.page?.ready)
  await closed.keyboard.press('Alt+l')
  await expect.poll(() => closed.locator('#sidebar').getByText('lets its page talk to nobody else').isVisible()).toBe(true)
  await closed.close()
})
