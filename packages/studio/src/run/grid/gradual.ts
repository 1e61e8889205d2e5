import { useRafFn } from '@vueuse/core'
import { shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { isSameSpan, type Span } from '../../loop-view/span.ts'

/**
 * What is drawn after what was: all in view at once, and of what lies `near` around it so many more, first after it and then
 * before it. What was drawn stays while it is near; after a jump it begins anew.
 */
export function grown(drawn: Span, view: Span, near: Span, more: number): Span {
  const kept = { from: Math.max(drawn.from, near.from), to: Math.min(drawn.to, near.to) }
  const touches = kept.from < kept.to && kept.from <= view.to && view.from <= kept.to
  const now = touches ? { from: Math.min(kept.from, view.from), to: Math.max(kept.to, view.to) } : view
  const to = Math.min(near.to, now.to + more)
  return { from: Math.max(near.from, now.from - (more - (to - now.to))), to }
}

/** A span that covers what is in view at once, and what is near it a few at each frame: making all of a row in one frame would miss it. */
export function useGradual(view: Readonly<Ref<Span>>, near: Readonly<Ref<Span>>, perFrame: () => number): Readonly<ShallowRef<Span>> {
  const drawn = shallowRef(view.value)
  const growing = useRafFn(() => {
    drawn.value = grown(drawn.value, view.value, near.value, perFrame())
    if (isSameSpan(drawn.value, near.value)) growing.pause()
  }, { immediate: false })
  watch([view, near], () => {
    drawn.value = grown(drawn.value, view.value, near.value, 0)
    growing.resume()
  }, { flush: 'sync', immediate: true })
  return drawn
}
