import { expect, test } from 'vitest'
import { filesOf } from './files.ts'

const fileEntry = (name: string) => ({ isFile: true, isDirectory: false, name, file: (give: (file: File) => void) => give(new File(['x'], name)) })
function folder(name: string, ...entries: readonly { name: string }[]) {
  return { isFile: false, isDirectory: true, name, createReader: () => {
    const left = [...entries]
    // A browser gives a hundred at a time; two are enough to have it give them in parts.
    return { readEntries: (give: (some: unknown[]) => void) => give(left.splice(0, 2)) }
  } }
}
const dropped = (...entries: readonly unknown[]) => ({ items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null })), files: [] }) as unknown as DataTransfer

test('folders give the media in them, in order, as deep as they are; what was chosen by itself is taken as it is', async () => {
  const shots = folder('shots', fileEntry('shot 10.mp4'), fileEntry('shot 2.mp4'), fileEntry('.DS_Store'), fileEntry('notes.txt'), folder('more', fileEntry('a.WAV')), folder('__MACOSX', fileEntry('b.png')))
  const { files, left } = await filesOf(dropped(fileEntry('readme.txt'), shots))
  expect([files.map(({ name }) => name), left]).toEqual([['readme.txt', 'a.WAV', 'shot 2.mp4', 'shot 10.mp4'], 1])
})

test('what is pasted comes without an entry', async () => {
  const pasted = { items: [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => new File(['x'], 'image.png') }, { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null }], files: [] } as unknown as DataTransfer
  expect((await filesOf(pasted)).files.map(({ name }) => name)).toEqual(['image.png'])
})
