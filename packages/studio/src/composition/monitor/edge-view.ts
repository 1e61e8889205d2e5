import type { Ticks } from '@lemouf/core/timeline'
import { inject, type InjectionKey, type ShallowRef } from 'vue'

/** Moments whose pictures the monitor shows instead of the playhead's, side by side: while a hand trims. None of them usually. */
export const EDGES: InjectionKey<ShallowRef<readonly Ticks[]>> = Symbol('edges')

/** The moments that the monitor of the composition open around a component looks at. */
export function useEdges(): ShallowRef<readonly Ticks[]> {
  const edges = inject(EDGES)
  if (edges === undefined) throw new Error('There is no composition open here')
  return edges
}
