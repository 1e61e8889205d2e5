import type { Change } from '@lemouf/core/protocol'
import { watch, type Ref } from 'vue'
import { settings } from '../app/settings.ts'
import { soundOf } from '../app/sounds.ts'
import { player } from '../app/use-sounds.ts'
import { openFeed } from '../server/feed.ts'
import type { ExtensionManager, Toast } from './page.ts'
import type { Review } from './review.ts'
import { text } from './text.ts'

const LIFE_MS = 8000

interface NewsContext {
  readonly review: Review
  /** Where the server is; the news come from the one there is now. */
  readonly place: Readonly<Ref<unknown>>
  readonly isOpen: Readonly<Ref<boolean>>
  readonly toast: ExtensionManager['toast']
}

/** While no part of the studio is open, says in ComfyUI's toasts when the loop under review needs a person or ends, and sounds as the studio would. */
export function tellNews({ review, place, isOpen, toast }: NewsContext): void {
  watch([() => review.loop.value?.loopId, isOpen, place], ([loopId, open], _before, onCleanup) => {
    if (loopId === undefined || open) return
    let before: Change['loop']['status'] | undefined
    onCleanup(openFeed(loopId, {
      began: () => undefined,
      connection: () => undefined,
      changed: (change) => {
        const news = newsOf(change, before)
        const sound = settings.value.sounds ? soundOf(change, before, document.hidden) : undefined
        if (sound !== undefined) player.play(sound)
        before = change.loop.status
        if (news !== undefined) toast.add({ ...news, life: LIFE_MS })
      },
    }))
  }, { immediate: true })
}

/** What there is to say of a change; nothing while the loop stands as before. */
export function newsOf({ loop, entries }: Change, before: Change['loop']['status'] | undefined): Toast | undefined {
  const { loop_id: loopId, status } = loop
  if (status === before) return undefined
  if (status === 'waiting') return { severity: 'info', summary: text.waits(loopId), detail: text.waitsFor(loop.current_cycle) }
  if (status === 'complete') return { severity: 'success', summary: text.complete(loopId) }
  const reason = entries.find((entry) => entry.status === 'failed')?.error?.message
  return status === 'failed' ? { severity: 'error', summary: text.hasFailed(loopId), detail: reason ?? text.seePanel } : undefined
}
