import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findFfmpeg, run } from './ffmpeg.ts'

const signal = new AbortController().signal

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lemouf-ffmpeg-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content)
    await chmod(join(folder, name), 0o755)
  }
  return folder
}

test('ffmpeg is found on the PATH, with its version', async () => {
  const found = await findFfmpeg()
  expect(found.version).toMatch(/\d/)
  expect(await findFfmpeg()).toBe(found)
})

test('without ffmpeg the sentence says how to install it', async () => {
  await expect(findFfmpeg({ PATH: await folderWith({}) })).rejects.toThrow('apt-get install ffmpeg')
  await expect(findFfmpeg({ FFMPEG_PATH: '/nowhere/ffmpeg' })).rejects.toThrow('needs ffmpeg, which is not there')
})

test.skipIf(process.platform === 'win32')('FFMPEG_PATH wins, takes the ffprobe beside it and refuses an old version', async () => {
  const program = (version: string): string => `#!/bin/sh\necho "ffmpeg version ${version} Copyright"\n`
  const fresh = await folderWith({ ffmpeg: program('n7.1-3'), ffprobe: program('n7.1-3') })
  expect(await findFfmpeg({ FFMPEG_PATH: join(fresh, 'ffmpeg') })).toEqual({ ffmpeg: join(fresh, 'ffmpeg'), ffprobe: join(fresh, 'ffprobe'), version: 'n7.1-3' })
  const old = await folderWith({ ffmpeg: program('4.4.2'), ffprobe: program('4.4.2') })
  await expect(findFfmpeg({ FFMPEG_PATH: join(old, 'ffmpeg') })).rejects.toThrow('ffmpeg 4.4.2 is too old; version 5.1')
  const alone = await folderWith({ ffmpeg: program('7.0') })
  await expect(findFfmpeg({ FFMPEG_PATH: join(alone, 'ffmpeg'), PATH: alone })).rejects.toThrow('needs ffprobe')
})

test('a run gives what the program writes, from what it is fed', async () => {
  const { ffmpeg } = await findFfmpeg()
  const args = ['-loglevel', 'error', '-f', 's16le', '-ar', '8000', '-ac', '1', '-i', 'pipe:0', '-f', 's16le', 'pipe:1']
  const samples = Uint8Array.from({ length: 20_000 }, (_, i) => i & 255)
  const output = await run(ffmpeg, args, { signal, purpose: 'copy', input: [samples.subarray(0, 9000), samples.subarray(9000)] })
  expect(output.equals(samples)).toBe(true)
})

test('a failure is a sentence with the reason and without the path', async () => {
  const { ffmpeg } = await findFfmpeg()
  const failing = run(ffmpeg, ['-loglevel', 'error', '-i', '/tmp/secret-folder/none.wav', '-f', 'null', '-'], { signal, purpose: 'read none.wav' })
  await expect(failing).rejects.toThrow(/^ffmpeg could not read none\.wav: .*No such file/)
  await expect(failing).rejects.not.toThrow('secret-folder')
})

const ENDLESS = ['-loglevel', 'error', '-re', '-f', 'lavfi', '-i', 'anullsrc', '-f', 's16le', 'pipe:1']

test('too much output, too much time and an abort each end the program', async () => {
  const { ffmpeg } = await findFfmpeg()
  const noise = ['-loglevel', 'error', '-f', 'lavfi', '-i', 'anoisesrc', '-f', 's16le', 'pipe:1']
  await expect(run(ffmpeg, noise, { signal, purpose: 'hiss', maxOutput: 100_000 })).rejects.toThrow('made too much data when it tried to hiss')
  await expect(run(ffmpeg, ENDLESS, { signal, purpose: 'wait', timeout: 150 })).rejects.toThrow('took too long to wait')
  const abort = new AbortController()
  const running = run(ffmpeg, ENDLESS, { signal: abort.signal, purpose: 'wait' })
  setTimeout(() => abort.abort(new Error('interrupted')), 50)
  await expect(running).rejects.toThrow('interrupted')
  await expect(run(ffmpeg, ENDLESS, { signal: abort.signal, purpose: 'wait' })).rejects.toThrow('interrupted')
})

test('a program that is not there is a sentence too', async () => {
  await expect(run('/nowhere/ffmpeg', [], { signal, purpose: 'start' })).rejects.toThrow('ffmpeg could not be started to start')
})
