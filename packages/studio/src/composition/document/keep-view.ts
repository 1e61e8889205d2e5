import type { Json } from '@lemouf/core/json'
import { useDebounceFn, useEventListener } from '@vueuse/core'
import { onScopeDispose, toRaw, watch } from 'vue'
import { lastWord, server } from '../../server/client.ts'
import type { Editor } from './editor.ts'
import type { ViewState } from './view-state.ts'

const SETTLED_MS = 500
const AGAIN_MS = 5000
/** More than these are not remembered: a part of a selection would be another one. */
const MOST_CHOSEN = 5000
/** What goes out while a page is left, in characters. */
const LAST_WORD = 60_000

/** What is kept of a view: it, and what is chosen. */
export function keptView(view: ViewState, editor: Editor): ViewState {
  const chosen = editor.selection.value
  return { ...toRaw(view), selection: chosen.size > MOST_CHOSEN ? [] : [...chosen] }
}

/** Keeps how the window shows its composition, soon after something of it changes and when the page is left, while the component lives. */
export function keepView(view: ViewState, editor: Editor, client: string): void {
  const params = { composition_id: editor.id }
  const textOf = (): string => JSON.stringify(keptView(view, editor))
  let kept = textOf()
  let again: ReturnType<typeof setTimeout> | undefined

  async function keep(call = server): Promise<void> {
    const text = textOf()
    if (text === kept) return
    clearTimeout(again)
    try {
      await call('saveCompositionView', { params, body: { client, state: JSON.parse(text) as Json } })
      kept = text
    } catch (error) {
      // The view is not worth a sentence to the person; the header says that the server is away.
      console.warn('How the composition is shown was not kept.', error)
      again = setTimeout(() => void keep(), AGAIN_MS)
    }
  }
  const soon = useDebounceFn(() => keep(), SETTLED_MS, { maxWait: 2000 })
  watch(view, soon, { deep: true })
  watch(editor.selection, soon)
  const leave = (): void => void keep(textOf().length > LAST_WORD ? server : lastWord)
  useEventListener(window, 'pagehide', leave)
  onScopeDispose(() => {
    clearTimeout(again)
    leave()
  })
}
