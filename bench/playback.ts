import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@lemouf/core/protocol'
import type { Media, VideoClip } from '@lemouf/core/timeline'
import { IDENTITY } from '@lemouf/core/timeline'
import type { Page } from 'playwright-core'
import { makeFilm as makeNumbered } from '../packages/server/src/media/films.fixture.ts'
import { openBrowser } from '../test/support/browser.ts'
import { compose, makeFilm, upload } from '../test/support/footage.ts'
import { listenIn } from '../test/support/playing.ts'
import { startProcess } from '../test/support/process.ts'
import { median, ms, quantile, type Figure } from './measure.ts'
import { countsOf, scrubToShown, watchFlashes, type Counts } from './playback-probes.ts'
import { inFolder } from './system.ts'

const run = promisify(execFile)
const SCRUBS = 40
const SECONDS = 60
/** Of 20 s at the usual scale of the timeline, 40 pixels a second, without their ends. */
const FILM_PIXELS = 780
const SIZE = { type: 'format', set: { preset: null, width: 1280, height: 720 } } as const

/** The composition's player in Chromium (software decoding and rendering). Needs the built studio: `npm run build`. */
export function measurePlayback(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const program = await startProcess(join(folder, 'data'))
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
    await page.addInitScript(listenIn)
    const made = join(folder, 'footage')
    await mkdir(made)
    const figures = [...(await measureScrubbing(page, program.url, made)), ...(await measurePlaying(page, program.url, made))]
    await browser.close()
    await program.stop()
    return figures
  })
}

async function openCut(page: Page, url: string, id: string): Promise<void> {
  const call = createClient({ base: url, fetch })
  const { revision } = await call('getComposition', { params: { composition_id: id }, query: {} })
  await call('editComposition', { params: { composition_id: id }, body: { base_revision: revision, edits: [SIZE], client: 'bench', sequence: 1 } })
  await page.goto('about:blank')
  await page.goto(`${url}/#/composition/${id}`)
  await page.locator('canvas[data-frame]').waitFor()
}

async function proxyOf(url: string, { source }: Media): Promise<void> {
  const call = createClient({ base: url, fetch })
  const media = source.type === 'missing' ? '' : source.id
  for (let state = 'making'; state === 'making'; await new Promise((resolve) => { setTimeout(resolve, 500) })) ({ state } = await call('ensureProxy', { body: { media } }))
}

/** A film of a keyframe every 250 frames, each of which shows its number: the hand goes somewhere, and the very frame has to be seen. */
async function measureScrubbing(page: Page, url: string, made: string): Promise<readonly Figure[]> {
  const output = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', '250', '-keyint_min', '250', '-sc_threshold', '0', '-bf', '3', '-pix_fmt', 'yuv420p']
  const film = await upload(url, await makeNumbered(made, { name: 'long.mp4', fps: '30', frames: 600, filters: 'scale=1920:1080:flags=neighbor,noise=alls=6:allf=t', output }))
  await proxyOf(url, film)
  await openCut(page, url, await compose(url, 'scrub', ['V1'], [{ id: 'a', lane: 'V1', media: film, at: 0 }]))
  await page.waitForTimeout(4000)
  const timeline = await page.locator('#timeline-canvas').boundingBox()
  if (timeline === null) throw new Error('There is no timeline here')
  const places = Array.from({ length: SCRUBS }, (_unused, index) => timeline.x + 10 + ((index * 0.618) % 1) * FILM_PIXELS)
  await page.mouse.move(timeline.x + 5, timeline.y + 8)
  await page.mouse.down()
  const pass = async (): Promise<number[]> => {
    const times: number[] = []
    for (const x of places) {
      const shown = page.evaluate(scrubToShown)
      await page.mouse.move(x, timeline.y + 8)
      times.push(await shown)
      await page.waitForTimeout(120)
    }
    return times
  }
  const [cold, cached] = [await pass(), await pass()]
  await page.mouse.up()
  return [
    { what: `playback: scrub to the frame shown, 1080p H.264, a keyframe every 250 frames, cold, p50 / p95 of ${SCRUBS}`, value: `${ms(median(cold))} / ${ms(quantile(cold, 0.95))}`, goal: 'p95 < 80 ms' },
    { what: 'playback: the same, where it was before', value: `${ms(median(cached))} / ${ms(quantile(cached, 0.95))}`, goal: 'p95 < 33 ms' },
  ]
}

/** Three films over each other, one of which flashes and beeps every second. */
async function measurePlaying(page: Page, url: string, made: string): Promise<readonly Figure[]> {
  const flashes = join(made, 'flashes.mp4')
  const picture = "color=c=black:s=1280x720:r=30,drawbox=w=iw:h=ih:color=white:t=fill:enable='lt(mod(t,1),0.06)'"
  const sound = "aevalsrc='0.8*sin(2*PI*1000*t)*lt(mod(t,1),0.05)':s=48000"
  await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', sound, '-t', String(SECONDS), '-c:v', 'libx264', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-c:a', 'aac', flashes])
  const paths = [await makeFilm(made, { name: 'back.mp4', seconds: SECONDS }), await makeFilm(made, { name: 'side.mp4', seconds: SECONDS, picture: 'smptehdbars' }), flashes]
  const films = await Promise.all(paths.map((path) => upload(url, path)))
  for (const film of films) await proxyOf(url, film)
  const [back, side, flash] = films as [Media, Media, Media]
  const placed = (scale: number, x: number): Partial<VideoClip> => ({ transform: { ...IDENTITY, scale: { x: scale, y: scale }, position: { x, y: 0 } } })
  await openCut(page, url, await compose(url, 'three', ['V3', 'V2', 'V1', 'A1'], [
    { id: 'f', lane: 'V3', media: flash, at: 0, more: placed(0.3, 0), link: 'l' }, { id: 'fs', lane: 'A1', media: flash, at: 0, link: 'l' },
    { id: 's', lane: 'V2', media: side, at: 0, more: placed(0.5, 0.25) }, { id: 'b', lane: 'V1', media: back, at: 0 },
  ]))
  await page.waitForTimeout(4000)
  const watched = page.evaluate(watchFlashes, (SECONDS - 1) * 1000)
  await page.keyboard.press('Space')
  const offsets = await watched
  const counts: Counts = await page.evaluate(countsOf)
  const share = (100 * (counts.dropped + counts.late)) / (counts.shown + counts.dropped + counts.late)
  const settled = offsets.slice(1)
  return [
    { what: `playback: three layers at 1280×720 for ${SECONDS} s, frames skipped or late (quality at the end)`, value: `${share.toFixed(1)} % of ${counts.shown + counts.dropped + counts.late} (${counts.quality}, clock: ${counts.clock})`, goal: '≤ 1 %' },
    { what: `playback: picture against sound over that minute, as heard: median / furthest from it (${settled.length} flashes)`, value: `${ms(median(settled))} / ${ms(Math.max(...settled.map((offset) => Math.abs(offset - median(settled)))))}`, goal: '< 40 ms' },
  ]
}
