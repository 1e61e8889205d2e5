import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient, type LoopView } from '@lemouf/core/protocol'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, takePicture } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** A ComfyUI with this checkout's node pack (`npm run pack`) among its custom nodes. */
const COMFYUI_URL = process.env['COMFYUI_URL']
const WORKFLOW = fileURLToPath(new URL('../../workflows/loop/loop_core_image.json', import.meta.url))

interface Manager {
  readonly command: { execute(id: string): Promise<void> }
  readonly setting: { get(id: string): unknown; set(id: string, value: unknown): Promise<void> }
}
interface RealApp {
  readonly extensionManager: Manager
  readonly graph: { readonly nodes: readonly { readonly type: string; readonly widgets: readonly { readonly value: unknown }[] }[] }
  readonly canvas: { readonly selected_nodes: Readonly<Record<string, unknown>> }
  loadGraphData(graph: unknown, clean: boolean, restoreView: boolean, name: string): Promise<void>
}

describe.skipIf(COMFYUI_URL === undefined)('the page of a real ComfyUI', () => {
  let dataDir: string
  let program: RunningProgram
  let browser: Browser
  let page: Page
  let panel: Locator
  let settings: Readonly<Record<string, unknown>> = {}

  const inPage = <T, A>(work: (app: RealApp, argument: A) => T, argument: A): Promise<Awaited<T>> =>
    page.evaluate(`(${work.toString()})(window.comfyAPI.app.app, ${JSON.stringify(argument)})`)
  const execute = (id: string): Promise<void> => inPage((app, command) => app.extensionManager.command.execute(command), id)
  const change = (changes: Readonly<Record<string, unknown>>): Promise<void> =>
    inPage(async ({ extensionManager: { setting } }, all) => { for (const [id, value] of Object.entries(all)) await setting.set(id, value) }, changes)
  const loopIds = (): Promise<unknown[]> => inPage(({ graph }) => graph.nodes.filter(({ type }) => type === 'LoopReturn').map(({ widgets }) => widgets[0]?.value), null)
  const theLoop = async (): Promise<LoopView> =>
    createClient({ base: program.url, fetch })('getLoop', { params: { loop_id: (await panel.locator('h1').textContent()) ?? '' }, query: {} })

  async function open(): Promise<void> {
    await page.goto(COMFYUI_URL ?? '')
    await page.waitForFunction('window.comfyAPI?.app?.app?.extensionManager?.getSidebarTabs?.().some((tab) => tab.id === "lemouf-studio") && window.comfyAPI.app.app.canvas', undefined, { timeout: 60_000 })
  }

  beforeAll(async () => {
    const extensions = (await (await fetch(`${COMFYUI_URL}/extensions`)).json()) as string[]
    if (!extensions.some((path) => path.endsWith('/lemouf-studio.js'))) throw new Error(`The ComfyUI at ${COMFYUI_URL} lacks the node pack. Run npm run pack, and put dist/lemouf-studio into its custom_nodes.`)
    dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-'))
    program = await startProcess(dataDir, ['--comfy', COMFYUI_URL ?? ''])
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    panel = page.locator('.side-bar-panel .lemouf-studio')
    await open()
    const wanted = { 'lemouf.serverUrl': program.url, 'Comfy.TutorialCompleted': true, 'Comfy.Minimap.Visible': false, 'Comfy.ColorPalette': 'dark' }
    settings = await inPage(({ extensionManager: { setting } }, ids) => Object.fromEntries(ids.map((id) => [id, setting.get(id)])), Object.keys(wanted))
    await change(wanted)
    // Only then no welcome covers the canvas.
    await open()
    await inPage((app, graph) => app.loadGraphData(graph, true, true, 'loop_core_image'), JSON.parse(await readFile(WORKFLOW, 'utf8')) as unknown)
  })
  afterAll(async () => {
    await change(settings)
    await browser.close()
    await program.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  test('the current workflow is checked, and its mappings lead to their nodes', async () => {
    await page.keyboard.press('Alt+l')
    await panel.getByRole('button', { name: 'Use current workflow' }).click()
    await expect.poll(() => panel.getByText('It can run').isVisible(), { timeout: 20_000 }).toBe(true)
    const row = panel.getByRole('row', { name: /@loop\.sky/ })
    await row.getByRole('button').click()
    expect(await inPage((app) => Object.keys(app.canvas.selected_nodes), null)).toEqual(['5'])
    expect((await panel.boundingBox())?.width).toBeGreaterThanOrEqual(330)
    await row.hover()
    await takePicture(page, 'comfyui-preflight')
  })

  test('a loop is started, approved and replayed in the sidebar', async () => {
    await panel.getByRole('button', { name: 'Validate & Start' }).click()
    const shown = (name: string): Promise<void> =>
      expect.poll(() => panel.getByRole('region', { name: 'Result' }).getByRole('img', { name }).evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 500)), { timeout: 60_000 }).toBe(true)
    await shown('Cycle 1, first try')
    await page.keyboard.press('a')
    await shown('Cycle 2, first try')
    await page.keyboard.press('r')
    await shown('Cycle 2, retry 1')
    expect((await theLoop()).manifest.map((one) => `${one.cycle_index}.${one.retry_index} ${one.decision}`)).toEqual(['0.0 approve', '1.0 replay', '1.1 null'])
  }, 180_000)

  test('Ctrl+Z in the studio is not ComfyUI’s; there it takes the loop’s id out again', async () => {
    await execute('lemouf.injectLoopId')
    const { loop_id: loopId } = await theLoop()
    expect(await loopIds()).toEqual([loopId])
    await panel.getByRole('region', { name: 'Result' }).click({ position: { x: 5, y: 5 } })
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await theLoop()).manifest.some((one) => one.decision === 'replay')).toBe(false)
    expect(await loopIds()).toEqual([loopId])
    await page.locator('#graph-canvas').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(loopIds).toEqual([''])
  })

  test('the bottom panel shows the loop in full width', async () => {
    await execute('Workspace.ToggleBottomPanelTab.lemouf-dock')
    const result = page.locator('.bottom-panel .lemouf-studio').getByRole('region', { name: 'Result' })
    await expect.poll(() => result.getByRole('img').evaluateAll((images) => images.some((image) => (image as HTMLImageElement).naturalWidth > 500)), { timeout: 20_000 }).toBe(true)
    await takePicture(page, 'comfyui-dock')
  })

  test('the sidebar stands beside what is left of the page, and keeps its width over a reload', async () => {
    const width = async (): Promise<number> => Math.round((await panel.boundingBox())?.width ?? 0)
    const before = await width()
    const box = (await page.locator('.side-bar-panel').boundingBox())!
    const edge = box.x + box.width
    await page.mouse.move(edge + 1, 500)
    await page.mouse.down()
    await page.mouse.move(edge + 141, 500, { steps: 5 })
    await page.mouse.up()
    await expect.poll(width).toBeGreaterThan(before + 100)
    const after = await width()
    await open()
    // ComfyUI opens with its sidebar as it was left, or closed.
    if ((await panel.count()) === 0) await page.keyboard.press('Alt+l')
    await expect.poll(width, { timeout: 20_000 }).toBe(after)
  })

  test('what was approved is exported', async () => {
    const { loop_id: loopId, approved } = await theLoop()
    await panel.getByRole('button', { name: 'Export' }).click()
    const exported = async (): Promise<readonly string[]> => readdir(join(dataDir, 'output', 'lemouf', loopId)).catch(() => [])
    await expect.poll(async () => (await exported()).some((name) => name.startsWith('manifest_')), { timeout: 20_000 }).toBe(true)
    const pictures = (await exported()).filter((name) => name.endsWith('.png'))
    expect(pictures).toHaveLength(approved)
    for (const name of pictures) expect(name).toMatch(/^cycle_\d{4}_r\d{2}_i00_/)
  })
}, 120_000)
