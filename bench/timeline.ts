import { createClient } from '@lemouf/core/protocol'
import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { makeFilm, upload } from '../test/support/footage.ts'
import { startProcess } from '../test/support/process.ts'
import { median, ms, quantile, type Figure } from './measure.ts'
import type { Frames } from './panel-probes.ts'
import { inFolder } from './system.ts'
import { fillCompositions, type BigComposition } from './timeline-project.ts'
import { timelineDrawnAt, turnWheel, watchFrames } from './timeline-probes.ts'

const FRAMES = 300
const MANY: BigComposition = { id: 'bench-many', clips: 2000, lanes: 20 }
const HUGE: BigComposition = { id: 'bench-huge', clips: 50_000, lanes: 20 }
const TICKS = 705_600_000

/** The timeline in Chromium (software rendering) with compositions of 2,000 and 50,000 clips, and a filmstrip. Needs the built studio. */
export function measureTimeline(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const data = join(folder, 'data')
    await fillCompositions(data, [MANY, HUGE])
    const program = await startProcess(data)
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const clock = await page.context().newCDPSession(page)
    // Time of the processor and not of the wall: on a machine that does other things as well it says what the page itself takes.
    await clock.send('Performance.enable', { timeDomain: 'threadTicks' })
    const figures: Figure[] = []
    for (const { id, clips, goal } of [{ ...MANY, goal: 'p95 ≤ 16.7 ms' }, { ...HUGE, goal: 'p95 < 33 ms' }]) {
      const what = `timeline: ${clips.toLocaleString('en')} clips on 20 lanes`
      const openedIn = await openAt(page, program.url, id, 20)
      figures.push({ what: `${what}, from the navigation until its lanes are drawn`, value: ms(openedIn), goal: '' })
      for (const { view, seconds } of [{ view: '20 s in view', seconds: 20 }, { view: '4 min in view', seconds: 240 }]) {
        await openAt(page, program.url, id, seconds)
        figures.push(await framesOf(clock, `${what}, ${view}: scrolling`, goal, () => page.evaluate(turnWheel, { frames: FRAMES, x: 30, zoom: 0 })))
        figures.push(await framesOf(clock, `${what}, ${view}: zooming`, goal, () => page.evaluate(turnWheel, { frames: FRAMES, x: 0, zoom: 6 })))
      }
      await openAt(page, program.url, id, 20)
      figures.push(await framesOf(clock, `${what}: a clip dragged across lanes`, goal, () => drag(page)))
    }
    figures.push(...(await measureStrip(page, program.url, folder)))
    await browser.close()
    await program.stop()
    return [...figures, { what: 'timeline: load of the machine at the end (1 minute, of 2 cores)', value: (loadavg()[0] ?? 0).toFixed(1), goal: '' }]
  })
}

/** Opens a composition with so many seconds in view; gives how long that took. */
async function openAt(page: Page, url: string, id: string, seconds: number): Promise<number> {
  const call = createClient({ base: url, fetch })
  await call('saveCompositionView', { params: { composition_id: id }, body: { client: 'bench', state: { timeline: { scale: (seconds * TICKS) / 1200, from: 0 }, panes: { upper: 20 } } } })
  await page.goto('about:blank')
  await page.goto(`${url}/#/composition/${id}`)
  const drawnAt = await page.evaluate(timelineDrawnAt)
  await page.waitForTimeout(2500)
  return drawnAt
}

async function framesOf(clock: CDPSession, what: string, goal: string, measure: () => Promise<Frames>): Promise<Figure> {
  const before = await processorMs(clock)
  const { intervals } = await measure()
  const each = ((await processorMs(clock)) - before) / intervals.length
  return { what: `${what}, frame p50 / p95 of ${intervals.length} (processor time of the page's thread a frame)`, value: `${ms(median(intervals))} / ${ms(quantile(intervals, 0.95))} (${ms(each)})`, goal }
}

/** What the page's thread has computed so far, canvas included. */
async function processorMs(clock: CDPSession): Promise<number> {
  const { metrics } = await clock.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

async function drag(page: Page): Promise<Frames> {
  const place = await page.locator('#timeline-canvas').boundingBox()
  if (place === null) throw new Error('There is no timeline')
  await page.mouse.move(place.x + 300, place.y + 80)
  await page.mouse.down()
  await page.evaluate(watchFrames)
  for (let step = 0; step < FRAMES; step++) await page.mouse.move(place.x + 300 + (step % 150) * 4, place.y + 80 + Math.round(60 * Math.sin(step / 20)))
  const frames = await page.evaluate(() => (window as unknown as { watched: () => Frames }).watched())
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return frames
}

/** From the first look at a film of a minute until its pictures stand along its clip. */
async function measureStrip(page: Page, url: string, folder: string): Promise<readonly Figure[]> {
  const times: number[] = []
  const call = createClient({ base: url, fetch })
  const made = await readFile(await makeFilm(folder, { name: 'minute.mp4', seconds: 60, size: '1920x1080' }))
  for (let round = 0; round < 3; round++) {
    // Bytes of its own behind the film's end: nothing of it is known.
    const path = join(folder, `minute-${round}.mp4`)
    await writeFile(path, Buffer.concat([made, Buffer.from('0000001066726565', 'hex'), Buffer.from(`round ${round}.`.padEnd(8).slice(0, 8))]))
    const film = await upload(url, path)
    const address = new Promise<number>((resolve) => {
      page.on('response', (response) => { if (response.url().includes('/filmstrip/') && response.url().includes('draft=1')) void response.finished().then(() => resolve(performance.now())) })
    })
    const { composition_id } = (await call('createComposition', { body: { name: `strip ${round}` } })).composition
    const { revision } = await call('getComposition', { params: { composition_id }, query: {} })
    const clip = { id: 'c', kind: 'video' as const, media: film.id, start: 0, duration: 60 * TICKS, in: 0 }
    await call('editComposition', { params: { composition_id }, body: { base_revision: revision, client: 'bench', sequence: 1, edits: [{ type: 'addLane', lane: 'V1', kind: 'video', at: 'top' }, { type: 'place', arrivals: [{ clip, to: { lane: 'V1' } }], media: [film], mode: 'overwrite', scope: 'lanes', ids: 'i' }] as never } })
    await page.goto('about:blank')
    await page.goto(`${url}/#/composition/${composition_id}`)
    await page.evaluate(timelineDrawnAt)
    const seenAt = performance.now()
    times.push((await address) - seenAt)
    await page.goto('about:blank')
    page.removeAllListeners('response')
  }
  return [{ what: 'timeline: a film of 60 s, 1080p H.264, never seen before: lane drawn → its filmstrip there (draft, median of 3)', value: ms(median(times)), goal: '< 1 s' }]
}
