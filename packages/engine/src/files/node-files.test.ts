import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { NodeFiles } from '../nodes/node.ts'
import { openFolders, parseAnnotated, within, type Folders } from './folders.ts'
import { EngineFiles } from './node-files.ts'
import { fillPrefix } from './save-name.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)

async function open(): Promise<{ folders: Folders; files: NodeFiles; again: () => NodeFiles }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-files-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  const folders = await openFolders(dataDir)
  const again = (): NodeFiles => new EngineFiles(folders).forPrompt('p')
  return { folders, files: again(), again }
}

test('numbers files as ComfyUI and goes on where others left off', async () => {
  const { folders, files, again } = await open()
  expect(await files.save('output', 'series/shot', '.png', bytes('1'))).toEqual({ filename: 'shot_00001_.png', subfolder: 'series', type: 'output' })
  expect(await files.save('output', 'series/shot', 'webp', bytes('2'))).toMatchObject({ filename: 'shot_00002_.webp' })
  expect(await files.save('output', 'shot', '.png', bytes('3'))).toEqual({ filename: 'shot_00001_.png', subfolder: '', type: 'output' })
  await writeFile(join(folders.output, 'shot_00041_extra.png'), '')
  await writeFile(join(folders.output, 'shots_00099_.png'), '')
  expect((await again().save('output', 'shot', '.png', bytes('4'))).filename).toBe('shot_00042_.png')
  expect(await readFile(join(folders.output, 'series', 'shot_00001_.png'), 'utf8')).toBe('1')
})

test('files saved at once get different names, and none is overwritten', async () => {
  const { folders, files } = await open()
  await files.save('temp', 'x', '.txt', bytes('first'))
  await writeFile(join(folders.temp, 'x_00003_.txt'), 'foreign')
  const refs = await Promise.all(Array.from({ length: 20 }, (_, index) => files.save('temp', 'x', '.txt', bytes(String(index)))))
  expect(new Set(refs.map((ref) => ref.filename)).size).toBe(20)
  expect(await readFile(join(folders.temp, 'x_00003_.txt'), 'utf8')).toBe('foreign')
  const names = await readdir(folders.temp)
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([])
  expect(names).toHaveLength(22)
})

test('adopts a file that another program has written', async () => {
  const { folders, files } = await open()
  const scratch = await files.scratch('.mp4')
  await writeFile(scratch, 'film')
  const ref = await files.adopt('output', 'video/clip', '.mp4', scratch)
  expect(ref).toEqual({ filename: 'clip_00001_.mp4', subfolder: 'video', type: 'output' })
  expect(await readFile(join(folders.output, 'video', ref.filename), 'utf8')).toBe('film')
  await expect(readFile(scratch)).rejects.toThrow('ENOENT')
})

test.each(['../x', '/etc/x', '', '.', 'a/../../x', 'a\0b'])('refuses the prefix %j', async (prefix) => {
  const { files } = await open()
  await expect(files.save('output', prefix, '.png', bytes(''))).rejects.toThrow('inside the output folder')
})

test('resolves annotated names and lists inputs', async () => {
  const { folders, files } = await open()
  await mkdir(join(folders.input, 'sub'))
  await writeFile(join(folders.input, 'sub', 'b.PNG'), '')
  await writeFile(join(folders.input, 'a.png'), '')
  await writeFile(join(folders.input, 'c.txt'), '')
  await writeFile(join(folders.output, 'o.png'), '')
  expect(await files.listInputs(['.png'])).toEqual(['a.png', 'sub/b.PNG'])
  expect(await files.resolve('sub/b.PNG')).toBe(join(folders.input, 'sub', 'b.PNG'))
  expect(await files.resolve('o.png [output]')).toBe(join(folders.output, 'o.png'))
  expect(parseAnnotated('a [temp]')).toEqual({ name: 'a', type: 'temp' })
  await expect(files.resolve('o.png')).rejects.toThrow('There is no file "o.png" in the input folder')
  await expect(files.resolve('sub')).rejects.toThrow('There is no file')
  await expect(files.resolve('a.png/x')).rejects.toThrow('There is no file')
  await expect(files.resolve('../output/o.png')).rejects.toThrow('leaves the input folder')
  await expect(files.resolve('/etc/passwd [output]')).rejects.toThrow('leaves the output folder')
})

test('starts with an empty temp folder and keeps the others', async () => {
  const { folders } = await open()
  for (const type of ['input', 'output', 'temp'] as const) await writeFile(join(folders[type], 'x'), '')
  const again = await openFolders(join(folders.temp, '..'))
  expect(await Promise.all([again.input, again.output, again.temp].map((folder) => readdir(folder)))).toEqual([['x'], ['x'], []])
})

test('property: no name leads out of its folder', () => {
  const part = fc.array(fc.constantFrom('..', '.', 'a', '/', '\\', '\0', 'b c', ''), { maxLength: 8 }).map((parts) => parts.join('/'))
  fc.assert(
    fc.property(part, part, (subfolder, name) => {
      const path = within('/data/output', subfolder, name)
      if (path !== undefined) expect(path === '/data/output' || path.startsWith(`/data/output${sep}`)).toBe(true)
      if (path !== undefined) expect(path.split(sep)).not.toContain('..')
    }),
  )
})

test('fills the date into a prefix and leaves other marks alone', () => {
  expect(fillPrefix('%year%-%month%-%day% %hour%%minute%%second% %width% %other%', new Date(2026, 0, 2, 3, 4, 5))).toBe(
    '2026-01-02 030405 0 %other%',
  )
})
