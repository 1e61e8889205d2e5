import { ticks, type Clip } from '@lemouf/core/timeline'
import { perform, type Plan } from '../commands.ts'
import type { Touch } from '../hands/touch.ts'
import { renameMarker, type MenuWorld } from './menu.ts'

/** What a double click does: names a marker, and sets a fade or a level back. */
export function doubled(world: MenuWorld, touch: Touch): void {
  const { bench } = world
  const hit = bench.hit(touch)
  if (hit.on === 'marker') return renameMarker(world, hit.marker)
  if (hit.on !== 'clip' || hit.lane.locked || bench.view.timeline.tool !== 'select') return
  const plan = setBack(hit.clip, hit.part)
  if (plan !== undefined) perform(bench, plan)
}

function setBack(clip: Clip, part: string): Plan | undefined {
  const none = { duration: ticks(0), shape: 'linear' as const }
  const clips = [clip.id]
  if (part === 'fadeIn') return { edits: [{ type: 'fade', clips, in: none }] }
  if (part === 'fadeOut') return { edits: [{ type: 'fade', clips, out: none }] }
  if (part !== 'level') return undefined
  return { edits: [clip.kind === 'video' ? { type: 'look', clips, set: { opacity: 1 } } : { type: 'gain', clips, gain: 0 }] }
}
