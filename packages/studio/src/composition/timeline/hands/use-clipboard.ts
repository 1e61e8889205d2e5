import { clippingOf, durationOf, endOf, later, pasteOf, ticks, type Clipping, type EditOf, type Ticks } from '@lemouf/core/timeline'
import { useEventListener } from '@vueuse/core'
import { useEmbedding } from '../../../app/embedding.ts'
import { text } from '../../../text/text.ts'
import { CLIPS_TYPE, readClipping, writeClipping } from '../clipboard.ts'
import { perform, planRemove } from '../commands.ts'
import type { Bench } from './bench.ts'

/** Copying and pasting clips, for menus and keys that are not the browser's own for it. */
export interface ClipBoard {
  /** Whether something was copied here, in whatever composition. */
  readonly isFull: () => boolean
  /** Whether there was anything to copy. */
  readonly copy: () => boolean
  readonly cut: () => void
  readonly paste: (mode: 'insert' | 'overwrite', at?: Ticks) => Promise<void>
  /** The browser's next paste is one in between. */
  readonly pasteBetween: () => void
}

/** What was copied in this page last: for browsers that do not let us read their clipboard. */
let kept: Clipping | undefined

/**
 * Copies, cuts and pastes clips by the system's clipboard, on the browser's own events, which need no permission. Not where somebody
 * writes or has chosen text; within ComfyUI's page only what happens in the studio.
 */
export function useClipboard(bench: Bench): ClipBoard {
  let isBetween = false
  const chosen = (): Clipping => clippingOf(bench.project, [...bench.editor.selection.value])
  const take = (): Clipping | undefined => {
    const clipping = chosen()
    if (clipping.clips.length === 0) return undefined
    kept = clipping
    bench.stage.say(text.hands.sayCopied(clipping.clips.length))
    return clipping
  }
  const onCopy = (event: Event, isCut: boolean): void => {
    if (!(event instanceof ClipboardEvent) || isElsewhere(event)) return
    const clipping = take()
    if (clipping === undefined || event.clipboardData === null) return
    event.clipboardData.setData(CLIPS_TYPE, writeClipping(clipping))
    event.clipboardData.setData('text/plain', writeClipping(clipping))
    consume(event)
    if (isCut) perform(bench, planRemove(bench))
  }
  const target = useEmbedding()?.root ?? document
  useEventListener(target, 'copy', (event: Event) => onCopy(event, false))
  useEventListener(target, 'cut', (event: Event) => onCopy(event, true))
  useEventListener(target, 'paste', (event: Event) => {
    if (!(event instanceof ClipboardEvent) || isElsewhere(event)) return
    const given = event.clipboardData?.getData(CLIPS_TYPE) ?? ''
    const clipping = readClipping(given === '' ? (event.clipboardData?.getData('text/plain') ?? '') : given)
    const mode = isBetween ? 'insert' : 'overwrite'
    isBetween = false
    if (clipping === undefined) return
    consume(event)
    put(bench, clipping, mode)
  })

  const copy = (): boolean => {
    const clipping = take()
    // Where the browser forbids it, the page itself remembers.
    if (clipping !== undefined) navigator.clipboard?.writeText(writeClipping(clipping)).catch(() => bench.stage.say(text.hands.sayCopied(clipping.clips.length)))
    return clipping !== undefined
  }
  return {
    isFull: () => kept !== undefined,
    copy,
    cut: () => { if (copy()) perform(bench, planRemove(bench)) },
    paste: async (mode, at) => {
      const clipping = (await onSystem()) ?? kept
      if (clipping === undefined) perform(bench, text.hands.nothingToPaste)
      else put(bench, clipping, mode, at)
    },
    pasteBetween: () => {
      isBetween = true
      setTimeout(() => { isBetween = false }, 300)
    },
  }
}

/** What the system's clipboard holds of ours, as far as it may be read. */
async function onSystem(): Promise<Clipping | undefined> {
  try {
    return readClipping(await navigator.clipboard.readText())
  } catch {
    // It is not there without a secure address, and a person may refuse: then this page's own is pasted.
    return undefined
  }
}

/** Puts clips down at a moment, the playhead unless said, and goes to their end: pasting again goes on from there. */
function put(bench: Bench, clipping: Clipping, mode: EditOf<'place'>['mode'], at: Ticks = bench.transport.playhead.value): void {
  const ids = bench.editor.freshId()
  const edit = pasteOf(bench.project, clipping, at, { mode, scope: bench.view.timeline.scope, ids })
  const pasted = edit.arrivals.map(({ clip }) => clip.id)
  if (!perform(bench, { edits: [edit], choose: pasted, say: text.hands.sayPasted(pasted.length) })) return
  const end = edit.arrivals.map(({ clip }) => endOf(clip)).reduce(later)
  bench.transport.seek(ticks(Math.min(end, durationOf(bench.project))))
}

const WRITING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="menu"]'

/** Whether somebody writes, or has chosen text to be copied. */
function isElsewhere(event: ClipboardEvent): boolean {
  const [target] = event.composedPath()
  if (event.defaultPrevented || (target instanceof Element && target.closest(WRITING) !== null)) return true
  return event.type !== 'paste' && document.getSelection()?.isCollapsed === false
}

/** ComfyUI's page copies nodes on the same event. */
function consume(event: ClipboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
