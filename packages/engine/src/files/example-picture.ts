import { constants, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Folders } from './folders.ts'
import { systemCode } from './placing.ts'

const EXAMPLE = fileURLToPath(new URL('../../assets/example.png', import.meta.url))

/** Puts `example.png` into `input/`, where every ComfyUI has a picture of that name: workflows begin with it. One that is there stays. */
export async function placeExamplePicture({ input }: Folders): Promise<void> {
  try {
    await copyFile(EXAMPLE, join(input, 'example.png'), constants.COPYFILE_EXCL)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
}
