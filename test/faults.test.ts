import type { Json } from '@lemouf/core/json'
import type { LoopView } from '@lemouf/core/protocol'
import sharp from 'sharp'
import { expect, test, vi, type TestContext } from 'vitest'
import { colours, openTestStudio, type TestStudio } from '../packages/server/src/testing/studio.ts'
import { openFaultyProxy, type FaultyProxy, type Faults } from './support/faulty-proxy.ts'
import { dwellWorkflow, startMachine, type Machine } from './support/machines.ts'

/** What a test opens; it is closed when the test ends, the last first. The tests wait more than they work, and run at once. */
function stageOf({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const opened = async <T extends { close(): void | Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const one = await opening
    onTestFinished(async () => { await one.close() })
    return one
  }
  return {
    machine: (): Promise<Machine> => opened(startMachine()),
    studioAt: (...urls: readonly string[]): Promise<TestStudio> => opened(openTestStudio({ comfy: urls })),
    proxyTo: (target: string, faults: Faults): Promise<FaultyProxy> => opened(openFaultyProxy(target, faults)),
  }
}

const isOver = (loop: LoopView): boolean => ['complete', 'failed', 'exited'].includes(loop.status)

/** Runs a loop, lets something happen to it meanwhile, and gives what came of it. */
async function run(studio: TestStudio, { cycles, ms, patienceMs = 20_000 }: { cycles: number; ms: number; patienceMs?: number }, meanwhile: (loopId: string) => Promise<void> = () => Promise.resolve()): Promise<readonly unknown[]> {
  const begin = () => studio.call('startLoop', { body: { prompt: dwellWorkflow(ms), payload: colours(cycles), approve: 'all', lookahead: 2 } })
  // A server whose socket has just been dropped is not begun on; a person presses the button again.
  const { loop_id } = await vi.waitFor(begin, { timeout: 10_000, interval: 100 })
  await meanwhile(loop_id)
  const look = (): Promise<LoopView> => studio.call('getLoop', { params: { loop_id }, query: {} })
  await vi.waitFor(async () => expect(isOver(await look())).toBe(true), { timeout: patienceMs, interval: 100 })
  const { events } = await studio.call('getHistory', { params: { loop_id }, query: { limit: 1000 } })
  const returns = events.filter(({ type }) => type === 'attemptReturned').map(({ data }) => placeOf(data))
  expect(new Set(returns).size, 'no result appears twice').toBe(returns.length)
  return outcomeOf(studio, await look())
}

function placeOf(data: Json): string {
  const { cycle, retry } = data as { cycle: number; retry: number }
  return `${cycle}/${retry}`
}

/** How a loop ended: what each attempt became, and the colour of its picture. */
function outcomeOf(studio: TestStudio, loop: LoopView): Promise<readonly unknown[]> {
  return Promise.all(loop.manifest.map(async ({ cycle_index, retry_index, status, decision, outputs }) => {
    const pictures = outputs.images.map(async ({ media }) => {
      const bytes = await (await fetch(`${studio.url}/lemouf/media/${media}`)).arrayBuffer()
      return [...(await sharp(Buffer.from(bytes)).removeAlpha().raw().toBuffer()).subarray(0, 3)]
    })
    return { cycle_index, retry_index, status, decision, pictures: await Promise.all(pictures) }
  }))
}

/** What a run without faults gives. */
const sound = (cycles: number): readonly unknown[] => colours(cycles).map(({ colour }, cycle_index) => ({
  cycle_index, retry_index: 0, status: 'returned', decision: 'approve', pictures: [[(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]],
}))

test.concurrent('a run without faults', async (context) => {
  const stage = stageOf(context)
  const studio = await stage.studioAt((await stage.machine()).url)
  expect(await run(studio, { cycles: 5, ms: 5 })).toEqual(sound(5))
})

// A minute of drops a second, five times as fast: as many drops, each in another moment of a prompt and of its answer.
test.concurrent('a socket that drops sixty times', { timeout: 90_000 }, async (context) => {
  const stage = stageOf(context)
  const proxy = await stage.proxyTo((await stage.machine()).url, { dropEveryMs: 230 })
  const studio = await stage.studioAt(proxy.url)
  expect(await run(studio, { cycles: 150, ms: 100, patienceMs: 80_000 })).toEqual(sound(150))
  expect(proxy.done.dropped).toBeGreaterThan(60)
})

test.concurrent('messages that come twice and out of order', async (context) => {
  const stage = stageOf(context)
  const proxy = await stage.proxyTo((await stage.machine()).url, { scramble: 4 })
  const studio = await stage.studioAt(proxy.url)
  expect(await run(studio, { cycles: 20, ms: 10 })).toEqual(sound(20))
  expect(proxy.done.doubled).toBeGreaterThan(20)
  expect(proxy.done.moved).toBeGreaterThan(20)
})

test.concurrent('a server killed in mid-prompt and started again with an empty history', { timeout: 60_000 }, async (context) => {
  const stage = stageOf(context)
  const only = await stage.machine()
  const studio = await stage.studioAt(only.url)
  const killTwice = async (loopId: string): Promise<void> => {
    for (let cycle = 1; cycle <= 2; cycle++) {
      await studio.until(loopId, (loop) => loop.manifest.some((entry) => entry.cycle_index === cycle && entry.status === 'running'))
      await only.restart()
    }
  }
  expect(await run(studio, { cycles: 6, ms: 300, patienceMs: 50_000 }, killTwice)).toEqual(sound(6))
})

test.concurrent('two servers of which one dies', { timeout: 60_000 }, async (context) => {
  const stage = stageOf(context)
  const [doomed, other] = [await stage.machine(), await stage.machine()]
  const studio = await stage.studioAt(doomed.url, other.url)
  const killOne = async (loopId: string): Promise<void> => {
    await studio.until(loopId, (loop) => loop.manifest.some((entry) => entry.worker === doomed.url && entry.status === 'running'))
    await doomed.kill()
  }
  expect(await run(studio, { cycles: 8, ms: 300, patienceMs: 50_000 }, killOne)).toEqual(sound(8))
})

test.concurrent('two servers, and the program itself is started again', { timeout: 60_000 }, async (context) => {
  const stage = stageOf(context)
  const studio = await stage.studioAt((await stage.machine()).url, (await stage.machine()).url)
  const restart = async (loopId: string): Promise<void> => {
    await studio.until(loopId, (loop) => loop.manifest.some((entry) => entry.cycle_index >= 2 && entry.status === 'running'))
    await studio.restart()
  }
  expect(await run(studio, { cycles: 8, ms: 300, patienceMs: 50_000 }, restart)).toEqual(sound(8))
})
