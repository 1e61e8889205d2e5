import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@lemouf/core/protocol'
import type { Media, VideoClip } from '@lemouf/core/timeline'
import { IDENTITY } from '@lemouf/core/timeline'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { makeFilm as makeNumbered } from '../packages/server/src/media/films.fixture.ts'
import { openBrowser } from '../test/support/browser.ts'
import { compose, upload, type Cut } from '../test/support/footage.ts'
import { listenIn } from '../test/support/playing.ts'
import { startProcess } from '../test/support/process.ts'
import { median, ms, quantile, type Figure } from './measure.ts'
import { countsOf, scrubToShown, watchBeeps, type Counts } from './playback-probes.ts'
import { inFolder } from './system.ts'

const run = promisify(execFile)
const SCRUBS = 40
const SECONDS = 60
/** A film of that length is repeated until there is a minute of it: encoding one would be most of what this takes. */
const PART_SECONDS = 10
/** Of 20 s at the usual scale of the timeline, 40 pixels a second, without their ends. */
const FILM_PIXELS = 780
/** What a page does once it is open: thumbnails, waveforms. */
const SETTLE_MS = 4000
const SIZE = { type: 'format', set: { preset: null, width: 1280, height: 720 } } as const

/** Where it is measured. */
interface Place {
  readonly browser: Browser
  readonly url: string
  /** Folder of what films are made. */
  readonly made: string
}

/** The composition's player in Chromium (software decoding and rendering). Needs the built studio: `npm run build`. */
export function measurePlayback(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const program = await startProcess(join(folder, 'data'))
    const browser = await openBrowser()
    const made = join(folder, 'footage')
    await mkdir(made)
    try {
      const place = { browser, url: program.url, made }
      const figures = [...(await measureScrubbing(place)), ...(await measurePlaying(place))]
      return [...figures, { what: 'playback: load of the machine at the end (1 minute, of 2 cores)', value: (loadavg()[0] ?? 0).toFixed(1), goal: '' }]
    } finally {
      await browser.close()
      await program.stop()
    }
  })
}

/** A page with a composition in 1280×720 open. Without small films it is as in the first seconds after a film has come in. */
async function openCut({ browser, url }: Place, id: string, { hasProxies }: { hasProxies: boolean }): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } })
  await page.addInitScript(listenIn)
  if (!hasProxies) await page.route('**/lemouf/media/proxy', (route) => route.abort())
  await page.goto(`${url}/#/composition/${id}`)
  await page.locator('canvas[data-frame]').waitFor()
  await page.waitForTimeout(SETTLE_MS)
  return page
}

async function composed(url: string, name: string, lanes: readonly string[], cuts: readonly Cut[]): Promise<string> {
  const call = createClient({ base: url, fetch })
  const id = await compose(url, name, lanes, cuts)
  const { revision } = await call('getComposition', { params: { composition_id: id }, query: {} })
  await call('editComposition', { params: { composition_id: id }, body: { base_revision: revision, edits: [SIZE], client: 'bench', sequence: 1 } })
  return id
}

async function proxyOf(url: string, { source }: Media): Promise<void> {
  const call = createClient({ base: url, fetch })
  const media = source.type === 'missing' ? '' : source.id
  for (let state = 'making'; state === 'making'; await new Promise((resolve) => { setTimeout(resolve, 500) })) ({ state } = await call('ensureProxy', { body: { media } }))
}

/** A film of a keyframe every 250 frames, each of which shows its number: the hand goes somewhere, and the very frame has to be seen. */
async function measureScrubbing(place: Place): Promise<readonly Figure[]> {
  const { url, made } = place
  const output = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', '250', '-keyint_min', '250', '-sc_threshold', '0', '-bf', '3', '-pix_fmt', 'yuv420p']
  const film = await upload(url, await makeNumbered(made, { name: 'long.mp4', fps: '30', frames: 600, filters: 'scale=1920:1080:flags=neighbor,noise=alls=6:allf=t', output }))
  await proxyOf(url, film)
  const id = await composed(url, 'scrub', ['V1'], [{ id: 'a', lane: 'V1', media: film, at: 0 }])
  const figures: Figure[] = []
  for (const hasProxies of [true, false]) {
    const page = await openCut(place, id, { hasProxies })
    const [cold, cached] = await scrubbed(page)
    await page.close()
    const figureOf = ({ times, each }: Pass): string => `${ms(median(times))} / ${ms(quantile(times, 0.95))} (${ms(each)})`
    const goal = (most: number): string => (hasProxies ? `p95 < ${most} ms` : 'none')
    const which = `1080p H.264, a keyframe every 250 frames, ${hasProxies ? 'its small film ready' : 'no small film yet'}`
    figures.push(
      { what: `playback: scrub to the frame shown, ${which}, cold, p50 / p95 of ${SCRUBS} (processor time of the page's thread each)`, value: figureOf(cold), goal: goal(80) },
      { what: 'playback: the same, where the hand was before', value: figureOf(cached), goal: goal(33) },
    )
  }
  return figures
}

interface Pass {
  /** Milliseconds of each move. */
  readonly times: readonly number[]
  /** Of the processor for one of them, by the page's thread: also on a machine that does other things as well that is what it takes. */
  readonly each: number
}

/** What the page's thread has computed so far, canvas included, in milliseconds. */
async function clockOf(page: Page): Promise<() => Promise<number>> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  }
}

/** First where the hand has not been, then there again. */
async function scrubbed(page: Page): Promise<readonly [Pass, Pass]> {
  const processorMs = await clockOf(page)
  const timeline = await page.locator('#timeline-canvas').boundingBox()
  if (timeline === null) throw new Error('There is no timeline here')
  const places = Array.from({ length: SCRUBS }, (_unused, index) => timeline.x + 10 + ((index * 0.618) % 1) * FILM_PIXELS)
  await page.mouse.move(timeline.x + 5, timeline.y + 8)
  await page.mouse.down()
  const pass = async (): Promise<Pass> => {
    const times: number[] = []
    const before = await processorMs()
    for (const x of places) {
      const shown = page.evaluate(scrubToShown)
      await page.mouse.move(x, timeline.y + 8)
      times.push(await shown)
      await page.waitForTimeout(120)
    }
    return { times, each: ((await processorMs()) - before) / times.length }
  }
  const passes = [await pass(), await pass()] as const
  await page.mouse.up()
  return passes
}

/** A minute of a moving picture of ffmpeg's, with a beep every second where that is asked for. */
async function longFilm(made: string, name: string, picture: string, beeps: boolean): Promise<string> {
  const ffmpeg = (...args: readonly string[]): Promise<unknown> => run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-loglevel', 'error', '-y', ...args])
  const [part, whole, sound] = [join(made, `part-${name}.mp4`), join(made, `${name}.mp4`), "aevalsrc='0.8*sin(2*PI*1000*t)*lt(mod(t,1),0.05)':s=48000"]
  const coded = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '250', '-pix_fmt', 'yuv420p']
  await ffmpeg('-f', 'lavfi', '-i', `${picture}=s=1280x720:r=30`, '-t', String(PART_SECONDS), ...coded, part)
  const heard = beeps ? ['-f', 'lavfi', '-i', sound, '-map', '0:v', '-map', '1:a', '-c:a', 'aac'] : []
  await ffmpeg('-stream_loop', '-1', '-i', part, ...heard, '-t', String(SECONDS), '-c:v', 'copy', whole)
  return whole
}

/** Three films over each other, one of which beeps every second. */
async function measurePlaying(place: Place): Promise<readonly Figure[]> {
  const { url, made } = place
  const paths = await Promise.all([longFilm(made, 'back', 'testsrc2', false), longFilm(made, 'side', 'smptehdbars', false), longFilm(made, 'beeps', 'testsrc', true)])
  const films = await Promise.all(paths.map((path) => upload(url, path)))
  for (const film of films) await proxyOf(url, film)
  const [back, side, beeping] = films as [Media, Media, Media]
  const placed = (scale: number, x: number): Partial<VideoClip> => ({ transform: { ...IDENTITY, scale: { x: scale, y: scale }, position: { x, y: 0 } } })
  const page = await openCut(place, await composed(url, 'three', ['V3', 'V2', 'V1', 'A1'], [
    { id: 'f', lane: 'V3', media: beeping, at: 0, more: placed(0.3, 0), link: 'l' }, { id: 'fs', lane: 'A1', media: beeping, at: 0, link: 'l' },
    { id: 's', lane: 'V2', media: side, at: 0, more: placed(0.5, 0.25) }, { id: 'b', lane: 'V1', media: back, at: 0 },
  ]), { hasProxies: true })
  const processorMs = await clockOf(page)
  const before = await processorMs()
  const watched = page.evaluate(watchBeeps, (SECONDS - 1) * 1000)
  await page.keyboard.press('Space')
  const offsets = await watched
  const counts: Counts = await page.evaluate(countsOf)
  const each = ((await processorMs()) - before) / (counts.shown + counts.late)
  await page.close()
  const all = counts.shown + counts.dropped + counts.late
  const [within, furthest] = [median(offsets), Math.max(...offsets.map((offset) => Math.abs(offset - median(offsets))))]
  return [
    { what: `playback: three layers at 1280×720 for ${SECONDS} s, frames skipped or late (quality at the end; processor time of the page's thread a frame)`, value: `${((100 * (counts.dropped + counts.late)) / all).toFixed(1)} % of ${all} (${counts.quality}, clock: ${counts.clock}; ${ms(each)})`, goal: '≤ 1 %' },
    { what: `playback: picture against sound over that minute, as heard: median / furthest from it (${offsets.length} beeps)`, value: `${ms(within)} / ${ms(furthest)}`, goal: '< 40 ms' },
  ]
}
