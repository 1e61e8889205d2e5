import { readonly, shallowRef, type ShallowRef } from 'vue'

export interface Tab {
  readonly render: (element: HTMLElement) => void
  readonly destroy: () => void
  readonly isOpen: Readonly<ShallowRef<boolean>>
}

/** A tab of ComfyUI that mounts when it is shown. ComfyUI asks to render whenever it redraws what is around; the same element is mounted once. */
export function createTab(mount: (element: HTMLElement) => () => void): Tab {
  const isOpen = shallowRef(false)
  let mounted: { readonly element: HTMLElement; readonly unmount: () => void } | undefined
  const destroy = (): void => {
    mounted?.unmount()
    mounted = undefined
    isOpen.value = false
  }
  return {
    render: (element) => {
      if (mounted?.element === element) return
      destroy()
      mounted = { element, unmount: mount(element) }
      isOpen.value = true
    },
    destroy,
    isOpen: readonly(isOpen),
  }
}
