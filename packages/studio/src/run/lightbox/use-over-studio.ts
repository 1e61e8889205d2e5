import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useEmbedding } from '../../app/embedding.ts'

/** Where something goes that covers the whole studio: the page's body, within ComfyUI's page what holds the studio. */
export const useStudioRoot = (): HTMLElement | 'body' => useEmbedding()?.root ?? 'body'

/** While the component lives, the focus is within `element`: everything beside it in the studio is inert. */
export function useOverStudio(element: Readonly<Ref<HTMLElement | null>>): void {
  let covered: readonly Element[] = []
  onMounted(() => {
    element.value?.focus({ preventScroll: true })
    covered = [...(element.value?.parentElement?.children ?? [])].filter((beside) => beside !== element.value && !beside.hasAttribute('inert'))
    for (const beside of covered) beside.toggleAttribute('inert', true)
  })
  onBeforeUnmount(() => {
    for (const beside of covered) beside.toggleAttribute('inert', false)
  })
}
