import { createApp, shallowRef, watchEffect, type Component } from 'vue'
import { EMBEDDING, type Embedding } from '../app/embedding.ts'
import { settings } from '../app/settings.ts'
import { language } from '../text/text.ts'

/** Keys with Ctrl or ⌘ that edit text: within the studio they are not ComfyUI's, which would edit its graph. */
const EDITING = new Set(['z', 'y', 'x', 'c', 'v', 'a'])

const styles = new CSSStyleSheet()
styles.replaceSync(__STUDIO_STYLES__)

// The one rule in ComfyUI's own page: its sidebar begins narrower than a result can be looked at.
const room = new CSSStyleSheet()
room.replaceSync('.side-bar-panel:has(.lemouf-studio) { min-width: min(340px, 60vw) !important; }')
document.adoptedStyleSheets.push(room)

/** Draws a part of the studio into an element of ComfyUI's page, apart from the page's styles and keys, until the returned function is called. */
export function mountStudio(element: HTMLElement, component: Component, embedding: Omit<Embedding, 'root'>): () => void {
  const host = document.createElement('div')
  host.className = 'lemouf-studio'
  // ComfyUI takes Ctrl+Z for its graph unless the focus is in what it takes for a text field.
  Object.assign(host, { type: 'textarea' })
  const shadow = host.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [styles]
  const root = document.createElement('div')
  root.id = 'studio'
  root.tabIndex = -1
  const view = document.createElement('div')
  view.id = 'app'
  root.append(view)
  shadow.append(root)
  keepEventsIn(host)
  const stops = [follow(host, root), keepFocus(root)]
  // The element that ComfyUI gives has no height of its own.
  element.style.height = '100%'
  element.append(host)
  const app = createApp(component).provide(EMBEDDING, { ...embedding, root })
  app.mount(view)
  root.focus({ preventScroll: true })
  return () => {
    app.unmount()
    for (const stop of stops) stop()
    host.remove()
  }
}

/** What is typed, copied and pasted within the studio goes no further (also Escape: what floats hears it itself); keys with Alt, and with Ctrl or ⌘ but for editing, are ComfyUI's. */
function keepEventsIn(host: HTMLElement): void {
  const stop = (event: Event): void => event.stopPropagation()
  for (const type of ['copy', 'cut', 'paste'] as const) host.addEventListener(type, stop)
  const stopKey = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey
    if (event.defaultPrevented || (!event.altKey && (!isCommand || EDITING.has(event.key.toLowerCase())))) event.stopPropagation()
  }
  host.addEventListener('keydown', stopKey)
  host.addEventListener('keyup', stopKey)
}

/** When what had the focus goes away, as a button does with its screen, the studio keeps it, and with it the keys. */
function keepFocus(root: HTMLElement): () => void {
  let focused: EventTarget | null = null
  root.addEventListener('focusin', ({ target }) => { focused = target })
  // Left for another part of the page; what is removed is no longer in the document by then.
  root.addEventListener('focusout', ({ target, relatedTarget }) => queueMicrotask(() => {
    if (relatedTarget === null && target instanceof Node && target.isConnected) focused = null
  }))
  const observer = new MutationObserver(() => {
    const isLost = focused instanceof Node && !focused.isConnected && document.activeElement === document.body
    if (isLost) root.focus({ preventScroll: true })
  })
  observer.observe(root, { childList: true, subtree: true })
  return () => observer.disconnect()
}

/**
 * As the settings say: in ComfyUI's colours and the kind of its theme, which it tells on its body, or in the studio's own of one kind.
 * The language stands on the studio alone.
 */
function follow(host: HTMLElement, root: HTMLElement): () => void {
  const comfyTheme = shallowRef<'dark' | 'light'>('dark')
  const read = (): void => { comfyTheme.value = document.body.classList.contains('dark-theme') ? 'dark' : 'light' }
  const observer = new MutationObserver(read)
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] })
  read()
  const stop = watchEffect(() => {
    const { theme } = settings.value
    host.dataset['palette'] = theme === 'auto' ? 'comfyui' : 'own'
    host.dataset['theme'] = theme === 'auto' ? comfyTheme.value : theme
    root.lang = language.value
  })
  return () => {
    stop()
    observer.disconnect()
  }
}
