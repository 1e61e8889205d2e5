import { applyAll, emptyProject, newClip, ticks, TICKS_PER_SECOND, type Clip, type Edit, type Media, type Project } from '@lemouf/core/timeline'

export const seconds = (count: number) => ticks(Math.round(count * TICKS_PER_SECOND))

const film: Media = { id: 'film', name: 'film', kind: 'video', source: { type: 'store', id: 'film' }, size: { width: 1280, height: 720 }, duration: seconds(60), fps: { num: 30, den: 1 }, hasAudio: true }

/** What edits make of a composition. */
export function after(project: Project, ...edits: readonly Edit[]): Project {
  const applied = applyAll(project, edits)
  if (!applied.ok) throw new Error(applied.error.message)
  return applied.value.project
}

/** A film of a minute: `v` and its sound `a`, linked, from 5 s on, 10 s long, from the 20th second of the film; and behind a gap the picture `w`. */
export function composed(): Project {
  const empty = emptyProject('composition', 'film')
  const clip = (kind: Clip['kind'], id: string, start: number, link: string | null): Clip =>
    newClip(empty, { media: film, in: seconds(20), duration: seconds(10) }, kind, { id, start: seconds(start), link })
  return after(
    empty, { type: 'addLane', lane: 'V1', kind: 'video', at: 'top' }, { type: 'addLane', lane: 'A1', kind: 'audio', at: 'bottom' },
    {
      type: 'place', media: [film], mode: 'fit', scope: 'lanes', ids: 'placed',
      arrivals: [{ clip: clip('video', 'v', 5, 'l'), to: { lane: 'V1' } }, { clip: clip('audio', 'a', 5, 'l'), to: { lane: 'A1' } }, { clip: clip('video', 'w', 20, null), to: { lane: 'V1' } }],
    },
  )
}
