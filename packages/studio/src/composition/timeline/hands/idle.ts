import type { ClipPart } from '../surface.ts'
import type { Bench } from './bench.ts'
import type { Hit } from './hit.ts'
import { cutAt } from './drags/trimming.ts'
import { cutMoment } from './tools.ts'
import type { Touch } from './touch.ts'

const OF_PART: Readonly<Record<ClipPart, string>> = { body: 'default', start: 'w-resize', end: 'e-resize', fadeIn: 'ew-resize', fadeOut: 'ew-resize', level: 'ns-resize' }

/** Shows what the tool of the moment would take, where no pointer is down; gives the cursor for it. */
export function hovering(bench: Bench, touch: Touch): string {
  const hit = bench.hit(touch)
  const part = hit.on === 'clip' ? partFor(bench, hit) : undefined
  // Handles are shown where they can be taken.
  const isShown = part !== undefined && (bench.view.timeline.tool === 'select' || part !== 'body')
  const isSame = isShown && hit.on === 'clip' && bench.stage.surface.value.hovered?.clip === hit.clip.id && bench.stage.surface.value.hovered.part === part
  if (!isSame) bench.show({ hovered: hit.on === 'clip' && isShown ? { clip: hit.clip.id, part } : undefined })
  showRazor(bench, hit, touch)
  if (hit.on !== 'clip') return hit.on === 'marker' || hit.on === 'mark' ? 'ew-resize' : 'default'
  if (hit.lane.locked) return 'not-allowed'
  return cursorOf(bench, hit, part ?? 'body')
}

/** What of a clip the tool of the moment takes there. */
function partFor({ view }: Bench, { part }: Extract<Hit, { on: 'clip' }>): ClipPart {
  const { tool } = view.timeline
  if (tool === 'select') return part
  return (tool === 'ripple' || tool === 'roll') && (part === 'start' || part === 'end') ? part : 'body'
}

function cursorOf({ view }: Bench, hit: Extract<Hit, { on: 'clip' }>, part: ClipPart): string {
  switch (view.timeline.tool) {
    case 'select':
      return OF_PART[part]
    case 'razor':
      return 'crosshair'
    case 'ripple':
      return part === 'start' ? 'w-resize' : part === 'end' ? 'e-resize' : 'col-resize'
    case 'roll':
      return (part === 'start' || part === 'end') && cutAt(hit.lane, hit.clip, part) === undefined ? 'not-allowed' : 'col-resize'
    case 'slip':
    case 'slide':
      return 'grab'
  }
}

function showRazor(bench: Bench, hit: Hit, touch: Touch): void {
  const isCutting = bench.view.timeline.tool === 'razor' && (hit.on === 'clip' || (touch.shift && hit.on !== 'ruler'))
  if (!isCutting) return bench.show({ razor: undefined })
  const at = cutMoment(bench, touch)
  const lane = touch.shift || hit.on !== 'clip' ? undefined : hit.lane.id
  const before = bench.stage.surface.value.razor
  if (before?.at === at && before.lane === lane) return
  bench.show({ razor: lane === undefined ? { at } : { at, lane } })
}
