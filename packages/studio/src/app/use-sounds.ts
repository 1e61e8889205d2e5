import type { Change } from '@lemouf/core/protocol'
import { useEventListener } from '@vueuse/core'
import { onScopeDispose, ref, watch } from 'vue'
import { joinFeed } from '../server/shared-feed.ts'
import { createPlayer, soundOf } from './sounds.ts'
import { settings } from './settings.ts'

const LOCK = 'lemouf.sounds'

/** One for the page: a browser gives only a few. */
export const player = createPlayer()
/** Whether the person has done something here, so that the browser lets the page sound. */
const isAwake = ref(false)

/** While the settings ask for sounds, listens to all loops and plays them. Of several windows of a browser one does: it would sound twice otherwise, and each feed takes one of the few connections that a browser opens to a server. */
export function useSounds(): void {
  let stop: (() => void) | undefined
  watch(() => settings.value.sounds && isAwake.value, (sounding) => {
    stop?.()
    stop = sounding ? listenAlone() : undefined
  }, { immediate: true })
  onScopeDispose(() => stop?.())
  const wake = async (): Promise<void> => {
    if (!settings.value.sounds) return
    await player.wake()
    isAwake.value = true
  }
  // The switch itself is a gesture.
  watch(() => settings.value.sounds, wake)
  useEventListener(window, ['pointerdown', 'keydown'], () => void wake(), { capture: true, passive: true })
}

/** Listens as soon as no other window does, until the returned function is called. Without locks, as on a page without TLS, it simply listens. */
function listenAlone(): () => void {
  const end = Promise.withResolvers<void>()
  const waiting = new AbortController()
  const whileHeld = async (): Promise<void> => {
    const close = listen()
    await end.promise
    close()
  }
  const locks = navigator.locks as LockManager | undefined
  if (locks === undefined) void whileHeld()
  else locks.request(LOCK, { signal: waiting.signal }, whileHeld).catch((error: unknown) => { if (!waiting.signal.aborted) throw error })
  return () => {
    waiting.abort()
    end.resolve()
  }
}

function listen(): () => void {
  const statuses = new Map<string, Change['loop']['status']>()
  return joinFeed({
    began: () => statuses.clear(),
    connection: () => undefined,
    changed: (change) => {
      const { loop_id: loopId, status } = change.loop
      const sound = soundOf(change, statuses.get(loopId), document.hidden)
      statuses.set(loopId, status)
      if (sound !== undefined) player.play(sound)
    },
  })
}
