import { AppError } from '@lemouf/core/error'
import type { Client, ManifestEntry } from '@lemouf/core/protocol'
import { expect, test } from 'vitest'
import { shownEntry } from '../loop-view/shown.ts'
import { reduceView } from '../loop-view/reduce.ts'
import { initialView, type LoopViewState } from '../loop-view/state.ts'
import { entry, summary, viewOf } from '../loop-view/testing.ts'
import { createCommands } from './commands.ts'

type Call = readonly [name: string, input: { body?: Record<string, unknown>; query?: Record<string, unknown> }]

/** Commands on a view, against a server that answers as told and remembers what it was asked. */
function rig(start: LoopViewState, answers: Record<string, (input: Call[1]) => unknown>) {
  let state = start
  const calls: Call[] = []
  const server = (async (name: string, input: Call[1]) => {
    calls.push([name, input])
    const reply = answers[name]
    if (reply === undefined) throw new Error(`nobody expected ${name}`)
    return reply(input)
  }) as unknown as Client
  const commands = createCommands(server, 'portraits-07', { state: () => state, dispatch: (action) => { state = reduceView(state, action) } })
  return { commands, calls, state: () => state }
}

const accepted = ({ body }: Call[1]) => ({
  ok: true, decision: body?.['decision'] ?? null, revision: Number(body?.['revision']) + 1,
  current_cycle: 0, current_retry: 0, status: 'waiting', next_cycle_index: 0, next_retry_index: 0, needs_generation: false,
})
const cycles = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index)
const settle = async (done: () => boolean) => { while (!done()) await Promise.resolve() }
const at = (cycle: number, retry = 0) => ({ cycle, retry })

test('decisions go out in the order of the keys, each on the revision that was seen', async () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0), entry(1, 0)]), { decide: accepted, undo: accepted })
  commands.decide('approve')
  commands.decide('reject')
  commands.undo()
  expect(state().pending).toHaveLength(3)
  await settle(() => state().pending.length === 0)
  expect(calls.map(([name, { body }]) => [name, body?.['cycle_index'], body?.['revision']])).toEqual([['decide', 0, 0], ['decide', 1, 0], ['undo', 1, 1]])
  expect(shownEntry(state(), at(0))?.decision).toBe('approve')
  expect(shownEntry(state(), at(1))?.decision).toBeNull()
})

test('a decision that came too late is explained in place, and the newer state is read', async () => {
  const newer = entry(0, 0, { decision: 'reject', revision: 1, decided_by: 'anna' })
  const { commands, state } = rig(viewOf([entry(0, 0), entry(1, 0)]), {
    decide: () => { throw new AppError('decision_stale', 'It was decided (reject, by anna) in the meantime.') },
    getManifest: () => ({ entries: [newer], next_cycle: 1 }),
  })
  commands.decide('approve')
  expect(state().cursor).toEqual(at(1))
  await settle(() => state().pending.length === 0)
  expect(shownEntry(state(), at(0))?.decided_by).toBe('anna')
  expect(state().cursor).toEqual(at(0))
  expect(state().notice).toMatchObject({ tone: 'error', message: 'It was decided (reject, by anna) in the meantime.', place: at(0) })
})

test('what is still being made cannot be decided, and nothing is sent', () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0, { status: 'running' })]), {})
  commands.decide('approve')
  expect(calls).toEqual([])
  expect(state().notice?.message).toMatch(/still being made/)
})

const standing = { ok: true, current_cycle: 0, current_retry: 0, status: 'waiting', next_cycle_index: 0, next_retry_index: 0, needs_generation: false }

test('a decision on many is one request and one step back', async () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0), entry(1, 0), entry(2, 0, { status: 'running' }), entry(3, 0)]), { decideMany: () => ({ ...standing, applied: 2, refused: [] }) })
  commands.decideMany('reject', [at(0), at(1), at(2)])
  expect([0, 1, 2].map((cycle) => shownEntry(state(), at(cycle))?.decision)).toEqual(['reject', 'reject', null])
  expect(state().cursor).toEqual(at(3))
  commands.undo()
  await settle(() => state().pending.length === 0)
  const items = (revision: number) => [0, 1].map((cycle_index) => ({ cycle_index, retry_index: 0, revision, prompt_id: `p-${cycle_index}-0` }))
  expect(calls.map(([, { body }]) => [body?.['decision'], body?.['items']])).toEqual([['reject', items(0)], ['undo', items(1)]])
  expect([0, 1].map((cycle) => shownEntry(state(), at(cycle))?.decision)).toEqual([null, null])
  expect([...state().selection.keys]).toEqual(['0.0', '1.0'])
})

test('what is refused of many is read again, said, and stays selected', async () => {
  const newer = entry(1, 0, { decision: 'reject', revision: 1, decided_by: 'anna' })
  const { commands, calls, state } = rig(viewOf([entry(0, 0), entry(1, 0), entry(2, 0)]), {
    decideMany: () => ({ ...standing, applied: 1, refused: [{ cycle_index: 1, retry_index: 0, code: 'decision_stale', message: 'Decided by anna in the meantime.' }] }),
    getManifest: () => ({ entries: [newer, entry(2, 0)], next_cycle: null }),
  })
  commands.decideMany('approve', [at(0), at(1)])
  await settle(() => state().pending.length === 0 && state().notice !== undefined)
  expect(calls.map(([name, { query }]) => [name, query?.['from_cycle']])).toEqual([['decideMany', undefined], ['getManifest', 1]])
  expect([0, 1, 2].map((cycle) => shownEntry(state(), at(cycle))?.decision)).toEqual(['approve', 'reject', null])
  expect([...state().selection.keys]).toEqual(['1.0'])
  expect(state().notice).toMatchObject({ tone: 'error', message: expect.stringContaining('Decided by anna') as string })
})

test('where nothing of many can be decided so, that is said and nothing is sent', () => {
  const { commands, calls, state } = rig(viewOf([entry(0, 0, { decision: 'reject', revision: 1 }), entry(1, 0, { decision: 'reject', revision: 1 })]), {})
  commands.decideMany('reject', [at(0), at(1)])
  expect(calls).toEqual([])
  expect(state().notice?.tone).toBe('info')
})

test('undo without a decision on the attempt goes back to this person’s last one', async () => {
  const { commands, state } = rig(viewOf([entry(0, 0), entry(1, 0), entry(2, 0)]), { decide: accepted, undo: accepted })
  commands.decide('approve')
  commands.decide('approve')
  commands.undo()
  expect(state().cursor).toEqual(at(1))
  commands.undo()
  expect(state().cursor).toEqual(at(0))
  commands.undo()
  expect(state().notice?.message).toMatch(/no decision to take back/)
  await settle(() => state().pending.length === 0)
})

test('opening reads the cycles near the cursor, and scrolling the pages that are missing', async () => {
  const pages: Record<number, { entries: ManifestEntry[]; next_cycle: number | null }> = {
    400: { entries: [entry(400, 0)], next_cycle: 600 },
    600: { entries: [entry(600, 0)], next_cycle: null },
  }
  const { commands, calls, state } = rig(initialView(at(400)), {
    getLoop: () => summary({ total_cycles: 1000 }),
    getManifest: ({ query }) => pages[Number(query?.['from_cycle'])],
    getOutline: () => ({ cycles: [400, 600], retries: [0, 0], statuses: ['returned', 'returned'], decisions: [null, 'reject'], revisions: [0, 1] }),
  })
  await commands.reveal([400])
  await commands.open()
  await commands.reveal(cycles(500, 620))
  await commands.reveal(cycles(900, 990))
  expect(calls.map(([name, { query }]) => [name, query?.['from_cycle']])).toEqual([['getLoop', undefined], ['getManifest', 400], ['getOutline', undefined], ['getManifest', 600]])
  expect(shownEntry(state(), at(600))).toBeDefined()
})

test('a server that does not answer is said beside the actions', async () => {
  const { commands, state } = rig(viewOf([entry(0, 0)]), { exportApproved: () => { throw new AppError('engine_unavailable', 'The leMouf server does not answer.') } })
  await commands.exportApproved()
  expect(state().notice).toEqual({ tone: 'error', message: 'The leMouf server does not answer.' })
})

test('with the server away, a key that cannot decide says so first', () => {
  const { commands, state } = rig({ ...viewOf([entry(0, 0, { status: 'running' })]), connection: 'lost' }, {})
  commands.decide('approve')
  expect(state().notice?.message).toMatch(/server does not answer/)
})

test('a loop that does not exist is told from one that cannot be read now', async () => {
  for (const [code, missing] of [['loop_not_found', true], ['engine_unavailable', false]] as const) {
    const { commands, state } = rig(initialView(), { getLoop: () => { throw new AppError(code, 'Not there.') } })
    await commands.open()
    expect(state().unread).toEqual({ message: 'Not there.', missing })
  }
})

test('an export says where on the disk it is', async () => {
  const { commands, state } = rig(viewOf([entry(0, 0)]), { exportApproved: () => ({ ok: true, count: 2, folder: 'lemouf/a', path: '/data/output/lemouf/a', files: [] }) })
  await commands.exportApproved()
  expect(state().notice).toEqual({ tone: 'info', message: '2 files copied to /data/output/lemouf/a', path: '/data/output/lemouf/a' })
})

test('of two readings of the pause the one asked for last counts', async () => {
  const answers: ((paused: boolean) => void)[] = []
  const { commands, state } = rig(viewOf([entry(0, 0)]), { getLoop: () => new Promise((resolve) => { answers.push((paused) => resolve({ ...summary(), paused })) }) })
  const both = [commands.readPaused(), commands.readPaused()]
  answers[1]?.(true)
  answers[0]?.(false)
  await Promise.all(both)
  expect(state().paused).toBe(true)
})
