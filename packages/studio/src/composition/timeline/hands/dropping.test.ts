import { applyAll, applyEdit, emptyProject, ticks, TICKS_PER_SECOND, violations, type Edit, type Media, type Project } from '@lemouf/core/timeline'
import { expect, test } from 'vitest'
import { housing, lengthOfAll, planDrops } from './dropping.ts'
import { stepTo } from './walking.ts'

const second = (count: number) => ticks(count * TICKS_PER_SECOND)
const store = (id: string) => ({ id, name: id, source: { type: 'store' as const, id } })
const film: Media = { ...store('film'), kind: 'video', size: { width: 16, height: 9 }, duration: second(4), fps: null, hasAudio: true }
const still: Media = { ...store('still'), kind: 'image', size: { width: 16, height: 9 } }
const music: Media = { ...store('music'), kind: 'audio', duration: second(9) }
const HOW = { mode: 'overwrite', scope: 'lanes', ids: 'drop' } as const

const withLanes = (...names: readonly string[]): Project => names.reduce((project, name) => {
  const applied = applyEdit(project, { type: 'addLane', lane: name, kind: name.startsWith('V') ? 'video' : 'audio', at: 'bottom', name } satisfies Edit)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}, emptyProject('c', 'film'))

function dropped(project: Project, media: readonly Media[], at: number, zone: Parameters<typeof planDrops>[3]) {
  const planned = planDrops(project, media.map((one) => ({ media: one })), second(at), zone, HOW)
  if (!planned.ok) throw new Error(planned.error.message)
  const done = applyAll(project, planned.value.edits)
  if (!done.ok) throw new Error(done.error.message)
  expect(violations(done.value.project)).toEqual([])
  const clips = done.value.project.lanes.map(({ name, clips: here }) => `${name} ${here.map(({ media: id, start, duration }) => `${id}[${start / TICKS_PER_SECOND}-${(start + duration) / TICKS_PER_SECOND}]`).join(' ')}`.trim())
  return { planned: planned.value, project: done.value.project, shown: clips.join(' | ') }
}

test('several things lie one behind the other, and ghosts are where the clips will be', () => {
  const { shown, planned, project } = dropped(withLanes('V1', 'A1'), [film, still], 2, { lane: 'V1' })
  expect(shown).toBe('V1 film[2-6] still[6-11] | A1 film[2-6]')
  expect(planned.ghosts.map(({ clip }) => clip)).toEqual(planned.ids.map((id) => project.lanes.flatMap(({ clips }) => clips).find((clip) => clip.id === id)))
})

test('on a zone all of them go onto the one lane that is made there', () => {
  expect(dropped(withLanes('V1'), [still, still], 0, 'top').shown).toBe('V2 still[0-5] still[5-10] | V1')
  expect(dropped(withLanes(), [film], 0, 'bottom').shown).toBe('V1 film[0-4] | A1 film[0-4]')
})

test('pictures and sound that get lanes of their own are shown apart, where these will be', () => {
  const zones = (project: Project, zone: Parameters<typeof planDrops>[3]) => dropped(project, [film], 0, zone).planned.ghosts.map(({ clip, zone: shown }) => [clip.kind, shown])
  expect(zones(withLanes(), 'top')).toEqual([['video', 'top'], ['audio', 'bottom']])
  expect(zones(withLanes('V1'), 'top')).toEqual([['video', 'top'], ['audio', 'bottom']])
  expect(zones(withLanes(), 'bottom')).toEqual([['video', 'top'], ['audio', 'bottom']])
})

test('what does not suit a lane goes onto the nearest that it suits, else onto one of its own', () => {
  expect(housing(withLanes('V1', 'A1', 'A2'), { media: music }, { lane: 'V1' })).toEqual({ lane: 'A1' })
  expect(dropped(withLanes('V1'), [music], 1, { lane: 'V1' }).shown).toBe('V1 | A1 music[1-10]')
  expect([housing(withLanes('A1'), { media: still }, { lane: 'A1' }), housing(withLanes('A1'), { media: film }, { lane: 'A1' })]).toEqual(['top', { lane: 'A1' }])
})

test('how long things are, marked stretches and stills among them', () => {
  expect(lengthOfAll(withLanes(), [{ media: film, in: second(1) }, { media: film, duration: second(2) }, { media: still }])).toBe(second(3 + 2 + 5))
})

test('keys go from clip to clip, and to the closest one of the next lane that has any', () => {
  const { project } = dropped(withLanes('V2', 'V1', 'A1'), [film, still], 2, { lane: 'V1' })
  const [first, next] = project.lanes[1]?.clips.map(({ id }) => id) ?? []
  const from = (id: string | undefined, direction: Parameters<typeof stepTo>[2]) => stepTo(project, id, direction, ticks(0))?.clip.id
  expect([from(undefined, 'after'), from(first, 'after'), from(next, 'after'), from(next, 'before'), from(first, 'above')]).toEqual([first, next, undefined, first, undefined])
  expect(from(next, 'below')).toBe(project.lanes[2]?.clips[0]?.id)
})
