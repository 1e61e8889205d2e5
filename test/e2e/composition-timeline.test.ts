import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@lemouf/core/protocol'
import { TICKS_PER_SECOND } from '@lemouf/core/timeline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { compose, upload } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

const run = promisify(execFile)
/** Pixels of a second. */
const SECOND = 60
/** Where lanes are on the canvas, in pixels: the strip of the lane of pictures, the wave of that of sound. */
const STRIP = { top: 70, middle: 90, bottom: 111 }
const WAVE = { top: 133, bottom: 160 }

let folder: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]
let composition: string

/** Red, green and blue for two seconds each; and a tone with two seconds of silence in its middle. */
async function makeFootage(into: string): Promise<{ film: string; tone: string }> {
  const [film, tone] = [join(into, 'colours.mp4'), join(into, 'tone.wav')]
  const scene = (colour: string, name: string): string => `color=c=${colour}:s=640x360:r=30:d=2[${name}]`
  const ffmpeg = (...args: readonly string[]): Promise<unknown> => run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-f', 'lavfi', '-i', ...args])
  await Promise.all([
    ffmpeg(`${scene('red', 'r')};${scene('lime', 'g')};${scene('blue', 'b')};[r][g][b]concat=n=3`, '-c:v', 'libx264', '-preset', 'veryfast', '-g', '250', '-pix_fmt', 'yuv420p', film),
    ffmpeg("aevalsrc='if(between(t,2,4),0,0.7*sin(2*PI*220*t))':s=48000:d=6", tone),
  ])
  return { film, tone }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-timeline-'))
  const footage = join(folder, 'footage')
  await mkdir(footage)
  const [made] = await Promise.all([
    makeFootage(footage),
    startProcess(join(folder, 'data')).then((started) => { program = started }),
    openBrowser().then((opened) => { browser = opened }),
  ])
  const [film, tone] = await Promise.all([upload(program.url, made.film), upload(program.url, made.tone)])
  composition = await compose(program.url, 'colours', ['V1', 'A1'], [
    // Only what is green of the film, with red right before its beginning and blue right after its end.
    { id: 'green', lane: 'V1', media: film, at: 1, seconds: 2, in: 2 },
    { id: 'whole', lane: 'V1', media: film, at: 4, seconds: 6 },
    { id: 'fast', lane: 'V1', media: film, at: 11, seconds: 3, more: { speed: { num: 2, den: 1 } } },
    { id: 'tone', lane: 'A1', media: tone, at: 0, seconds: 6 },
  ])
  const state = { timeline: { scale: TICKS_PER_SECOND / SECOND }, panes: { upper: 40 } }
  await createClient({ base: program.url, fetch })('saveCompositionView', { params: { composition_id: composition }, body: { client: 'test', state } })
  page = await browser.newPage({ viewport: { width: 1440, height: 800 }, colorScheme: 'dark' })
  complaints = complaintsOf(page)
  await page.goto(`${program.url}/#/composition/${composition}`)
  await page.locator('#timeline-canvas').waitFor()
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

type Colour = readonly [number, number, number]

/** The colours of a column or a row of the lanes as they are drawn, from one pixel to another. */
function pixels(x: number, y: number, width: number, height: number): Promise<Colour[]> {
  return page.evaluate((place) => {
    const ctx = document.querySelector<HTMLCanvasElement>('#timeline-canvas canvas')?.getContext('2d')
    const data = ctx?.getImageData(place.x, place.y, place.width, place.height).data ?? []
    return Array.from({ length: data.length / 4 }, (_, index) => [data[index * 4], data[index * 4 + 1], data[index * 4 + 2]] as [number, number, number])
  }, { x, y, width, height })
}

const NAMES: Readonly<Record<string, Colour>> = { red: [254, 0, 0], green: [0, 255, 1], blue: [0, 0, 254] }
const nameOf = (colour: Colour): string => Object.entries(NAMES).find(([, named]) => named.every((part, index) => Math.abs(part - colour[index]!) < 40))?.[0] ?? `rgb(${colour.join(' ')})`
/** The names of all colours that there are in a strip between two moments, as they come. */
async function coloursAlong(from: number, to: number, y = STRIP.middle): Promise<readonly string[]> {
  const names = (await pixels(Math.round(from * SECOND) + 2, y, Math.round((to - from) * SECOND) - 5, 1)).map(nameOf)
  return names.filter((name, index) => name !== names[index - 1])
}

test('a filmstrip shows frames of its clip and nothing else, from edge to edge', async () => {
  await expect.poll(() => coloursAlong(1, 3), { timeout: 15_000 }).toEqual(['green'])
  expect(await coloursAlong(1, 3, STRIP.top)).toEqual(['green'])
  expect(await coloursAlong(1, 3, STRIP.bottom)).toEqual(['green'])
})

test('pictures stand where their moments are, also of a clip that is played twice as fast', async () => {
  await expect.poll(() => coloursAlong(4, 10), { timeout: 15_000 }).toEqual(['red', 'green', 'blue'])
  await expect.poll(() => coloursAlong(11, 14), { timeout: 15_000 }).toEqual(['red', 'green', 'blue'])
})

test('what comes where no clip is, is black', async () => {
  const [gap] = await pixels(3.5 * SECOND, STRIP.middle, 1, 1)
  expect(Math.max(...gap!)).toBeLessThan(20)
})

test('a waveform is there where there is sound, and flat where it is silent', async () => {
  /** How much of a column is not of the clip's body. */
  const wave = async (second: number): Promise<number> => {
    const column = await pixels(second * SECOND, WAVE.top, 1, WAVE.bottom - WAVE.top)
    const [r, g, b] = column[0]!
    return column.filter((colour) => Math.abs(colour[0] - r) + Math.abs(colour[1] - g) + Math.abs(colour[2] - b) > 60).length
  }
  await expect.poll(() => wave(1), { timeout: 15_000 }).toBeGreaterThan(14)
  expect(await wave(3)).toBeLessThanOrEqual(2)
  expect(await wave(5)).toBeGreaterThan(14)
})

test('a clip looks on its way as it does at rest, and after Escape nothing is other than before', async () => {
  const canvas = page.locator('#timeline-canvas')
  const place = (await canvas.boundingBox())!
  await page.mouse.move(place.x + 5 * SECOND, place.y + 20)
  await page.waitForTimeout(300)
  const before = await canvas.screenshot()
  await page.mouse.move(place.x + 5 * SECOND, place.y + STRIP.middle)
  await page.mouse.down()
  await page.mouse.move(place.x + 8 * SECOND, place.y + STRIP.middle, { steps: 6 })
  await page.mouse.move(place.x + 16 * SECOND, place.y + STRIP.middle, { steps: 6 })
  await page.waitForTimeout(300)
  await takePicture(page, 'timeline-drag')
  // Where it would be, from 15 s on, whichever of the two canvases draws it.
  const shown = await page.evaluate(({ y, x, width }) => {
    const layers = Array.from(document.querySelectorAll<HTMLCanvasElement>('#timeline-canvas canvas'))
    const sum = new OffscreenCanvas(width, 1).getContext('2d')!
    for (const layer of layers) sum.drawImage(layer, x, y, width, 1, 0, 0, width, 1)
    return Array.from({ length: width }, (_, index) => Array.from(sum.getImageData(index, 0, 1, 1).data.slice(0, 3)))
  }, { y: STRIP.top, x: 15 * SECOND + 5, width: 5 * SECOND })
  const strongest = shown.map((colour) => ['red', 'green', 'blue'][colour.indexOf(Math.max(...colour))])
  expect(strongest.filter((name, index) => name !== strongest[index - 1])).toEqual(['red', 'green', 'blue'])
  expect(Math.min(...shown.map((colour) => Math.max(...colour)))).toBeGreaterThan(180)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.mouse.move(place.x + 5 * SECOND, place.y + 20)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await canvas.screenshot()).equals(before), { timeout: 5000 }).toBe(true)
})

test('heads of lanes, overview and zoom have names and keys', async () => {
  const heads = page.getByRole('region', { name: 'Heads of lanes' })
  await heads.getByRole('textbox', { name: 'Name of lane V1' }).fill('Pictures')
  await page.keyboard.press('Enter')
  await heads.getByRole('button', { name: 'Hide: Pictures' }).click()
  await expect.poll(() => heads.getByRole('button', { name: 'Show: Pictures' }).getAttribute('aria-pressed')).toBe('true')
  await heads.getByRole('button', { name: 'Show: Pictures' }).click()
  await heads.getByRole('button', { name: /Lane Pictures, 1 of 2/ }).press('ArrowDown')
  await heads.getByRole('button', { name: /Lane Pictures, 2 of 2/ }).press('ArrowUp')
  const bar = page.getByRole('scrollbar', { name: 'Scroll through time' })
  await page.locator('#timeline-canvas').focus()
  for (let press = 0; press < 6; press++) await page.keyboard.press('=')
  await bar.press('ArrowRight')
  await bar.press('ArrowRight')
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThanOrEqual(0)
  await bar.press('End')
  expect(Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(5)
  await page.keyboard.press('Shift+Z')
  await expect.poll(() => bar.getAttribute('aria-valuenow')).toBe('0')
  await takePicture(page, 'timeline')
  expect(complaints).toEqual([])
})
