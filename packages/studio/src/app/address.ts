import { keyOf, type Place } from '../loop-view/place.ts'

/** A screen and the place on it, as the part of the page's address after `#` holds it. Indices are zero-based, as in the protocol. */
export type Screen =
  | { readonly name: 'home'; readonly workflow?: string }
  /** The workflow on ComfyUI's canvas, about to be started; Home where there is no canvas. */
  | { readonly name: 'canvas' }
  | { readonly name: 'loop'; readonly loopId: string; readonly place?: Place; readonly view?: LoopScreenView; readonly pinned?: Place }
  /** What a loop, or a step of a pipeline, gave as a payload. */
  | { readonly name: 'payload'; readonly loopId: string }
  | { readonly name: 'payload'; readonly pipelineId: string; readonly node: string }
  | { readonly name: 'dashboard'; readonly loopId?: string }
  /** All compositions, or one of them being cut. */
  | { readonly name: 'composition'; readonly compositionId?: string }
  | { readonly name: 'servers' }
  | { readonly name: 'settings' }

/** How a loop is looked at: one result above the strip, all of them, one alone, or two beside each other. */
export const LOOP_VIEWS = ['loupe', 'grid', 'lightbox', 'compare'] as const
export type LoopScreenView = (typeof LOOP_VIEWS)[number]

/** Reads an address such as `#/loop/portraits-07?c=13&r=1`; whatever it does not know is Home. */
export function parseAddress(hash: string): Screen {
  const [, path = '', query = ''] = /^#?([^?]*)\??(.*)$/s.exec(hash) ?? []
  const asked = new URLSearchParams(query)
  const [, first = '', id = '', last = ''] = /^\/([a-z]*)(?:\/([a-zA-Z0-9_-]{1,64})(?:\/([a-z]+))?)?$/.exec(path) ?? []
  if (first === 'loop' && id !== '') return last === 'payload' ? { name: 'payload', loopId: id } : loopScreen(id, asked)
  if (first === 'pipeline' && id !== '') return { name: 'payload', pipelineId: id, node: asked.get('node') ?? '' }
  if (first === 'dashboard') return id === '' ? { name: first } : { name: first, loopId: id }
  if (first === 'composition') return id === '' ? { name: first } : { name: first, compositionId: id }
  if (first === 'canvas' || first === 'servers' || first === 'settings') return { name: first }
  const workflow = asked.get('workflow')
  return workflow === null ? { name: 'home' } : { name: 'home', workflow }
}

function loopScreen(loopId: string, asked: URLSearchParams): Screen {
  const cycle = indexIn(asked.get('c'))
  const view = LOOP_VIEWS.find((name) => name === asked.get('v'))
  const pinned = placeIn(asked.get('a'))
  return {
    name: 'loop', loopId,
    ...(cycle === undefined ? {} : { place: { cycle, retry: indexIn(asked.get('r')) ?? 0 } }),
    ...(view === undefined || view === 'loupe' ? {} : { view }),
    ...(pinned === undefined ? {} : { pinned }),
  }
}

/** The address of a screen, from its `#` on; `parseAddress` reads it back. */
export function formatAddress(screen: Screen): string {
  if (screen.name === 'home') return screen.workflow === undefined ? '#/' : `#/?workflow=${encodeURIComponent(screen.workflow)}`
  if (screen.name === 'loop') return loopAddress(screen)
  if (screen.name === 'dashboard') return screen.loopId === undefined ? '#/dashboard' : `#/dashboard/${screen.loopId}`
  if (screen.name === 'composition') return screen.compositionId === undefined ? '#/composition' : `#/composition/${screen.compositionId}`
  if (screen.name !== 'payload') return `#/${screen.name}`
  return 'loopId' in screen ? `#/loop/${screen.loopId}/payload` : `#/pipeline/${screen.pipelineId}/payload?node=${encodeURIComponent(screen.node)}`
}

function loopAddress({ loopId, place, view, pinned }: Extract<Screen, { name: 'loop' }>): string {
  const asked = new URLSearchParams()
  if (place !== undefined) {
    asked.set('c', String(place.cycle))
    asked.set('r', String(place.retry))
  }
  if (view !== undefined && view !== 'loupe') asked.set('v', view)
  if (pinned !== undefined) asked.set('a', keyOf(pinned))
  return asked.size === 0 ? `#/loop/${loopId}` : `#/loop/${loopId}?${asked.toString()}`
}

const indexIn = (digits: string | null): number | undefined => (digits !== null && /^\d{1,7}$/.test(digits) ? Number(digits) : undefined)

/** An attempt as `12.1`: its cycle and its retry. */
function placeIn(key: string | null): Place | undefined {
  const [, cycle, retry] = /^(\d{1,7})\.(\d{1,7})$/.exec(key ?? '') ?? []
  return cycle === undefined ? undefined : { cycle: Number(cycle), retry: Number(retry) }
}
