/** What has the focus in the page, or the studio's part of it, that an element is in. */
export function focusedNear(element: Node | null | undefined): Element | null {
  const root = element?.getRootNode()
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
}
