import type { Place } from '../loop-view/place.ts'

/** A screen and the place on it, as the part of the page's address after `#` holds it. Indices are zero-based, as in the protocol. */
export type Screen =
  | { readonly name: 'home'; readonly workflow?: string }
  /** The workflow on ComfyUI's canvas, about to be started; Home where there is no canvas. */
  | { readonly name: 'canvas' }
  | { readonly name: 'loop'; readonly loopId: string; readonly place?: Place }

/** Reads an address such as `#/loop/portraits-07?c=13&r=1`; whatever it does not know is Home. */
export function parseAddress(hash: string): Screen {
  const [, path = '', query = ''] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? []
  const searchParams = new URLSearchParams(query)
  const loopId = /^\/loop\/([a-zA-Z0-9_-]{1,64})$/.exec(path)?.[1]
  if (loopId !== undefined) {
    const cycle = indexIn(searchParams.get('c'))
    return cycle === undefined ? { name: 'loop', loopId } : { name: 'loop', loopId, place: { cycle, retry: indexIn(searchParams.get('r')) ?? 0 } }
  }
  if (path === '/canvas') return { name: 'canvas' }
  const workflow = searchParams.get('workflow')
  return workflow === null ? { name: 'home' } : { name: 'home', workflow }
}

export function formatAddress(screen: Screen): string {
  if (screen.name === 'canvas') return '#/canvas'
  if (screen.name === 'home') return screen.workflow === undefined ? '#/' : `#/?workflow=${encodeURIComponent(screen.workflow)}`
  const { loopId, place } = screen
  return place === undefined ? `#/loop/${loopId}` : `#/loop/${loopId}?c=${place.cycle}&r=${place.retry}`
}

const indexIn = (digits: string | null): number | undefined => (digits !== null && /^\d{1,7}$/.test(digits) ? Number(digits) : undefined)
