import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, type Client, type ManifestEntry } from '@lemouf/core/protocol'
import type { Clip, Project } from '@lemouf/core/timeline'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { accessFaults } from '../support/axe.ts'
import { complaintsOf, openBrowser, takeScreen } from '../support/browser.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

/** A composition made of what a loop approved, and exact values beside it. */

let dataDir: string
let program: RunningProgram
let browser: Browser
let page: Page
let id: string
let complaints: string[]

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lemouf-e2e-composition-loops-'))
  program = await startProcess(dataDir)
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: 'reduce', colorScheme: 'dark' })
  complaints = complaintsOf(page)
  await startLoop()
  id = (await call('createComposition', { body: { name: 'cut', from: { type: 'loop', loop_id: 'colours' } } })).composition.composition_id
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(dataDir, { recursive: true, force: true })
})

const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
const entries = async (): Promise<readonly ManifestEntry[]> => (await call('getLoop', { params: { loop_id: 'colours' }, query: {} })).manifest
const standing = async (): Promise<string[]> => (await entries()).map((one) => `${one.cycle_index}.${one.retry_index} ${one.status} ${one.decision}`)
const document = async (): Promise<Project> => (await call('getComposition', { params: { composition_id: id }, query: {} })).document
const clips = async (): Promise<readonly Clip[]> => (await document()).lanes.flatMap((lane) => lane.clips)
const shown = async (): Promise<(number | undefined)[]> => (await clips()).map(({ choice }) => choice?.retry)
const inspector = (): Locator => page.getByRole('region', { name: 'Inspector', exact: true })
const decide = (cycle: number, retry: number, decision: 'approve' | 'reject') => call('decide', { body: { loop_id: 'colours', cycle_index: cycle, retry_index: retry, decision } })

/** Two cycles: the first try of the first was rejected, and all of its retries are there; both are approved. */
async function startLoop(): Promise<void> {
  const mappings = [{ from: 'colour', to: { node: 'type:EmptyImage', input: 'color' }, on_retry: '$retry_index' }]
  const prompt = {
    1: { class_type: 'EmptyImage', inputs: { width: 192, height: 108, batch_size: 1, color: 0 } },
    2: { class_type: 'ImageBlur', inputs: { image: ['1', 0], blur_radius: 1, sigma: 10 } },
    3: { class_type: 'LoopReturn', inputs: { loop_id: '', payload: ['2', 0] } },
    4: { class_type: 'LoopMap', inputs: { map_json: JSON.stringify({ schema: 'lemouf.loopmap.v1', mappings }) } },
  }
  await call('startLoop', { body: { loop_id: 'colours', prompt, payload: [{ colour: 0xb05030 }, { colour: 0x3060a0 }], lookahead: 1, candidates: 2 } })
  await vi.waitFor(async () => expect((await standing()).filter((one) => one.includes('returned'))).toHaveLength(4), { timeout: 30_000, interval: 100 })
  await decide(0, 0, 'approve')
  await decide(1, 0, 'approve')
}

/** Opens the composition with one clip chosen. */
async function open(clip: number): Promise<void> {
  const chosen = (await clips())[clip]!.id
  await page.goto(`${program.url}/#/`)
  await call('saveCompositionView', { params: { composition_id: id }, body: { client: (await clientOf()) ?? 'test', state: { selection: [chosen] } } })
  await page.goto(`${program.url}/#/composition/${id}`)
  await inspector().getByText(`Cycle ${clip + 1}`, { exact: true }).waitFor({ timeout: 20_000 })
}
/** The window's own name, once it has shown the composition. */
const clientOf = (): Promise<string | null> => page.evaluate((key) => sessionStorage.getItem(key), `lemouf.window.${id}`)

test('a clip steps through the retries of its cycle in place, by key and by choice', async () => {
  await open(0)
  const before = (await clips())[0]!
  await inspector().getByText('(1 of 2)').waitFor()
  await page.keyboard.press(']')
  await expect.poll(shown).toEqual([1, 0])
  expect((await clips())[0]).toMatchObject({ start: before.start, duration: before.duration, in: before.in })
  await inspector().getByRole('button', { name: 'First try, approved' }).click()
  await expect.poll(shown).toEqual([0, 0])
  await page.keyboard.press('Control+z')
  await expect.poll(shown).toEqual([1, 0])
  await page.keyboard.press('[')
  await expect.poll(shown).toEqual([0, 0])
})

test('a clip that follows takes what is approved elsewhere, also while nobody looked; a newer choice by hand stays', async () => {
  await open(1)
  await inspector().getByRole('radiogroup', { name: 'Take what is newly approved' }).first().getByText('yes').click()
  await expect.poll(async () => (await clips())[1]?.choice?.follow).toBe(true)
  // Somebody else has it open as well, on another machine.
  const other = await browser.newPage()
  await other.goto(`${program.url}/#/composition/${id}`)
  await other.getByRole('region', { name: 'Inspector', exact: true }).waitFor()
  const { revision } = await call('getComposition', { params: { composition_id: id }, query: {} })
  await decide(1, 1, 'approve')
  await expect.poll(shown).toEqual([0, 1])
  // Whichever was first says so.
  await Promise.any([page, other].map((window) => window.getByText('Newly approved and taken: cycle 2 (retry 1).').waitFor()))
  // By hand, knowing of that approval.
  await page.keyboard.press('[')
  await expect.poll(shown).toEqual([0, 0])
  await page.goto(`${program.url}/#/`)
  await open(1)
  await inspector().getByText('(1 of 2)').waitFor()
  expect(await shown()).toEqual([0, 0])
  await page.goto(`${program.url}/#/`)
  await call('undo', { body: { loop_id: 'colours', cycle_index: 1, retry_index: 1, revision: (await entries()).find((one) => one.cycle_index === 1 && one.retry_index === 1)!.revision } })
  await call('decideMany', { body: { loop_id: 'colours', decision: 'approve', items: [{ cycle_index: 1, retry_index: 1 }] } })
  await open(1)
  await expect.poll(shown).toEqual([0, 1])
  await other.close()
  // Two that followed, and one by hand in between: nothing was done twice.
  const { entries: done } = await call('getCompositionEdits', { params: { composition_id: id }, query: { after: revision } })
  expect(done.flatMap(({ edits }) => edits.map(({ type }) => type))).toEqual(['retry', 'retry', 'retry'])
})

test('a clip is sent back with a reason, made again, offered in the same place, and approved from there', async () => {
  await open(0)
  await page.keyboard.press('Shift+X')
  // The other candidate still waits: the loop makes another only with a change.
  await inspector().getByText(/Other candidates of this cycle still wait/).waitFor()
  await page.keyboard.press('Escape')
  await decide(0, 1, 'reject')
  await page.keyboard.press('Shift+X')
  await inspector().getByText(/it opens again and makes another at once/).waitFor()
  await page.keyboard.type('too pale; Sx[]')
  await takeScreen(page, 'composition-send-back')
  await page.keyboard.press('Enter')
  await inspector().getByText('Retry 3 is there and waits for you.').waitFor({ timeout: 20_000 })
  expect((await entries()).find((one) => one.cycle_index === 0 && one.retry_index === 0)).toMatchObject({ decision: 'reject', reason: 'too pale; Sx[]' })
  expect(await shown()).toEqual([0, 1])
  // To the loop's own screen and back: the same clip is chosen, with the same beside it.
  await inspector().getByRole('link', { name: 'Open in the loop' }).click()
  await expect.poll(() => page.url()).toContain('#/loop/colours?c=0&r=3')
  await page.goBack()
  await inspector().getByText('Retry 3 is there and waits for you.').waitFor()
  for (const scheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await takeScreen(page, `composition-offered-${scheme}`)
    expect(await accessFaults(page, 'section[aria-label="Inspector"]')).toEqual([])
  }
  await inspector().getByRole('button', { name: 'Approve' }).click()
  await expect.poll(shown).toEqual([3, 1])
  expect(await standing()).toContain('0.3 returned approve')
})

test('values are typed, summed, stepped and dragged, each change one step', async () => {
  await open(0)
  const start = async (): Promise<number> => (await clips())[0]!.start
  const opacity = async (): Promise<number> => { const clip = (await clips())[0]!; return clip.kind === 'video' ? clip.look.opacity : -1 }
  const field = inspector().getByRole('spinbutton', { name: 'Start' })
  await field.fill('+12f')
  await field.press('Enter')
  await expect.poll(start).toBe(12 * 705_600_000 / 30)
  await field.fill('half past')
  await field.press('Enter')
  await inspector().getByText(/“half past” is no time/).waitFor()
  await field.press('Escape')
  expect(await field.inputValue()).toBe('00:00:00:12')
  const length = inspector().getByRole('spinbutton', { name: 'Length' })
  await length.fill('20s')
  await length.press('Enter')
  await inspector().getByText('It goes no further than').waitFor()
  const name = inspector().getByText('Opacity', { exact: true })
  await name.scrollIntoViewIfNeeded()
  const box = (await name.boundingBox())!
  await page.mouse.move(box.x + 20, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x - 10, box.y + 8, { steps: 6 })
  await page.mouse.up()
  await expect.poll(opacity).toBe(0.7)
  await page.mouse.move(box.x + 20, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x - 50, box.y + 8, { steps: 3 })
  await inspector().getByRole('spinbutton', { name: 'Opacity' }).and(page.locator(':not([aria-valuenow="0.7"])')).waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await inspector().getByRole('spinbutton', { name: 'Opacity' }).inputValue()).toBe('70')
  await inspector().getByRole('button', { name: 'Reset opacity' }).click()
  await expect.poll(opacity).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(opacity).toBe(0.7)
  const number = inspector().getByRole('spinbutton', { name: 'Opacity' })
  await number.press('Shift+ArrowUp')
  await number.hover()
  await page.mouse.wheel(0, -100)
  await page.mouse.wheel(0, -100)
  await number.press('Enter')
  await expect.poll(opacity).toBeCloseTo(0.82)
  await number.press('Escape')
  await page.keyboard.press('Control+z')
  await expect.poll(opacity).toBeCloseTo(0.8)
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(opacity).toBe(1)
  expect(complaints).toEqual([])
})

test('the composition as a whole: what a change of the format makes visible is said before it is done', async () => {
  await open(0)
  await page.goto(`${program.url}/#/`)
  await call('saveCompositionView', { params: { composition_id: id }, body: { client: (await clientOf()) ?? 'test', state: { selection: [] } } })
  await page.goto(`${program.url}/#/composition/${id}`)
  await inspector().getByLabel('Size').selectOption({ label: 'Square (1080 × 1080)' })
  await inspector().getByText(/2 pictures are fitted into a frame of another shape/).waitFor()
  expect((await document()).format).toMatchObject({ width: 192, height: 108 })
  await inspector().getByRole('button', { name: 'Apply' }).click()
  await expect.poll(async () => (await document()).format).toMatchObject({ preset: 'square', width: 1080, height: 1080 })
  await inspector().getByLabel('Sample rate').selectOption({ label: '96 kHz' })
  await expect.poll(async () => (await document()).format.sampleRate).toBe(96_000)
  expect(await accessFaults(page, 'section[aria-label="Inspector"]')).toEqual([])
  expect(complaints).toEqual([])
})
