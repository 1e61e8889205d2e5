const TYPING = 'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])'
const FLOATING = '[role="menu"], [role="dialog"]:not([data-keys])'
const PLAYER = 'audio, video, input[type="range"]'
const PLAYER_KEYS = new Set([' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])
/** A button that the keyboard has come to; one that the mouse has left behind does not take the space bar. */
const PRESSED = 'button:focus-visible, summary:focus-visible, a:focus-visible, [role="button"]:focus-visible, input:focus-visible'

/** Whether a key pressed there belongs to the thing itself: text fields and menus take all, players and buttons theirs. */
export function ownsKey(target: Pick<Element, 'closest'>, key: string): boolean {
  const isIn = (selector: string): boolean => target.closest(selector) !== null
  return isIn(`${TYPING}, ${FLOATING}`) || (PLAYER_KEYS.has(key) && isIn(PLAYER)) || ((key === ' ' || key === 'Enter') && isIn(PRESSED))
}
