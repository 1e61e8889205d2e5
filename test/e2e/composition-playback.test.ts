import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@lemouf/core/protocol'
import { frameAt, frameMiddle, fromSeconds, ticks, type Edit, type FrameRate, type Media } from '@lemouf/core/timeline'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeFilm as makeNumbered } from '../../packages/server/src/media/films.fixture.ts'
import { complaintsOf, openBrowser } from '../support/browser.ts'
import { compose, makeFilm, makeMusic, makeStill, upload, type Cut } from '../support/footage.ts'
import { barcodeShown, colourShown, listenIn, loudest, placeHeard, watchScrub, type Scrubbed } from '../support/playing.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'

const RATES: Readonly<Record<string, FrameRate>> = { '24': { num: 24, den: 1 }, '25': { num: 25, den: 1 }, '30000/1001': { num: 30_000, den: 1001 }, '60': { num: 60, den: 1 } }
const FRAMES = 150
const SEEKS = 8
const SOAK_SECONDS = process.env['LONG_RUN'] === '1' ? 300 : 8

let folder: string
let made: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]
let footage: Footage

/** All that is played here. */
type Footage = Awaited<ReturnType<typeof addFootage>>
function makeFootage() {
  const numbered = (fps: string): Promise<string> => makeNumbered(made, { name: `${fps.replace('/', '-')}.mp4`, fps, frames: 200 })
  return Promise.all([
    Promise.all([...Object.keys(RATES), '30'].map(async (fps) => [fps, await numbered(fps)] as const)),
    makeFilm(made, { name: 'tone.mp4', seconds: 6, pitch: 440, size: '640x360', picture: 'color=c=tomato' }),
    makeFilm(made, { name: 'moving.mp4', seconds: 6, pitch: 330 }),
    makeMusic(made, 'beats.wav', 30),
    makeStill(made, 'still.png', 'testsrc2'),
  ])
}
async function addFootage([rates, ...others]: Awaited<ReturnType<typeof makeFootage>>) {
  const add = (path: string): Promise<Media> => upload(program.url, path)
  const [tone, moving, beats, still] = await Promise.all(others.map(add)) as [Media, Media, Media, Media]
  return { numbered: new Map(await Promise.all(rates.map(async ([fps, path]) => [fps, await add(path)] as const))), tone, moving, beats, still }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-playback-'))
  made = join(folder, 'footage')
  await mkdir(made)
  const [paths, ...started] = await Promise.all([makeFootage(), startProcess(join(folder, 'data')), openBrowser()])
  ;[program, browser] = started
  footage = await addFootage(paths)
  page = await browser.newPage({ viewport: { width: 1600, height: 900 }, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
  await page.addInitScript(listenIn)
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

const now = () => page.getByRole('textbox', { name: 'Playhead' })
/** Goes somewhere as a person does: a count of frames (`12f`), or a timecode. */
async function goTo(where: string): Promise<void> {
  await now().fill(where)
  await now().press('Enter')
}
async function open(name: string, lanes: readonly string[], cuts: readonly Cut[], ...edits: readonly Edit[]): Promise<string> {
  const id = await compose(program.url, name, lanes, cuts)
  if (edits.length > 0) {
    const call = createClient({ base: program.url, fetch })
    const { revision } = await call('getComposition', { params: { composition_id: id }, query: {} })
    await call('editComposition', { params: { composition_id: id }, body: { base_revision: revision, edits: [...edits], client: 'test-more', sequence: 1 } })
  }
  await page.goto(`${program.url}/#/composition/${id}`)
  await now().waitFor()
  return id
}
/** The frame that the monitor shows exactly, once it does. */
async function shown(frame: number): Promise<number> {
  await expect.poll(() => page.locator('canvas[data-frame]').getAttribute('data-frame'), { timeout: 10_000, interval: 10 }).toBe(String(frame))
  return page.evaluate(barcodeShown)
}
/** Numbers that are not in order, the same ones every time. */
const jumble = (count: number, below: number): number[] => Array.from({ length: count }, (_unused, index) => (index * 7919 + 31) % below)

test.each(Object.keys(RATES))('at %s frames a second every seek shows the very frame', async (fps) => {
  const rate = RATES[fps]!
  const film = footage.numbered.get(fps)!
  await open(fps, ['V1'], [{ id: 'a', lane: 'V1', media: film, at: 0 }], { type: 'format', set: { preset: null, width: 640, height: 384, fps: rate } })
  const seen: number[] = []
  const asked = jumble(SEEKS, FRAMES)
  for (const frame of asked) {
    await goTo(`${frame}f`)
    seen.push(await shown(frame))
  }
  expect(seen).toEqual(asked)
  await page.keyboard.press('ArrowRight')
  expect(await shown(asked.at(-1)! + 1)).toBe(asked.at(-1)! + 1)
})

test('a film of another rate, cut out of its middle and sped up, shows what the scene says', async () => {
  const film = footage.numbered.get('25')!
  const speed = { num: 3, den: 2 }
  await open('cut', ['V1'], [{ id: 'a', lane: 'V1', media: film, at: 1, in: 2.2, seconds: 2, more: { speed } }], { type: 'format', set: { preset: null, width: 640, height: 384 } })
  for (const frame of [30, 89, 47, 31, 66]) {
    await goTo(`${frame}f`)
    const source = fromSeconds(2.2) + ((frameMiddle(frame, { num: 30, den: 1 }) - fromSeconds(1)) * speed.num) / speed.den
    expect(await shown(frame)).toBe(frameAt(ticks(Math.floor(source)), { num: 25, den: 1 }))
  }
})

test('where films cannot be decoded frame by frame the browser’s own player shows them, and that is said', async () => {
  const film = footage.numbered.get('30')!
  const id = await compose(program.url, 'plain', ['V1'], [{ id: 'a', lane: 'V1', media: film, at: 0 }])
  const plain = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  await plain.addInitScript(() => Reflect.deleteProperty(window, 'VideoDecoder'))
  await plain.goto(`${program.url}/#/composition/${id}`)
  await plain.getByText('cannot decode 30.mp4 frame by frame').waitFor()
  for (const frame of [77, 12, 104]) {
    await plain.getByRole('textbox', { name: 'Playhead' }).fill(`${frame}f`)
    await plain.getByRole('textbox', { name: 'Playhead' }).press('Enter')
    await expect.poll(async () => Math.abs((await plain.evaluate(barcodeShown)) - frame), { timeout: 5000, interval: 20 }).toBeLessThanOrEqual(1)
  }
  await plain.close()
})

test('playing from the middle is heard at once; gaps are black and silent; it ends at the end, and begins anew from there', async () => {
  const { tone: film, beats: music } = footage
  const cuts: Cut[] = [
    { id: 'f', lane: 'V1', media: film, at: 0, seconds: 2.5, in: 1, link: 'l' }, { id: 'fs', lane: 'A1', media: film, at: 0, seconds: 2.5, in: 1, link: 'l' },
    { id: 'm', lane: 'A1', media: music, at: 4, seconds: 1.5, in: 1 },
  ]
  await open('heard', ['V1', 'A1'], cuts)
  await goTo('00:00:01:15')
  const heard = page.evaluate(placeHeard)
  await page.keyboard.press('Space')
  expect(await heard).toMatch(/^00:00:0(1|2:0)/)
  await expect.poll(() => page.evaluate(colourShown), { timeout: 3000, interval: 20 }).not.toEqual([0, 0, 0])
  await expect.poll(() => now().inputValue(), { timeout: 6000, interval: 10 }).toMatch(/^00:00:03/)
  expect([await page.evaluate(loudest), await page.evaluate(colourShown)]).toEqual([0, [0, 0, 0]])
  // What is listened in to is on its way to the device: it comes a frame or two before it is heard.
  expect(await page.evaluate(placeHeard)).toMatch(/^00:00:0(3:2|4|5|6)/)
  await expect.poll(() => now().inputValue(), { timeout: 8000 }).toBe('00:00:05:15')
  await expect.poll(() => page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1)
  await page.keyboard.press('Space')
  await expect.poll(() => now().inputValue(), { timeout: 3000, interval: 20 }).toMatch(/^00:00:00/)
  await page.keyboard.press('k')
})

test('what is muted while it plays falls silent, without a stop', async () => {
  await open('muted', ['A1'], [{ id: 'm', lane: 'A1', media: footage.beats, at: 0, seconds: 20 }])
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(loudest), { timeout: 3000, interval: 20 }).toBeGreaterThan(0.03)
  await page.getByRole('button', { name: 'Mute', exact: true }).last().click()
  await expect.poll(() => page.evaluate(loudest), { timeout: 3000, interval: 20 }).toBeLessThan(0.001)
  expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(1)
})

test('J, K and L go both ways, faster each time', async () => {
  await goTo('00:00:10:00')
  await page.keyboard.press('l')
  await page.keyboard.press('l')
  await page.keyboard.press('l')
  await expect.poll(() => now().inputValue(), { timeout: 4000, interval: 20 }).toMatch(/^00:00:1[2-9]/)
  await page.keyboard.press('j')
  const turned = await now().inputValue()
  await expect.poll(async () => (await now().inputValue()) < turned, { timeout: 4000, interval: 20 }).toBe(true)
  await page.keyboard.press('k')
  const stopped = await now().inputValue()
  await page.waitForTimeout(200)
  expect(await now().inputValue()).toBe(stopped)
})

test(`scrubbed for ${SOAK_SECONDS} s over films, music and stills it is heard, and never jumps to the start`, async () => {
  const { moving: film, beats: music, still } = footage
  const small = page.waitForRequest(/\/media\/[0-9a-f]+\/proxy/)
  await open('soak', ['V2', 'V1', 'A1', 'A2'], [
    ...[0, 6].flatMap((at): Cut[] => [{ id: `f${at}`, lane: 'V1', media: film, at, link: `l${at}` }, { id: `s${at}`, lane: 'A1', media: film, at, seconds: 6, link: `l${at}` }]),
    { id: 's', lane: 'V2', media: still, at: 10, seconds: 8 }, { id: 'm', lane: 'A2', media: music, at: 11, seconds: 19 },
  ])
  await small
  await goTo('00:00:05:00')
  const ruler = (await page.locator('#timeline-canvas').boundingBox())!
  const x = (part: number): number => ruler.x + 150 + part * (ruler.width - 400)
  await page.mouse.move(x(0.3), ruler.y + 8)
  await page.mouse.down()
  const watched = page.evaluate(watchScrub, SOAK_SECONDS * 1000)
  const until = Date.now() + SOAK_SECONDS * 1000
  for (let step = 0; Date.now() < until; step++) {
    const leap = step % 97 === 0 ? Math.abs(Math.sin(step)) : undefined
    await page.mouse.move(x(leap ?? 0.5 + 0.45 * Math.sin(step / 23)), ruler.y + 8)
    await page.waitForTimeout(16)
  }
  const scrubbed: Scrubbed = await watched
  await page.mouse.up()
  console.log(`scrubbed: ${JSON.stringify(scrubbed)}`)
  expect(scrubbed.starts).toBe(0)
  expect(scrubbed.places).toBeGreaterThan(SOAK_SECONDS * 5)
  expect(scrubbed.silentSeconds).toBe(0)
  if (process.env['LONG_RUN'] === '1') expect(scrubbed.longestStall).toBeLessThan(250)
}, (SOAK_SECONDS + 90) * 1000)

test('the page complained of nothing', () => {
  expect(complaints).toEqual([])
})
