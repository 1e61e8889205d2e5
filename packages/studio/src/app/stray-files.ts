const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** A field for files takes what is dropped on it without our help. */
const isField = (event: Event): boolean => event.composedPath().some((one) => typeof one === 'object' && 'type' in one && one.type === 'file')

/**
 * Refuses files that are dropped where nothing takes them: a browser would leave the page for the file, and ComfyUI open it as a workflow.
 * Whoever takes files prevents the default of the event before it arrives here. Gives what ends it.
 */
export function refuseStrays(place: EventTarget): () => void {
  const refuse = (event: Event): void => {
    const drag = event as DragEvent
    if (!hasFiles(drag) || drag.defaultPrevented || isField(drag)) return
    drag.preventDefault()
    drag.stopPropagation()
    if (drag.dataTransfer !== null) drag.dataTransfer.dropEffect = 'none'
  }
  const told = ['dragenter', 'dragover', 'drop'] as const
  for (const name of told) place.addEventListener(name, refuse)
  return () => { for (const name of told) place.removeEventListener(name, refuse) }
}
