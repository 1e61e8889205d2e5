import type { CDPSession, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { startProcess } from '../test/support/process.ts'
import { mb, median, ms, quantile, type Figure } from './measure.ts'
import { fillLoop } from './panel-loop.ts'
import { keyToPaint, openedAt, scrollFrames, scrollThrough, type Frames } from './panel-probes.ts'
import { inFolder } from './system.ts'

const RESULTS = 10_000
const KEYS = 120
/** A person who looks at each result for a moment; the pictures ahead are fetched meanwhile. */
const LOOK_MS = 250
const SCROLLED_FRAMES = 300
const ROUNDS = 5

/** The panel in Chromium (software rendering) with a loop of 10,000 results. Needs the built studio: `npm run build`. */
export function measurePanel(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    await fillLoop(folder, 'bench', RESULTS)
    const program = await startProcess(folder)
    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const cdp = await page.context().newCDPSession(page)
    const figures = [
      ...(await measureOpening(page, program.url)),
      ...(await measureKeys(page)),
      ...(await measureScrolling(page, cdp, program.url)),
      ...(await measureBatch(page)),
    ]
    await browser.close()
    await program.stop()
    return figures
  })
}

async function measureOpening(page: Page, url: string): Promise<readonly Figure[]> {
  const first: number[] = []
  const result: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto('about:blank')
    await page.goto(`${url}/#/loop/bench?c=${4000 + round}&r=0`)
    const times = await page.evaluate(openedAt)
    first.push(times.first)
    result.push(times.result)
  }
  return [
    { what: `panel: a loop of ${RESULTS.toLocaleString('en')} results opened, first paint (median of ${ROUNDS})`, value: ms(median(first)), goal: '< 1 s' },
    { what: 'panel: the same, its result painted', value: ms(median(result)), goal: '' },
  ]
}

async function measureKeys(page: Page): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const [key, what] of [['ArrowRight', 'arrow → next result painted'], ['a', 'approve → next result painted']] as const) {
    await page.evaluate(keyToPaint)
    for (let press = 0; press < KEYS; press++) {
      await page.waitForTimeout(LOOK_MS)
      await page.keyboard.press(key)
    }
    await page.waitForTimeout(1000)
    const times = await page.evaluate(() => (window as unknown as { paints: number[] }).paints)
    figures.push({ what: `panel: ${what}, p50 / p95 of ${times.length}`, value: `${ms(median(times))} / ${ms(quantile(times, 0.95))}`, goal: 'p95 < 50 ms' })
  }
  return figures
}

async function measureScrolling(page: Page, cdp: CDPSession, url: string): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { view, what, selector, axis } of [{ view: '', what: 'strip', selector: '.reel', axis: 'left' }, { view: '&v=grid', what: 'grid', selector: '.sheet .scroller', axis: 'top' }] as const) {
    await page.goto('about:blank')
    await page.goto(`${url}/#/loop/bench?c=0&r=0${view}`)
    await page.waitForTimeout(1500)
    const frames: Frames = await page.evaluate(scrollFrames, { selector, axis, frames: SCROLLED_FRAMES })
    figures.push({
      what: `panel: scrolling the ${what}, frame p50 / p95 of ${SCROLLED_FRAMES} (its work on the page's thread, p95)`,
      value: `${ms(median(frames.intervals))} / ${ms(quantile(frames.intervals, 0.95))} (${ms(quantile(frames.work, 0.95))})`,
      goal: 'p95 ≤ 16.7 ms',
    })
  }
  await page.evaluate(scrollThrough, '.sheet .scroller')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  return [...figures, { what: 'panel: heap of the page, all of it scrolled through and read (garbage included)', value: mb(heap), goal: '< 150 MB' }]
}

/** All 10,000 selected and decided on with one key, in the grid that is open. */
async function measureBatch(page: Page): Promise<readonly Figure[]> {
  await page.evaluate(() => {
    const marks = { pressed: 0, painted: 0 }
    Object.assign(window, { marks })
    window.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'x') return
      marks.pressed = event.timeStamp
      requestAnimationFrame(() => requestAnimationFrame((at) => { marks.painted = at }))
    }, true)
  })
  await page.keyboard.press('Control+a')
  await page.waitForTimeout(500)
  const answered = page.waitForResponse((response) => response.url().endsWith('/lemouf/loop/decisions'))
  const askedAt = performance.now()
  await page.keyboard.press('x')
  await (await answered).finished()
  const took = performance.now() - askedAt
  await page.waitForTimeout(3000)
  const painted = await page.evaluate(() => {
    const { marks } = window as unknown as { marks: { pressed: number; painted: number } }
    return marks.painted - marks.pressed
  })
  return [{ what: `panel: one key on ${RESULTS.toLocaleString('en')} selected: shown / answered, on disk`, value: `${ms(painted)} / ${ms(took)}`, goal: '' }]
}
