/** Takes the focus up and down through items, and to their ends with Home and End. Says whether the key was one of these. */
export function stepFocus(event: KeyboardEvent, items: readonly HTMLElement[]): boolean {
  const at = items.findIndex((item) => item.contains(event.target as Node))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  event.preventDefault()
  const item = items[Math.max(0, Math.min(items.length - 1, to))]
  item?.focus()
  item?.scrollIntoView({ block: 'nearest' })
  return true
}
