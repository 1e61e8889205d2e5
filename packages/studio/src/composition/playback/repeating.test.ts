import { applyEdit, emptyProject, newClip, ticks, TICKS_PER_SECOND, type Media, type Project } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { shallowRef } from 'vue'
import { toggleRepeat } from './repeating.ts'
import type { Motion, Transport } from './transport.ts'

const second = (count: number) => ticks(count * TICKS_PER_SECOND)
const music: Media = { id: 'm', name: 'm', kind: 'audio', source: { type: 'store', id: 'm' }, duration: second(20) }

function tenSeconds(): Project {
  const empty = emptyProject('p', 'p')
  const clip = newClip(empty, { media: music, in: second(0), duration: second(10) }, 'audio', { id: 'c', start: second(0), link: null })
  const placed = [{ type: 'addLane', lane: 'A', kind: 'audio', at: 'bottom', name: 'A' } as const, { type: 'place', arrivals: [{ clip, to: { lane: 'A' } }], media: [music], mode: 'fit', scope: 'lanes', ids: 'i' } as const]
  return placed.reduce<Project>((project, edit) => {
    const applied = applyEdit(project, edit)
    if (!applied.ok) throw new Error(applied.error.message)
    return applied.value.project
  }, empty)
}

function transportAt(at: number) {
  const deeds: string[] = []
  const [playhead, motion] = [shallowRef(second(at)), shallowRef<Motion>('paused')]
  const none = (): void => undefined
  const transport: Transport = {
    playhead, motion, rate: shallowRef(0), pause: none, toggle: none, scrub: none, release: none,
    seek: (to) => { deeds.push(`to ${to / TICKS_PER_SECOND}`) },
    play: () => {
      deeds.push('play')
      motion.value = 'playing'
    },
  }
  return { transport, deeds }
}

test('the marked range plays over and over, from its beginning where the playhead is outside; asked again it repeats no more', () => {
  const view = { markIn: second(3), markOut: second(5), repeat: false }
  const outside = transportAt(1)
  toggleRepeat(tenSeconds(), outside.transport, view)
  expect([view.repeat, outside.deeds]).toEqual([true, ['to 3', 'play']])
  toggleRepeat(tenSeconds(), outside.transport, view)
  expect([view.repeat, outside.deeds]).toEqual([false, ['to 3', 'play']])
  const inside = transportAt(4)
  toggleRepeat(tenSeconds(), inside.transport, view)
  expect(inside.deeds).toEqual(['play'])
})
