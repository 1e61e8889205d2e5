import { isPipeline, parseUiWorkflow } from '@lemouf/core/workflow'
import { useDebounceFn } from '@vueuse/core'
import { onScopeDispose, ref, type Ref } from 'vue'
import type { Canvas } from '../app/embedding.ts'

const SETTLED_MS = 300

/** Whether a pipeline is on the canvas, as it changes; undefined until that is known, and false where it cannot be read: then its loop's check says why. */
export function useCanvasPipeline(canvas: Canvas | undefined): Readonly<Ref<boolean | undefined>> {
  const found = ref<boolean>()
  if (canvas === undefined) return found
  const look = (): void => void canvas.read().then(({ workflow }) => {
    const parsed = parseUiWorkflow(workflow)
    found.value = parsed.ok && isPipeline(parsed.value)
  }, () => { found.value = false })
  const lookSoon = useDebounceFn(look, SETTLED_MS)
  onScopeDispose(canvas.onChange(() => void lookSoon()))
  look()
  return found
}
