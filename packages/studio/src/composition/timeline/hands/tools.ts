import { clipAt, snap, type Clip, type Lane, type Ticks } from '@lemouf/core/timeline'
import type { Tool } from '../../document/view-state.ts'
import type { Bench } from './bench.ts'
import type { Drag } from './drag.ts'
import { levelling, fading } from './drags/shaping.ts'
import { marquee } from './drags/marquee.ts'
import { moving } from './drags/moving.ts'
import { panning } from './drags/panning.ts'
import { marking, scrubbing, shifting } from './drags/ruling.ts'
import { slipping, sliding } from './drags/sliding.ts'
import { cutAt, rolling, trimming } from './drags/trimming.ts'
import type { Hit } from './hit.ts'
import { pressing, type Press } from './pressing.ts'
import { targetsOf } from './pull.ts'
import type { Touch } from './touch.ts'

type OnClip = Extract<Hit, { on: 'clip' }>

/** What begins when a pointer goes down there, with the tool of the moment. */
export function begun(bench: Bench, hit: Hit, touch: Touch): Drag {
  switch (hit.on) {
    case 'ruler':
      return touch.shift ? pressing(touch, { cursor: 'ew-resize', click: () => bench.transport.seek(bench.frameAt(touch.x)), drag: (from) => marking(bench, from) }) : scrubbing(bench, touch)
    case 'mark':
      return marking(bench, touch, hit.mark)
    case 'marker':
      return onMarker(bench, hit.marker, touch)
    case 'clip':
      return pressing(touch, onClip(bench, hit, touch))
    case 'gap':
    case 'lane':
    case 'zone':
      return pressing(touch, onNothing(bench, touch))
  }
}

function onMarker(bench: Bench, id: string, touch: Touch): Drag {
  const marker = bench.project.markers.find((one) => one.id === id)
  if (marker === undefined) return scrubbing(bench, touch)
  return pressing(touch, { cursor: 'ew-resize', click: () => bench.transport.seek(marker.at), drag: (from) => shifting(bench, from, marker) })
}

/** A click chooses nothing, a drag what it goes round; a finger moves the canvas. */
const onNothing = (bench: Bench, { shift, mod }: Touch): Press => ({
  click: () => { if (!shift && !mod) bench.editor.select([]) },
  drag: (from) => (from.coarse ? panning(bench, from) : marquee(bench, from)),
})

/** What each tool does with a clip. */
const ON_CLIP: { readonly [T in Tool]: (bench: Bench, hit: OnClip, touch: Touch) => Press } = {
  select: onSelect,
  razor: (bench, { lane }) => ({ cursor: 'crosshair', click: (at) => { cut(bench, at, lane) }, drag: () => undefined }),
  ripple: (bench, hit, touch) => ({ click: choosing(bench, hit.clip), drag: (from) => trimming(bench, from, hit.clip, endOf(bench, hit, touch), true) }),
  roll: (bench, hit, touch) => ({ click: choosing(bench, hit.clip), drag: (from) => rolled(bench, from, hit, endOf(bench, hit, touch)) }),
  slip: (bench, { clip }) => ({ click: choosing(bench, clip), drag: (from) => slipping(bench, from, clip, chosenWith(bench, clip)) }),
  slide: (bench, { clip }) => ({ click: choosing(bench, clip), drag: (from) => sliding(bench, from, clip) }),
}

function onClip(bench: Bench, hit: OnClip, touch: Touch): Press {
  const press = ON_CLIP[bench.view.timeline.tool](bench, hit, touch)
  if (!hit.lane.locked) return press
  // What is on a locked lane can be chosen, to be copied, and nothing else.
  return { ...press, cursor: 'not-allowed', click: choosing(bench, hit.clip), drag: () => refused(bench, hit.lane) }
}

function onSelect(bench: Bench, { lane, clip, part }: OnClip, { shift, mod, alt }: Touch): Press {
  const click = choosing(bench, clip)
  switch (part) {
    case 'body': {
      const isChosen = bench.editor.selection.value.has(clip.id)
      // Chosen at once, so that it is seen; of several that are chosen a click leaves one.
      if (!isChosen && !shift && !mod) bench.choose([clip.id])
      return { cursor: 'grab', click, drag: (from) => { if (!isChosen) bench.choose([clip.id], shift || mod ? 'add' : 'only'); return moving(bench, from, clip.id) } }
    }
    case 'start':
    case 'end':
      return { click, drag: (from) => (alt ? rolled(bench, from, { lane, clip }, part) : trimming(bench, from, clip, part, false)) }
    case 'fadeIn':
    case 'fadeOut':
      return { click, drag: (from) => fading(bench, from, clip, part) }
    case 'level':
      return { click, drag: (from) => levelling(bench, from, clip) }
  }
}

const choosing = (bench: Bench, clip: Clip) => ({ shift, mod }: Touch): void => bench.choose([clip.id], mod ? 'toggle' : shift ? 'add' : 'only')

/** The clip, and where it is chosen all that are. */
function chosenWith({ editor }: Bench, { id }: Clip): readonly string[] {
  const chosen = editor.selection.value
  return chosen.has(id) ? [...chosen] : [id]
}

/** The end that is pointed at, else the closer one: tools that work on ends have all of a clip for it. */
function endOf(bench: Bench, { clip, part }: OnClip, { x }: Touch): 'start' | 'end' {
  if (part === 'start' || part === 'end') return part
  return bench.momentAt(x) < clip.start + clip.duration / 2 ? 'start' : 'end'
}

function rolled(bench: Bench, from: Touch, { lane, clip }: Pick<OnClip, 'lane' | 'clip'>, end: 'start' | 'end'): Drag | undefined {
  const both = cutAt(lane, clip, end)
  if (both !== undefined) return rolling(bench, from, ...both)
  bench.editor.refuse({ reason: 'not_adjacent', message: 'There is no cut between these two clips. Choose two that touch.', clip: clip.id })
  return undefined
}

function refused(bench: Bench, lane: Lane): undefined {
  bench.editor.refuse({ reason: 'lane_locked', message: `The lane “${lane.name}” is locked. Unlock it, or leave out what is linked with clips on it.`, lane: lane.id })
}

/** Cuts the clip that is pointed at; with Shift all that lie across that moment. */
export function cut(bench: Bench, touch: Touch, lane: Lane): boolean {
  const at = cutMoment(bench, touch)
  const clip = clipAt(lane.clips, at)
  if (clip === undefined && !touch.shift) return false
  return bench.editor.apply({ type: 'razor', clips: touch.shift || clip === undefined ? null : [clip.id], at, ids: bench.editor.freshId() })
}

/** The frame, or what is near and snapped to, that a cut would be at. */
export function cutMoment(bench: Bench, touch: Touch): Ticks {
  const at = bench.frameAt(touch.x)
  if (!bench.view.timeline.snapping) return at
  return snap(targetsOf(bench), at, 6 * bench.stage.view().scale) ?? at
}
