import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Json } from '@lemouf/core/json'
import { createClient, type Client } from '@lemouf/core/protocol'
import { clipOf, frameAt, frameMiddle, fromSeconds, IDENTITY, PLAIN, sceneAt, type Clip, type Fade, type Project, type VideoClip } from '@lemouf/core/timeline'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessFaults } from '../support/axe.ts'
import { complaintsOf, openBrowser, takePicture } from '../support/browser.ts'
import { compose, makeFilm, makeStill, upload, type Cut } from '../support/footage.ts'
import { startProcess, type RunningProgram } from '../support/process.ts'
import { referenceFrame, type Files } from '../support/reference-frame.ts'
import { lumaOf, ssim } from '../support/ssim.ts'

/** SSIM that a frame of the monitor reaches against one that was worked out without a browser. */
const ALIKE = 0.98
const FRAME = { width: 1280, height: 720 }

let folder: string
let program: RunningProgram
let browser: Browser
let page: Page
let complaints: string[]
const call: Client = (name, input) => createClient({ base: program.url, fetch })(name, input)
let films: Record<'film' | 'tall' | 'waves' | 'square', Awaited<ReturnType<typeof upload>>>
let files: Files

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lemouf-monitor-'))
  await mkdir(join(folder, 'footage'))
  const made = join(folder, 'footage')
  program = await startProcess(join(folder, 'data'))
  browser = await openBrowser()
  const paths = await Promise.all([
    makeFilm(made, { name: 'film.mp4', seconds: 3, size: '1280x720' }),
    makeFilm(made, { name: 'tall.mp4', seconds: 3, size: '720x1280', fps: '25', picture: 'mandelbrot' }),
    makeStill(made, 'waves.png', 'mandelbrot', '1600x900'),
    makeStill(made, 'square.png', 'rgbtestsrc', '800x800'),
  ])
  files = Object.fromEntries(paths.map((path) => [basename(path), path]))
  const [film, tall, waves, square] = await Promise.all(paths.map((path) => upload(program.url, path)))
  films = { film: film!, tall: tall!, waves: waves!, square: square! }
})
afterAll(async () => {
  await browser.close()
  await program.stop()
  await rm(folder, { recursive: true, force: true })
})

type Made = Partial<VideoClip['transform']> & Partial<VideoClip['look']> & { readonly fadeIn?: Fade; readonly fadeOut?: Fade; readonly from?: number }
type Shot = readonly (readonly [keyof typeof films, Made?])[]

const fade = (seconds: number, shape: Fade['shape']): Fade => ({ duration: fromSeconds(seconds), shape })
const both = (value: number) => ({ x: value, y: value })
const to = (x: number, y: number) => ({ x, y })

/** Each is seen for a second, the furthest back first. */
const SHOTS: Readonly<Record<string, Shot>> = {
  'a still, fitted': [['waves']],
  'filling the frame': [['square', { fit: 'cover' }]],
  'stretched': [['square', { fit: 'stretch' }]],
  'pixel for pixel, moved': [['square', { fit: 'none', position: to(0.21, -0.13) }]],
  'small and turned': [['waves', { scale: both(0.5), rotation: 30 }]],
  'about its corner, and not even': [['waves', { scale: to(0.35, 0.7), rotation: -20, anchor: to(0, 0), position: to(0.3, 0.1) }]],
  'much larger': [['waves', { scale: both(2.6), rotation: 8, position: to(-0.3, 0.2) }]],
  'a quarter of it shows through': [['waves'], ['square', { opacity: 0.75, scale: both(0.6) }]],
  'fading in': [['waves'], ['square', { fadeIn: fade(1, 'linear') }]],
  'fading out to black': [['waves', { fadeOut: fade(0.9, 'smooth') }]],
  'a crossfade of equal power': [['waves', { fadeOut: fade(1, 'equalPower') }], ['square', { fit: 'cover', fadeIn: fade(1, 'equalPower') }]],
  'a frame of a film': [['film', { from: 0.7 }]],
  'a film turned upright': [['tall', { rotation: 90, fit: 'cover', from: 1.2 }]],
  'a film in a film, fading': [['film', { from: 1.9 }], ['tall', { scale: both(0.45), position: to(0.3, 0.2), rotation: -7, fadeIn: fade(0.8, 'linear'), from: 0.3 }]],
  'lower lanes in front': [['square', { z: 2, scale: both(0.3), position: to(-0.35, -0.3) }], ['film', { opacity: 0.9, from: 0.2 }], ['waves', { scale: both(0.25), rotation: 200, opacity: 0.4 }]],
  'very small': [['waves', { scale: both(0.11), rotation: 45 }], ['film', { scale: both(0.2), position: to(0.4, 0.4), from: 1 }]],
  'nothing': [],
}

/** Numbers from 0 to 1, the same ones for a seed (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
const SEED = 20_260_726
function randomShots(count: number): [string, Shot][] {
  const next = numbers(SEED)
  const one = (least: number, most: number): number => least + (most - least) * next()
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const made = (): Made => ({
    position: to(one(-0.5, 0.5), one(-0.5, 0.5)), scale: to(one(0.2, 1.8), one(0.2, 1.8)), rotation: one(-180, 180), anchor: to(one(0, 1), one(0, 1)),
    opacity: one(0.2, 1), fit: pick(['contain', 'cover', 'stretch', 'none'] as const), z: Math.floor(one(-2, 2)), fadeIn: fade(one(0, 0.7), pick(['linear', 'smooth', 'equalPower'] as const)), from: one(0, 2),
  })
  return Array.from({ length: count }, (_, index) => [`random ${index}`, Array.from({ length: 1 + Math.floor(next() * 3) }, () => [pick(['film', 'tall', 'waves', 'square'] as const), made()] as const)])
}

const ALL: readonly (readonly [string, Shot])[] = [...Object.entries(SHOTS), ...randomShots(4)]
const LANES = ['V3', 'V2', 'V1'] as const

function cutsOf(shot: Shot, second: number): Cut[] {
  return shot.map(([name, made = {}], index) => {
    const { from = 0, fadeIn, fadeOut, position, scale, rotation, anchor, ...look } = made
    const transform = { ...IDENTITY, ...(position && { position }), ...(scale && { scale }), ...(rotation !== undefined && { rotation }), ...(anchor && { anchor }) }
    const more = { transform, look: { ...PLAIN, ...look }, ...(fadeIn && { fadeIn }), ...(fadeOut && { fadeOut }) } as Partial<Clip>
    const media = films[name]
    return { id: `c${second}-${index}`, lane: `V${index + 1}`, media, at: second, seconds: 1, more, ...(media.kind === 'video' ? { in: from } : {}) }
  })
}

/** Opens a composition as it would come back with a view. */
async function open(id: string, state: Json, viewport: { width: number; height: number }): Promise<void> {
  await call('saveCompositionView', { params: { composition_id: id }, body: { client: 'test', state } })
  page = await browser.newPage({ viewport, colorScheme: 'dark', reducedMotion: 'reduce' })
  complaints = complaintsOf(page)
  await page.goto(`${program.url}/#/composition/${id}`)
}
/** With this, at 100 %, a pixel of the screen is a pixel of the output. */
const LARGE = { width: 1720, height: 1180 }
const stage = () => page.getByRole('application', { name: 'Picture' })

/** What the monitor shows of the frame, once it is the very frame: pixels of its canvas. */
async function monitorFrame(frame: number): Promise<Buffer> {
  await stage().locator(`canvas[data-frame="${frame}"]`).waitFor({ timeout: 15_000 })
  const read = () => stage().evaluate((element, size) => {
    const canvas = element.querySelector('canvas')!
    const [box, stageBox] = [element.querySelector('[role="img"]')!.getBoundingClientRect(), element.getBoundingClientRect()]
    const [x, y] = [Math.round(box.left - stageBox.left), Math.round(box.top - stageBox.top)]
    if (canvas.dataset['frame'] === '' || x < 0 || y < 0 || x + size.width > canvas.width || y + size.height > canvas.height) return ''
    const copy = Object.assign(document.createElement('canvas'), size)
    copy.getContext('2d')!.drawImage(canvas, x, y, size.width, size.height, 0, 0, size.width, size.height)
    return copy.toDataURL('image/png').split(',')[1] ?? ''
  }, FRAME)
  // Panes find their sizes one after the other.
  let shown = ''
  await expect.poll(async () => { shown = await read(); return shown }, { timeout: 15_000 }).not.toBe('')
  return Buffer.from(shown, 'base64')
}

/** A composition for frames of the usual size. */
async function composed(name: string, cuts: readonly Cut[]): Promise<{ readonly id: string; readonly project: Project }> {
  const id = await compose(program.url, name, LANES, cuts)
  const params = { composition_id: id }
  const { revision } = await call('getComposition', { params, query: {} })
  await call('editComposition', { params, body: { base_revision: revision, edits: [{ type: 'format', set: FRAME }], client: 'size', sequence: 1 } })
  return { id, project: (await call('getComposition', { params, query: {} })).document }
}

test('the monitor shows what the scene says, as it is worked out without a browser', async () => {
  const { id, project } = await composed('shots', ALL.flatMap(([, shot], second) => cutsOf(shot, second)))
  const { fps } = project.format
  const found: [string, number][] = []
  for (const [second, [name]] of ALL.entries()) {
    const frame = frameAt(fromSeconds(second + 0.5), fps)
    if (second === 0) await open(id, { playhead: fromSeconds(0.5), monitor: { zoom: 1, overlaysShown: false }, panes: { upper: 84, left: 8, right: 8 } }, LARGE)
    else await page.keyboard.press('Shift+ArrowRight')
    const shown = await monitorFrame(frame)
    const expected = await referenceFrame(sceneAt(project, frameMiddle(frame, fps)), FRAME, files)
    const like = ssim(await lumaOf(sharp(shown)), await lumaOf(expected))
    found.push([name, like])
    if (process.env['SHOTS'] !== undefined) {
      await mkdir(process.env['SHOTS'], { recursive: true })
      await sharp(shown).toFile(join(process.env['SHOTS'], `${second}-monitor.png`))
      await expected.toFile(join(process.env['SHOTS'], `${second}-reference.png`))
      console.log(second, name, like.toFixed(4))
    }
  }
  expect(found.filter(([, like]) => like < ALIKE)).toEqual([])
  expect(complaints).toEqual([])
  await page.close()
}, 120_000)

/** Edits reach the server a moment later. */
const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 10_000 })

describe('a hand in the picture', () => {
  let id: string
  const document = async (): Promise<Project> => (await call('getComposition', { params: { composition_id: id }, query: {} })).document
  const transformOf = async (clip: string) => clipOf(await document(), clip)!.clip as VideoClip
  const said = () => stage().getByRole('status').innerText()
  const middle = async (selector: string) => {
    const box = (await stage().locator(selector).first().boundingBox())!
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  /** Clicks on through what lies in the middle. */
  async function choose(name: string): Promise<void> {
    const { x, y } = await middle('[role="img"]')
    await expect.poll(async () => {
      await page.mouse.click(x, y)
      return said()
    }).toContain(name)
  }
  /** Pixels of the screen for one of the output. */
  const scale = async (): Promise<number> => (await stage().getByRole('img').boundingBox())!.width / FRAME.width
  const drag = async (from: { x: number; y: number }, by: { x: number; y: number }, keys: readonly string[] = []): Promise<void> => {
    for (const key of keys) await page.keyboard.down(key)
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2)
    await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 })
  }
  const drop = async (keys: readonly string[] = []): Promise<void> => {
    await page.mouse.up()
    for (const key of keys) await page.keyboard.up(key)
  }

  beforeAll(async () => {
    id = (await composed('hands', [
      { id: 'back', lane: 'V1', media: films.waves, at: 0, seconds: 4 },
      { id: 'front', lane: 'V2', media: films.square, at: 0, seconds: 4, more: { transform: { ...IDENTITY, scale: both(0.5) } } },
    ])).id
    await open(id, { monitor: { overlays: { guides: { shown: true, opacity: 0.8 }, safe: { shown: true, opacity: 0.5 } } } }, { width: 1600, height: 900 })
    await stage().locator('canvas[data-frame="0"]').waitFor({ timeout: 15_000 })
  })

  test('a click takes what is in front, another what is below', async () => {
    const centre = await middle('[role="img"]')
    const taken = []
    for (let click = 0; click < 3; click += 1) {
      await page.mouse.click(centre.x, centre.y)
      taken.push(await said())
    }
    expect(taken).toEqual(['Chosen: square.png, one of 2 here.', 'Chosen: waves.png, one of 2 here.', 'Chosen: square.png, one of 2 here.'])
  })

  test('at the end the last frame is seen', async () => {
    await page.keyboard.press('End')
    const last = frameAt(fromSeconds(4), (await document()).format.fps) - 1
    await stage().locator(`canvas[data-frame="${last}"]`).waitFor({ timeout: 5000 })
    const { x, y } = await middle('[role="img"]')
    await page.mouse.click(x, y)
    expect(await said()).toContain('one of 2 here')
    await page.keyboard.press('Home')
    await stage().locator('canvas[data-frame="0"]').waitFor({ timeout: 5000 })
  })

  test('dragged, it goes with the hand, is one step of undo, and Escape bails out', async () => {
    const centre = await middle('[role="img"]')
    await choose('waves.png')
    const pixel = await scale()
    await drag(centre, { x: 120, y: 48 }, ['Control'])
    await drop(['Control'])
    const moved = { x: 120 / pixel / FRAME.width, y: 48 / pixel / FRAME.height }
    await eventually(async () => (await transformOf('back')).transform.position.x).toBeCloseTo(moved.x, 3)
    expect((await transformOf('back')).transform.position.y).toBeCloseTo(moved.y, 3)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await transformOf('back')).transform).toEqual(IDENTITY)
    await drag(centre, { x: -90, y: 30 })
    await page.keyboard.press('Escape')
    await drop()
    expect(await said()).toBe('As before.')
    expect((await transformOf('back')).transform).toEqual(IDENTITY)
  })

  test('a second finger changes nothing of what the first one holds', async () => {
    await choose('waves.png')
    const pixel = await scale()
    const { x, y } = await middle('[role="img"]')
    const session = await page.context().newCDPSession(page)
    // With it nothing clings.
    const CONTROL = 2
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly number[]): Promise<unknown> =>
      session.send('Input.dispatchTouchEvent', { type, modifiers: CONTROL, touchPoints: points.map((by, finger) => ({ x: x + by, y, id: finger })) })
    await touch('touchStart', 0)
    await touch('touchMove', 60)
    await touch('touchMove', 120)
    await touch('touchStart', 120, -200)
    await touch('touchMove', 122, -204)
    await touch('touchMove', 124, -208)
    await touch('touchEnd', 124)
    await touch('touchEnd')
    await session.detach()
    await eventually(async () => (await transformOf('back')).transform.position.x * FRAME.width * pixel).toBeCloseTo(124, 0)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await transformOf('back')).transform).toEqual(IDENTITY)
  })

  test('near the middle it clings to it, with a line', async () => {
    const centre = await middle('[role="img"]')
    const pixel = await scale()
    await drag(centre, { x: 4 * pixel, y: 90 })
    await eventually(() => stage().locator('line.holds').count()).toBe(1)
    await drop()
    await eventually(async () => (await transformOf('back')).transform.position.y).not.toBe(0)
    expect((await transformOf('back')).transform.position.x).toBe(0)
    await page.keyboard.press('Control+z')
  })

  test('a corner scales evenly, with Shift freely; the knob turns, with Shift in steps; the anchor moves alone', async () => {
    await choose('square.png')
    const front = async () => (await transformOf('front')).transform
    await drag(await middle('[data-handle="1 1"]'), { x: 40, y: 40 }, ['Control'])
    await drop(['Control'])
    await eventually(async () => (await front()).scale.x).toBeGreaterThan(0.55)
    const even = (await front()).scale
    expect(even.x).toBeCloseTo(even.y)
    await drag(await middle('[data-handle="1 1"]'), { x: 30, y: 0 }, ['Shift', 'Control'])
    await drop(['Shift', 'Control'])
    await eventually(async () => (await front()).scale.x).toBeGreaterThan(even.x)
    expect((await front()).scale.y).toBeCloseTo(even.y)
    expect(Object.values((await front()).position)).toEqual([0, 0])
    await drag(await middle('[data-handle="rotate"]'), { x: 130, y: 90 }, ['Shift'])
    await drop(['Shift'])
    await eventually(async () => (await front()).rotation).not.toBe(0)
    expect((await front()).rotation % 15).toBe(0)
    const before = sceneAt(await document(), fromSeconds(0)).layers.find(({ clip }) => clip.id === 'front')!.placement
    await page.keyboard.press('r')
    await drag(await middle('[data-handle="anchor"]'), { x: 25, y: 12 }, ['Control'])
    await drop(['Control'])
    await eventually(async () => (await front()).anchor.x).not.toBe(0.5)
    const after = sceneAt(await document(), fromSeconds(0)).layers.find(({ clip }) => clip.id === 'front')!.placement
    for (const side of ['x', 'y', 'width', 'height', 'rotation'] as const) expect(after[side]).toBeCloseTo(before[side], 6)
    await page.keyboard.press('v')
    await takePicture(page, 'composition-monitor')
  })

  test('keys: arrows do what the mode says, and are the playhead\'s elsewhere', async () => {
    const front = async () => (await transformOf('front')).transform
    const from = await front()
    for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowDown']) await page.keyboard.press(key)
    await eventually(async () => Math.round(((await front()).position.y - from.position.y) * FRAME.height)).toBe(10)
    expect(((await front()).position.x - from.position.x) * FRAME.width).toBeCloseTo(2)
    await page.keyboard.press('s')
    await page.keyboard.press('Shift+ArrowUp')
    await eventually(async () => (await front()).scale.x / from.scale.x).toBeCloseTo(1.1)
    expect(await said()).toContain('Scale')
    await page.keyboard.press('r')
    await page.keyboard.press('ArrowRight')
    await eventually(async () => (await front()).rotation - from.rotation).toBeCloseTo(1)
    await page.mouse.wheel(0, 100)
    await eventually(async () => (await front()).rotation - from.rotation).toBeCloseTo(2)
    await page.keyboard.press('v')
    expect(await page.getByRole('button', { name: 'Move', exact: true }).getAttribute('aria-pressed')).toBe('true')
    const nudged = await front()
    await stage().evaluate((element) => (element as HTMLElement).blur())
    await page.keyboard.press('ArrowRight')
    await stage().locator('canvas[data-frame="1"]').waitFor()
    expect(await front()).toEqual(nudged)
  })

  test('zoom about the pointer, pan, and fit again', async () => {
    const frame = () => stage().getByRole('img').boundingBox()
    const fitted = (await frame())!
    await page.mouse.move(fitted.x + fitted.width * 0.25, fitted.y + fitted.height * 0.25)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -400)
    await page.keyboard.up('Control')
    await eventually(async () => (await frame())!.width).toBeGreaterThan(fitted.width * 2)
    const large = (await frame())!
    expect(Math.abs(large.x + large.width * 0.25 - (fitted.x + fitted.width * 0.25))).toBeLessThan(1.5)
    await page.mouse.down({ button: 'middle' })
    await page.mouse.move(fitted.x + fitted.width * 0.25 + 50, fitted.y + fitted.height * 0.25 + 20)
    await page.mouse.up({ button: 'middle' })
    expect([(await frame())!.x - large.x, (await frame())!.y - large.y].map(Math.round)).toEqual([50, 20])
    await page.keyboard.press('1')
    expect((await frame())!.width).toBe(FRAME.width)
    await page.keyboard.press('z')
    expect(await frame()).toEqual(fitted)
  })

  test('guides are drawn out of rulers, moved and removed', async () => {
    const box = (await stage().boundingBox())!
    const frame = (await stage().getByRole('img').boundingBox())!
    await drag({ x: box.x + 8, y: box.y + 120 }, { x: frame.x + frame.width * 0.25 - box.x - 8, y: 10 })
    await drop()
    await eventually(async () => (await document()).guides.map(({ line, at }) => [line, Math.round(at * 100)])).toEqual([['upright', 25]])
    const guide = stage().getByRole('separator')
    await guide.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await eventually(async () => (await document()).guides[0]!.at * FRAME.width).toBeCloseTo(330, 0)
    await page.keyboard.press('Delete')
    await eventually(async () => (await document()).guides).toEqual([])
    expect(await stage().evaluate((element) => element.matches(':focus'))).toBe(true)
  })

  test('everything has a name, in both themes', async () => {
    expect(await accessFaults(page, '[role="application"]')).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.getByRole('button', { name: 'Choose overlays' }).click()
    await page.getByRole('checkbox', { name: 'Grid of thirds' }).check()
    await takePicture(page, 'composition-monitor-light')
    await page.keyboard.press('Escape')
    expect(complaints).toEqual([])
  })
})
