import { shallowRef, type ShallowRef } from 'vue'
import { text } from '../../../text/text.ts'
import { useEditor } from '../../document/editor.ts'
import { RULER } from '../geometry.ts'
import type { OwnStage } from '../use-stage.ts'

export interface Reorder {
  /** The lane that a hand holds. */
  readonly moving: Readonly<ShallowRef<string | undefined>>
  /** Where it would go: the height of a line among the lanes. */
  readonly line: Readonly<ShallowRef<number | undefined>>
  /** Begins to drag a lane. */
  readonly grip: (event: PointerEvent, lane: string) => void
  /** One place up or down. */
  readonly step: (lane: string, by: -1 | 1) => void
}

/** Puts lanes in another order, by hand and by keys. */
export function useReorder(stage: OwnStage): Reorder {
  const editor = useEditor()
  const moving = shallowRef<string>()
  const line = shallowRef<number>()

  function move(lane: string, to: number): void {
    const { lanes } = editor.project.value
    if (to < 0 || to >= lanes.length || !editor.apply({ type: 'moveLane', lane, to })) return
    const name = lanes.find(({ id }) => id === lane)?.name ?? ''
    stage.say(text.timeline.lanes.moved(name, to + 1, lanes.length))
  }
  const placeOf = (lane: string): number => editor.project.value.lanes.findIndex(({ id }) => id === lane)

  function grip(event: PointerEvent, lane: string): void {
    const handle = event.currentTarget
    const top = stage.canvas.value?.getBoundingClientRect().top
    if (!(handle instanceof HTMLElement) || top === undefined || event.button !== 0) return
    handle.setPointerCapture(event.pointerId)
    let to: number | undefined
    const end = new AbortController()
    const { signal } = end
    const stop = (): void => {
      end.abort()
      moving.value = undefined
      line.value = undefined
    }
    const drag = ({ clientY }: PointerEvent): void => {
      moving.value = lane
      const { rows, height } = stage.layout()
      const y = clientY - top - RULER + stage.view().top
      const before = rows.findIndex((row) => y < row.y + row.height / 2)
      const index = before === -1 ? rows.length : before
      line.value = rows[index]?.y ?? height - rows.length
      // An index among the others, the lane itself not counted.
      to = index > placeOf(lane) ? index - 1 : index
    }
    handle.addEventListener('pointermove', drag, { signal })
    handle.addEventListener('pointerup', () => {
      if (to !== undefined && to !== placeOf(lane)) move(lane, to)
      stop()
    }, { signal })
    handle.addEventListener('pointercancel', stop, { signal })
    handle.addEventListener('keydown', (press) => { if (press.key === 'Escape') stop() }, { signal })
  }

  return { moving, line, grip, step: (lane, by) => move(lane, placeOf(lane) + by) }
}
