import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import { placeExamplePicture } from './example-picture.ts'
import { openFolders, type Folders } from './folders.ts'

async function open(): Promise<Folders> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lemouf-example-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return openFolders(dataDir)
}

test('a new input folder has a picture to begin with', async () => {
  const folders = await open()
  await placeExamplePicture(folders)
  expect(await readdir(folders.input)).toEqual(['example.png'])
  expect(await sharp(join(folders.input, 'example.png')).metadata()).toMatchObject({ format: 'png', width: 512, height: 512 })
})

test('an example picture of someone else stays', async () => {
  const folders = await open()
  const path = join(folders.input, 'example.png')
  await writeFile(path, 'mine')
  await placeExamplePicture(folders)
  expect(await readFile(path, 'utf8')).toBe('mine')
})
