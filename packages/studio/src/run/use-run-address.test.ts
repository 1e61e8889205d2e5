import { expect, test } from 'vitest'
import { effectScope, nextTick, ref, shallowRef } from 'vue'
import type { LoopScreenView } from '../app/address.ts'
import type { Place } from '../loop-view/place.ts'
import { useRunAddress } from './use-run-address.ts'

/** A loop's view whose steps are written down, with an address that follows as the browser's does. */
function rig() {
  const steps: string[] = []
  const [cursor, view, pinned] = [shallowRef<Place | undefined>({ cycle: 0, retry: 0 }), ref<LoopScreenView>('loupe'), shallowRef<Place>()]
  let addressed: LoopScreenView = 'loupe'
  const step = (name: string) => ({ view: to, place }: { view?: LoopScreenView; place?: Place }) => {
    steps.push(`${name} ${to} ${place?.cycle}`)
    addressed = to ?? 'loupe'
  }
  effectScope().run(() => useRunAddress('a', cursor, { view, pinned }, () => addressed, { go: step('go'), settle: step('settle'), leave: step('leave') }))
  const look = async (next: LoopScreenView) => { view.value = next; await nextTick() }
  const move = async (cycle: number) => { cursor.value = { cycle, retry: 0 }; await nextTick() }
  const browserBack = async (to: LoopScreenView) => { addressed = to; await look(to) }
  return { steps, look, move, browserBack }
}

test('what is opened is a step, going from place to place is none, and closing takes the step back', async () => {
  const { steps, look, move } = rig()
  await look('grid')
  await move(3)
  await look('lightbox')
  await look('grid')
  await look('loupe')
  await move(4)
  expect(steps).toEqual(['go grid 0', 'settle grid 3', 'go lightbox 3', 'leave grid 3', 'leave loupe 3', 'settle loupe 4'])
})

test('from one view to another is no step, and both are left at once', async () => {
  const { steps, look } = rig()
  for (const view of ['grid', 'compare', 'loupe', 'loupe'] as const) await look(view)
  expect(steps).toEqual(['go grid 0', 'settle compare 0', 'leave loupe 0'])
})

test('what the browser has taken back is not taken back again', async () => {
  const { steps, look, browserBack } = rig()
  await look('compare')
  await browserBack('loupe')
  await look('lightbox')
  await look('loupe')
  expect(steps).toEqual(['go compare 0', 'settle loupe 0', 'go lightbox 0', 'leave loupe 0'])
})
