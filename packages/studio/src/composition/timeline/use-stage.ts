import { durationOf } from '@lemouf/core/timeline'
import { useElementSize } from '@vueuse/core'
import { computed, shallowRef, useTemplateRef, type ComputedRef, type ShallowRef } from 'vue'
import { useEditor } from '../document/editor.ts'
import { useView } from '../document/view-state.ts'
import { layoutOf, RULER, type Layout, type Viewport } from './geometry.ts'
import type { Stage } from './stage.ts'
import { BARE } from './surface.ts'

/** The stage with what only its own pane has to do with. */
export interface OwnStage extends Stage {
  /** The same as `view()` and `layout()`, to be followed. */
  readonly viewport: ComputedRef<Viewport>
  readonly rows: ComputedRef<Layout>
  /** How far it can be scrolled, in ticks and pixels. */
  readonly limits: ComputedRef<{ readonly from: number; readonly top: number }>
  readonly said: Readonly<ShallowRef<string>>
}

/** The stage of the component that calls this, over the element that its template calls `canvas`. */
export function useStage(): OwnStage {
  const { project } = useEditor()
  const { timeline } = useView()
  const canvas = useTemplateRef<HTMLElement>('canvas')
  const { width, height } = useElementSize(canvas)
  const said = shallowRef('')
  const rows = computed(() => layoutOf(project.value.lanes, timeline.heights))
  const limits = computed(() => ({
    // Room for what is dragged beyond the end, however close one looks.
    from: Math.max(0, durationOf(project.value) - width.value * timeline.scale * 0.5),
    top: Math.max(0, rows.value.height - (height.value - RULER)),
  }))
  const viewport = computed((): Viewport => ({
    from: timeline.from, scale: timeline.scale, top: Math.min(timeline.top, limits.value.top), width: width.value, height: height.value,
  }))

  return {
    canvas, viewport, rows, limits, said,
    view: () => viewport.value,
    layout: () => rows.value,
    surface: shallowRef(BARE),
    scroll: (x, y) => {
      timeline.from = Math.min(Math.max(limits.value.from, timeline.from), Math.max(0, timeline.from + x * timeline.scale))
      timeline.top = Math.min(limits.value.top, Math.max(0, viewport.value.top + y))
    },
    say: (sentence) => { said.value = sentence },
  }
}
