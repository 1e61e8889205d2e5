import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createClient } from '@lemouf/core/protocol'
import { startProcess } from '../test/support/process.ts'
import { median, ms, type Figure } from './measure.ts'
import { inFolder } from './system.ts'

const run = promisify(execFile)
const ROUNDS = 3
const SECONDS = 60

/** What an editor waits for when a film of a minute in 1080p is laid on its timeline: each first time on a film of its own bytes. */
export function measureMedia(): Promise<readonly Figure[]> {
  return inFolder(async (folder) => {
    const film = await makeFilm(folder)
    const program = await startProcess(join(folder, 'data'))
    const call = createClient({ base: program.url, fetch })
    const took = async (work: () => Promise<unknown>): Promise<number> => {
      const begunAt = performance.now()
      await work()
      return performance.now() - begunAt
    }
    const get = async (path: string): Promise<void> => {
      const answer = await fetch(program.url + path)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      await answer.arrayBuffer()
    }
    const figures: Record<'upload' | 'draft' | 'exact' | 'again' | 'peaks' | 'proxy', number[]> = { upload: [], draft: [], exact: [], again: [], peaks: [], proxy: [] }
    for (let round = 0; round < ROUNDS; round++) {
      // Bytes of its own behind the film's end: nothing of it is known.
      const bytes = Buffer.concat([film, Buffer.from('0000001066726565', 'hex'), Buffer.from(`round ${round}.`.padEnd(8).slice(0, 8))])
      let media = ''
      figures.upload.push(await took(async () => (media = await upload(program.url, bytes))))
      const sheet = `/lemouf/media/${media}/filmstrip/2/0?height=64`
      figures.draft.push(await took(() => get(`${sheet}&draft=1`)))
      figures.exact.push(await took(() => get(sheet)))
      figures.again.push(await took(() => get(sheet)))
      figures.peaks.push(await took(() => get(`/lemouf/media/${media}/peaks`)))
      figures.proxy.push(await took(async () => {
        while ((await call('ensureProxy', { body: { media } })).state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 100))
      }))
    }
    await program.stop()
    const of = (name: keyof typeof figures): string => ms(median(figures[name]))
    return [
      { what: `film of ${SECONDS} s, 1080p H.264 with 250 frames a keyframe (${Math.round(film.length / 2 ** 20)} MB): upload, checked and looked into`, value: of('upload'), goal: '' },
      { what: 'its filmstrip, a tile every 4 s, of keyframes, first time', value: of('draft'), goal: '< 1 s' },
      { what: 'the same, the exact frames (all is decoded)', value: of('exact'), goal: '' },
      { what: 'the same again', value: of('again'), goal: '' },
      { what: 'its peaks, first time', value: of('peaks'), goal: '' },
      { what: 'its proxy of 540 lines', value: of('proxy'), goal: '' },
    ]
  })
}

async function makeFilm(folder: string): Promise<Buffer> {
  const path = join(folder, 'film.mp4')
  const inputs = ['-f', 'lavfi', '-i', `testsrc2=s=1920x1080:r=30:d=${SECONDS}`, '-f', 'lavfi', '-i', `sine=440:d=${SECONDS}:r=48000`]
  const codecs = ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-g', '250', '-pix_fmt', 'yuv420p', '-c:a', 'aac']
  await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-hide_banner', '-loglevel', 'error', ...inputs, ...codecs, path])
  return readFile(path)
}

/** By the tus protocol, in one piece. Gives the medium. */
async function upload(url: string, bytes: Buffer): Promise<string> {
  const tus = { 'tus-resumable': '1.0.0' }
  const created = await fetch(`${url}/lemouf/media/uploads`, { method: 'POST', headers: { ...tus, 'upload-length': String(bytes.length) } })
  const sent = await fetch(url + (created.headers.get('location') ?? ''), {
    method: 'PATCH', headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }, body: new Uint8Array(bytes),
  })
  const media = sent.headers.get('lemouf-media')
  if (media === null) throw new Error(`The film was refused: ${await sent.text()}`)
  return media
}
