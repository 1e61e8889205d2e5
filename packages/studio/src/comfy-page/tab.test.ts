import { expect, test } from 'vitest'
import { createTab } from './tab.ts'

const element = (): HTMLElement => ({}) as HTMLElement

test('mounts once an element, however often ComfyUI renders, and unmounts what it leaves', () => {
  const log: string[] = []
  const names = new Map([[element(), 'a'], [element(), 'b']])
  const [a, b] = [...names.keys()]
  const tab = createTab((into) => {
    log.push(`mount ${names.get(into)}`)
    return () => log.push(`unmount ${names.get(into)}`)
  })
  tab.render(a!)
  tab.render(a!)
  expect(tab.isOpen.value).toBe(true)
  tab.render(b!)
  tab.destroy()
  tab.destroy()
  expect(log).toEqual(['mount a', 'unmount a', 'mount b', 'unmount b'])
  expect(tab.isOpen.value).toBe(false)
})
