import { useEventListener } from '@vueuse/core'
import type { Ref } from 'vue'

/** Seconds by which two films may be apart: less is seen by nobody, and correcting it would stutter. */
const APART_S = 0.12
/** Less than a frame: one film has already followed the other. */
const SAME_S = 0.02

/**
 * Keeps the players within an element together: films play, pause and seek as one, and the later one in the page leads;
 * of sounds one plays at a time, and goes on where the other was.
 */
export function useInStep(root: Readonly<Ref<HTMLElement | null>>): void {
  const follow = ({ type, target }: Event): void => {
    if (!(target instanceof HTMLMediaElement)) return
    for (const other of root.value?.querySelectorAll<HTMLMediaElement>(target.localName) ?? []) {
      if (other !== target) (target.localName === 'video' ? followFilm : followSound)(type, target, other)
    }
  }
  // Events of players do not bubble.
  for (const type of ['play', 'pause', 'seeking', 'ratechange', 'timeupdate'] as const) useEventListener(root, type, follow, { capture: true, passive: true })
}

function followFilm(type: string, led: HTMLMediaElement, other: HTMLMediaElement): void {
  if (type === 'play' && other.paused) void start(other)
  if (type === 'pause' && !other.paused && !led.ended) other.pause()
  if (type === 'ratechange') other.playbackRate = led.playbackRate
  if (type === 'seeking') goTo(other, led.currentTime, SAME_S)
  const leads = (led.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) !== 0
  if (type === 'timeupdate' && leads && !led.seeking) goTo(other, led.currentTime, APART_S)
}

function followSound(type: string, led: HTMLMediaElement, other: HTMLMediaElement): void {
  if (type !== 'play' || other.paused) return
  goTo(led, other.currentTime, SAME_S)
  other.pause()
}

function goTo(player: HTMLMediaElement, seconds: number, apart: number): void {
  const to = Number.isFinite(player.duration) ? Math.min(seconds, player.duration) : seconds
  if (!player.seeking && Math.abs(player.currentTime - to) > apart) player.currentTime = to
}

async function start(player: HTMLMediaElement): Promise<void> {
  try {
    await player.play()
  } catch (error) {
    // A player that cannot play says so itself, in its place.
    console.warn('The other player does not play.', error)
  }
}
