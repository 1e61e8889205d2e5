import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { colourPrompt, colours, hasReturned, openTestStudio, type TestStudio } from '../testing/studio.ts'
import type { Session } from './connect.ts'
import { driveLoop } from './drive-loop.ts'
import { Terminal } from './terminal.ts'

let studio: TestStudio
beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.close())

/** A terminal with a person at it: what was shown, and keys typed. */
function personAtTerminal(): { terminal: Terminal; shows: (text: RegExp) => Promise<void>; type: (keys: string) => void } {
  const screen = Object.assign(new PassThrough(), { isTTY: true, columns: 80 })
  const keyboard = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
  let shown = ''
  let look = (): void => undefined
  screen.on('data', (chunk: Buffer) => {
    shown += chunk.toString()
    look()
  })
  const shows = (text: RegExp): Promise<void> =>
    new Promise((resolve) => {
      look = () => text.test(shown) && resolve()
      look()
    })
  return { terminal: new Terminal({ out: new PassThrough(), err: screen, in: keyboard }, false), shows, type: (keys) => keyboard.write(keys) }
}

async function start(count: number, more: object = {}): Promise<string> {
  return (await studio.call('startLoop', { body: { prompt: colourPrompt(), payload: colours(count), ...more } })).loop_id
}
const session = (more: Partial<Session> = {}): Session => ({ client: studio.call, base: studio.url, token: undefined, dataDir: studio.dataDir, again: '', own: false, ...more })

test('a key typed before its question is shown decides nothing', async () => {
  const loopId = await start(2, { lookahead: 1 })
  await studio.until(loopId, (loop) => hasReturned(0)(loop) && hasReturned(1)(loop))
  const { terminal, shows, type } = personAtTerminal()
  type('aaa')
  const driven = driveLoop({ session: session(), loopId, fresh: false, approve: 'ask', out: undefined, terminal })
  await shows(/cycle 1 of 2: returned/)
  type('x')
  await shows(/cycle 1 of 2, retry 1: returned/)
  type('a')
  await shows(/cycle 2 of 2: returned/)
  type('A')
  expect(await driven).toMatchObject({ ending: 'complete', loop: { approved: 2 } })
  const { manifest } = await studio.call('getLoop', { params: { loop_id: loopId }, query: {} })
  expect(manifest.map(({ cycle_index, retry_index, decision }) => [cycle_index, retry_index, decision])).toEqual([[0, 0, 'reject'], [0, 1, 'approve'], [1, 0, 'approve']])
})

test('steps a loop that waits for every step, and leaves it on q', async () => {
  const loopId = await start(2, { mode: 'manual' })
  const { terminal, shows, type } = personAtTerminal()
  const driven = driveLoop({ session: session(), loopId, fresh: true, approve: 'ask', out: undefined, terminal })
  await shows(/cycle 1 of 2: returned/)
  type('r')
  await shows(/cycle 1 of 2, retry 1: returned/)
  type('q')
  expect(await driven).toMatchObject({ ending: 'left', loop: { status: 'waiting' } })
})
