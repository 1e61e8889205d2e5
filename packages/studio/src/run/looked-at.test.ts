import { expect, test } from 'vitest'
import { act, entry, summary, viewOf } from '../loop-view/testing.ts'
import { initialView } from '../loop-view/state.ts'
import { lookAt } from './looked-at.ts'

const at = (cycle: number, retry = 0) => ({ cycle, retry })
const picture = (width: number, height: number) => ({
  outputs: { images: [{ media: 'm', kind: 'image' as const, url: '/m', mime: 'image/png', bytes: 1, width, height, filename: 'm.png', subfolder: '', type: 'output' as const }], audio: [], video: [], files: [], text: [], json: [] },
})

test('before the loop is read it is loading, whatever the address says', () => {
  expect(lookAt(initialView(at(3)), at(3))).toMatchObject({ entry: undefined, loading: true, canMake: false })
  expect(lookAt(initialView(), undefined)).toMatchObject({ loading: true, shape: undefined })
})

test('a place that nothing was made for can be made where nothing happens by itself', () => {
  const idle = viewOf([entry(0, 0)], summary({ status: 'ready' }))
  expect(lookAt(idle, at(1))).toMatchObject({ entry: undefined, loading: false, canMake: true, exited: false })
  expect(lookAt(viewOf([entry(0, 0)], summary({ status: 'running' })), at(1)).canMake).toBe(false)
  expect(lookAt(viewOf([entry(0, 0)], summary({ status: 'exited', mode: 'manual' })), at(1))).toMatchObject({ canMake: false, exited: true })
})

test('what is being made has the shape of what was made near it', () => {
  const view = viewOf([entry(0, 0, picture(64, 64)), entry(1, 0, picture(96, 64)), entry(1, 1, { status: 'running' }), entry(2, 0, { status: 'queued' }), entry(4, 0, { status: 'queued' })])
  expect([at(1, 1), at(2), at(4)].map((place) => lookAt(view, place).shape)).toEqual([{ width: 96, height: 64 }, { width: 96, height: 64 }, { width: 64, height: 64 }])
  expect(lookAt(viewOf([entry(0, 0, { status: 'queued' })]), at(0)).shape).toBeUndefined()
})

test('what a decision on its way will bring is awaited', () => {
  const view = viewOf([entry(0, 0)])
  expect(lookAt(view, at(0, 1)).loading).toBe(false)
  expect(lookAt(act(view, { type: 'judged', pending: { id: 1, items: [{ place: at(0), revision: 0 }], decision: 'reject' } }), at(0, 1)).loading).toBe(true)
})

test('how far it is comes with it', () => {
  const making = act(viewOf([entry(0, 0, { status: 'running' })]), { type: 'progressed', progress: { loop_id: 'portraits-07', cycle_index: 0, retry_index: 0, done: 0.4 }, at: 5 })
  expect(lookAt(making, at(0)).live?.done).toBe(0.4)
})
